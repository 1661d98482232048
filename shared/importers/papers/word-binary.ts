import { decodingOf } from '../bytes/charsets';
import { CompoundFile } from '../mail/msg/compound-file';

/** Positions in the File Information Block of Word 97 and later ([MS-DOC] 2.5). */
const [identity, flagsAt, clxAt] = [0xa5ec, 10, 0x01a2];
const [encryptedFlag, secondTableFlag] = [0x0100, 0x0200];
/** Signs in the text that are no letters: ends of cells and paragraphs, fields, pictures. */
const signs: Readonly<Record<string, string>> = { '\u000b': '\n', '\u000c': '\n', '\r': '\n', '\u0001': '', '\u0008': '', '\u0002': '', '\u0005': '', '\u001e': '-', '\u001f': '' };

/**
 * The words of an old Word file (`.doc`, 97 to 2003), in the order in which the file keeps them: the text, then notes, heads and feet. Null where it is no such file, `locked` where it is encrypted. Only the piece table is
 * followed, each piece within its stream. `cellEnd`: what stands where a cell of a table ends; a row ends with one more.
 */
export function readWordBinary(bytes: Uint8Array, most: number, cellEnd = '\t'): string | 'locked' | null {
  const file = CompoundFile.open(bytes);
  if (file === null) return null;
  const streams = new Map(file.list(0).filter(({ isStorage }) => !isStorage).map(({ name, index }) => [name, index]));
  const [document, packed] = [streams.get('WordDocument'), streams.get('EncryptedPackage')];
  if (packed !== undefined) return 'locked';
  if (document === undefined) return null;
  const main = file.read(document).bytes;
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  if (main.length < clxAt + 8 || view.getUint16(0, true) !== identity) return null;
  const flags = view.getUint16(flagsAt, true);
  if ((flags & encryptedFlag) !== 0) return 'locked';
  const table = streams.get((flags & secondTableFlag) !== 0 ? '1Table' : '0Table');
  if (table === undefined) return null;
  const [start, length] = [view.getUint32(clxAt, true), view.getUint32(clxAt + 4, true)];
  return withoutFields(readPieces(main, file.read(table).bytes.subarray(start, start + length), most), cellEnd);
}

/** [MS-DOC] 2.9.38 (Clx), 2.8.35 (PlcPcd): positions of n+1 characters, then n pieces of eight bytes. */
function readPieces(main: Uint8Array, clx: Uint8Array, most: number): string {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > clx.length || clx[at] !== 2) return '';
  const tableBytes = Math.min(view.getUint32(at + 1, true), clx.length - at - 5);
  const count = Math.max(0, Math.floor((tableBytes - 4) / 12));
  const out: string[] = [];
  let units = 0;
  for (let piece = 0; piece < count && units < most; piece += 1) {
    const letters = view.getUint32(at + 5 + piece * 4 + 4, true) - view.getUint32(at + 5 + piece * 4, true);
    const place = view.getUint32(at + 5 + (count + 1) * 4 + piece * 8 + 2, true);
    const isNarrow = (place & 0x40000000) !== 0;
    const from = isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    if (letters <= 0 || from >= main.length) continue;
    const wanted = Math.min(letters, most - units);
    const text = (isNarrow ? decodingOf('windows-1252') : decodingOf('utf-16le'))?.decode(main.subarray(from, from + wanted * (isNarrow ? 1 : 2))) ?? '';
    units += text.length;
    out.push(text);
  }
  return out.join('');
}

/** Fields (U+0013 code U+0014 result U+0015) show their result alone; other signs become what they stand for. */
function withoutFields(text: string, cellEnd: string): string {
  const out: string[] = [];
  const inCode: boolean[] = [];
  let codes = 0;
  for (const sign of text) {
    if (sign === '\u0013') {
      inCode.push(true);
      codes += 1;
    } else if (sign === '\u0014' && inCode.at(-1) === true) {
      inCode[inCode.length - 1] = false;
      codes -= 1;
    } else if (sign === '\u0015') codes -= inCode.pop() === true ? 1 : 0;
    else if (codes === 0) out.push(sign === '\u0007' ? cellEnd : signs[sign] ?? (sign < '\u0020' && sign !== '\t' && sign !== '\n' ? '' : sign));
  }
  return out.join('').toWellFormed();
}
