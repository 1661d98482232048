import { ByteReader, ByteWriter, LayoutError } from '../byte-layout';
import { deriveKey, hmac, keyBytes, nonceBytes, openBytes, sameBytes, sealBytes, sha256, tagBytes, zero, type RandomSource } from '../../crypto/primitives';
import type { WayInKind } from '../store';
import type { KdfParameters } from '../../../../shared/kdf-parameters';

/** The header (docs/FORMAT.md, "Header"): pure bytes, no files. */
export const headerBytes = 4096;
export const formatVersion = 1;
export const slotCount = 8;
/** Slots 0–3 belong to the compartment whose MAC is place 0; 4–7 to place 1. */
export const slotsPerPlace = 4;
export type Place = 0 | 1;

const magic = Buffer.from('TIDEMARK', 'ascii');
const publicBytes = 64;
const revisionAt = 64;
const slotsAt = 128;
const slotBytes = 128;
const macAt = 3968;
const macBytes = 32;
const checksumAt = 4064;
const slotPlainBytes = 68;
const sealedSlotBytes = nonceBytes + slotPlainBytes + tagBytes;

export const kdfBounds = {
  memoryKiB: { min: 8 * 1024, max: 1024 * 1024 },
  iterations: { min: 1, max: 10 },
} as const;

/** 256 MiB and three passes: 1.7 s on the machine this was measured on. */
export const standardKdf = { memoryKiB: 256 * 1024, iterations: 3, parallelism: 1 } as const;
/** For tests alone; a vault made with it is not protected. */
export const quickKdf = { memoryKiB: 8 * 1024, iterations: 1, parallelism: 1 } as const;

export const slotKinds = { passphrase: 1, 'recovery-code': 2, 'key-file': 3, 'shared-key': 4 } as const satisfies Record<WayInKind, number>;
export type SlotKind = WayInKind;

/** Each compartment has one slot for each kind. */
export function slotIndex(place: Place, kind: SlotKind): number {
  return place * slotsPerPlace + slotKinds[kind] - 1;
}

export interface Slot {
  kind: SlotKind;
  /** The 32 bytes the key derivation gave. */
  secretKey: Uint8Array;
}

/** One compartment's part of a header. */
export interface Half {
  place: Place;
  vaultKey: Uint8Array;
  macKey: Uint8Array;
  /** At least one, and at most one of each kind; the other slots become random bytes. */
  slots: readonly Slot[];
}

export interface Header {
  vaultId: Uint8Array;
  parameters: KdfParameters;
  revision: number;
  bytes: Uint8Array;
}

export type HeaderReading = { state: 'sound'; header: Header } | { state: 'damaged' } | { state: 'newer' };

/** Reads one copy without any key: its checksum tells whether these are the bytes that were written. */
export function readHeader(bytes: Uint8Array): HeaderReading {
  if (bytes.length !== headerBytes) return { state: 'damaged' };
  if (!sameBytes(sha256(bytes.subarray(0, checksumAt)), bytes.subarray(checksumAt))) return { state: 'damaged' };
  try {
    return readFields(bytes);
  } catch (error) {
    // A number beyond 2^53: anyone can make a checksum agree, and the other copy may be sound.
    if (error instanceof LayoutError) return { state: 'damaged' };
    throw error;
  }
}

/** Bytes that were just made, as they read. */
export function soundHeader(bytes: Uint8Array): Header {
  const reading = readHeader(bytes);
  if (reading.state !== 'sound') throw new Error('a header just made does not read');
  return reading.header;
}

