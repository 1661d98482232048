import { Refusal } from '../../../shared/contract/errors';
import type { PictureWindow } from '../sandboxed/picture-window';

/** What was drawn and is not taken yet; beyond that the next waits. */
const mostHeldBytes = 96 * 1024 * 1024;

/** Something being drawn. Whoever began it takes it, in the order in which things were begun; rejects when it could not be made, or was stopped. */
export interface BegunDrawing<T> { take(): Promise<T> }

/**
 * Draws ahead of whoever puts a document together: one thing after another, in the order in which they are begun. One at a time, for each may have a process of its own for a stranger's file that takes much memory, and
 * on two cores two at a time were slower (docs/decisions/0108-drawn-ahead.md).
 */
export class DrawingAhead {
  readonly #pictures: PictureWindow;
  readonly #queue: (() => void)[] = [];
  #isDrawing = false;
  #heldBytes = 0;
  #isEnded = false;

  /** `pictures`: its own from now on. */
  constructor(pictures: PictureWindow) { this.#pictures = pictures; }

  /** `weigh`: bytes that what was made holds in memory until it is taken. */
  begin<T>(work: (pictures: PictureWindow) => Promise<T>, weigh: (made: T) => number): BegunDrawing<T> {
    let weight = 0;
    const made = this.#inTurn(async () => {
      const one = await work(this.#pictures);
      this.#heldBytes += weight = weigh(one);
      return one;
    });
    // One that is never taken, because something before it was refused, is no fault of its own.
    made.catch(() => undefined);
    return {
      take: async () => {
        try {
          return await made;
        } finally {
          this.#heldBytes -= weight;
          weight = 0;
          this.#startNext();
        }
      },
    };
  }

  /** Nothing is begun any more, and the window is gone. */
  end(): void {
    this.#isEnded = true;
    this.#startNext();
    void this.#pictures.close();
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.#queue.push(start);
      this.#startNext();
    });
    if (this.#isEnded) throw new Refusal('cancelled');
    try {
      return await work();
    } finally {
      this.#isDrawing = false;
      // Work that was stopped may have opened its window after it was closed.
      if (this.#isEnded) void this.#pictures.close();
      this.#startNext();
    }
  }

  #startNext(): void {
    if (this.#isEnded) for (const start of this.#queue.splice(0)) start();
    if (this.#isDrawing || this.#heldBytes >= mostHeldBytes) return;
    const start = this.#queue.shift();
    this.#isDrawing = start !== undefined;
    start?.();
  }
}
