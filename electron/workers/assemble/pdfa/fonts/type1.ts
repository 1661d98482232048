import type { FontProgram } from './font-program';
import { encodings } from './letter-names';

const [fileKey, letterKey] = [55_665, 4330];
const [hsbw, escape, sbw, divide] = [13, 12, 7, 12];

/** Widths and names of glyphs in a Type 1 font program (Adobe Type 1 Font Format, 1990). `clearBytes`: of its readable beginning. Throws where it is none. */
export function readType1(given: Uint8Array, clearBytes: number): FontProgram {
  const bytes = given[0] === 0x80 ? withoutSegments(given) : given;
  const begin = Buffer.from(bytes).indexOf('eexec');
  const clear = latin(bytes.subarray(0, begin < 0 ? clearBytes : begin));
  const data = latin(shownFrom(bytes, begin < 0 ? clearBytes : begin + 5));
  const leading = Number(/\/lenIV\s+(-?\d+)/.exec(data)?.[1] ?? 4);
  // The first is the one for what is not there, wherever it stands.
  const glyphs: Uint8Array[] = [new Uint8Array()];
  const names = new Map([['.notdef', 0]]);
  const letters = data.indexOf('/CharStrings');
  if (letters < 0) throw new RangeError('no glyphs');
  const entry = /\/(\S+)\s+(\d+)\s+(?:RD|-\||\S+)\s/g;
  entry.lastIndex = data.indexOf('begin', letters);
  for (let found = entry.exec(data); found !== null; found = entry.exec(data)) {
    const [whole, name = '', size = '0'] = found;
    const from = found.index + whole.length;
    const glyph = names.get(name) ?? glyphs.length;
    names.set(name, glyph);
    const code = Buffer.from(data.slice(from, from + Number(size)), 'latin1');
    glyphs[glyph] = leading < 0 ? code : decrypted(code, letterKey).subarray(leading);
    entry.lastIndex = from + Number(size);
  }
  if (glyphs.length === 1) throw new RangeError('no glyphs');
  const codes = encodingOf(clear);
  const scale = Number(/\/FontMatrix\s*\[\s*([-+.\deE]+)/.exec(clear)?.[1] ?? 0.001) * 1000;
  return {
    glyphCount: glyphs.length,
    widthOf: (glyph) => { const width = glyphs[glyph] === undefined ? null : widthIn(glyphs[glyph]); return width === null ? null : width * scale; },
    named: (name) => names.get(name) ?? null,
    coded: (code) => codes.get(code) ?? null,
    byCid: null, cmaps: [],
  };
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** As files for Windows have it: each piece after its kind and length. */
function withoutSegments(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 0; bytes[at] === 0x80 && bytes[at + 1] !== 3; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at + 2, 4).getUint32(0, true);
    pieces.push(bytes.subarray(at + 6, at + 6 + length));
    at += 6 + length;
  }
  return Buffer.concat(pieces);
}

/** The encrypted part, read; it is bytes, or digits of them. */
function shownFrom(bytes: Uint8Array, from: number): Uint8Array {
  let at = from;
  while ([9, 10, 13, 32].includes(bytes[at] ?? 0)) at += 1;
  const isDigits = /^[0-9a-fA-F\s]{8}/.test(latin(bytes.subarray(at, at + 8)));
  return decrypted(isDigits ? Buffer.from(latin(bytes.subarray(at)).replace(/\s/g, ''), 'hex') : bytes.subarray(at), fileKey).subarray(4);
}

function decrypted(bytes: Uint8Array, key: number): Uint8Array {
  let [state, at] = [key, 0];
  const plain = new Uint8Array(bytes.length);
  for (const byte of bytes) {
    plain[at++] = byte ^ (state >> 8);
    state = ((byte + state) * 52_845 + 22_719) & 0xffff;
  }
  return plain;
}

function encodingOf(clear: string): ReadonlyMap<number, string> {
  if (/\/Encoding\s+StandardEncoding/.test(clear)) return encodings.standard;
  return new Map([...clear.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/g)].map(([, code, name]) => [Number(code), name ?? '']));
}

/** Stands at the beginning of each glyph. */
function widthIn(code: Uint8Array): number | null {
  const stack: number[] = [];
  for (let at = 0; at < code.length; ) {
    const byte = code[at] ?? 0;
    const next = code[at + 1] ?? 0;
    if (byte === hsbw) return stack[1] ?? null;
    if (byte === escape && next === sbw) return stack[2] ?? null;
    if (byte === escape && next === divide) {
      const [under = 1, over = 0] = [stack.pop(), stack.pop()];
      stack.push(over / under);
      at += 2;
    } else if (byte < 32) return null;
    else {
      stack.push(byte <= 246 ? byte - 139 : byte <= 250 ? (byte - 247) * 256 + next + 108 : byte <= 254 ? -(byte - 251) * 256 - next - 108 : (next << 24) | ((code[at + 2] ?? 0) << 16) | ((code[at + 3] ?? 0) << 8) | (code[at + 4] ?? 0));
      at += byte <= 246 ? 1 : byte <= 254 ? 2 : 5;
    }
  }
  return null;
}
