import { blank, delimiter, endOfComment, endOfPicture, endOfString, endOfWord, kindOfSign, regular } from './content-signs';

/**
 * The drawing instructions of a page, read sign by sign as ISO 32000-2, 7.2 and 7.8 have them: values, then the operator they are for. Readers differ in what they make of anything else, and some stop at it.
 */
interface Taken { readonly bytes: Uint8Array; /** Whether more than a stray sign was taken out. */ readonly isPart: boolean }

const hexDigits = new Uint8Array(256);
for (const sign of '0123456789abcdefABCDEF') hexDigits[sign.charCodeAt(0)] = 1;
const [bracketOpen, less, greater, squareOpen, squareClose, slash, percent, hash] = [40, 60, 62, 91, 93, 47, 37, 35];
const zero = 48;
const longestName = 64;

/** What of the instructions is sound; null when all of it is. */
export function soundInstructions(bytes: Uint8Array): Taken | null {
  const reading = new Reading(bytes);
  reading.run();
  return reading.result;
}

interface Open { readonly isDict: boolean; items: number }

class Reading {
  readonly #bytes: Uint8Array;
  readonly #kept: [number, number][] = [];
  /** Stretches within the instruction being read that are left out of it. */
  #strays: [number, number][] = [];
  #open: Open[] = [];
  #isBad = false;
  #start = 0;
  #at = 0;
  #isPart = false;
  #isChanged = false;

  constructor(bytes: Uint8Array) { this.#bytes = bytes; }

  run(): void {
    const { length } = this.#bytes;
    while (this.#at < length) {
      const code = this.#bytes[this.#at] ?? 0;
      if (kindOfSign[code] === blank) this.#at += 1;
      else if (code === percent) this.#at = endOfComment(this.#bytes, this.#at);
      else if (kindOfSign[code] === delimiter) this.#delimited(code);
      else this.#word();
    }
    // Values without an operator draw nothing: nothing is lost with them, unless one of them was cut off.
    if (this.#isBad || this.#open.length > 0) [this.#isChanged, this.#isPart] = [true, true];
    else this.#keepTo(length);
  }

  get result(): Taken | null {
    return this.#isChanged ? { bytes: Buffer.concat(this.#kept.flatMap(([from, to]) => [this.#bytes.subarray(from, to), Buffer.from('\n')])), isPart: this.#isPart } : null;
  }

  #delimited(code: number): void {
    if (code === bracketOpen) this.#string();
    else if (code === slash) this.#name();
    else if (code === less && this.#bytes[this.#at + 1] === less) this.#begin(true, 2);
    else if (code === less) this.#hex();
    else if (code === squareOpen) this.#begin(false, 1);
    else if (code === squareClose) this.#end(false, 1);
    else if (code === greater && this.#bytes[this.#at + 1] === greater) this.#end(true, 2);
    else this.#stray(1);
  }

  #stray(length: number): void {
    this.#strays.push([this.#at, this.#at + length]);
    this.#isChanged = true;
    this.#at += length;
  }

  /** One more value, within what is open. A dictionary's keys are names. */
  #value(isName: boolean): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    if (open.isDict && open.items % 2 === 0 && !isName) this.#isBad = true;
    open.items += 1;
  }

  #begin(isDict: boolean, length: number): void {
    this.#value(false);
    this.#open.push({ isDict, items: 0 });
    this.#at += length;
  }

  #end(isDict: boolean, length: number): void {
    const open = this.#open.at(-1);
    if (open === undefined) return this.#stray(length);
    if (open.isDict !== isDict || (isDict && open.items % 2 === 1)) this.#isBad = true;
    this.#open.pop();
    this.#at += length;
  }

  #string(): void {
    const end = endOfString(this.#bytes, this.#at);
    if (end === null) this.#isBad = true;
    this.#value(false);
    this.#at = end ?? this.#bytes.length;
  }

  #hex(): void {
    let at = this.#at + 1;
    for (; at < this.#bytes.length && this.#bytes[at] !== greater; at++) {
      const code = this.#bytes[at] ?? 0;
      if (hexDigits[code] === 1 || kindOfSign[code] === blank) continue;
      this.#strays.push([at, at + 1]);
      this.#isChanged = true;
    }
    if (at >= this.#bytes.length) this.#isBad = true;
    this.#value(false);
    this.#at = at + 1;
  }

  #name(): void {
    let at = this.#at + 1;
    while (at < this.#bytes.length && kindOfSign[this.#bytes[at] ?? 0] === regular) {
      if (this.#bytes[at] === hash && (hexDigits[this.#bytes[at + 1] ?? 0] === 0 || hexDigits[this.#bytes[at + 2] ?? 0] === 0 || (this.#bytes[at + 1] === zero && this.#bytes[at + 2] === zero))) this.#isBad = true;
      at += 1;
    }
    this.#value(true);
    this.#at = at;
  }

  #word(): void {
    const from = this.#at;
    this.#at = endOfWord(this.#bytes, from);
    const word = this.#at - from > longestName ? '' : String.fromCharCode(...this.#bytes.subarray(from, this.#at));
    const isNumber = /^[+-]*[\d.-]*$/.test(word) && /\d/.test(word);
    if (isNumber || word === 'true' || word === 'false' || word === 'null') return this.#value(false);
    if (this.#open.length > 0) {
      // An operator within an array or a dictionary: that one never ended. What follows is read afresh.
      this.#isBad = true;
    }
    if (word === 'ID') this.#picture();
    else if (word !== 'BI') this.#operator();
  }

  #operator(): void {
    if (this.#isBad) [this.#isChanged, this.#isPart] = [true, true];
    else this.#keepTo(this.#at);
    this.#begun();
  }

  #begun(): void {
    [this.#start, this.#isBad, this.#open, this.#strays] = [this.#at, false, [], []];
  }

  #keepTo(end: number): void {
    let from = this.#start;
    for (const [strayFrom, strayTo] of this.#strays) {
      if (strayFrom > from) this.#kept.push([from, strayFrom]);
      from = strayTo;
    }
    if (end > from) this.#kept.push([from, end]);
  }

  #picture(): void {
    const end = endOfPicture(this.#bytes, this.#at);
    this.#at = end ?? this.#bytes.length;
    if (end === null) this.#isBad = true;
    else this.#operator();
  }
}
