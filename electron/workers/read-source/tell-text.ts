import { markedUtf16 } from '../../../shared/text/utf16-mark';

/** Looked at for text: enough to be sure, little enough to be quick. */
const lookedAt = 256 * 1024;

/**
 * The media type with charset when the bytes are text, else null. Encodings told: UTF-8, UTF-16 with or without a mark, and a
 * single-byte encoding called windows-1252 (the Encoding Standard's own name for what cannot be told apart).
 */
export function tellText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, lookedAt);
  if (head.length === 0) return null;
  const charset = tellCharset(head);
  if (charset === null) return null;
  const text = new TextDecoder(charset).decode(head.subarray(0, 4096)).trimStart();
  return `${tellKind(text)}; charset=${charset}`;
}

function tellCharset(head: Uint8Array): string | null {
  const marked = markedUtf16(head);
  if (marked !== null) return readsAsText(head, marked) ? marked : null;
  if (head.includes(0)) return tellUtf16(head);
  if (hasControls(head)) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    // Bytes that windows-1252 leaves without a character, or hardly a letter among them: no text.
    const letters = head.reduce((count, byte) => count + (byte >= 0x20 && byte < 0x7f ? 1 : 0), 0);
    return letters > head.length / 2 ? 'windows-1252' : null;
  }
}

function readsAsText(head: Uint8Array, charset: 'utf-16le' | 'utf-16be'): boolean {
  return !/[\u0000-\u0008\u000e-\u001a\ufffd]/.test(new TextDecoder(charset).decode(head.subarray(0, head.length & ~1), { stream: true }));
}

/** Control characters that no text holds; tab, line ends, page feed and escape are allowed. */
function hasControls(head: Uint8Array): boolean {
  return head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b);
}

/** UTF-16 without a mark: one half of nearly every pair is zero in any text with spaces and line ends in it. */
function tellUtf16(head: Uint8Array): string | null {
  const pairs = head.length >> 1;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [high = 0, low = 0] = zeros;
  const charset = low > pairs / 5 && high === 0 ? 'utf-16le' : high > pairs / 5 && low === 0 ? 'utf-16be' : null;
  return charset !== null && readsAsText(head, charset) ? charset : null;
}

function tellKind(text: string): string {
  if (/^<!doctype html|^<html[\s>]/i.test(text)) return 'text/html';
  if (/^<svg[\s>]/i.test(text) || (text.startsWith('<?xml') && /<svg[\s>]/.test(text))) return 'image/svg+xml';
  if (text.startsWith('<?xml')) return 'text/xml';
  if (isWebArchive(text)) return 'multipart/related';
  if (/^(?:(?:received|return-path|delivered-to|from|to|date|subject|message-id|mime-version|x-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){3,}/i.test(text) && /^(?:from|date|message-id):/im.test(text)) return 'message/rfc822';
  return 'text/plain';
}

/** A page that a browser saved in one file (MHTML, RFC 2557), as Chromium and Internet Explorer write its head; a mail has the same form. */
function isWebArchive(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  return /^content-type:\s*multipart\/related/im.test(head) && (/^from:\s*["<]?saved by /im.test(head) || /^snapshot-content-location:/im.test(head));
}
