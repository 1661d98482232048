/** Thrown by ByteReader when bytes that authenticated do not parse: a fault of the writer or a newer layout. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError';
}

/** Builds a byte array piece by piece; all numbers big-endian. */
export class ByteWriter {
  private bytes = Buffer.allocUnsafe(1024);
  private length = 0;

  private room(more: number): number {
    if (this.length + more > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes.fill(0);
      this.bytes = larger;
    }
    const at = this.length;
    this.length += more;
    return at;
  }

  u8(value: number): this {
    // The place first: making room may put other bytes behind `this.bytes`.
    const at = this.room(1);
    this.bytes.writeUInt8(value, at);
    return this;
  }

  u16(value: number): this {
    const at = this.room(2);
    this.bytes.writeUInt16BE(value, at);
    return this;
  }

  u32(value: number): this {
    const at = this.room(4);
    this.bytes.writeUInt32BE(value, at);
    return this;
  }

  /** A whole number up to 2^53 − 1 in eight bytes. */
  u64(value: number): this {
    const at = this.room(8);
    this.bytes.writeBigUInt64BE(BigInt(value), at);
    return this;
  }

  f64(value: number): this {
    const at = this.room(8);
    this.bytes.writeDoubleBE(value, at);
    return this;
  }

  /** The length in bytes (u32), then the text in UTF-8. Written in place: a record of an import holds tens of thousands of texts. */
  text(value: string): this {
    const most = value.length * 3;
    const at = this.room(4 + most);
    const written = this.bytes.write(value, at + 4, most, 'utf8');
    this.bytes.writeUInt32BE(written, at);
    this.length = at + 4 + written;
    return this;
  }

  raw(value: Uint8Array): this {
    const at = this.room(value.length);
    this.bytes.set(value, at);
    return this;
  }

  /** Zero bytes up to a multiple of `step`. */
  padTo(step: number): this {
    const more = (step - (this.length % step)) % step;
    const at = this.room(more);
    this.bytes.fill(0, at, at + more);
    return this;
  }

  get size(): number {
    return this.length;
  }

  /** What was written from `from` on: a view, good until more is written. */
  since(from: number): Uint8Array {
    return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + from, this.length - from);
  }

  finish(): Uint8Array {
    return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset, this.length);
  }
}

export class ByteReader {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  private take(count: number): number {
    if (this.at + count > this.bytes.length) throw new LayoutError('ends early');
    const from = this.at;
    this.at += count;
    return from;
  }

  u8(): number {
    return this.bytes.readUInt8(this.take(1));
  }

  u16(): number {
    return this.bytes.readUInt16BE(this.take(2));
  }

  u32(): number {
    return this.bytes.readUInt32BE(this.take(4));
  }

  u64(): number {
    const value = this.bytes.readBigUInt64BE(this.take(8));
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new LayoutError('number too large');
    return Number(value);
  }

  f64(): number {
    return this.bytes.readDoubleBE(this.take(8));
  }

  /** A view, not a copy. */
  raw(count: number): Uint8Array {
    const from = this.take(count);
    return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + from, count);
  }

  /** A flag that is exactly 0 or 1. */
  flag(): boolean {
    const value = this.u8();
    if (value > 1) throw new LayoutError('not a flag');
    return value === 1;
  }

  /** Everything that is left must be zero padding. */
  onlyPaddingLeft(): void {
    for (let i = this.at; i < this.bytes.length; i += 1) if (this.bytes[i] !== 0) throw new LayoutError('padding is not zero');
  }
}
