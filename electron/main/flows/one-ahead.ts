/**
 * Hands batches over in their order and lets the caller go on meanwhile: while the vault works on one batch, the next waits at its door and the one after is read and parsed, so that the vault, which is
 * the narrow place, never waits for a message to cross between processes. Never more than two are under way, so memory stays bounded.
 */
export class OneAhead<T> {
  #older: Promise<void> = Promise.resolve();
  #newest: Promise<void> = Promise.resolve();

  /** `store` must take batches in the order of its calls, and refuse each that comes behind a failed one. */
  constructor(private readonly store: (batch: T) => Promise<void>) {}

  /** Resolves when no more than one batch before this one is still under way. Rejects when one of those before failed: this one is then not handed over. */
  async add(batch: T): Promise<void> {
    await this.#older;
    this.#older = this.#newest;
    this.#newest = this.store(batch);
    this.#newest.catch(() => undefined);
  }

  /** Resolves when all that was added is stored; rejects when one was not. */
  async stored(): Promise<void> {
    const [older, newest] = await Promise.allSettled([this.#older, this.#newest]);
    for (const each of [older, newest]) if (each.status === 'rejected') throw each.reason;
  }
}