function readFields(bytes: Uint8Array): HeaderReading {
  const reader = new ByteReader(bytes);
  if (!sameBytes(reader.raw(8), magic)) return { state: 'damaged' };
  const version = reader.u16();
  if (version > formatVersion) return { state: 'newer' };
  const reserved = reader.u16();
  const vaultId = reader.raw(16).slice();
  const kdf = reader.u8();
  const parallelism = reader.u8();
  const reserved2 = reader.u16();
  const memoryKiB = reader.u32();
  const iterations = reader.u32();
  const salt = reader.raw(16).slice();
  const reserved3 = reader.u64();
  const revision = reader.u64();
  const sound =
    version === formatVersion && reserved === 0 && reserved2 === 0 && reserved3 === 0 && kdf === 1 && parallelism === 1 &&
    memoryKiB >= kdfBounds.memoryKiB.min && memoryKiB <= kdfBounds.memoryKiB.max &&
    iterations >= kdfBounds.iterations.min && iterations <= kdfBounds.iterations.max;
  if (!sound) return { state: 'damaged' };
  return { state: 'sound', header: { vaultId, parameters: { salt, memoryKiB, iterations, parallelism: 1 }, revision, bytes } };
}

function writePublic(vaultId: Uint8Array, parameters: KdfParameters): Uint8Array {
  return new ByteWriter()
    .raw(magic).u16(formatVersion).u16(0).raw(vaultId)
    .u8(1).u8(parameters.parallelism).u16(0).u32(parameters.memoryKiB).u32(parameters.iterations).raw(parameters.salt).u64(0)
    .finish();
}

interface SlotKeys {
  seal: Uint8Array;
  commit: Uint8Array;
}

function deriveSlotKeys(secretKey: Uint8Array, salt: Uint8Array): SlotKeys {
  return { seal: deriveKey(secretKey, salt, 'tidemark/1/slot-seal'), commit: deriveKey(secretKey, salt, 'tidemark/1/slot-commit') };
}

function slotAssociated(publicPart: Uint8Array, index: number): Uint8Array {
  return Buffer.concat([publicPart, Uint8Array.of(index)]);
}

function sealSlot(slot: Slot, index: number, vaultKey: Uint8Array, publicPart: Uint8Array, salt: Uint8Array, random: RandomSource): Uint8Array {
  const keys = deriveSlotKeys(slot.secretKey, salt);
  const plain = new ByteWriter().raw(vaultKey).u8(slotKinds[slot.kind]).raw(new Uint8Array(slotPlainBytes - keyBytes - 1)).finish();
  const nonce = random(nonceBytes);
  const associated = slotAssociated(publicPart, index);
  const sealed = Buffer.concat([nonce, sealBytes(keys.seal, nonce, plain, associated)]);
  const commitment = hmac(keys.commit, associated, sealed);
  zero(keys.seal, keys.commit, plain);
  return Buffer.concat([sealed, commitment]);
}

/** A slot that a secret opened, and the place of the compartment it belongs to. Whoever gets it zeroes the vault key. */
export interface OpenedSlot {
  vaultKey: Uint8Array;
  kind: SlotKind;
  index: number;
  place: Place;
}

/**
 * Tries every slot, whatever opens, so that the time tells neither how many are used nor which compartment a secret belongs to; null when the secret opens none.
 * With `place` only that compartment's slots count.
 */
export function openSlots(header: Header, secretKey: Uint8Array, place: Place | null = null): OpenedSlot | null {
  const keys = deriveSlotKeys(secretKey, header.parameters.salt);
  let opened: OpenedSlot | null = null;
  for (let index = 0; index < slotCount; index += 1) {
    const slot = slotBytesOf(header.bytes, index);
    const sealed = slot.subarray(0, sealedSlotBytes);
    const associated = slotAssociated(header.bytes.subarray(0, publicBytes), index);
    const isCommitted = sameBytes(hmac(keys.commit, associated, sealed), slot.subarray(sealedSlotBytes));
    const plain = openBytes(keys.seal, sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes), associated);
    if (plain === null) continue;
    const kind = (Object.keys(slotKinds) as SlotKind[]).find((name) => slotKinds[name] === plain[keyBytes]);
    const placeOfSlot: Place = index < slotsPerPlace ? 0 : 1;
    if (isCommitted && kind !== undefined && opened === null && (place ?? placeOfSlot) === placeOfSlot) opened = { vaultKey: plain.slice(0, keyBytes), kind, index, place: placeOfSlot };
    zero(plain);
  }
  zero(keys.seal, keys.commit);
  return opened;
}

/** The 128 bytes of a slot: a view. */
export function slotBytesOf(bytes: Uint8Array, index: number): Uint8Array {
  return bytes.subarray(slotsAt + index * slotBytes, slotsAt + (index + 1) * slotBytes);
}

