import { Refusal } from '../../../shared/contract/errors';

/** Work in the background runs so long at a stretch, then rests: saves and screens come in between. */
const stretchMs = 8;
const restMs = 4;
/** So long after something was asked it waits, in case she goes on; but at each step no longer, or it would never end while she writes. */
const quietMs = 120;
const waitAtMostMs = 60;

/** How busy the vault is with what was asked of it. */
export class Busyness {
  #underWay = 0;
  #lastMs = -Infinity;

  /** Runs what was asked, and is busy meanwhile and a little after. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      this.#lastMs = performance.now();
    }
  }

  get isBusy(): boolean {
    return this.#underWay > 0 || performance.now() - this.#lastMs < quietMs;
  }
}

/** Lets everything she does go before work in the background. */
export class Pace {
  #beganMs = performance.now();

  constructor(
    private readonly busyness: Pick<Busyness, 'isBusy'>,
    private readonly signal: AbortSignal,
  ) {}

  /** To be awaited between steps of a few milliseconds. Refuses `cancelled` when the work is to end. */
  async step(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#assertMayGoOn();
    if (this.busyness.isBusy) await this.#rest(waitAtMostMs);
    else if (performance.now() - this.#beganMs > stretchMs) await this.#rest(restMs);
  }

  async #rest(atMostMs: number): Promise<void> {
    const until = performance.now() + atMostMs;
    do await new Promise((resolve) => setTimeout(resolve, restMs));
    while (this.busyness.isBusy && performance.now() < until && !this.signal.aborted);
    this.#assertMayGoOn();
    this.#beganMs = performance.now();
  }

  #assertMayGoOn(): void {
    if (this.signal.aborted) throw new Refusal('cancelled');
  }
}
