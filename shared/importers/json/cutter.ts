import { HeldBytes } from './held-bytes';
import { ValueScan } from './scan';
import { deepest, mostValues, textOfBytes, valueOf } from './value';
import type { Place } from './wanted';

/** A larger element is not read. */
export const largestElementBytes = 16 * 1024 * 1024;

/** Of what is not understood, so much is given as text. */
const shownBytes = 64 * 1024;
const longestKeyBytes = 4096;
/** By the places where it may stand. */
const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

interface Where {
  /** Byte in the file, its BOM counted; line counted from 1, by LF. */
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

export type Cut =
  /** An object or array that was asked to be opened begins (its length is 1: the bracket). */
  | ({ readonly cut: 'opened'; readonly at: string } & Where)
  /** It has ended; its place is the bracket's. */
  | ({ readonly cut: 'closed'; readonly at: string } & Where)
  /** What was asked to be taken, and its own text. */
  | ({ readonly cut: 'value'; readonly at: string; readonly value: unknown; readonly text: string } & Where)
  /** What was asked for and is not there as JSON: `at` the element that cannot be read, '' with `isRest` where nothing from here to the end of the file can. */
  | ({ readonly cut: 'not-understood'; readonly at: string; readonly text: string; readonly isRest: boolean } & Where);

/** What was asked to be taken. */
export type TakenCut = Extract<Cut, { cut: 'value' }>;

interface Opened {
  readonly place: Place;
  readonly isArray: boolean;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Cuts a JSON document (RFC 8259, UTF-8) by its bytes into what is wanted of it, each with its place. Holds one element at a time, up to `largestElementBytes`; nothing of what is passed
 * over. Neither nesting nor size of the source costs more than that. An element that cannot be read is said and the cutting goes on; where brackets and commas no longer make sense, or
 * the file ends too early, all before has been given and the rest is one stretch. Throws nothing.
 */
export class JsonCutter {
  #opened: Opened[] = [];
  #expected: Expected = 'value';
  #key: string | null = null;
  readonly #root: Place;

  /** Of the piece at hand: where it begins. */
  #base = 0;
  #line = 1;
  /** Where the last thing that was whole ended. */
  #wholeTo = { offset: 0, line: 1 };
  #isBroken = false;

  #scan: ValueScan | null = null;
  #place: Place | null = null;
  #isKey = false;
  #start = 0;
  readonly #held = new HeldBytes();
  #isHeld = false;

  constructor(wanted: Place) {
    this.#root = wanted;
  }

