import { Refusal } from '../../../shared/contract/errors';
import type { Released, SweepReport } from '../../../shared/model/sweep';

/** What she has decided of what the sweep found in one built export. In memory, as the export is. */
export class SweepDecisions {
  readonly #report: SweepReport;
  readonly #isOverLimit: boolean;
  readonly #reasons: Map<string, string>;

  /** `isOverLimit`: of a court's bundle that is longer than it may be without a permission; nothing but a permission settles that. `reasons`: what was decided of the same hits before, by their ids. */
  constructor(report: SweepReport, isOverLimit = false, reasons: ReadonlyMap<string, string> = new Map()) {
    this.#report = report;
    this.#isOverLimit = isOverLimit;
    this.#reasons = new Map(reasons);
  }

  /** Of each hit that stands, why. */
  get reasons(): ReadonlyMap<string, string> { return this.#reasons; }

  /** Lets hits stand, with her reason. Gives all that stand. */
  release(hitIds: readonly string[], reason: string): string[] {
    const known = new Set(this.#report.hits.map(({ id }) => id));
    if (hitIds.some((id) => !known.has(id))) throw new Refusal('not-found');
    if (reason.trim() === '') throw new Refusal('reason-needed');
    for (const id of hitIds) this.#reasons.set(id, reason.trim());
    return [...this.#reasons.keys()];
  }

  takeBack(hitIds: readonly string[]): string[] {
    for (const id of hitIds) this.#reasons.delete(id);
    return [...this.#reasons.keys()];
  }

  /** What is recorded with the export. Refuses `sweep-open` while anything is not decided, or more was found than is listed; `permission-needed`. */
  settled(): Released[] {
    if (this.#isOverLimit) throw new Refusal('permission-needed');
    if (this.#report.isCut) throw new Refusal('sweep-open');
    return this.#report.hits.map(({ id, what, factId, place: { where, page }, count }) => {
      const reason = this.#reasons.get(id);
      if (reason === undefined) throw new Refusal('sweep-open');
      return { what, factId, where, page, count, reason };
    });
  }
}
