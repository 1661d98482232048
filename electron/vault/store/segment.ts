import { deriveKey, hmac, openBytes, peekBytes, sameBytes, sealBytes, sha256, tagBytes, zero } from '../crypto/primitives';
import type { VaultKeys } from '../crypto/vault-keys';
import { ByteReader, ByteWriter } from './byte-layout';

/** A journal segment's bytes (docs/FORMAT.md, "Journal segments"): pure, no files. */
export const saltBytes = 32;
const headBytes = 16;
const padStep = 256;
/** The longest record a reader accepts, and so a writer makes. */
export const maxRecordBytes = 256 * 1024 * 1024;

/** Record 0 has one length, for what it says has: vault id, generation and base. */
const firstRecordBytes = headBytes + padStep + tagBytes;
/** What `readBeginning` reads of a segment: up to the head of the first transaction. */
export const beginningBytes = saltBytes + firstRecordBytes + headBytes;

/** How many records may have been cut out of a segment for that to be told from a torn tail. */
const cutOutSearch = 4096;

/** Where the chain stands: how many transactions, and the hash that binds them all. */
export interface ChainPoint {
  sequence: number;
  hash: Uint8Array;
}

export function samePoint(left: ChainPoint, right: ChainPoint): boolean {
  return left.sequence === right.sequence && sameBytes(left.hash, right.hash);
}

export function chainStart(keys: VaultKeys, vaultId: Uint8Array): ChainPoint {
  return { sequence: 0, hash: hmac(keys.chain, Buffer.from('tidemark/1/chain-start', 'ascii'), vaultId) };
}

export function chainNext(keys: VaultKeys, before: ChainPoint, payload: Uint8Array): ChainPoint {
  const sequence = before.sequence + 1;
  return { sequence, hash: hmac(keys.chain, before.hash, new ByteWriter().u64(sequence).finish(), sha256(payload)) };
}

export interface SegmentIdentity {
  vaultId: Uint8Array;
  generation: number;
  base: ChainPoint;
}

/** Seals and frames the records of one segment. */
export class SegmentCipher {
  private readonly seal: Uint8Array;
  private readonly heads: Uint8Array;

  constructor(keys: VaultKeys, salt: Uint8Array, private readonly vaultId: Uint8Array) {
    this.seal = deriveKey(keys.segments, salt, 'tidemark/1/segment-seal');
    this.heads = deriveKey(keys.segments, salt, 'tidemark/1/segment-heads');
  }

  private lengthMask(index: number): number {
    return Buffer.from(hmac(this.heads, Uint8Array.of(0), new ByteWriter().u64(index).finish())).readUInt32BE(0);
  }

  private headTag(index: number, length: number): Uint8Array {
    return hmac(this.heads, Uint8Array.of(1), new ByteWriter().u64(index).u32(length).finish()).subarray(0, 12);
  }

  private associated(index: number, before: Uint8Array): Uint8Array {
    return new ByteWriter().raw(this.vaultId).u64(index).raw(before).finish();
  }

  private nonce(index: number): Uint8Array {
    return new ByteWriter().u32(0).u64(index).finish();
  }

  /** A whole record: masked length, tag of the head, sealed payload. `before` is the chain hash it follows. */
  frame(index: number, payload: Uint8Array, before: Uint8Array): Uint8Array {
    const plain = new ByteWriter().u32(payload.length).raw(payload).padTo(padStep).finish();
    const sealed = sealBytes(this.seal, this.nonce(index), plain, this.associated(index, before));
    zero(plain);
    const masked = (sealed.length ^ this.lengthMask(index)) >>> 0;
    return new ByteWriter().u32(masked).raw(this.headTag(index, sealed.length)).raw(sealed).finish();
  }

  /** The sealed length a head announces at `offset`, or null when there is no head of record `index` there. */
  readHead(bytes: Uint8Array, offset: number, index: number): number | null {
    return this.readMaskedHead(bytes, offset, index, this.lengthMask(index));
  }

