import { zeroVaultKeys } from '../../crypto/vault-keys';
import { nodeFilePort, refusing, type FilePort } from '../file-port';
import { assertNobodyHas } from '../folder-lock';
import { readHeaderCopies, unlockHeader, writeHeaderCopies } from '../header/header-files';
import { objectsNamedBy } from '../root';
import { rootNames } from '../object-names';
import type { VaultFiles } from '../vault-files';
import { queriesOf, readCopy } from './check-copy';
import type { NamedEvidence, NameEvidence } from './copies';
import type { LongWork } from '../long-work';
import { foreignNames } from './copy-foreign';
import { copyEvidence, copyObject, DamagedSource, evidenceLength } from './copy-object';
import { inEmptyFolder } from './made-place';
import { syncPlace, vaultIn } from './places';
import { Progress } from './progress';

export interface RestoreInput {
  from: string;
  to: string;
  /** The 32 bytes her secret was derived to. */
  key: Uint8Array;
  nameEvidence: NameEvidence;
}

export interface RestoredFiles {
  files: number;
  bytes: number;
  /** Names of files that are missing or damaged in the backup. */
  damaged: string[];
}

/**
 * Copies a backup into an empty folder: the secret is proven first, every evidence file verified against the record, everything read back; the header comes last. The
 * backup is not touched. Whoever opens the new vault verifies its record. Refuses as `open.restore` says (shared/vault-protocol/backup-calls.ts); then nothing is left.
 */
export function restoreVault(input: RestoreInput, work: LongWork, files: FilePort = nodeFilePort): Promise<RestoredFiles> {
  return refusing(async () => {
    const { header, keys } = unlockHeader(await readHeaderCopies(files, input.from), input.key);
    try {
      await assertNobodyHas(files, input.from);
      const from = vaultIn(input.from, { vaultId: header.vaultId, keys, files });
      const to = vaultIn(input.to, from);
      const { root, recovered } = await readCopy(from);
      let named: NamedEvidence[];
      try {
        named = input.nameEvidence(queriesOf(recovered.database));
      } finally {
        recovered.database.close();
      }
      return await inEmptyFolder(to, [input.from], async () => {
        const progress = new Progress(work, 2);
        const others = [...objectsNamedBy(root), ...(await foreignNames(from))];
        for (const evidence of named) progress.expect(evidenceLength(evidence.sizeBytes));
        for (const name of others) progress.expect((await from.objects.sizeOf(name)) ?? 0);
        const done: RestoredFiles = { files: 0, bytes: 0, damaged: [] };
        for (const evidence of named) await restoreEvidence(from, to, evidence, progress, done);
        for (const name of others) done.bytes += (await copyIfReadable(from, to, name, progress)) ?? 0;
        // One of the two may be damaged: opening makes them equal.
        for (const name of rootNames(keys.names)) await copyIfReadable(from, to, name, progress);
        await to.objects.syncNames();
        await syncPlace(to);
        await writeHeaderCopies(to.files, to.folder, header.bytes, to.random);
        await syncPlace(to);
        return { ...done, damaged: done.damaged.sort() };
      });
    } finally {
      zeroVaultKeys(keys);
    }
  });
}

/** What does not verify comes along as it is: a film with one bad place can still be seen up to there. */
async function restoreEvidence(from: VaultFiles, to: VaultFiles, evidence: NamedEvidence, progress: Progress, done: RestoredFiles): Promise<void> {
  try {
    done.bytes += await copyEvidence(from, to.objects, evidence, progress);
    done.files += 1;
  } catch (error) {
    if (!(error instanceof DamagedSource)) throw error;
    done.damaged.push(evidence.name);
    done.bytes += (await copyIfReadable(from, to, evidence.objectName, progress)) ?? 0;
  }
}

async function copyIfReadable(from: VaultFiles, to: VaultFiles, name: string, progress: Progress): Promise<number | null> {
  try {
    return await copyObject(from.objects, to.objects, name, progress);
  } catch (error) {
    if (!(error instanceof DamagedSource)) throw error;
    return null;
  }
}
