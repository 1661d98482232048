import { decodeWestern } from '../bytes/charsets';
import { markedUtf16 } from '../../text/utf16-mark';

/** In what a table is written. A row of `utf-8` that is no UTF-8 is read as windows-1252: Excel saves so, and files are joined. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Told from the byte order mark; without one from zero bytes in every other place. */
export function encodingOf(head: Uint8Array): Encoding {
  const marked = markedUtf16(head);
  if (marked !== null) return marked;
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
      return decodeWestern(bytes);
    }
  };
}
