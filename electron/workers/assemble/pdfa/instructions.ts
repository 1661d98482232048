import { blank, delimiter, endOfComment, endOfPicture, endOfWord, kindOfSign } from '../content-signs';

/** A value before an operator (ISO 32000-1, 7.8.2). Names without their stroke, `#` undone; dictionaries by such names. */
export type Operand = number | boolean | null | { readonly name: string } | { readonly bytes: Uint8Array } | readonly Operand[] | ReadonlyMap<string, Operand>;

/** An operator with what stands before it. A picture within the instructions is one: `BI`, with its dictionary. */
export interface Instruction { readonly operator: string; readonly operands: readonly Operand[] }

export const isName = (operand: Operand | undefined): operand is { readonly name: string } => typeof operand === 'object' && operand !== null && 'name' in operand;
export const isString = (operand: Operand | undefined): operand is { readonly bytes: Uint8Array } => typeof operand === 'object' && operand !== null && 'bytes' in operand;

const numeric = /^[+-]*(?:\d+\.?\d*|\.\d+)$/;
const latin = new TextDecoder('latin1');

/** Reads instructions one after another. Throws where they are none: a string or an array that never ends. */
export function* instructionsOf(bytes: Uint8Array): Generator<Instruction> {
  const reader = new Reader(bytes);
  let operands: Operand[] = [];
  for (let item = reader.next(); item !== 'end'; item = reader.next()) {
    if ('value' in item) operands.push(item.value);
    else if (item.word === 'BI') {
      yield { operator: 'BI', operands: [reader.picture()] };
      operands = [];
    } else {
      yield { operator: item.word, operands };
      operands = [];
    }
  }
}

type Item = { readonly value: Operand } | { readonly word: string };

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) { this.#bytes = bytes; }

  next(): Item | 'end' {
    this.#skipBlank();
    const code = this.#bytes[this.#at];
    if (code === undefined) return 'end';
    if (code === 0x2f) return { value: { name: this.#name() } };
    if (code === 0x28) return { value: { bytes: this.#string() } };
    if (code === 0x3c) return { value: this.#bytes[this.#at + 1] === 0x3c ? this.#dictionary() : { bytes: this.#hex() } };
    if (code === 0x5b) return { value: this.#array() };
    if (kindOfSign[code] === delimiter) throw new RangeError('a stray sign');
    const word = this.#word();
    if (numeric.test(word)) return { value: Number(word.replace(/^[+-]*(?=[+-])/, '')) };
    return word === 'true' || word === 'false' ? { value: word === 'true' } : word === 'null' ? { value: null } : { word };
  }

  /** After `BI`: its dictionary, and past its dots. */
  picture(): ReadonlyMap<string, Operand> {
    const held = new Map<string, Operand>();
    for (;;) {
      const key = this.next();
      if (key === 'end') throw new RangeError('a picture that never begins');
      if ('word' in key) {
        if (key.word !== 'ID') throw new RangeError('no picture');
        break;
      }
      const value = this.next();
      if (value === 'end' || 'word' in value || !isName(key.value)) throw new RangeError('no picture');
      held.set(key.value.name, value.value);
    }
    const end = endOfPicture(this.#bytes, this.#at);
    if (end === null) throw new RangeError('a picture that never ends');
    this.#at = end;
    return held;
  }

  #skipBlank(): void {
    for (;;) {
      const code = this.#bytes[this.#at];
      if (code === 0x25) this.#at = endOfComment(this.#bytes, this.#at);
      else if (code !== undefined && kindOfSign[code] === blank) this.#at += 1;
      else return;
    }
  }

  #word(): string {
    const from = this.#at;
    this.#at = endOfWord(this.#bytes, from);
    return latin.decode(this.#bytes.subarray(from, this.#at));
  }

  #name(): string {
    this.#at += 1;
    const written = this.#word();
    return written.includes('#') ? written.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : written;
  }

  #string(): Uint8Array {
    const out: number[] = [];
    let depth = 0;
    for (; this.#at < this.#bytes.length; this.#at++) {
      const code = this.#bytes[this.#at] ?? 0;
      if (code === 0x5c) this.#escaped(out);
      else {
        if (code === 0x29 && --depth === 0) {
          this.#at += 1;
          return Uint8Array.from(out);
        }
        if (code === 0x28 && depth++ === 0) continue;
        out.push(code);
      }
    }
    throw new RangeError('a string that never ends');
  }

  /** At a backslash; leaves it at the last sign that belongs to it. */
  #escaped(out: number[]): void {
    const code = this.#bytes[++this.#at] ?? 0;
    const plain = ({ 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 } as Record<number, number>)[code];
    if (plain !== undefined) out.push(plain);
    else if (code >= 0x30 && code <= 0x37) {
      let value = 0;
      for (let digits = 0; digits < 3; digits++, this.#at++) {
        const digit = this.#bytes[this.#at] ?? 0;
        if (digit < 0x30 || digit > 0x37) break;
        value = value * 8 + digit - 0x30;
      }
      this.#at -= 1;
      out.push(value & 0xff);
    } else if (code === 13) {
      if (this.#bytes[this.#at + 1] === 10) this.#at += 1;
    } else if (code !== 10) out.push(code);
  }

  #hex(): Uint8Array {
    const end = this.#bytes.indexOf(0x3e, this.#at);
    if (end < 0) throw new RangeError('a string that never ends');
    const digits = latin.decode(this.#bytes.subarray(this.#at + 1, end)).replace(/[\0\s]/g, '');
    if (!/^(?:[0-9a-fA-F]{2})*$/.test(digits)) throw new RangeError('half a byte');
    this.#at = end + 1;
    return Uint8Array.from(Buffer.from(digits, 'hex'));
  }

  #array(): readonly Operand[] {
    this.#at += 1;
    const held: Operand[] = [];
    for (;;) {
      this.#skipBlank();
      if (this.#bytes[this.#at] === 0x5d) {
        this.#at += 1;
        return held;
      }
      held.push(this.#value());
    }
  }

  #dictionary(): ReadonlyMap<string, Operand> {
    this.#at += 2;
    const held = new Map<string, Operand>();
    for (;;) {
      this.#skipBlank();
      if (this.#bytes[this.#at] === 0x3e && this.#bytes[this.#at + 1] === 0x3e) {
        this.#at += 2;
        return held;
      }
      const key = this.#value();
      if (!isName(key)) throw new RangeError('no dictionary');
      held.set(key.name, this.#value());
    }
  }

  #value(): Operand {
    const item = this.next();
    if (item === 'end' || 'word' in item) throw new RangeError('a list that never ends');
    return item.value;
  }
}
