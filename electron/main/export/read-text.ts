import { decodeWestern } from '../../../shared/importers/bytes/charsets';
import { markedUtf16 } from '../../../shared/text/utf16-mark';

const mostPrintedBytes = 1_000_000;

export interface PrintedText { readonly text: string; readonly shownBytes: number; readonly wholeBytes: number }

/**
 * A text file's words: UTF-8, UTF-16 by its byte order mark, else Windows-1252, in which every byte means something. Only the first million
 * bytes print. null when it holds NUL characters and so is not text.
 */
export function readText(bytes: Uint8Array): PrintedText | null {
  const shown = bytes.subarray(0, mostPrintedBytes);
  const text = decode(shown, shown.length < bytes.length);
  return text.includes('\0') ? null : { text, shownBytes: shown.length, wholeBytes: bytes.length };
}

function decode(bytes: Uint8Array, isCut: boolean): string {
  const marked = markedUtf16(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  try {
    // `stream` forgives a character cut in two at the end.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return decodeWestern(bytes);
  }
}
