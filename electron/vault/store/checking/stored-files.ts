import { Refusal } from '../../../../shared/contract/errors';
import { vaultLiesHere } from '../header/header-files';
import type { Journal } from '../journal';
import type { OwnHalf } from '../header/own-half';
import type { ChainPoint } from '../segment';
import type { FilesDamage, StoredFiles } from '../store';
import { verifyEvidence } from './verify-evidence';
import { verifyGenerations, wholeRootCopies, type KnownFiles } from './verify-files';
import type { VaultFiles } from '../vault-files';
import { join } from 'node:path';

/** The parts of an open store that its files are compared with. */
export interface OpenParts {
  vault: VaultFiles;
  journal: Journal;
  half: OwnHalf;
  readOnly: boolean;
  point: () => ChainPoint;
  /** Runs work in the store's queue, while it is open. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Writes the database as a new generation and drops all before; called in the queue. */
  writeAnew: () => Promise<void>;
}

/** A snapshot of hers may take the files away that are just being read; then they are looked at anew. */
const mostRounds = 10;

/** A stick formatted as FAT keeps times in steps of so long. */
const coarsestTimeMs = 2000;

/** What an open store offers for checking its own files. */
export function storedFilesOf({ vault, journal, half, readOnly, point, inTurn, writeAnew }: OpenParts): StoredFiles {
  const know = (): Promise<KnownFiles> => inTurn(async () => ({ root: journal.rootNow, newestEnd: journal.newestEndNow, point: point() }));

  async function verifyCopies(): Promise<FilesDamage[]> {
    return inTurn(async () => {
      const headers = await half.wholeCopies();
      const roots = await wholeRootCopies(vault, journal.rootNow);
      return [...damageOfCopies(headers, 'header-copy', 'both-headers'), ...damageOfCopies(roots, 'root-copy', 'both-roots')];
    });
  }

  return {
    async verify(step) {
      await assertThere(vault);
      const copies = await verifyCopies();
      for (let round = 1; ; round += 1) {
        const known = await know();
        const generations = await verifyGenerations(vault, known, step);
        // What the opening could not read is not on the way from here to there: the vault's own point lies before it.
        if (readOnly && !generations.includes('record')) generations.push('record');
        const isOfNow = generations.length === 0 || readOnly || (await know()).root.rootSequence === known.root.rootSequence;
        if (!isOfNow && round < mostRounds) continue;
        if (generations.length > 0) await assertThere(vault);
        return [...copies, ...generations];
      }
    },

    async evidence(sealed, step) {
      const found = await verifyEvidence(vault, sealed, step);
      if (found === 'missing') await assertThere(vault);
      return found;
    },

    // A file that cannot be asked for is read, and that tells what it is.
    isEvidenceChangedSince: (objectName, utc) => vault.objects.modifiedMs(objectName).then((atMs) => atMs + coarsestTimeMs > Date.parse(utc), () => true),

    mend: (damage) =>
      inTurn(async () => {
        if (readOnly) throw new Refusal('read-only');
        await assertThere(vault);
        if (damage.some((each) => each === 'header-copy' || each === 'both-headers')) await half.mend();
        if (damage.some((each) => each === 'record' || each === 'reserve')) await writeAnew();
        else if (damage.some((each) => each === 'root-copy' || each === 'both-roots')) await journal.mendRoot();
      }),
  };
}

function damageOfCopies(whole: number, one: FilesDamage, both: FilesDamage): FilesDamage[] {
  return whole === 2 ? [] : [whole === 1 ? one : both];
}

/** A stick that was pulled out damages nothing. Refuses `vault-gone`. */
async function assertThere({ files, folder }: VaultFiles): Promise<void> {
  if (!(await vaultLiesHere(files, folder)) && !(await files.exists(join(folder, 'objects')))) throw new Refusal('vault-gone');
}