/** HMAC over what one compartment owns: the public part and its four slots. */
function macOf(bytes: Uint8Array, place: Place, macKey: Uint8Array): Uint8Array {
  const from = slotsAt + place * slotsPerPlace * slotBytes;
  return hmac(macKey, bytes.subarray(0, publicBytes), bytes.subarray(from, from + slotsPerPlace * slotBytes));
}

export function headerMacHolds(header: Header, place: Place, macKey: Uint8Array): boolean {
  const at = macAt + place * macBytes;
  return sameBytes(macOf(header.bytes, place, macKey), header.bytes.subarray(at, at + macBytes));
}

/** A new header: one compartment, or two that are made together; every other byte random. */
export function buildHeader(
  input: { vaultId: Uint8Array; parameters: KdfParameters; halves: readonly Half[]; revision: number },
  random: RandomSource,
): Uint8Array {
  if (new Set(input.halves.map((half) => half.place)).size !== input.halves.length || input.halves.length === 0) throw new RangeError('one half for each place');
  const bytes = Buffer.from(random(headerBytes));
  bytes.set(writePublic(input.vaultId, input.parameters), 0);
  for (const half of input.halves) sealHalf(bytes, half, input.parameters.salt, random);
  return finish(bytes, input.revision);
}

/** The header with one compartment's four slots and MAC made anew, perhaps under another vault key; every byte of the other compartment stays. */
export function rewriteHalf(header: Header, half: Half, random: RandomSource): Uint8Array {
  const bytes = Buffer.from(header.bytes);
  for (const kind of Object.keys(slotKinds) as SlotKind[]) blankSlot(bytes, slotIndex(half.place, kind), random);
  sealHalf(bytes, half, header.parameters.salt, random);
  return finish(bytes, nextRevision(header));
}

/**
 * The header with one way in of a compartment changed, or ended where `secretKey` is null: that slot, the compartment's MAC, revision and
 * checksum; every other byte stays.
 */
export function rewriteSlot(
  header: Header,
  change: { place: Place; kind: SlotKind; secretKey: Uint8Array | null; vaultKey: Uint8Array; macKey: Uint8Array },
  random: RandomSource,
): Uint8Array {
  const bytes = Buffer.from(header.bytes);
  const index = slotIndex(change.place, change.kind);
  if (change.secretKey === null) blankSlot(bytes, index, random);
  else bytes.set(sealSlot({ kind: change.kind, secretKey: change.secretKey }, index, change.vaultKey, bytes.subarray(0, publicBytes), header.parameters.salt, random), slotsAt + index * slotBytes);
  bytes.set(macOf(bytes, change.place, change.macKey), macAt + change.place * macBytes);
  return finish(bytes, nextRevision(header));
}

function sealHalf(bytes: Uint8Array, half: Half, salt: Uint8Array, random: RandomSource): void {
  if (new Set(half.slots.map((slot) => slot.kind)).size !== half.slots.length || half.slots.length === 0) throw new RangeError('one slot for each kind');
  for (const slot of half.slots) {
    const index = slotIndex(half.place, slot.kind);
    bytes.set(sealSlot(slot, index, half.vaultKey, bytes.subarray(0, publicBytes), salt, random), slotsAt + index * slotBytes);
  }
  bytes.set(macOf(bytes, half.place, half.macKey), macAt + half.place * macBytes);
}

function blankSlot(bytes: Uint8Array, index: number, random: RandomSource): void {
  bytes.set(random(slotBytes), slotsAt + index * slotBytes);
}

/** Anyone can write a revision; the highest that can be read stays as it is, or nothing could be written after it. */
function nextRevision(header: Header): number {
  return Math.min(header.revision + 1, Number.MAX_SAFE_INTEGER);
}

function finish(bytes: Buffer, revision: number): Uint8Array {
  bytes.writeBigUInt64BE(BigInt(revision), revisionAt);
  bytes.set(sha256(bytes.subarray(0, checksumAt)), checksumAt);
  return new Uint8Array(bytes);
}
