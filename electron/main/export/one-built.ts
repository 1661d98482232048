import { Refusal } from '../../../shared/contract/errors';
import type { Id } from '../../../shared/model/identity';

/** What one may know of the export that waits. `token`: under which the window reads its pages. */
export interface BuiltOne { readonly exportId: Id; readonly planId: Id; readonly token: string }

/**
 * The one export that is being made, or waits in memory to be saved. With another that is begun, the one before goes, made or half made: the vault records the newest plan alone, and memory holds one. A lock forgets it; so does an
 * erasing of something that is in it, which then is in no memory of the shell any more.
 */
export class OneBuilt<Built extends BuiltOne> {
  readonly #withdraw: (token: string) => void;
  readonly #stop: (taskId: Id) => void;
  #waiting: Built | null = null;
  #making: { readonly taskId: Id; planId: Id | null } | null = null;

  /** `withdraw` takes pages away from the window, `stop` ends a making. */
  constructor(withdraw: (token: string) => void, stop: (taskId: Id) => void) {
    this.#withdraw = withdraw;
    this.#stop = stop;
  }

  /** A new one is being made by this task. */
  async make<T>(taskId: Id, work: () => Promise<T>): Promise<T> {
    this.letGo();
    if (this.#making !== null) this.#stop(this.#making.taskId);
    const mine = { taskId, planId: null };
    this.#making = mine;
    try {
      return await work();
    } finally {
      if (this.#making === mine) this.#making = null;
    }
  }

  /** What is being made by this task is made of this plan. */
  isOf(taskId: Id, planId: Id): void {
    if (this.#making?.taskId === taskId) this.#making.planId = planId;
  }

  /** It is made, and waits. Refuses `cancelled` when another was begun meanwhile. */
  keep(taskId: Id, built: Built): void {
    if (this.#making?.taskId !== taskId) {
      this.#withdraw(built.token);
      throw new Refusal('cancelled');
    }
    this.letGo();
    this.#waiting = built;
  }

  get waiting(): Built | null {
    return this.#waiting;
  }

  /** Refuses `not-found` of one that does not wait any more. */
  as(exportId: Id): Built {
    if (this.#waiting?.exportId !== exportId) throw new Refusal('not-found');
    return this.#waiting;
  }

  letGo(): void {
    if (this.#waiting !== null) this.#withdraw(this.#waiting.token);
    this.#waiting = null;
  }

  /** Something of this plan was erased. */
  letGoOfPlan(planId: Id): void {
    if (this.#waiting?.planId === planId) this.letGo();
    if (this.#making?.planId === planId) this.#stop(this.#making.taskId);
  }
}