  /** The next bytes; they may be used again afterwards. */
  push(piece: Uint8Array): Cut[] {
    const cuts: Cut[] = [];
    let at = 0;
    while (at < piece.length) {
      if (this.#isBroken) {
        this.#held.add(piece.subarray(at));
        break;
      }
      if (this.#scan !== null) {
        const end = this.#scan.feed(piece, at);
        if (end < 0 || this.#isHeld || end - at > largestElementBytes) {
          this.#held.add(end < 0 ? piece.subarray(at) : piece.subarray(at, end));
          this.#isHeld = true;
        }
        if (end < 0) break;
        this.#endValue(cuts, this.#isHeld ? this.#held.bytes : piece.subarray(at, end), this.#base + end);
        at = end;
        continue;
      }
      const byte = piece[at] as number;
      if (byte === 0x0a) this.#line += 1;
      const isSpace = byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
      if (isSpace || byteOrderMark[this.#base + at] === byte || this.#step(byte, this.#base + at, cuts)) at += 1;
    }
    this.#base += piece.length;
    return cuts;
  }

  /** After the last byte. */
  end(): Cut[] {
    const cuts: Cut[] = [];
    if (this.#scan?.isWholeAtEnd === true && this.#opened.length === 0) this.#endValue(cuts, this.#held.bytes, this.#base);
    if (this.#isBroken || this.#expected !== 'nothing' || this.#scan !== null) {
      const { offset, line } = this.#wholeTo;
      cuts.push({ cut: 'not-understood', at: '', text: shown(this.#held.bytes), isRest: true, offset, length: this.#base - offset, line });
    }
    return cuts;
  }

  /** One byte between values; false where a value begins with it, which is then scanned from it on. */
  #step(byte: number, offset: number, cuts: Cut[]): boolean {
    const expected = this.#expected;
    const top = this.#opened.at(-1);
    if (byte === 0x2c && expected === 'comma-or-end' && top !== undefined) {
      this.#expected = top.isArray ? 'value' : 'key';
      return true;
    }
    if (byte === 0x3a && expected === 'colon') {
      this.#expected = 'value';
      return true;
    }
    if (top !== undefined && byte === (top.isArray ? 0x5d : 0x7d) && (expected === 'comma-or-end' || expected === 'value-or-end' || expected === 'key-or-end')) {
      this.#opened.pop();
      cuts.push({ cut: 'closed', at: top.place.at, offset, length: 1, line: this.#line });
      this.#endWhole(offset + 1);
      return true;
    }
    if (byte === 0x22 && (expected === 'key' || expected === 'key-or-end')) {
      this.#begin(byte, offset, null, true, longestKeyBytes);
      return false;
    }
    const isStray = byte === 0x2c || byte === 0x3a || byte === 0x5d || byte === 0x7d;
    if (isStray || (expected !== 'value' && expected !== 'value-or-end')) {
      this.#isBroken = true;
      this.#held.begin(shownBytes, shownBytes);
      return false;
    }
    const place = top === undefined ? this.#root : top.isArray ? top.place.each : (top.place.keys?.get(this.#key ?? '') ?? null);
    if (place !== null && ((byte === 0x7b && place.keys !== null) || (byte === 0x5b && place.each !== null))) {
      this.#opened.push({ place, isArray: byte === 0x5b });
      cuts.push({ cut: 'opened', at: place.at, offset, length: 1, line: this.#line });
      this.#expected = byte === 0x5b ? 'value-or-end' : 'key-or-end';
      this.#wholeTo = { offset: offset + 1, line: this.#line };
      return true;
    }
    this.#begin(byte, offset, place, false, place === null ? shownBytes : largestElementBytes);
    return false;
  }

  #begin(first: number, offset: number, place: Place | null, isKey: boolean, most: number): void {
    this.#scan = new ValueScan(first);
    this.#place = place;
    this.#isKey = isKey;
    this.#start = offset;
    this.#held.begin(most, shownBytes);
    this.#isHeld = false;
  }

  #endValue(cuts: Cut[], bytes: Uint8Array, end: number): void {
    const scan = this.#scan;
    if (scan === null) return;
    const isRead = !this.#held.isTooLong && scan.deepest <= deepest && scan.values <= mostValues;
    if (this.#isKey) {
      const key = isRead && bytes.length <= longestKeyBytes ? valueOf(bytes, 0) : null;
      this.#key = typeof key?.value === 'string' ? key.value : null;
      this.#expected = 'colon';
    } else if (this.#place !== null) {
      const { at, isTaken } = this.#place;
      const [offset, length, line] = [this.#start, end - this.#start, this.#line];
      const read = isRead ? valueOf(bytes, scan.keys) : null;
      // Nothing where something was to be opened is no fault.
      if (read !== null && isTaken) cuts.push({ cut: 'value', at, value: read.value, text: read.text, offset, length, line });
      else if (read === null || read.value !== null) cuts.push({ cut: 'not-understood', at, text: shown(bytes), isRest: false, offset, length, line });
    }
    this.#line += scan.lines;
    this.#scan = null;
    this.#held.begin(0, 0);
    if (!this.#isKey) this.#endWhole(end);
  }

  #endWhole(offset: number): void {
    this.#expected = this.#opened.length === 0 ? 'nothing' : 'comma-or-end';
    this.#wholeTo = { offset, line: this.#line };
  }
}

function shown(bytes: Uint8Array): string {
  return textOfBytes(bytes.subarray(0, shownBytes));
}
