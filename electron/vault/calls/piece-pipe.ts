/** Hands pieces from calls to a reader, one at a time: `push` resolves when the reader has taken the piece. */
export class PiecePipe implements AsyncIterable<Uint8Array> {
  #waiting: { piece: Uint8Array | null; taken: () => void } | null = null;
  #wake: (() => void) | null = null;

  /** null ends the stream. */
  push(piece: Uint8Array | null): Promise<void> {
    return new Promise((taken) => {
      this.#waiting = { piece, taken };
      this.#wake?.();
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#waiting === null) await new Promise<void>((wake) => (this.#wake = wake));
      this.#wake = null;
      const next = this.#waiting as { piece: Uint8Array | null; taken: () => void } | null;
      this.#waiting = null;
      next?.taken();
      if (next === null || next.piece === null) return;
      yield next.piece;
    }
  }
}
