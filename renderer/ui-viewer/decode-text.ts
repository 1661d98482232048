import { markedUtf16 } from '../../shared/text/utf16-mark';

/** Encodings a text can be read in, by the names of the Encoding Standard. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-2', 'windows-1251', 'windows-1256', 'shift_jis', 'gb18030'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/**
 * Tells a text's encoding from its first bytes: a byte order mark decides; UTF-16 without one shows by its zero bytes;
 * then UTF-8 when every byte fits it (a character cut at the end does not count against it); else Windows-1252, which reads anything.
 */
export function tellEncoding(bytes: Uint8Array): TextEncoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const marked = markedUtf16(bytes);
  if (marked !== null) return marked;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096) & ~1;
  for (let i = 0; i < looked; i += 1) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  if ((zeros[1] ?? 0) > looked / 5) return 'utf-16le';
  if ((zeros[0] ?? 0) > looked / 5) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
