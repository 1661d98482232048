/** One piece of a content stream (ISO 32000-2, 7.8.2): a number with where it stands, or an operator; all else is `other`. */
export type ContentToken = { readonly is: 'number'; readonly value: number; readonly start: number; readonly end: number } | { readonly is: 'operator'; readonly name: string } | { readonly is: 'other' };

const blank = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)));
const numeric = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Strings are skipped whole, so that nothing within them is taken for an operator. Ends at an inline picture, whose bytes may be anything: `isWhole` says whether it came to the end. */
export function contentTokens(bytes: Uint8Array): { tokens: ContentToken[]; isWhole: boolean } {
  const tokens: ContentToken[] = [];
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (blank.has(byte)) at += 1;
    else if (byte === 0x25) at = endOf(bytes, at, (one) => one === 10 || one === 13);
    else if (byte === 0x28) {
      at = endOfString(bytes, at);
      tokens.push({ is: 'other' });
    } else if (byte === 0x3c && bytes[at + 1] !== 0x3c) {
      at = endOf(bytes, at, (one) => one === 0x3e) + 1;
      tokens.push({ is: 'other' });
    } else if (byte === 0x2f) {
      at = endOf(bytes, at + 1, (one) => blank.has(one) || delimiters.has(one));
      tokens.push({ is: 'other' });
    } else if (delimiters.has(byte)) {
      at += 1;
      tokens.push({ is: 'other' });
    } else {
      const end = endOf(bytes, at, (one) => blank.has(one) || delimiters.has(one));
      const word = String.fromCharCode(...bytes.subarray(at, end));
      if (numeric.test(word)) tokens.push({ is: 'number', value: Number(word), start: at, end });
      else tokens.push({ is: 'operator', name: word });
      at = end;
      if (word === 'BI') return { tokens, isWhole: false };
    }
  }
  return { tokens, isWhole: true };
}

function endOf(bytes: Uint8Array, from: number, ends: (byte: number) => boolean): number {
  let at = from;
  while (at < bytes.length && !ends(bytes[at] ?? 0)) at += 1;
  return at;
}

function endOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29 && --depth === 0) return at + 1;
  }
  return bytes.length;
}
