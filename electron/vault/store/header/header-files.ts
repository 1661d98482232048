import { join } from 'node:path';
import { Refusal } from '../../../../shared/contract/errors';
import { deriveVaultKeys, type VaultKeys, zeroVaultKeys } from '../../crypto/vault-keys';
import { sameBytes, zero, type RandomSource } from '../../crypto/primitives';
import { errorCode, readWhole, type FilePort } from '../file-port';
import { headerMacHolds, openSlots, readHeader, type Header, type HeaderReading, type Place } from './header';

/** The two copies of the header on the disk. */
const copyNames = ['head.0', 'head.1'] as const;

export async function vaultLiesHere(files: FilePort, folder: string): Promise<boolean> {
  for (const name of copyNames) if (await files.exists(join(folder, name))) return true;
  return false;
}

/** The bytes of either copy; null for one that is missing or that the disk does not give back. */
export async function readEachCopy(files: FilePort, folder: string): Promise<(Uint8Array | null)[]> {
  const read: (Uint8Array | null)[] = [];
  for (const name of copyNames) read.push(await readWhole(files, join(folder, name)).catch(unlessOfTheDisk));
  return read;
}

/** A file that cannot be read is not there, for whoever has another copy. */
function unlessOfTheDisk(error: unknown): null {
  if (errorCode(error) === undefined) throw error;
  return null;
}

export interface HeaderCopies {
  /** Sound copies, newest first. */
  sound: Header[];
  /** Not both copies are there, sound and equal. */
  needsRepair: boolean;
  /** Both are sound and one says otherwise: its writer was cut short between them. */
  areTwo: boolean;
}

/** Refuses `no-vault-here`, `header-damaged` (neither copy is sound) and `newer-format`. */
export async function readHeaderCopies(files: FilePort, folder: string): Promise<HeaderCopies> {
  const readings: HeaderReading[] = [];
  let found = 0;
  for (const name of copyNames) {
    const bytes = await readWhole(files, join(folder, name));
    if (bytes === null) continue;
    found += 1;
    readings.push(readHeader(bytes));
  }
  if (readings.some((reading) => reading.state === 'newer')) throw new Refusal('newer-format');
  const sound = readings.flatMap((reading) => (reading.state === 'sound' ? [reading.header] : []));
  if (sound.length === 0) {
    // Objects without a header are a vault that lost it, not an empty folder.
    if (found === 0 && (await files.list(join(folder, 'objects'))).length === 0) throw new Refusal('no-vault-here');
    throw new Refusal('header-damaged');
  }
  sound.sort((left, right) => right.revision - left.revision);
  const [first, second] = sound;
  const areEqual = first !== undefined && second !== undefined && sameBytes(first.bytes, second.bytes);
  return { sound, needsRepair: !areEqual, areTwo: second !== undefined && !areEqual };
}

export interface Unlocked {
  header: Header;
  /** Of the compartment that the secret opened. */
  place: Place;
  keys: VaultKeys;
  needsRepair: boolean;
}

/** Opens a slot of the newest copy whose MAC holds. Refuses `wrong-secret`, or `tampered` when slots open but no MAC holds. */
export function unlockHeader(copies: HeaderCopies, secretKey: Uint8Array): Unlocked {
  let opened = false;
  for (const [position, header] of copies.sound.entries()) {
    const slot = openSlots(header, secretKey);
    if (slot === null) continue;
    opened = true;
    const keys = deriveVaultKeys(slot.vaultKey, header.vaultId);
    zero(slot.vaultKey);
    if (headerMacHolds(header, slot.place, keys.headerMac)) return { header, place: slot.place, keys, needsRepair: copies.needsRepair || position > 0 };
    zeroVaultKeys(keys);
  }
  throw new Refusal(opened ? 'tampered' : 'wrong-secret');
}

/** As `unlockHeader`, with the keys that a slot would lead to. Refuses `tampered`. */
export function knowHeader(copies: HeaderCopies, { keys, place }: Pick<Unlocked, 'keys' | 'place'>): Unlocked {
  const position = copies.sound.findIndex((header) => headerMacHolds(header, place, keys.headerMac));
  const header = copies.sound[position];
  if (header === undefined) throw new Refusal('tampered');
  return { header, place, keys, needsRepair: copies.needsRepair || position > 0 };
}

/** Writes both copies, one after the other, each whole and read back, or not at all. */
export async function writeHeaderCopies(files: FilePort, folder: string, bytes: Uint8Array, random: RandomSource): Promise<void> {
  for (const name of copyNames) {
    const temporary = join(folder, `${name}.${Buffer.from(random(8)).toString('hex')}`);
    const file = await files.create(temporary);
    try {
      await file.write(bytes, 0);
      await file.sync();
      await file.close();
      const written = await readWhole(files, temporary);
      if (written === null || !sameBytes(written, bytes)) throw new Refusal('io-error');
      await files.rename(temporary, join(folder, name));
    } catch (error) {
      await file.close().catch(() => undefined);
      await files.remove(temporary).catch(() => undefined);
      throw error;
    }
    await files.syncFolder(folder);
  }
}

/** Takes back a vault that could not be made whole. */
export async function removeHeaderCopies(files: FilePort, folder: string): Promise<void> {
  for (const name of copyNames) if (await files.exists(join(folder, name))) await files.remove(join(folder, name));
  // Or it could come back, without what it leads to.
  await files.syncFolder(folder);
}

/** Removes what a crash left of `writeHeaderCopies`. Only while holding the lock. */
export async function sweepHeaderTemporaries(files: FilePort, folder: string): Promise<void> {
  for (const name of await files.list(folder)) if (/^head\.[01]\.[0-9a-f]{16}$/.test(name)) await files.remove(join(folder, name));
}
