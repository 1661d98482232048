import { Refusal } from '../../../shared/contract/errors';
import { signalled } from '../work/signalled';
import type { PictureWindow } from '../sandboxed/picture-window';

/** What was drawn and is not taken yet; beyond that only what somebody waits for is drawn. */
const mostHeldBytes = 96 * 1024 * 1024;

/** Something being drawn. Whoever began it takes it; rejects when it could not be made, or was stopped. */
export interface BegunDrawing<T> { take(): Promise<T> }

interface Waiting { readonly at: number; isWanted: boolean; readonly start: () => void }

/**
 * Draws ahead of whoever puts a document together: one thing after another, what stands first in the document first, whenever it was begun. One at a time, for each may have a process of its own for a stranger's file that takes much memory, and
 * on two cores two at a time were slower (docs/decisions/0108-drawn-ahead.md).
 */
export class DrawingAhead {
  readonly #pictures: PictureWindow;
  readonly #waiting: Waiting[] = [];
  #isDrawing = false;
  #heldBytes = 0;
  #isEnded = false;

  /** `pictures`: its own from now on. */
  constructor(pictures: PictureWindow) { this.#pictures = pictures; }

  /** `at`: its place among all that are begun. `weigh`: bytes that what was made holds in memory until it is taken. */
  begin<T>(at: number, work: (pictures: PictureWindow) => Promise<T>, weigh: (made: T) => number): BegunDrawing<T> {
    let weight = 0;
    const turn = signalled();
    const waiting: Waiting = { at, isWanted: false, start: turn.say };
    this.#lineUp(waiting);
    const made = this.#inTurn(turn.come, async () => {
      const one = await work(this.#pictures);
      this.#heldBytes += weight = weigh(one);
      return one;
    });
    // One that is never taken, because something before it was refused, is no fault of its own.
    made.catch(() => undefined);
    return {
      take: async () => {
        waiting.isWanted = true;
        this.#startNext();
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

  #lineUp(waiting: Waiting): void {
    const before = this.#waiting.findIndex(({ at }) => at > waiting.at);
    this.#waiting.splice(before < 0 ? this.#waiting.length : before, 0, waiting);
    this.#startNext();
  }

  async #inTurn<T>(comes: Promise<void>, work: () => Promise<T>): Promise<T> {
    await comes;
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
    if (this.#isEnded) for (const one of this.#waiting.splice(0)) one.start();
    if (this.#isDrawing) return;
    // What holds the memory may stand behind what is waited for.
    const wanted = this.#waiting.findIndex(({ isWanted }) => isWanted);
    const next = wanted >= 0 ? this.#waiting.splice(wanted, 1)[0] : this.#heldBytes >= mostHeldBytes ? undefined : this.#waiting.shift();
    if (next === undefined) return;
    this.#isDrawing = true;
    next.start();
  }
}
