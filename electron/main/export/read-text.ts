import { decodeWestern } from '../../../shared/importers/mail/charsets';

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
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // `stream` forgives a character cut in two at the end.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return decodeWestern(bytes);
  }
}
