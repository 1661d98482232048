import type { OpeningNotice } from '../../../shared/contract/program-calls';
import { Refusal } from '../../../shared/contract/errors';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import { systemRandom, type RandomSource } from '../crypto/primitives';
import { zeroVaultKeys, type VaultKeys } from '../crypto/vault-keys';
import type { OwnKeys } from './copies/copies';
import type { StorePorts } from './create-store';
import { nodeFilePort, refusing, type FilePort } from './file-port';
import { FolderLock, looksSynced } from './folder-lock';
import { readHeaderCopies, knowHeader, sweepHeaderTemporaries, unlockHeader, writeHeaderCopies } from './header/header-files';
import { Journal } from './journal';
import { findNewerRecord } from './newer-record';
import { LiveStore } from './live-store';
import { OwnHalf } from './header/own-half';
import { ObjectFolder } from './object-folder';
import { recover, type RememberedMark } from './recover';
import { CopyMarks } from './sealed-marks';
import { keepSpareRoom, withSpareRoom } from './spare-room';
import type { VaultStore } from './store';
import { syncNameOf } from './sync-name';
import { readRoot, type VaultFiles } from './vault-files';

export { createStore, prepareCreate, type CreateInput, type StorePorts } from './create-store';

/**
 * What the key derivation needs, from the header alone, in the order in which to try: a second set only where the copies differ, for a changed salt in one
 * must not turn the right secret away. Refuses `no-vault-here`, `header-damaged`, `newer-format`.
 */
export function prepareOpen(folder: string, ports: StorePorts = {}): Promise<[KdfParameters, ...KdfParameters[]]> {
  return refusing(async () => {
    const { sound } = await readHeaderCopies(ports.files ?? nodeFilePort, folder);
    const [first, second] = sound.map((header) => header.parameters);
    if (first === undefined) throw new Refusal('header-damaged');
    return second === undefined || sameDerivation(first, second) ? [first] : [first, second];
  });
}

function sameDerivation(left: KdfParameters, right: KdfParameters): boolean {
  return Buffer.compare(left.salt, right.salt) === 0 && left.memoryKiB === right.memoryKiB && left.iterations === right.iterations;
}

export interface OpenInput {
  folder: string;
  /** The 32 bytes her secret was derived to; or, of a copy of an open vault, that vault's own keys. */
  key: Uint8Array | OwnKeys;
  /** What the vault is compared with, where that is known otherwise than by sealed marks. */
  mark: RememberedMark | null;
  /** All that this computer remembers of vaults; those that are not this one's are passed over. */
  sealedMarks?: readonly Uint8Array[];
}

export interface OpenedStore {
  store: VaultStore;
  notices: OpeningNotice[];
}

/**
 * Opens a vault. Refuses `no-vault-here`, `header-damaged`, `newer-format`, `wrong-secret`, `already-open`, `folder-unwritable`,
 * `tampered` (nothing verifies), `disk-full`, `io-error`. Damage that leaves something sound opens read-only with a notice.
 */
export function openStore(input: OpenInput, ports: StorePorts = {}): Promise<OpenedStore> {
  return refusing(async () => {
    const files = ports.files ?? nodeFilePort;
    const random = ports.random ?? systemRandom;
    const copies = await readHeaderCopies(files, input.folder);
    const { header, place, keys, needsRepair } = input.key instanceof Uint8Array ? unlockHeader(copies, input.key) : knowHeader(copies, input.key);
    let lock: FolderLock | null = null;
    try {
      lock = await withSpareRoom(files, input.folder, () => FolderLock.take(files, input.folder, random));
      const vault = describe(input.folder, header.vaultId, keys, files, random);
      const { root, copyDamaged, copiesDiffer } = await readRoot(vault);
      const marks = new CopyMarks(vault, input.sealedMarks ?? []);
      const mark = input.mark ?? marks.compareWith;
      const recovered = await recover(vault, root, mark);
      if (recovered.olderThanSeen) marks.told();
      const readOnly = recovered.damaged;
      const newer = await findNewerRecord(vault, root);
      // A mark of a copy elsewhere says nothing of what lies here.
      const isOlderHere = recovered.olderThanSeen && mark?.seenElsewhere !== true;
      const journal = new Journal(vault, lock, root, recovered.newestEnd, newer !== 'none' || isOlderHere);
      const store = new LiveStore({
        vault, database: recovered.database, journal, lock, half: new OwnHalf(vault, lock, header, place), marks, point: recovered.point, replayed: recovered.replayed, readOnly,
      });
      // Two copies may lead to two vaults, of before and after a renewal: nothing is kept in either before both lead to this one.
      if (copies.areTwo && !readOnly) await withSpareRoom(files, input.folder, () => writeHeaderCopies(files, input.folder, header.bytes, random));
      const mend = async (): Promise<void> => {
        if (needsRepair && !copies.areTwo) await writeHeaderCopies(files, input.folder, header.bytes, random);
        if (readOnly) return;
        // Whoever made the vault may have been killed before these names were on the disk.
        await files.syncFolder(input.folder);
        await syncNameOf(files, input.folder);
        await journal.settle();
        const isMoreAside = await journal.setAsideNewer();
        if (recovered.reserveDamaged) await journal.snapshot(recovered.database.exportImage(), recovered.point, 'drop-reserve');
        else if (copyDamaged || copiesDiffer || recovered.tornTail || isMoreAside) await withSpareRoom(files, input.folder, () => journal.mendRoot());
        // Only now: until both copies of the root agree, the older one may still name what is to go.
        await journal.removeUnnamed();
        await vault.objects.sweepOwn((_name, kind) => kind === 'temporary');
        await sweepHeaderTemporaries(files, input.folder);
        await keepSpareRoom(files, input.folder);
      };
      // What is sound opens even where a full disk keeps the rest from being mended; the next opening tries again.
      await refusing(mend).catch(unlessRefused);
      const notices: OpeningNotice[] = [];
      if (readOnly) notices.push('tampered-read-only');
      else if (recovered.tornTail) notices.push('tail-set-aside');
      if ((needsRepair && !(copies.areTwo && readOnly)) || copyDamaged || recovered.reserveDamaged) notices.push('copy-repaired');
      if (recovered.olderThanSeen || newer === 'found') notices.push('older-than-seen');
      if (lock.foundForeign || looksSynced(input.folder)) notices.push('synced-folder');
      return { store, notices };
    } catch (error) {
      zeroVaultKeys(keys);
      await lock?.release().catch(() => undefined);
      throw error;
    }
  });
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

function describe(folder: string, vaultId: Uint8Array, keys: VaultKeys, files: FilePort, random: RandomSource): VaultFiles {
  return { folder, vaultId, keys, files, random, objects: new ObjectFolder(folder, files, keys.names, random) };
}
