const shortText = 24;

/** A stretch of a stream, held from one place to the last that came, with the lines counted up to the place that was asked for last. */
export class HeldBytes {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #bytes = new Uint8Array(1 << 17);
  #length = 0;
  #offset = 0;
  #line = 1;
  #lineOffset = 0;

  /** The place one past the last byte that came. */
  get end(): number {
    return this.#offset + this.#length;
  }

  take(piece: Uint8Array): void {
    if (this.#length + piece.length > this.#bytes.length) {
      const larger = new Uint8Array((this.#length + piece.length) * 2);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
  }

  /** Lets go of all before a place. */
  dropTo(offset: number): void {
    if (offset <= this.#offset) return;
    this.lineAt(offset);
    this.#bytes.copyWithin(0, offset - this.#offset, this.#length);
    this.#length -= offset - this.#offset;
    this.#offset = offset;
  }

  /** Good until the next piece is taken; of what was let go, nothing. */
  bytes(start: number, end: number): Uint8Array {
    return start < this.#offset ? new Uint8Array(0) : this.#bytes.subarray(start - this.#offset, end - this.#offset);
  }

  /** UTF-8; bytes that are no text become U+FFFD. */
  text(start: number, end: number): string {
    // Names and most values are a few plain letters, and the decoder takes long to begin.
    if (end - start > shortText || start < this.#offset) return this.#decoder.decode(this.bytes(start, end));
    let text = '';
    for (let at = start - this.#offset; at < end - this.#offset; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      if (byte >= 0x80) return this.#decoder.decode(this.bytes(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** The line (1-based) of a place at or after the one asked for last. */
  lineAt(offset: number): number {
    for (let at = this.#lineOffset; at < offset; at += 1) if (this.#bytes[at - this.#offset] === 0x0a) this.#line += 1;
    this.#lineOffset = Math.max(this.#lineOffset, offset);
    return this.#line;
  }
}
