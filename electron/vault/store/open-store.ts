import { dirname, join } from 'node:path';
import type { OpeningNotice } from '../../../shared/contract/program-calls';
import { Refusal } from '../../../shared/contract/errors';
import type { KdfParameters } from '../../../shared/vault-protocol';
import { keyBytes, systemRandom, zero, type RandomSource } from '../crypto/primitives';
import { deriveVaultKeys, zeroVaultKeys, type VaultKeys } from '../crypto/vault-keys';
import { Database } from './database';
import type { OwnKeys } from './copies/copies';
import { errorCode, nodeFilePort, refusing, type FilePort } from './file-port';
import { FolderLock, looksSynced } from './folder-lock';
import { buildHeader, quickKdf, soundHeader, standardKdf, type Place, type Slot } from './header';
import { knowHeader, readHeaderCopies, removeHeaderCopies, sweepHeaderTemporaries, unlockHeader, vaultLiesHere, writeHeaderCopies } from './header-files';
import { Journal } from './journal';
import { LiveStore } from './live-store';
import { OwnHalf } from './own-half';
import { ObjectFolder } from './object-folder';
import { rootNames } from './object-names';
import { recover, type RememberedMark } from './recover';
import type { Root } from './root';
import { CopyMarks } from './sealed-marks';
import { chainStart } from './segment';
import { keepSpareRoom, withSpareRoom } from './spare-room';
import type { VaultStore } from './store';
import { readRoot, writeRoot, type VaultFiles } from './vault-files';

/** Where files and random bytes come from; tests put others here. */
export interface StorePorts {
  files?: FilePort;
  random?: RandomSource;
}

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

/** Fresh salt and parameters for a new vault. Refuses `vault-exists`, `folder-unwritable`, `disk-full`. Makes the folder if need be. */
export function prepareCreate(folder: string, options: { quickKdf: boolean }, ports: StorePorts = {}): Promise<KdfParameters> {
  return refusing(async () => {
    const files = ports.files ?? nodeFilePort;
    const random = ports.random ?? systemRandom;
    await files.makeFolder(folder);
    if (await vaultLiesHere(files, folder)) throw new Refusal('vault-exists');
    const probe = join(folder, `lock.${Buffer.from(random(16)).toString('hex')}`);
    await (await files.create(probe)).close();
    await files.remove(probe);
    return { salt: random(16), ...(options.quickKdf ? quickKdf : standardKdf) };
  });
}

export interface CreateInput {
  folder: string;
  parameters: KdfParameters;
  /** One to four ways in, each of another kind, with the 32 bytes its secret was derived to. */
  slots: readonly Slot[];
  /** Which half of the header is the vault's; drawn at random when not given, so that it tells nothing. */
  place?: Place;
  /** Fills the vault before anybody is told of it: should it fail, there is no vault. */
  begin?: (store: VaultStore) => Promise<void>;
}

/** Makes a vault and opens it. Refuses `vault-exists`, `already-open`, `disk-full`, `folder-unwritable`, `io-error`. */
export function createStore(input: CreateInput, ports: StorePorts = {}): Promise<VaultStore> {
  return refusing(async () => {
    const files = ports.files ?? nodeFilePort;
    const random = ports.random ?? systemRandom;
    await files.makeFolder(input.folder);
    if (await vaultLiesHere(files, input.folder)) throw new Refusal('vault-exists');
    const lock = await FolderLock.take(files, input.folder, random);
    const vaultId = random(16);
    const vaultKey = random(keyBytes);
    const place = input.place ?? drawPlace(random);
    const keys = deriveVaultKeys(vaultKey, vaultId);
    const vault = describe(input.folder, vaultId, keys, files, random);
    let store: LiveStore | null = null;
    try {
      const point = chainStart(keys, vaultId);
      const root: Root = { rootSequence: 1, current: { number: 1, snapshot: null, base: point, segments: [] }, previous: null, setAside: [] };
      await files.makeFolder(join(input.folder, 'objects'));
      // Or the header could be there after a power cut and what it needs not.
      await files.syncFolder(input.folder);
      await writeRoot(vault, root);
      // The header comes last: a vault is there when its header is, and then it is whole.
      const header = buildHeader({ vaultId, parameters: input.parameters, halves: [{ place, vaultKey, macKey: keys.headerMac, slots: input.slots }], revision: 1 }, random);
      await writeHeaderCopies(files, input.folder, header, random);
      await syncNameOf(files, input.folder);
      const database = await Database.load();
      const journal = new Journal(vault, lock, root, null);
      store = new LiveStore({ vault, database, journal, lock, half: new OwnHalf(vault, lock, soundHeader(header), place), marks: new CopyMarks(vault, []), point, replayed: { records: 0, bytes: 0 }, readOnly: false });
      await input.begin?.(store);
      await refusing(() => keepSpareRoom(files, input.folder)).catch(unlessRefused);
      return store;
    } catch (error) {
      // Nobody was told of this vault: it goes again, so that the folder can be used.
      await removeHeaderCopies(files, input.folder).catch(() => undefined);
      await vault.objects.sweepOwn(() => true).catch(() => undefined);
      for (const name of rootNames(keys.names)) await vault.objects.remove(name).catch(() => undefined);
      await store?.abandon();
      await lock.release().catch(() => undefined);
      zeroVaultKeys(keys);
      throw error;
    } finally {
      zero(vaultKey);
    }
  });
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
      const recovered = await recover(vault, root, input.mark ?? marks.compareWith);
      if (recovered.olderThanSeen) marks.told();
      const readOnly = recovered.damaged;
      const journal = new Journal(vault, lock, root, recovered.newestEnd);
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
        if (recovered.reserveDamaged) await store.purge();
        else if (copyDamaged || copiesDiffer || recovered.tornTail) await journal.mendRoot();
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
      if (recovered.olderThanSeen) notices.push('older-than-seen');
      if (lock.foundForeign || looksSynced(input.folder)) notices.push('synced-folder');
      return { store, notices };
    } catch (error) {
      zeroVaultKeys(keys);
      await lock?.release().catch(() => undefined);
      throw error;
    }
  });
}

/** The folder's own name must outlast a power cut too; where the one above may not be opened, the system decides. */
async function syncNameOf(files: FilePort, folder: string): Promise<void> {
  try {
    await files.syncFolder(dirname(folder));
  } catch (error) {
    if (!closedToUs.has(errorCode(error) ?? '')) throw error;
  }
}

/** A parent that belongs to somebody else, or to a system that knows no fsync of folders. */
const closedToUs = new Set(['EACCES', 'EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP']);

function drawPlace(random: RandomSource): Place {
  return ((random(1)[0] ?? 0) & 1) === 0 ? 0 : 1;
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

function describe(folder: string, vaultId: Uint8Array, keys: VaultKeys, files: FilePort, random: RandomSource): VaultFiles {
  return { folder, vaultId, keys, files, random, objects: new ObjectFolder(folder, files, keys.names, random) };
}
