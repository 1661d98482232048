/** A stretch of a stream held in memory, that grows at its end and is let go at its beginning. Offsets count from the stream's start. */
export class ByteWindow {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #buffer = new Uint8Array(1 << 20);
  #from = 0;
  #to = 0;
  #offset = 0;
  #isAtEnd = false;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Where in the stream `bytes` begins. */
  get offset(): number {
    return this.#offset;
  }

  /** All that is held. Good until the next `grow` or `letGo`. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(this.#from, this.#to);
  }

  /** The stream has no more than what is held. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** Reads on until `length` bytes are held, or the stream ends. */
  async grow(length: number): Promise<void> {
    while (this.#to - this.#from < length && !this.#isAtEnd) {
      const { value, done } = await this.#pieces.next();
      if (done === true) {
        this.#isAtEnd = true;
        return;
      }
      this.#append(value);
    }
  }

  letGo(length: number): void {
    const gone = Math.min(length, this.#to - this.#from);
    this.#from += gone;
    this.#offset += gone;
  }

  /** Ends the reading of a stream that is not read to its end. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  #append(piece: Uint8Array): void {
    const held = this.#to - this.#from;
    if (this.#to + piece.length > this.#buffer.length) {
      // Room is made by moving what is held to the front while that is less than half; so each byte is moved a bounded number of times.
      const size = held + piece.length;
      const target = size * 2 > this.#buffer.length ? new Uint8Array(Math.max(size * 2, 1 << 20)) : this.#buffer;
      if (target === this.#buffer) this.#buffer.copyWithin(0, this.#from, this.#to);
      else target.set(this.#buffer.subarray(this.#from, this.#to));
      this.#buffer = target;
      [this.#from, this.#to] = [0, held];
    }
    this.#buffer.set(piece, this.#to);
    this.#to += piece.length;
  }
}
