import { bytesAsCharacters } from '../../bytes/byte-text';
import { longestFromLine, readFromLine, type FromLine } from './from-line';

const [lineFeed, carriageReturn, space, colon] = [0x0a, 0x0d, 0x20, 0x3a];
const from = [0x46, 0x72, 0x6f, 0x6d, space];
const longestName = 200;

/** How many bytes must be held from a line on, so that it can be judged. */
export const separatorBytes = longestFromLine + longestName + 10;

/** After a bare `From ` only these count: a text may have that word alone in a line. */
const firstHeader = /^(?:x-mozilla-[\w-]{1,20}|x-account-key|x-uidl|message-id|return-path|received|delivered-to|from|to|date|subject|mime-version|content-type|fcc|bcc|dkim-signature):/i;

/** The From_ line that begins here and is followed by a header, as every message has one; null where there is none. `mayBeBare`: this mailbox is written with bare ones. `bytes` hold `separatorBytes` from `at` on, or all there is. */
export function fromLineAt(bytes: Uint8Array, at: number, mayBeBare: boolean): FromLine | null {
  if (!beginsFrom(bytes, at)) return null;
  const end = bytes.subarray(at, at + longestFromLine + 1).indexOf(lineFeed);
  if (end < 0) return null;
  const line = bytes.subarray(at, bytes[at + end - 1] === carriageReturn ? at + end - 1 : at + end);
  const found = readFromLine(line);
  if (found === null) return null;
  const next = at + end + 1;
  if (found.isBare) return mayBeBare && firstHeader.test(bytesAsCharacters(bytes.subarray(next, next + 40))) ? found : null;
  return isHeaderAt(bytes, next) ? found : null;
}

export function beginsFrom(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < from.length; index += 1) if (bytes[at + index] !== from[index]) return false;
  return true;
}

/** A name of printable characters and a colon (RFC 5322 section 2.2); or `>From `, which some mail servers of old put first. */
function isHeaderAt(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] === 0x3e && beginsFrom(bytes, start + 1)) return true;
  for (let at = start; at < start + longestName; at += 1) {
    const byte = bytes[at];
    if (byte === colon) return at > start;
    if (byte === undefined || byte < 0x21 || byte > 0x7e) return false;
  }
  return false;
}

/** Whether a message that ends here is followed by the next or by nothing: up to two line ends, then a From_ line or the end of the file. Gives where that is; -1 where something else stands there. */
export function nextMessageAt(bytes: Uint8Array, end: number, isAtEnd: boolean, mayBeBare: boolean): number {
  let at = end;
  for (let ends = 0; ends <= 2; ends += 1) {
    if (at >= bytes.length) return isAtEnd && at === bytes.length ? at : -1;
    // Between two messages there is a line end: else the length leads into the middle of a line.
    if ((ends > 0 || bytes[at - 1] === lineFeed) && fromLineAt(bytes, at, mayBeBare) !== null) return at;
    const length = emptyLineLength(bytes, at);
    if (length === 0) return -1;
    at += length;
  }
  return -1;
}

/** 1 or 2 where a line end stands here, else 0. */
export function emptyLineLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === lineFeed) return 1;
  return bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 0;
}
