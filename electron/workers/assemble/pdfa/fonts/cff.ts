import { cffStrings } from './cff-strings';
import { charstringWidth } from './charstring-width';
import type { FontProgram } from './font-program';
import { encodings } from './letter-names';

interface Index { readonly items: readonly Uint8Array[]; readonly end: number }
type Entries = ReadonlyMap<number, readonly number[]>;
interface Private { readonly usual: number; readonly nominal: number; readonly subrs: readonly Uint8Array[] }

/** Operators of dictionaries; those of two bytes are 1200 and the second (Adobe Technical Note 5176, 9). */
const operators = { charset: 15, encoding: 16, charStrings: 17, private: 18, subrs: 19, usual: 20, nominal: 21, matrix: 1207, ros: 1230, fdArray: 1236, fdSelect: 1237 } as const;

/** Widths and names of glyphs in a Compact Font Format file (Adobe Technical Notes 5176 and 5177). Throws where it is none. */
export function readCff(bytes: Uint8Array): FontProgram {
  const names = indexAt(bytes, bytes[2] ?? 4);
  const tops = indexAt(bytes, names.end);
  const strings = indexAt(bytes, tops.end);
  const globals = indexAt(bytes, strings.end).items;
  const top = entriesOf(tops.items[0] ?? new Uint8Array());
  const first = (key: number, otherwise: number): number => top.get(key)?.[0] ?? otherwise;
  const glyphs = indexAt(bytes, first(operators.charStrings, 0)).items;
  if (glyphs.length === 0) throw new RangeError('no glyphs');
  const isKeyed = top.has(operators.ros);
  const charset = charsetOf(bytes, first(operators.charset, 0), glyphs.length, isKeyed);
  const fonts = isKeyed ? indexAt(bytes, first(operators.fdArray, 0)).items.map(entriesOf) : [top];
  const privates = fonts.map((font) => privateOf(bytes, font));
  const fontOf = isKeyed ? selectOf(bytes, first(operators.fdSelect, 0), glyphs.length) : () => 0;
  const nameOf = (sid: number): string => cffStrings[sid] ?? latin(strings.items[sid - cffStrings.length] ?? new Uint8Array());
  const glyphNamed = isKeyed ? new Map<string, number>() : new Map(charset.map((sid, glyph) => [nameOf(sid), glyph]));
  const cids = new Map(charset.map((cid, glyph) => [cid, glyph]));
  const codes = isKeyed ? new Map<number, string>() : encodingOf(bytes, first(operators.encoding, 0), (glyph) => nameOf(charset[glyph] ?? 0), nameOf);
  return {
    glyphCount: glyphs.length,
    widthOf: (glyph) => {
      const code = glyphs[glyph];
      const of = privates[fontOf(glyph)];
      if (code === undefined || of === undefined) return null;
      const said = charstringWidth(code, of.subrs, globals);
      const scale = (top.get(operators.matrix)?.[0] ?? (isKeyed ? (fonts[fontOf(glyph)]?.get(operators.matrix)?.[0] ?? 0.001) : 0.001)) * 1000;
      return said === 'unreadable' ? null : (said === null ? of.usual : of.nominal + said) * scale;
    },
    named: (name) => glyphNamed.get(name) ?? null,
    coded: (code) => codes.get(code) ?? null,
    byCid: isKeyed ? (cid) => cids.get(cid) ?? null : null,
    cmaps: [],
  };
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function indexAt(bytes: Uint8Array, at: number): Index {
  const count = u16(bytes, at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = bytes[at + 2] ?? 1;
  const offset = (index: number): number => Array.from({ length: size }, (_, byte) => bytes[at + 3 + index * size + byte] ?? 0).reduce((sum, byte) => sum * 256 + byte, 0);
  const data = at + 2 + (count + 1) * size;
  return { items: Array.from({ length: count }, (_, index) => bytes.subarray(data + offset(index), data + offset(index + 1))), end: data + offset(count) };
}

function entriesOf(bytes: Uint8Array): Entries {
  const found = new Map<number, number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte <= 21) {
      const key = byte === 12 ? 1200 + (bytes[at + 1] ?? 0) : byte;
      at += byte === 12 ? 2 : 1;
      found.set(key, operands);
      operands = [];
    } else if (byte === 30) {
      const [value, end] = realAt(bytes, at + 1);
      operands.push(value);
      at = end;
    } else if (byte === 28) {
      operands.push((u16(bytes, at + 1) << 16) >> 16);
      at += 3;
    } else if (byte === 29) {
      operands.push((u16(bytes, at + 1) << 16) | u16(bytes, at + 3));
      at += 5;
    } else if (byte <= 246) {
      operands.push(byte - 139);
      at += 1;
    } else {
      const next = bytes[at + 1] ?? 0;
      operands.push(byte <= 250 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108);
      at += 2;
    }
  }
  return found;
}

