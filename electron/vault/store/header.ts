import { ByteReader, ByteWriter, LayoutError } from './byte-layout';
import { deriveKey, hmac, keyBytes, nonceBytes, openBytes, sameBytes, sealBytes, sha256, tagBytes, zero, type RandomSource } from '../crypto/primitives';
import type { KdfParameters } from '../../../shared/vault-protocol';

/** The header (docs/FORMAT.md, "Header"): pure bytes, no files. */
export const headerBytes = 4096;
export const formatVersion = 1;
export const slotCount = 8;
/** Slots 0–3 belong to the compartment whose MAC is place 0; 4–7 to place 1, which version 1 never writes. */
export const slotsPerPlace = 4;

const magic = Buffer.from('TIDEMARK', 'ascii');
const publicBytes = 64;
const revisionAt = 64;
const slotsAt = 128;
const slotBytes = 128;
const macAt = 3968;
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

export const slotKinds = { passphrase: 1, 'recovery-code': 2, 'key-file': 3, 'shared-key': 4 } as const;
export type SlotKind = keyof typeof slotKinds;

export interface Slot {
  kind: SlotKind;
  /** The 32 bytes the key derivation gave. */
  secretKey: Uint8Array;
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

/** Tries every slot; null when the secret opens none. `place` is the MAC place of the compartment it opened. */
export function openSlots(header: Header, secretKey: Uint8Array): { vaultKey: Uint8Array; kind: SlotKind; index: number; place: 0 | 1 } | null {
  const keys = deriveSlotKeys(secretKey, header.parameters.salt);
  try {
    for (let index = 0; index < slotCount; index += 1) {
      const slot = header.bytes.subarray(slotsAt + index * slotBytes, slotsAt + (index + 1) * slotBytes);
      const sealed = slot.subarray(0, sealedSlotBytes);
      const associated = slotAssociated(header.bytes.subarray(0, publicBytes), index);
      if (!sameBytes(hmac(keys.commit, associated, sealed), slot.subarray(sealedSlotBytes))) continue;
      const plain = openBytes(keys.seal, sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes), associated);
      if (plain === null) continue;
      const kindCode = plain[keyBytes];
      const kind = (Object.keys(slotKinds) as SlotKind[]).find((name) => slotKinds[name] === kindCode);
      const vaultKey = plain.slice(0, keyBytes);
      zero(plain);
      if (kind === undefined) continue;
      return { vaultKey, kind, index, place: index < slotsPerPlace ? 0 : 1 };
    }
    return null;
  } finally {
    zero(keys.seal, keys.commit);
  }
}

/** HMAC over what one compartment owns: the public part and its four slots. */
function macOf(bytes: Uint8Array, place: 0 | 1, macKey: Uint8Array): Uint8Array {
  const from = slotsAt + place * slotsPerPlace * slotBytes;
  return hmac(macKey, bytes.subarray(0, publicBytes), bytes.subarray(from, from + slotsPerPlace * slotBytes));
}

export function headerMacHolds(header: Header, place: 0 | 1, macKey: Uint8Array): boolean {
  const at = macAt + place * 32;
  return sameBytes(macOf(header.bytes, place, macKey), header.bytes.subarray(at, at + 32));
}

/** A new header: up to four slots of the first compartment; every other byte random. */
export function buildHeader(
  input: { vaultId: Uint8Array; parameters: KdfParameters; vaultKey: Uint8Array; macKey: Uint8Array; slots: readonly Slot[]; revision: number },
  random: RandomSource,
): Uint8Array {
  if (input.slots.length === 0 || input.slots.length > slotsPerPlace) throw new RangeError('one to four slots');
  const bytes = Buffer.from(random(headerBytes));
  const publicPart = writePublic(input.vaultId, input.parameters);
  bytes.set(publicPart, 0);
  bytes.writeBigUInt64BE(BigInt(input.revision), revisionAt);
  input.slots.forEach((slot, index) => {
    bytes.set(sealSlot(slot, index, input.vaultKey, publicPart, input.parameters.salt, random), slotsAt + index * slotBytes);
  });
  bytes.set(macOf(bytes, 0, input.macKey), macAt);
  bytes.set(sha256(bytes.subarray(0, checksumAt)), checksumAt);
  return new Uint8Array(bytes);
}
