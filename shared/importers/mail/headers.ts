import { asUtf8, bytesAsCharacters } from '../bytes/byte-text';
import { readText } from '../bytes/charsets';
import { mailLimits } from './limits';

/** One header field of RFC 5322 section 2.2 and where it stands: `offset` and `length` count in the bytes read, its last line end included. */
export interface HeaderField {
  /** As written; '' of a line that is no header. */
  readonly name: string;
  readonly key: string;
  readonly raw: string;
  readonly rawIs: 'utf-8' | 'bytes';
  /** Unfolded, and no word decoded. */
  readonly body: string;
  readonly offset: number;
  readonly length: number;
  /** Line ends before it, counted from `start`. */
  readonly line: number;
}

export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  /** The first byte after the empty line. */
  readonly bodyStart: number;
  /** Line ends before `bodyStart`, counted from `start`. */
  readonly lines: number;
  /** There is more of it than the limit. */
  readonly isCut: boolean;
}

const [lineFeed, carriageReturn, space, tab, colon] = [0x0a, 0x0d, 0x20, 0x09, 0x3a];

/** Reads headers from `start` up to an empty line, or `end`. */
export function readHeaders(bytes: Uint8Array, start: number, end: number): HeaderBlock {
  const fields: HeaderField[] = [];
  const limit = Math.min(end, start + mailLimits.headerBytes);
  let [at, line] = [start, 0];
  while (at < end) {
    const length = lengthOfLineEnd(bytes, at, end);
    if (length > 0) return { fields, bodyStart: at + length, lines: line + 1, isCut: false };
    if (at >= limit || fields.length >= mailLimits.headers) return { fields, ...afterHeaders(bytes, at, end, line), isCut: true };
    const from = at;
    const firstLine = line;
    do {
      const next = bytes.indexOf(lineFeed, at);
      const hasEnd = next >= 0 && next < end;
      at = hasEnd ? next + 1 : end;
      if (hasEnd) line += 1;
    } while (at < limit && (bytes[at] === space || bytes[at] === tab) && !isBlankLine(bytes, at, end));
    fields.push(fieldOf(bytes, from, at, firstLine));
  }
  return { fields, bodyStart: end, lines: line, isCut: false };
}

/** A folded line of nothing but spaces ends a field: RFC 5322 forbids it, and readers differ on whether it ends the headers. Here it does not. */
function isBlankLine(bytes: Uint8Array, at: number, end: number): boolean {
  return lengthOfLineEnd(bytes, at, end) > 0;
}

function lengthOfLineEnd(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === lineFeed) return 1;
  return bytes[at] === carriageReturn && at + 1 < end && bytes[at + 1] === lineFeed ? 2 : 0;
}

/** Beyond the limit nothing is kept, and the empty line is still looked for. */
function afterHeaders(bytes: Uint8Array, from: number, end: number, lines: number): { bodyStart: number; lines: number } {
  let [at, line] = [from, lines];
  while (at < end) {
    const length = lengthOfLineEnd(bytes, at, end);
    if (length > 0) return { bodyStart: at + length, lines: line + 1 };
    const next = bytes.indexOf(lineFeed, at);
    if (next < 0 || next >= end) break;
    at = next + 1;
    line += 1;
  }
  return { bodyStart: end, lines: line };
}

function fieldOf(bytes: Uint8Array, from: number, to: number, line: number): HeaderField {
  let end = to;
  if (end > from && bytes[end - 1] === lineFeed) {
    end -= 1;
    if (end > from && bytes[end - 1] === carriageReturn) end -= 1;
  }
  const own = bytes.subarray(from, end);
  const utf8 = asUtf8(own);
  const raw = utf8 ?? bytesAsCharacters(own);
  const shown = utf8 ?? readText(own, 'windows-1252').text;
  const separator = nameLength(own);
  const name = separator < 0 ? '' : shown.slice(0, separator).trimEnd();
  const body = (separator < 0 ? shown : shown.slice(separator + 1)).replace(/\r?\n/g, '').replace(/[\r\n]/g, ' ').trim();
  return { name, key: name.toLowerCase(), raw, rawIs: utf8 === null ? 'bytes' : 'utf-8', body, offset: from, length: to - from, line };
}

/** Where the colon is; -1 where what stands before it can be no name: RFC 5322 allows printable ASCII without spaces, and obsolete ones may have spaces before the colon. */
function nameLength(own: Uint8Array): number {
  const at = own.indexOf(colon);
  if (at <= 0 || at > 500) return -1;
  let end = at;
  while (end > 0 && (own[end - 1] === space || own[end - 1] === tab)) end -= 1;
  for (let index = 0; index < end; index += 1) {
    const byte = own[index] ?? 0;
    if (byte < 0x21 || byte > 0x7e) return -1;
  }
  return end > 0 ? at : -1;
}

/** The value of the first header of that name, in lower case; '' where there is none. */
export function firstValue(fields: readonly HeaderField[], key: string): string {
  return fields.find((field) => field.key === key)?.body ?? '';
}
