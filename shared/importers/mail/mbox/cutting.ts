import { bytesAsCharacters } from '../../bytes/byte-text';
import { mailLimits } from '../limits';
import type { FromLine } from './from-line';
import { beginsFrom, emptyLineLength, fromLineAt, nextMessageAt, separatorBytes } from './separators';
import { ByteWindow } from './window';

/** One message of an mbox, or a stretch that belongs to none (`fromLine` null). */
export interface MboxStretch {
  readonly fromLine: FromLine | null;
  /** Without its From_ line and without the empty line that the mailbox puts after it; of one that is larger than the limit, its beginning. Good until the next is asked for. */
  readonly bytes: Uint8Array;
  /** Where it begins in the file, its line there, and how long it is. */
  readonly offset: number;
  readonly line: number;
  readonly length: number;
  readonly isWhole: boolean;
  /** Its lines were quoted by the writer, as far as can be told: all but writers of mboxcl2 do. */
  readonly isQuoted: boolean;
}

const lineFeed = 0x0a;
const stepBytes = 1 << 20;
const strayBytes = 2000;

/**
 * Cuts an mbox of any size into messages, one in memory at a time; of one larger than the limit only its headers. A From_ line counts at the start of the file, after an empty line, or where no text could hold it by chance, and only if a
 * header follows: so a sentence that begins with "From " cuts nothing, quoted or not. A Content-Length that leads exactly to the next From_ line or to the end is believed (mboxcl, mboxcl2); one that leads elsewhere is not.
 */
export async function* cutMbox(pieces: AsyncIterable<Uint8Array>, limitBytes: number = mailLimits.messageBytes): AsyncGenerator<MboxStretch> {
  const window = new ByteWindow(pieces);
  // Settled by the first From_ line.
  let [line, mayBeBare, isFirst] = [1, true, true];
  try {
    await window.grow(separatorBytes);
    // A byte order mark is no part of anything.
    if (window.bytes[0] === 0xef && window.bytes[1] === 0xbb && window.bytes[2] === 0xbf) window.letGo(3);
    for (;;) {
      await window.grow(separatorBytes);
      if (window.bytes.length === 0) return;
      const fromLine = fromLineAt(window.bytes, 0, mayBeBare);
      if (isFirst && fromLine !== null) [mayBeBare, isFirst] = [fromLine.isBare || fromLine.text.startsWith('From - '), false];
      const lineLength = fromLine === null ? 0 : window.bytes.indexOf(lineFeed) + 1;
      const offset = window.offset + lineLength;
      const believed = fromLine === null ? null : await endByLength(window, lineLength, limitBytes, mayBeBare);
      const end = believed ?? (await endBySearch(window, lineLength, fromLine === null ? strayBytes : limitBytes, mayBeBare));
      const own = (end.beginning ?? window.bytes.subarray(0, end.held)).subarray(lineLength);
      const length = believed?.length ?? (end.beginning === null ? own.length - (fromLine === null ? 0 : emptyLineAtEnd(own)) : end.dropped + end.held - lineLength);
      const isWhole = end.beginning === null;
      yield { fromLine, bytes: isWhole ? own.subarray(0, length) : own, offset, line: line + (fromLine === null ? 0 : 1), length, isWhole, isQuoted: believed === null || !holdsFromLine(own.subarray(0, length)) };
      line += end.lines;
      window.letGo(end.held);
    }
  } finally {
    await window.close();
  }
}

interface End {
  /** So many bytes of the window belong to it, the From_ line included. */
  readonly held: number;
  /** So many went through the window before those. */
  readonly dropped: number;
  /** Where something was dropped: how it begins. */
  readonly beginning: Uint8Array | null;
  readonly lines: number;
}

