import { Damage } from './damage.mjs';

/** Reads the format's values (FORMAT.md, "Conventions") from bytes, one after the other, never past the end. */
export class Cursor {
  #bytes;
  #at = 0;
  #what;

  /** `what` names the thing being read, for the sentence said when it does not parse: "The root". */
  constructor(bytes, what) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#what = what;
  }

  get left() {
    return this.#bytes.length - this.#at;
  }

  fail(detail) {
    throw new Damage(`${this.#what} is sealed with the right key but does not follow the format: ${detail}.`);
  }

  take(length) {
    if (length > this.left) this.fail('a value goes past its end');
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  u8() {
    return this.take(1).readUInt8();
  }

  /** A u8 that may only be 0 or 1. */
  flag() {
    const value = this.u8();
    if (value > 1) this.fail(`${value} where only 0 or 1 may stand`);
    return value === 1;
  }

  u16() {
    return this.take(2).readUInt16BE();
  }

  u32() {
    return this.take(4).readUInt32BE();
  }

  /** A u64 MUST be below 2^53, so a JavaScript number holds it exactly. */
  u64() {
    const value = this.take(8).readBigUInt64BE();
    if (value >= 2n ** 53n) this.fail('a number of 2^53 or more');
    return Number(value);
  }

  f64() {
    return this.take(8).readDoubleBE();
  }

  /** u32 length and UTF-8. A byte order mark is a character like any other. */
  text() {
    const bytes = this.take(this.u32());
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return this.fail('a text that is not UTF-8');
    }
  }

  /** The rest MUST be zeros. */
  zerosToEnd() {
    if (this.take(this.left).some((byte) => byte !== 0)) this.fail('padding that is not zero');
  }

  end() {
    if (this.left > 0) this.fail('something follows its end');
  }
}
