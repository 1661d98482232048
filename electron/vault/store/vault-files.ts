import type { VaultKeys } from '../crypto/vault-keys';
import { deriveKey, zero, type RandomSource } from '../crypto/primitives';
import { asRefusal, type FilePort } from './file-port';
import type { ObjectFolder } from './object-folder';
import { rootNames } from './object-names';
import { openRoot, sealRoot, type Root } from './root';
import { SealedReader } from './sealed-reader';
import { SealedWriter } from './sealed-writer';
import { saltBytes } from './segment';
import { Refusal } from '../../../shared/contract/errors';

/** What every part of an open vault needs: its keys, where its files are, and where random bytes come from. */
export interface VaultFiles {
  readonly folder: string;
  readonly vaultId: Uint8Array;
  readonly keys: VaultKeys;
  readonly files: FilePort;
  readonly objects: ObjectFolder;
  readonly random: RandomSource;
}

/** Both copies, one after the other. Until both are written nothing the older root names may be removed. */
export async function writeRoot(vault: VaultFiles, root: Root): Promise<void> {
  const sealed = sealRoot(vault.keys, vault.vaultId, root, vault.random);
  for (const name of rootNames(vault.keys.names)) await vault.objects.publish(name, (file) => file.write(sealed, 0));
}

export interface RootReading {
  root: Root;
  /** One copy was missing or did not verify. */
  copyDamaged: boolean;
  /** Both verify, but a crash came between writing one and the other. */
  copiesDiffer: boolean;
}

/** What each copy of the root that verifies says, copy 0 first. `unread`: of one that the disk does not give back, or that does not parse. */
export async function readRootCopies(vault: VaultFiles, unread: 'unread-is-refused' | 'unread-is-missing'): Promise<Root[]> {
  const roots: Root[] = [];
  for (const name of rootNames(vault.keys.names)) {
    try {
      const bytes = await readObject(vault, name);
      const root = bytes === null ? null : openRoot(vault.keys, vault.vaultId, bytes);
      if (root !== null) roots.push(root);
    } catch (error) {
      if (unread === 'unread-is-refused' || !(asRefusal(error) instanceof Refusal)) throw error;
    }
  }
  return roots;
}

/** The newer first; of equal ones the order stays. */
export function newestFirst(roots: readonly Root[]): Root[] {
  return roots.toSorted((left, right) => right.rootSequence - left.rootSequence);
}

/** The newest root that verifies. Refuses `tampered` when neither copy does. */
export async function readRoot(vault: VaultFiles): Promise<RootReading> {
  const [newest, other] = newestFirst(await readRootCopies(vault, 'unread-is-refused'));
  if (newest === undefined) throw new Refusal('tampered');
  return { root: newest, copyDamaged: other === undefined, copiesDiffer: other !== undefined && other.rootSequence !== newest.rootSequence };
}

/** All bytes of an object; null when it is not there. */
export async function readObject(vault: VaultFiles, name: string): Promise<Uint8Array | null> {
  const file = await vault.objects.open(name);
  if (file === null) return null;
  try {
    return await file.read(0, await file.size());
  } finally {
    await file.close();
  }
}

/** Vault id and name bind a sealed file to its place: it cannot be put where another belongs. */
export function sealedFileContext(vaultId: Uint8Array, name: string): Uint8Array {
  return Buffer.concat([vaultId, Buffer.from(name, 'hex')]);
}

export async function writeSnapshot(vault: VaultFiles, name: string, image: Uint8Array): Promise<void> {
  const salt = vault.random(saltBytes);
  const key = deriveKey(vault.keys.snapshots, salt, 'tidemark/1/snapshot-seal');
  await vault.objects.publish(name, async (file) => {
    await file.write(salt, 0);
    const writer = new SealedWriter(file, key, sealedFileContext(vault.vaultId, name), saltBytes, null);
    try {
      await writer.write(image);
      await writer.finish();
    } finally {
      await writer.end();
      zero(key);
    }
  });
}

/** Refuses `tampered` when the snapshot is missing or its length or its beginning disagree. */
export async function openSnapshot(vault: VaultFiles, snapshot: { name: string; imageBytes: number }): Promise<SealedReader> {
  const file = await vault.objects.open(snapshot.name);
  if (file === null) throw new Refusal('tampered');
  try {
    const salt = await file.read(0, saltBytes);
    const key = deriveKey(vault.keys.snapshots, salt, 'tidemark/1/snapshot-seal');
    return await SealedReader.open(file, key, sealedFileContext(vault.vaultId, snapshot.name), saltBytes, snapshot.imageBytes);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Refuses `io-error` when what was written does not read as the image, `tampered` when it does not verify. */
export async function verifySnapshot(vault: VaultFiles, snapshot: { name: string; imageBytes: number }, image: Uint8Array): Promise<void> {
  const reader = await openSnapshot(vault, snapshot);
  try {
    const step = 4 * 1024 * 1024;
    // Once even when it is empty: reading up to the end verifies the padding.
    for (let at = 0; at === 0 || at < image.length; at += step) {
      const end = Math.min(image.length, at + step);
      const written = await reader.read(at, end);
      if (Buffer.compare(written, image.subarray(at, end)) !== 0) throw new Refusal('io-error');
      zero(written);
    }
  } finally {
    await reader.close();
  }
}