/** By Content-Length, where it leads to the next message or the end; null where there is none, or it leads elsewhere, or beyond what is held of a message. */
async function endByLength(window: ByteWindow, lineLength: number, limitBytes: number, mayBeBare: boolean): Promise<(End & { readonly length: number }) | null> {
  let found = contentLengthIn(window.bytes, lineLength);
  for (let reach = 16 * 1024; found === 'more' && !window.isAtEnd && reach <= 2 * mailLimits.headerBytes; reach *= 4) {
    await window.grow(reach);
    found = contentLengthIn(window.bytes, lineLength);
  }
  if (found === null || found === 'more') return null;
  const end = found.bodyStart + found.contentLength;
  if (end - lineLength > limitBytes) return null;
  await window.grow(end + separatorBytes + 4);
  const next = nextMessageAt(window.bytes, end, window.isAtEnd, mayBeBare);
  return next < 0 ? null : { held: next, dropped: 0, beginning: null, lines: countLines(window.bytes.subarray(0, next)), length: end - lineLength };
}

/** The first Content-Length among the headers from `start`; null where they have none, `more` where they go on beyond what is held. Reads no more of them: most mailboxes have none. */
function contentLengthIn(bytes: Uint8Array, start: number): { contentLength: number; bodyStart: number } | 'more' | null {
  let contentLength = -1;
  for (let at = start; at < bytes.length; ) {
    const empty = emptyLineLength(bytes, at);
    if (empty > 0) return contentLength < 0 ? null : { contentLength, bodyStart: at + empty };
    const letter = bytes[at];
    if (contentLength < 0 && (letter === 0x43 || letter === 0x63)) {
      const written = /^content-length[ \t]{0,20}:[ \t]{0,20}(\d{1,12})[ \t]{0,20}\r?\n/i.exec(bytesAsCharacters(bytes.subarray(at, at + 100)))?.[1];
      if (written !== undefined) contentLength = Number(written);
    }
    const next = bytes.indexOf(lineFeed, at);
    if (next < 0) return 'more';
    at = next + 1;
  }
  return 'more';
}

/** By the next From_ line. Beyond `limitBytes` what was searched is let go. */
async function endBySearch(window: ByteWindow, lineLength: number, limitBytes: number, mayBeBare: boolean): Promise<End> {
  let beginning: Uint8Array | null = null;
  let [dropped, lines, at, searched, wasEmpty] = [0, lineLength > 0 ? 1 : 0, lineLength, lineLength, false];
  // Where this line, and not the rest of a longer one, begins at `at`.
  let isLineStart = true;
  const beginningOf = (bytes: Uint8Array): Uint8Array => bytes.slice(0, lineLength + Math.min(limitBytes, mailLimits.headerBytes));
  // Whatever the pieces it came in, what is over the limit is not held.
  const endAt = (held: number): End => ({ held, dropped, beginning: beginning ?? (held - lineLength > limitBytes ? beginningOf(window.bytes) : null), lines });
  let bytes = window.bytes;
  for (;;) {
    if (at + separatorBytes > bytes.length && !window.isAtEnd) {
      if (at + dropped - lineLength > limitBytes) {
        beginning ??= beginningOf(window.bytes);
        window.letGo(at);
        dropped += at;
        [searched, at] = [searched - at, 0];
      }
      await window.grow(at + stepBytes);
      bytes = window.bytes;
    }
    if (at >= bytes.length) return endAt(bytes.length);
    // At the very beginning stands what is being ended.
    if (isLineStart && at + dropped > 0 && beginsFrom(bytes, at)) {
      const found = fromLineAt(bytes, at, mayBeBare);
      if (found !== null && (wasEmpty || found.isUnmistakable)) return endAt(at);
    }
    if (isLineStart) wasEmpty = emptyLineLength(bytes, at) > 0;
    const next = bytes.indexOf(lineFeed, Math.max(searched, at));
    if (next >= 0) {
      lines += 1;
      at = next + 1;
      [searched, isLineStart] = [at, true];
    } else {
      at = bytes.length;
      [searched, isLineStart] = [at, false];
    }
  }
}

function emptyLineAtEnd(own: Uint8Array): number {
  const end = own.length;
  if (own[end - 1] !== lineFeed) return 0;
  if (own[end - 2] === lineFeed) return 1;
  return own[end - 2] === 0x0d && own[end - 3] === lineFeed ? 2 : 0;
}

/** Whether a line of a text begins with "From ": then its writer quotes none (mboxcl2). */
function holdsFromLine(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) if (beginsFrom(bytes, at + 1)) return true;
  return false;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}
