/** The bytes of one value that may come in several pieces: up to `most`, beyond which only the beginning is kept. */
export class HeldBytes {
  #bytes = new Uint8Array(0);
  #length = 0;
  #most = 0;
  #shown = 0;
  #isTooLong = false;

  /** `shown`: how much is kept of what is longer than `most`. */
  begin(most: number, shown: number): void {
    this.#length = 0;
    this.#most = most;
    this.#shown = Math.min(most, shown);
    this.#isTooLong = false;
    if (this.#bytes.length > 1 << 20) this.#bytes = new Uint8Array(0);
  }

  /** Copies what is kept of it. */
  add(piece: Uint8Array): void {
    if (this.#isTooLong) return;
    if (this.#length + piece.length > this.#most) {
      this.#isTooLong = true;
      this.#append(piece.subarray(0, Math.max(0, this.#shown - this.#length)));
      this.#length = Math.min(this.#length, this.#shown);
      return;
    }
    this.#append(piece);
  }

  #append(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2, 1024));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#length);
    this.#length = length;
  }

  get isTooLong(): boolean {
    return this.#isTooLong;
  }

  /** All of it, or its beginning. Good until the next `begin` or `add`. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
