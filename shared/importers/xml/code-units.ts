import { markedUtf16 } from '../../text/utf16-mark';

/** Code units of a text: bytes of UTF-8, or the 16-bit units of UTF-16, whichever way round they were written. */
export type Units = Uint8Array | Uint16Array;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Turns bytes, as they come, into code units of the encoding they are really in: told from the byte order mark, else from where the zero bytes of the first two characters lie (XML 1.0,
 * appendix F.1), else UTF-8. What a declaration claims does not enter. A place of a unit in the text times `unitBytes`, plus `markBytes`, is its place in the file.
 */
export class CodeUnits {
  #encoding: Encoding | null = null;
  #held: Uint8Array = new Uint8Array(0);
  markBytes = 0;

  get unitBytes(): 1 | 2 {
    return this.#encoding === 'utf-16le' || this.#encoding === 'utf-16be' ? 2 : 1;
  }

  /** The units that are whole; none before the encoding can be told. `isLast`: nothing comes after; half a unit is then nothing. */
  push(bytes: Uint8Array, isLast: boolean): Units {
    let given = joinBytes(this.#held, bytes);
    this.#held = new Uint8Array(0);
    if (this.#encoding === null) {
      if (given.length < 4 && !isLast) {
        this.#held = given;
        return new Uint8Array(0);
      }
      this.#encoding = this.#tell(given);
      given = given.subarray(this.markBytes);
    }
    if (this.#encoding === 'utf-8') return given;
    const whole = given.length & ~1;
    if (whole < given.length && !isLast) this.#held = given.slice(whole);
    const units = new Uint16Array(whole / 2);
    const [low, high] = this.#encoding === 'utf-16le' ? [0, 1] : [1, 0];
    for (let at = 0; at < whole; at += 2) units[at >> 1] = (given[at + low] ?? 0) | ((given[at + high] ?? 0) << 8);
    return units;
  }

  #tell(head: Uint8Array): Encoding {
    const marked = markedUtf16(head);
    if (marked !== null) {
      this.markBytes = 2;
      return marked;
    }
    const [first, second, third, fourth] = head;
    if (first === 0xef && second === 0xbb && third === 0xbf) this.markBytes = 3;
    return first === 0x3c && second === 0 && fourth === 0 ? 'utf-16le' : first === 0 && second === 0x3c && third === 0 ? 'utf-16be' : 'utf-8';
  }
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Both of one kind, or the first empty. */
export function joinUnits(first: Units, second: Units): Units {
  if (first.length === 0) return second;
  const both = first instanceof Uint16Array ? new Uint16Array(first.length + second.length) : new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

// A mark within the text is a character of it.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const oneByte = new TextDecoder('windows-1252');

/** The text of units; what is none becomes U+FFFD. `declaredOneByte`: the file says that it is in Latin-1 or the like, which is believed of what is no UTF-8. */
export function textOf(units: Units, declaredOneByte: boolean): string {
  if (units instanceof Uint16Array) {
    let text = '';
    for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.subarray(at, at + 4096));
    return text;
  }
  if (!declaredOneByte) return utf8.decode(units);
  try {
    return strictUtf8.decode(units);
  } catch {
    return oneByte.decode(units);
  }
}

/** The longest stretch from `from` that is no longer than `most` and ends between characters. */
export function wholeCharacters(units: Units, from: number, most: number): number {
  const end = from + most;
  if (units instanceof Uint16Array) {
    const last = units[end - 1] ?? 0;
    return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
  }
  let at = end;
  while (at > end - 4 && ((units[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
