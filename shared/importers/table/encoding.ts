/** In what a table is written. A row of `utf-8` that is no UTF-8 is read as windows-1252: Excel saves so, and files are joined. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Told from the byte order mark; without one from zero bytes in every other place. */
export function encodingOf(head: Uint8Array): Encoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const seen = Math.min(head.length, 512) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < seen; at += 1) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = seen / 8;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : 'utf-8';
}

/** Reads one row's bytes. */
export function rowDecoder(encoding: Encoding): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return windows1252(bytes);
    }
  };
}

/** What windows-1252 has in 0x80 to 0x9f (WHATWG Encoding Standard). The decoder of Node 20 takes these for control characters. */
const high = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function windows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text.replace(/[\u0080-\u009f]/g, (character) => high[character.charCodeAt(0) - 0x80] ?? character);
}
