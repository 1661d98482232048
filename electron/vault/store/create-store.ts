import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import { keyBytes, sameBytes, systemRandom, zero, type RandomSource } from '../crypto/primitives';
import { deriveVaultKeys, zeroVaultKeys } from '../crypto/vault-keys';
import { Database } from './database';
import { nodeFilePort, refusing, type FilePort } from './file-port';
import { FolderLock } from './folder-lock';
import { buildHeader, quickKdf, soundHeader, standardKdf, type Header, type Place, type Slot } from './header/header';
import { removeHeaderCopies, vaultLiesHere, writeHeaderCopies } from './header/header-files';
import { Journal } from './journal';
import { LiveStore } from './live-store';
import { removeNeverMade } from './never-made';
import { ObjectFolder } from './object-folder';
import { rootNames } from './object-names';
import { OwnHalf } from './header/own-half';
import { CopyMarks } from './sealed-marks';
import { chainStart } from './segment';
import { keepSpareRoom } from './spare-room';
import type { VaultStore } from './store';
import { syncNameOf } from './sync-name';
import { writeRoot, type VaultFiles } from './vault-files';

/** Where files and random bytes come from; tests put others here. */
export interface StorePorts {
  files?: FilePort;
  random?: RandomSource;
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

export interface CompartmentInput {
  /** One to four ways in, each of another kind, with the 32 bytes its secret was derived to. */
  slots: readonly Slot[];
  /** Fills the compartment before anybody is told of it: should it fail, there is no vault. */
  begin?: (store: VaultStore) => Promise<void>;
}

export interface CreateInput extends CompartmentInput {
  folder: string;
  parameters: KdfParameters;
  /** Which half of the header is the vault's; drawn at random when not given, so that it tells nothing. */
  place?: Place;
  /** A second compartment, in the other half: now or never. Every vault that the program makes has one, whether anybody can open it or not (docs/decisions/0009-two-compartments.md). */
  second?: CompartmentInput;
}

interface Compartment {
  given: CompartmentInput;
  place: Place;
  vaultKey: Uint8Array;
  vault: VaultFiles;
}

/**
 * Makes a vault and opens it; a second compartment is made whole with it, and closed. Refuses `same-secret` (one secret for both), `vault-exists`,
 * `already-open`, `disk-full`, `folder-unwritable`, `io-error`.
 */
export function createStore(input: CreateInput, ports: StorePorts = {}): Promise<VaultStore> {
  return refusing(async () => {
    const files = ports.files ?? nodeFilePort;
    const random = ports.random ?? systemRandom;
    const { folder, parameters } = input;
    refuseSameSecrets(input);
    await files.makeFolder(folder);
    if (await vaultLiesHere(files, folder)) throw new Refusal('vault-exists');
    const lock = await takeEmptyPlace(files, folder, random);
    const vaultId = random(16);
    const drawn = (given: CompartmentInput, draw: () => Place): Compartment => {
      const vaultKey = random(keyBytes);
      const place = draw();
      const keys = deriveVaultKeys(vaultKey, vaultId);
      return { given, place, vaultKey, vault: { folder, vaultId, keys, files, random, objects: new ObjectFolder(folder, files, keys.names, random) } };
    };
    const first = drawn(input, () => input.place ?? drawPlace(random));
    const compartments = input.second === undefined ? [first] : [first, drawn(input.second, () => (first.place === 0 ? 1 : 0))];
    const stores: LiveStore[] = [];
    try {
      await files.makeFolder(join(folder, 'objects'));
      // Or the header could be there after a power cut and what it needs not.
      await files.syncFolder(folder);
      for (const { vault } of compartments) await writeRoot(vault, firstRoot(vault));
      // The header comes last: a vault is there when its header is, and then it is whole.
      const halves = compartments.map(({ given, place, vaultKey, vault }) => ({ place, vaultKey, macKey: vault.keys.headerMac, slots: given.slots }));
      const header = buildHeader({ vaultId, parameters, halves, revision: 1 }, random);
      await writeHeaderCopies(files, folder, header, random);
      await syncNameOf(files, folder);
      for (const { given, place, vault } of compartments) {
        const store = await firstStore(vault, stores.length === 0 ? lock : lock.lent(), soundHeader(header), place);
        stores.push(store);
        await given.begin?.(store);
      }
      await refusing(() => keepSpareRoom(files, folder)).catch(unlessRefused);
      const [opened, second] = stores;
      await second?.close();
      if (opened === undefined) throw new Error('a vault has a compartment');
      return opened;
    } catch (error) {
      // Nobody was told of this vault: it goes again, so that the folder can be used.
      await removeHeaderCopies(files, folder).catch(() => undefined);
      for (const { vault } of compartments) {
        await vault.objects.sweepOwn(() => true).catch(() => undefined);
        for (const name of rootNames(vault.keys.names)) await vault.objects.remove(name).catch(() => undefined);
      }
      for (const store of stores) await store.abandon();
      await lock.release().catch(() => undefined);
      for (const { vault } of compartments) zeroVaultKeys(vault.keys);
      throw error;
    } finally {
      for (const { vaultKey } of compartments) zero(vaultKey);
    }
  });
}

async function takeEmptyPlace(files: FilePort, folder: string, random: RandomSource): Promise<FolderLock> {
  const lock = await FolderLock.take(files, folder, random);
  try {
    // Another may have been made before the lock was ours.
    if (await vaultLiesHere(files, folder)) throw new Refusal('vault-exists');
    await removeNeverMade(files, folder);
    return lock;
  } catch (error) {
    await lock.release().catch(() => undefined);
    throw error;
  }
}

/** One that opened both would lead to one of them alone. */
function refuseSameSecrets({ slots, second }: CreateInput): void {
  for (const { secretKey } of second?.slots ?? []) if (slots.some((slot) => sameBytes(slot.secretKey, secretKey))) throw new Refusal('same-secret');
}

const firstRoot = (vault: VaultFiles) => ({ rootSequence: 1, current: { number: 1, snapshot: null, base: chainStart(vault.keys, vault.vaultId), segments: [] }, previous: null, setAside: [] });

async function firstStore(vault: VaultFiles, lock: FolderLock, header: Header, place: Place): Promise<LiveStore> {
  return new LiveStore({
    vault, lock, database: await Database.load(), journal: new Journal(vault, lock, firstRoot(vault), null), half: new OwnHalf(vault, lock, header, place), marks: new CopyMarks(vault, []),
    point: chainStart(vault.keys, vault.vaultId), replayed: { records: 0, bytes: 0 }, readOnly: false,
  });
}

function drawPlace(random: RandomSource): Place {
  return ((random(1)[0] ?? 0) & 1) === 0 ? 0 : 1;
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
