import { blank, delimiter, endOfComment, endOfString, endOfWord, kindOfSign } from './content-signs';

/** One piece of a content stream (ISO 32000-2, 7.8.2) with where it stands, from `start` to before `end`: a number, an operator, or anything else. */
export type ContentToken = { readonly start: number; readonly end: number } & ({ readonly is: 'number'; readonly value: number } | { readonly is: 'operator'; readonly name: string } | { readonly is: 'other' });

/** Strings are skipped whole, so that nothing within them is taken for an operator. Ends at an inline picture, whose bytes may be anything: `isWhole` says whether it came to the end. */
export function contentTokens(bytes: Uint8Array): { tokens: ContentToken[]; isWhole: boolean } {
  const tokens: ContentToken[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const byte = bytes[at] ?? 0;
    if (kindOfSign[byte] === blank) at += 1;
    else if (byte === 0x25) at = endOfComment(bytes, at);
    else if (byte === 0x28) {
      at = endOfString(bytes, at) ?? bytes.length;
      tokens.push({ is: 'other', start, end: at });
    } else if (byte === 0x3c && bytes[at + 1] !== 0x3c) {
      const end = bytes.indexOf(0x3e, at);
      at = (end < 0 ? bytes.length : end) + 1;
      tokens.push({ is: 'other', start, end: at });
    } else if (byte === 0x2f) {
      at = endOfWord(bytes, at + 1);
      tokens.push({ is: 'other', start, end: at });
    } else if (kindOfSign[byte] === delimiter) {
      at += 1;
      tokens.push({ is: 'other', start, end: at });
    } else {
      const end = endOfWord(bytes, at);
      const value = numberFrom(bytes, at, end);
      const name = value === null ? wordFrom(bytes, at, end) : '';
      tokens.push(value === null ? { is: 'operator', name, start, end } : { is: 'number', value, start, end });
      at = end;
      if (name === 'BI') return { tokens, isWhole: false };
    }
  }
  return { tokens, isWhole: true };
}

const [zero, nine, plus, minus, point] = [48, 57, 43, 45, 46];
/** A number of so many digits, divided by so large a power of ten, is the nearest there is: both are exact. */
const exactDigits = 15;
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** null: it is no number. Digit by digit, since most of what is drawn is numbers and a string for each was most of the time. */
function numberFrom(bytes: Uint8Array, from: number, to: number): number | null {
  const sign = bytes[from] ?? 0;
  let [digits, mantissa, scale] = [0, 0, 0];
  for (let at = sign === plus || sign === minus ? from + 1 : from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= zero && byte <= nine) {
      digits += 1;
      mantissa = mantissa * 10 + byte - zero;
      scale *= 10;
    } else if (byte === point && scale === 0) scale = 1;
    else return null;
  }
  if (digits === 0) return null;
  if (digits > exactDigits) return numeric.test(wordFrom(bytes, from, to)) ? Number(wordFrom(bytes, from, to)) : null;
  const value = scale > 1 ? mantissa / scale : mantissa;
  return sign === minus ? -value : value;
}

function wordFrom(bytes: Uint8Array, from: number, to: number): string {
  let word = '';
  for (let at = from; at < to; at += 1) word += String.fromCharCode(bytes[at] ?? 0);
  return word;
}
