import type { FilePlace } from '../../../../shared/model/file-claims';
import type { BufferedSource } from '../byte-source';

/** One entry of a directory. `bytes`: its value as it stands, no more than `mostValueBytes`; `place`: of the value. */
export interface TiffField {
  readonly directory: DirectoryKind;
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Buffer;
  readonly isLittle: boolean;
  readonly place: FilePlace;
}
export type DirectoryKind = 'image' | 'exif' | 'gps' | 'interoperability' | 'thumbnail' | 'apple';

export interface Directories {
  readonly fields: readonly TiffField[];
  /** Directories that are pages of their own: not reduced copies. */
  readonly pageCount: number;
  readonly isDamaged: boolean;
  readonly isCut: boolean;
}

const typeBytes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4 };
const pointers: Readonly<Record<number, DirectoryKind>> = { 0x8769: 'exif', 0x8825: 'gps', 0xa005: 'interoperability' };
const mostValueBytes = 64 * 1024;
const mostEntries = 1000;
const mostDirectories = 10_000;
const mostFields = 2000;
const newSubfileType = 254;

/**
 * Reads the directories of a TIFF structure (TIFF 6.0; EXIF is one within a picture) in these bytes of the source. `isFile`: the file is itself a TIFF, and the directories that follow
 * the first are pages; within a picture the second describes a thumbnail. Every directory is read once, however they point at each other. Entries that point past the end are left out and said (`isDamaged`).
 */
export async function readDirectories(source: BufferedSource, { offset: base, length }: FilePlace, isFile: boolean): Promise<Directories> {
  const header = await source.read(base, 8);
  const isLittle = header.toString('latin1', 0, 2) === 'II';
  if (header.length < 8 || (!isLittle && header.toString('latin1', 0, 2) !== 'MM') || uint16(header, 2, isLittle) !== 42) return { fields: [], pageCount: 1, isDamaged: true, isCut: false };
  return readFrom(source, { base, end: base + length, isLittle, isFile, first: uint32(header, 4, isLittle), kind: 'image' });
}

/** Apple's maker note: `Apple iOS`, then a directory whose offsets count from the note's beginning. Null for any other maker's. */
export async function readAppleNote(source: BufferedSource, place: FilePlace): Promise<Directories | null> {
  const head = await source.read(place.offset, 14);
  if (head.length < 14 || head.toString('latin1', 0, 10) !== 'Apple iOS\0') return null;
  return readFrom(source, { base: place.offset, end: place.offset + place.length, isLittle: head.toString('latin1', 12, 14) === 'II', isFile: false, first: 14, kind: 'apple' });
}

interface Start {
  readonly base: number;
  /** No value may reach past it. */
  readonly end: number;
  readonly isLittle: boolean;
  readonly isFile: boolean;
  readonly first: number;
  readonly kind: DirectoryKind;
}

async function readFrom(source: BufferedSource, { base, end, isLittle, isFile, first, kind }: Start): Promise<Directories> {
  const fields: TiffField[] = [];
  const waiting: { at: number; kind: DirectoryKind; isMain: boolean }[] = [{ at: first, kind, isMain: true }];
  const seen = new Set<number>();
  let pageCount = 0;
  let isDamaged = false;
  let isCut = false;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next.at === 0 || seen.has(next.at)) continue;
    seen.add(next.at);
    if (seen.size > mostDirectories) { isCut = true; break; }
    const counted = await source.read(base + next.at, 2);
    const count = counted.length < 2 ? 0 : uint16(counted, 0, isLittle);
    const entries = await source.read(base + next.at + 2, count * 12 + 4);
    if (count === 0 || entries.length < Math.min(count, mostEntries) * 12) isDamaged = true;
    let isReduced = false;
    const whole = Math.min(count, mostEntries, Math.floor(entries.length / 12));
    if (count > mostEntries) isCut = true;
    for (let entry = 0; entry < whole; entry += 1) {
      const at = entry * 12;
      const tag = uint16(entries, at, isLittle);
      const type = uint16(entries, at + 2, isLittle);
      const values = uint32(entries, at + 4, isLittle);
      const sizeBytes = (typeBytes[type] ?? 0) * values;
      if (sizeBytes === 0) { isDamaged ||= typeBytes[type] === undefined; continue; }
      const offset = sizeBytes <= 4 ? base + next.at + 2 + at + 8 : base + uint32(entries, at + 8, isLittle);
      if (offset + sizeBytes > end) { isDamaged = true; continue; }
      if (next.isMain && tag === newSubfileType) isReduced = (uint32(entries, at + 8, isLittle) & 1) === 1;
      const pointsTo = next.kind === 'apple' ? undefined : pointers[tag];
      if (pointsTo !== undefined && sizeBytes === 4) { waiting.unshift({ at: uint32(entries, at + 8, isLittle), kind: pointsTo, isMain: false }); continue; }
      // Of a TIFF of many pages the first says what it is; of the others only that they are there.
      if (isFile && next.isMain && pageCount > 0) continue;
      if (fields.length >= mostFields) { isCut = true; continue; }
      const bytes = await source.read(offset, Math.min(sizeBytes, mostValueBytes));
      fields.push({ directory: next.kind, tag, type, count: values, bytes, isLittle, place: { offset, length: sizeBytes } });
    }
    if (!next.isMain) continue;
    if (!isReduced) pageCount += 1;
    const following = count * 12 + 4 <= entries.length ? uint32(entries, count * 12, isLittle) : 0;
    // After Apple's directory there is no other; what stands there is data.
    if (next.kind !== 'apple') waiting.push({ at: following, kind: isFile ? 'image' : 'thumbnail', isMain: true });
  }
  return { fields, pageCount: isFile ? Math.max(1, pageCount) : 1, isDamaged, isCut };
}

function uint16(bytes: Buffer, at: number, isLittle: boolean): number {
  return isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
}

function uint32(bytes: Buffer, at: number, isLittle: boolean): number {
  return isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
