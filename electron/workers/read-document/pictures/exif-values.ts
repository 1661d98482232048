import { readText } from '../../../../shared/importers/bytes/charsets';
import type { TiffField } from './tiff-directories';

/** Longest value that is shown; what is longer is named by its size. */
const mostNumbers = 64;

/** The numbers of an entry; a fraction is divided, one over nothing is NaN. */
export function numbersOf({ type, count, bytes, isLittle }: TiffField): number[] {
  const numbers: number[] = [];
  const size = ({ 1: 1, 3: 2, 4: 4, 5: 8, 6: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4 } as Readonly<Record<number, number>>)[type];
  if (size === undefined) return numbers;
  for (let at = 0; at + size <= bytes.length && numbers.length < Math.min(count, mostNumbers); at += size) {
    numbers.push(type === 5 || type === 10 ? whole(bytes, at, type === 5 ? 4 : 9, isLittle) / whole(bytes, at + 4, type === 5 ? 4 : 9, isLittle) : whole(bytes, at, type, isLittle));
  }
  return numbers;
}

/** An entry's text: ASCII, the UTF-8 that many programs put there, or Windows' UTF-16; without what no eye sees. '' for numbers. */
export function textOf({ directory, tag, type, bytes }: TiffField): string {
  if (type === 2 || type === 129) return cleanText(readText(bytes, '').text);
  // Windows writes its own tags as bytes of UTF-16.
  if (directory === 'image' && tag >= 0x9c9b && tag <= 0x9c9f) return cleanText(new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)));
  return '';
}

/** UserComment and its like (EXIF 2.32, 4.6.6.B): eight bytes that name the code, then the text. '' when there is none. */
export function commentOf({ bytes, isLittle }: TiffField): string {
  const code = bytes.toString('latin1', 0, 8).replace(/\0+$/, '').toUpperCase();
  const rest = bytes.subarray(8);
  if (code === 'UNICODE') return cleanText(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(rest.subarray(0, rest.length & ~1)));
  return code === 'ASCII' || code === '' ? cleanText(readText(rest, '').text) : '';
}

/** The value as words: text, numbers with fractions as they are written, or how many bytes there are. */
export function sayValue(field: TiffField): string {
  const text = textOf(field);
  if (text !== '' || field.type === 2) return text;
  if (field.type === 5 || field.type === 10) return fractions(field);
  if (field.type !== 7) {
    const numbers = numbersOf(field);
    return numbers.length < field.count ? `${numbers.slice(0, 8).map(short).join(' ')} …` : numbers.map(short).join(' ');
  }
  const isVersion = field.count === 4 && /^[0-9]{4}$/.test(field.bytes.toString('latin1'));
  if (isVersion) return field.bytes.toString('latin1');
  return field.count <= 8 ? [...field.bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ') : '';
}

/** Without control characters, marks of direction and what stands for nothing; at most 2,000 units. */
export function cleanText(text: string): string {
  const end = text.indexOf('\0');
  const until = end < 0 ? text : text.slice(0, end).trim() === '' ? text.replaceAll('\0', '') : text.slice(0, end);
  return until.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim().slice(0, 2000).toWellFormed();
}

function fractions({ type, count, bytes, isLittle }: TiffField): string {
  const said: string[] = [];
  const kind = type === 5 ? 4 : 9;
  for (let at = 0; at + 8 <= bytes.length && said.length < 16; at += 8) {
    const above = whole(bytes, at, kind, isLittle);
    const below = whole(bytes, at + 4, kind, isLittle);
    said.push(below === 1 ? String(above) : `${above}/${below}`);
  }
  return said.length < count ? `${said.join(' ')} …` : said.join(' ');
}

function short(number: number): string {
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(9)));
}

function whole(bytes: Buffer, at: number, type: number, isLittle: boolean): number {
  switch (type) {
    case 1: return bytes.readUInt8(at);
    case 3: return isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
    case 4: case 13: return isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    case 6: return bytes.readInt8(at);
    case 8: return isLittle ? bytes.readInt16LE(at) : bytes.readInt16BE(at);
    case 9: return isLittle ? bytes.readInt32LE(at) : bytes.readInt32BE(at);
    case 11: return isLittle ? bytes.readFloatLE(at) : bytes.readFloatBE(at);
    default: return isLittle ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at);
  }
}