  private readMaskedHead(bytes: Uint8Array, offset: number, index: number, mask: number): number | null {
    if (offset + headBytes > bytes.length) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, headBytes);
    const length = (view.getUint32(0) ^ mask) >>> 0;
    if (length < tagBytes || length > maxRecordBytes) return null;
    return sameBytes(this.headTag(index, length), bytes.subarray(offset + 4, offset + headBytes)) ? length : null;
  }

  /**
   * Whether what lies at `offset`, in place of record `index`, is more than a crash can leave, which has one record under way: a head of
   * the record after it anywhere, or of any later one at this very place (some were cut out).
   */
  hasLaterHead(bytes: Uint8Array, offset: number, index: number): boolean {
    for (let later = index + 1; later <= index + cutOutSearch; later += 1) if (this.readHead(bytes, offset, later) !== null) return true;
    const mask = this.lengthMask(index + 1);
    for (let at = offset + 1; at + headBytes <= bytes.length; at += 1) {
      if (this.readMaskedHead(bytes, at, index + 1, mask) !== null) return true;
    }
    return false;
  }

  /** The payload of the record at `offset` whose head was read, or null when it does not verify. */
  openRecord(bytes: Uint8Array, offset: number, length: number, index: number, before: Uint8Array): Uint8Array | null {
    const from = offset + headBytes;
    if (from + length > bytes.length) return null;
    const plain = openBytes(this.seal, this.nonce(index), bytes.subarray(from, from + length), this.associated(index, before));
    if (plain === null || plain.length < 4) return null;
    const payloadBytes = new ByteReader(plain).u32();
    if (payloadBytes > plain.length - 4) return null;
    return plain.subarray(4, 4 + payloadBytes);
  }

  /** As `openRecord`, of record 0, whose own words say which hash it follows. */
  openFirst(bytes: Uint8Array, length: number): Uint8Array | null {
    const sealed = bytes.subarray(saltBytes + headBytes, saltBytes + headBytes + length);
    const words = peekBytes(this.seal, this.nonce(0), sealed);
    if (words.length < 4 + identityBytes) return null;
    return this.openRecord(bytes, saltBytes, length, 0, words.subarray(4 + identityBytes - 32, 4 + identityBytes));
  }

  forget(): void {
    zero(this.seal, this.heads);
  }
}

const identityBytes = 16 + 8 + 8 + 32;

export function encodeIdentity(identity: SegmentIdentity): Uint8Array {
  return new ByteWriter().raw(identity.vaultId).u64(identity.generation).u64(identity.base.sequence).raw(identity.base.hash).finish();
}

/** The bytes a new segment begins with: salt, then record 0, which says whose segment this is and what it follows. */
export function beginSegment(keys: VaultKeys, salt: Uint8Array, identity: SegmentIdentity): { cipher: SegmentCipher; first: Uint8Array } {
  const cipher = new SegmentCipher(keys, salt, identity.vaultId);
  const opening = cipher.frame(0, encodeIdentity(identity), identity.base.hash);
  return { cipher, first: new Uint8Array(Buffer.concat([salt, opening])) };
}

/**
 * What a segment's first `beginningBytes` say of it without knowing what it follows: `empty` where no transaction was begun, which a crash may leave; `damaged` where
 * one was and record 0 does not verify.
 */
export function readBeginning(keys: VaultKeys, vaultId: Uint8Array, bytes: Uint8Array): { generation: number } | 'empty' | 'damaged' {
  if (bytes.length < beginningBytes) return 'empty';
  const cipher = new SegmentCipher(keys, bytes.subarray(0, saltBytes), vaultId);
  try {
    if (cipher.readHead(bytes, saltBytes + firstRecordBytes, 1) === null) return 'empty';
    const payload = cipher.readHead(bytes, saltBytes, 0) === firstRecordBytes - headBytes ? cipher.openFirst(bytes, firstRecordBytes - headBytes) : null;
    return payload?.length === identityBytes ? { generation: new ByteReader(payload.subarray(16)).u64() } : 'damaged';
  } finally {
    cipher.forget();
  }
}

export interface SegmentEnd {
  /** `whole`: as the root or the file's end says. `torn`: one record at the very end was cut off. `damaged`: anything else. */
  state: 'whole' | 'torn' | 'damaged';
  point: ChainPoint;
  lengthBytes: number;
}

/**
 * Reads a segment and hands every verified payload on, in order.
 * @param until where the root says the segment was ended, or null for the newest one, which may have a torn tail.
 */
export function readSegment(
  keys: VaultKeys,
  identity: SegmentIdentity,
  bytes: Uint8Array,
  until: { lengthBytes: number; point: ChainPoint } | null,
  apply: (payload: Uint8Array, point: ChainPoint) => void,
): SegmentEnd {
  let point = identity.base;
  let at = saltBytes;
  const damaged = (): SegmentEnd => ({ state: 'damaged', point, lengthBytes: at });
  if (bytes.length < saltBytes || (until && bytes.length < until.lengthBytes)) return damaged();
  const read = until ? bytes.subarray(0, until.lengthBytes) : bytes;
  const cipher = new SegmentCipher(keys, read.subarray(0, saltBytes), identity.vaultId);
  try {
    for (let index = 0; at < read.length; index += 1) {
      const length = cipher.readHead(read, at, index);
      const payload = length === null ? null : cipher.openRecord(read, at, length, index, point.hash);
      if (length === null || payload === null) {
        const tornByCrash =
          until === null && index > 0 && (length === null || at + headBytes + length >= read.length) && !cipher.hasLaterHead(read, at, index);
        return { state: tornByCrash ? 'torn' : 'damaged', point, lengthBytes: at };
      }
      if (index === 0) {
        if (!sameBytes(payload, encodeIdentity(identity))) return damaged();
      } else {
        const next = chainNext(keys, point, payload);
        apply(payload, next);
        point = next;
      }
      zero(payload);
      at += headBytes + length;
    }
    if (at === saltBytes) return damaged();
    if (until && !samePoint(point, until.point)) return damaged();
    return { state: 'whole', point, lengthBytes: at };
  } finally {
    cipher.forget();
  }
}
