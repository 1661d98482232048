/**
 * Hands batches over one after another, each as soon as the one before it is stored, and lets the caller go on meanwhile: while the vault's disk works on one batch, the next is read, parsed and on its way.
 * Never more than one is under way, so memory stays what it was.
 */
export class OneAhead<T> {
  #underWay: Promise<void> = Promise.resolve();

  constructor(private readonly store: (batch: T) => Promise<void>) {}

  /** Resolves when the batch before this one is stored. Rejects when that one failed: this one is then not handed over. */
  async add(batch: T): Promise<void> {
    await this.#underWay;
    this.#underWay = this.store(batch);
    this.#underWay.catch(() => undefined);
  }

  /** Resolves when all that was added is stored; rejects when it was not. */
  stored(): Promise<void> {
    return this.#underWay;
  }
}
