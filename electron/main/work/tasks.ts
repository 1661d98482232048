import { randomBytes } from 'node:crypto';
import { Refusal, type CallError } from '../../../shared/contract/errors';
import type { TaskEvent, TaskResult } from '../../../shared/contract/tasks';

export type TaskStep = TaskEvent['step'];
export type TaskUnit = TaskEvent['unit'];

/** What long work holds while it runs. */
export interface RunningTask {
  readonly id: string;
  /** Aborted when she cancels or the vault locks. Work must then stop by itself and leave nothing half-done. */
  readonly signal: AbortSignal;
  progress(step: TaskStep, done: number, total: number, unit: TaskUnit): void;
}

/** Where the result of work ends up: a lock may wait for what goes into the vault; what is only on the screen, or in memory until she has saved it, is gone with the lock anyway. */
type EndsIn = 'vault' | 'window';

interface Entry {
  readonly endsIn: EndsIn;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  last: Pick<TaskEvent, 'step' | 'done' | 'total' | 'unit'>;
  saidAt: number;
}

const sayEveryMs = 60;
/** With the closing of the vault and her last words, a lock stays within two seconds. */
const cancelWithinMs = 700;

/** All long work of the program: started here, told to the window from here, stopped here. */
export class Tasks {
  readonly #running = new Map<string, Entry>();
  readonly #say: (event: TaskEvent) => void;
  readonly #onCancel: (taskId: string) => void;

  /** `onCancel` passes a cancellation on to the vault's part of the work. */
  constructor(say: (event: TaskEvent) => void, onCancel: (taskId: string) => void) {
    this.#say = say;
    this.#onCancel = onCancel;
  }

  /** Starts work and returns at once. Its result, refusal or cancellation is told by the `task` event. */
  start(first: TaskStep, unit: TaskUnit, endsIn: EndsIn, work: (task: RunningTask) => Promise<TaskResult>): { taskId: string } {
    const id = randomBytes(16).toString('hex');
    const abort = new AbortController();
    const task: RunningTask = { id, signal: abort.signal, progress: (step, done, total, of) => this.#progress(id, { step, done, total, unit: of }) };
    const last = { step: first, done: 0, total: 0, unit };
    // The first word comes after the call has answered: the window must know the id it belongs to.
    const ended = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => {
        this.#tell(id, 'running', last, null, null);
        if (abort.signal.aborted) throw new Refusal('cancelled');
        return work(task);
      })
      .then((result) => this.#end(id, 'finished', result, null), (error: unknown) => this.#end(id, abort.signal.aborted ? 'cancelled' : 'refused', null, asCallError(error, abort.signal.aborted)));
    this.#running.set(id, { endsIn, abort, ended, last, saidAt: 0 });
    return { taskId: id };
  }

  /** Whether something is on its way into the vault. */
  get isBringingIn(): boolean {
    return [...this.#running.values()].some(({ endsIn }) => endsIn === 'vault');
  }

  /** Progress that the vault told about its part of a task. The step stays what it was. */
  note(taskId: string, done: number, total: number, unit: TaskUnit): void {
    const entry = this.#running.get(taskId);
    if (entry !== undefined) this.#progress(taskId, { step: entry.last.step, done, total, unit });
  }

  cancel(taskId: string): void {
    const entry = this.#running.get(taskId);
    if (entry === undefined) return;
    entry.abort.abort();
    this.#onCancel(taskId);
  }

  /** Cancels everything; resolves when all has ended, after 0.7 seconds at the latest. */
  async cancelAll(): Promise<void> {
    const endings = [...this.#running.entries()].map(([id, entry]) => {
      this.cancel(id);
      return entry.ended;
    });
    if (endings.length === 0) return;
    await Promise.race([Promise.all(endings), new Promise((resolve) => setTimeout(resolve, cancelWithinMs))]);
    this.#running.clear();
  }

  #progress(id: string, at: Entry['last']): void {
    const entry = this.#running.get(id);
    if (entry === undefined) return;
    const stepChanged = entry.last.step !== at.step;
    entry.last = at;
    if (!stepChanged && Date.now() - entry.saidAt < sayEveryMs) return;
    entry.saidAt = Date.now();
    this.#tell(id, 'running', at, null, null);
  }

  #end(id: string, state: TaskEvent['state'], result: TaskResult | null, error: CallError | null): void {
    const entry = this.#running.get(id);
    if (entry === undefined) return;
    this.#running.delete(id);
    this.#tell(id, state, entry.last, result, error);
  }

  #tell(taskId: string, state: TaskEvent['state'], last: Entry['last'], result: TaskResult | null, error: CallError | null): void {
    this.#say({ taskId, state, ...last, result, error });
  }
}

/** What the covered page is told of work: how far it is and how it ended, and nothing of what came in or of a file's name. */
export function withoutContent(event: TaskEvent): TaskEvent {
  return { ...event, result: null, error: event.error && { code: event.error.code } };
}

function asCallError(error: unknown, aborted: boolean): CallError {
  if (aborted) return { code: 'cancelled' };
  return error instanceof Refusal ? { code: error.code, file: error.file } : { code: 'unexpected' };
}
