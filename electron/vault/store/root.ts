import { deriveKey, openBytes, sealBytes, zero, type RandomSource } from '../crypto/primitives';
import type { VaultKeys } from '../crypto/vault-keys';
import { ByteReader, ByteWriter, LayoutError } from './byte-layout';
import { nameBytes } from './object-names';
import type { ChainPoint } from './segment';

/** The root (docs/FORMAT.md, "Root"): which snapshot and segments are the vault, sealed in two equal copies. */
export interface SegmentEntry {
  name: string;
  base: ChainPoint;
  /** Where writing to it ended; null only for the newest segment. */
  end: { lengthBytes: number; point: ChainPoint } | null;
  /** Bytes after its end were cut off a torn record; the file is kept when its generation goes. */
  tornTail: boolean;
}

export interface Generation {
  number: number;
  /** null for the first generation, which begins with an empty database. */
  snapshot: { name: string; imageBytes: number } | null;
  base: ChainPoint;
  segments: SegmentEntry[];
}

export interface Root {
  rootSequence: number;
  current: Generation;
  previous: Generation | null;
  /** Objects that nobody removes: torn segments, and what a newer record left where an older root was put back. */
  setAside: string[];
}

/** Their number is a u16. */
export const mostSetAside = 65_535;

const rootVersion = 1;
const rootSaltBytes = 32;
const padStep = 4096;
const overhead = rootSaltBytes + 16;

function writePoint(writer: ByteWriter, point: ChainPoint): void {
  writer.u64(point.sequence).raw(point.hash);
}

function readPoint(reader: ByteReader): ChainPoint {
  return { sequence: reader.u64(), hash: reader.raw(32).slice() };
}

function writeName(writer: ByteWriter, name: string): void {
  writer.raw(Buffer.from(name, 'hex'));
}

function readName(reader: ByteReader): string {
  return Buffer.from(reader.raw(nameBytes)).toString('hex');
}

function writeGeneration(writer: ByteWriter, generation: Generation): void {
  writer.u64(generation.number).u8(generation.snapshot ? 1 : 0);
  if (generation.snapshot) {
    writeName(writer, generation.snapshot.name);
    writer.u64(generation.snapshot.imageBytes);
  }
  writePoint(writer, generation.base);
  writer.u16(generation.segments.length);
  for (const segment of generation.segments) {
    writeName(writer, segment.name);
    writePoint(writer, segment.base);
    writer.u8(segment.tornTail ? 1 : 0).u8(segment.end ? 1 : 0);
    if (segment.end) writePoint(writer.u64(segment.end.lengthBytes), segment.end.point);
  }
}

function readGeneration(reader: ByteReader): Generation {
  const number = reader.u64();
  const snapshot = reader.flag() ? { name: readName(reader), imageBytes: reader.u64() } : null;
  const base = readPoint(reader);
  const segments = Array.from({ length: reader.u16() }, (): SegmentEntry => {
    const name = readName(reader);
    const segmentBase = readPoint(reader);
    const tornTail = reader.flag();
    const end = reader.flag() ? { lengthBytes: reader.u64(), point: readPoint(reader) } : null;
    return { name, base: segmentBase, end, tornTail };
  });
  return { number, snapshot, base, segments };
}

export function encodeRoot(root: Root): Uint8Array {
  const writer = new ByteWriter().u16(rootVersion).u64(root.rootSequence).u8(root.previous ? 2 : 1);
  writeGeneration(writer, root.current);
  if (root.previous) writeGeneration(writer, root.previous);
  writer.u16(root.setAside.length);
  for (const name of root.setAside) writeName(writer, name);
  return writer.finish();
}

export function decodeRoot(bytes: Uint8Array): Root {
  const reader = new ByteReader(bytes);
  if (reader.u16() !== rootVersion) throw new LayoutError('unknown root');
  const rootSequence = reader.u64();
  const generations = reader.u8();
  if (generations !== 1 && generations !== 2) throw new LayoutError('generations');
  const current = readGeneration(reader);
  const previous = generations === 2 ? readGeneration(reader) : null;
  const setAside = Array.from({ length: reader.u16() }, () => readName(reader));
  reader.onlyPaddingLeft();
  return { rootSequence, current, previous, setAside };
}

/** Snapshots and segments, and what is set aside. */
export function objectsNamedBy(root: Root): Set<string> {
  const named = new Set(root.setAside);
  for (const generation of [root.current, root.previous]) {
    if (generation?.snapshot) named.add(generation.snapshot.name);
    for (const segment of generation?.segments ?? []) named.add(segment.name);
  }
  return named;
}

function associated(vaultId: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('root', 'ascii'), vaultId]);
}

/** Salt, then the padded root under a key of its own: each writing has a fresh key, so its nonce is zero. */
export function sealRoot(keys: VaultKeys, vaultId: Uint8Array, root: Root, random: RandomSource): Uint8Array {
  const salt = random(rootSaltBytes);
  const encoded = encodeRoot(root);
  const padded = new Uint8Array(Math.ceil((encoded.length + overhead) / padStep) * padStep - overhead);
  padded.set(encoded);
  const key = deriveKey(keys.root, salt, 'tidemark/1/root-seal');
  const sealed = sealBytes(key, new Uint8Array(12), padded, associated(vaultId));
  zero(key);
  return new Uint8Array(Buffer.concat([salt, sealed]));
}

/** null when the copy does not verify. */
export function openRoot(keys: VaultKeys, vaultId: Uint8Array, bytes: Uint8Array): Root | null {
  if (bytes.length < overhead) return null;
  const key = deriveKey(keys.root, bytes.subarray(0, rootSaltBytes), 'tidemark/1/root-seal');
  const plain = openBytes(key, new Uint8Array(12), bytes.subarray(rootSaltBytes), associated(vaultId));
  zero(key);
  return plain === null ? null : decodeRoot(plain);
}