function realAt(bytes: Uint8Array, from: number): [number, number] {
  const signs = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];
  let text = '';
  for (let at = from; at < bytes.length; at++) {
    for (const half of [(bytes[at] ?? 0) >> 4, (bytes[at] ?? 0) & 15]) {
      if (half === 15) return [Number(text), at + 1];
      text += signs[half] ?? '';
    }
  }
  return [Number(text), bytes.length];
}

function privateOf(bytes: Uint8Array, font: Entries): Private {
  const [size = 0, at = 0] = font.get(operators.private) ?? [];
  const held = entriesOf(bytes.subarray(at, at + size));
  const subrs = held.get(operators.subrs)?.[0];
  return { usual: held.get(operators.usual)?.[0] ?? 0, nominal: held.get(operators.nominal)?.[0] ?? 0, subrs: subrs === undefined ? [] : indexAt(bytes, at + subrs).items };
}

/** By glyph its number of a name, or its CID. */
function charsetOf(bytes: Uint8Array, at: number, count: number, isKeyed: boolean): number[] {
  // Of the three that every reader knows only the usual one is by number what it says.
  if (at <= 2) return Array.from({ length: count }, (_, glyph) => (at === 0 || isKeyed ? glyph : 0));
  const all = [0];
  const format = bytes[at] ?? 0;
  if (format === 0) {
    while (all.length < count) all.push(u16(bytes, at + 1 + 2 * (all.length - 1)));
    return all;
  }
  for (let range = at + 1; all.length < count && range < bytes.length; range += format === 1 ? 3 : 4) {
    const left = format === 1 ? (bytes[range + 2] ?? 0) : u16(bytes, range + 2);
    for (let more = 0; more <= left && all.length < count; more++) all.push(u16(bytes, range) + more);
  }
  return all;
}

function selectOf(bytes: Uint8Array, at: number, count: number): (glyph: number) => number {
  if (bytes[at] === 0) return (glyph) => bytes[at + 1 + glyph] ?? 0;
  const ranges = Array.from({ length: u16(bytes, at + 1) }, (_, index) => ({ first: u16(bytes, at + 3 + 3 * index), font: bytes[at + 5 + 3 * index] ?? 0 }));
  return (glyph) => (glyph < count ? (ranges.findLast(({ first }) => first <= glyph)?.font ?? 0) : 0);
}

function encodingOf(bytes: Uint8Array, at: number, nameOfGlyph: (glyph: number) => string, nameOf: (sid: number) => string): ReadonlyMap<number, string> {
  if (at <= 1) return encodings.standard;
  const found = new Map<number, string>();
  const format = bytes[at] ?? 0;
  const count = bytes[at + 1] ?? 0;
  let [glyph, place] = [1, at + 2];
  for (let index = 0; index < count; index++) {
    const code = bytes[place] ?? 0;
    const left = (format & 0x7f) === 0 ? 0 : (bytes[place + 1] ?? 0);
    for (let more = 0; more <= left; more++) found.set(code + more, nameOfGlyph(glyph++));
    place += (format & 0x7f) === 0 ? 1 : 2;
  }
  if ((format & 0x80) !== 0) for (let index = 0; index < (bytes[place] ?? 0); index++) found.set(bytes[place + 1 + 3 * index] ?? 0, nameOf(u16(bytes, place + 2 + 3 * index)));
  return found;
}
