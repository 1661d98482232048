import type { CallInput, CallName, CallOutput } from '../../shared/contract';
import type { CallError } from '../../shared/contract/errors';
import type { TaskEvent } from '../../shared/contract/tasks';
import { messages } from '../../shared/messages/en-gb';
import { sayNumber } from '../../shared/messages/plural';
import { ask, listen } from './bridge';

/** Calls that begin long work. */
export type TaskCallName = { [N in CallName]: CallOutput<N> extends { taskId: string } ? N : never }[CallName];
type Outcome = NonNullable<TaskEvent['result']>;
export type OutcomeKind = Outcome['kind'];
export type OutcomeOf<K extends OutcomeKind> = Extract<Outcome, { kind: K }>['value'];

export interface RunningTask { readonly label: string; readonly fraction: number | null; readonly figure: string }

/** `running`: what to draw with ProgressLine while it runs, else null. */
export interface TaskState<K extends OutcomeKind> { readonly running: RunningTask | null; readonly value: OutcomeOf<K> | null; readonly error: CallError | null }

function sayFigure({ done, total, unit }: TaskEvent): string {
  if (done === 0 && total === 0) return '';
  const isHuge = unit === 'bytes' && Math.max(done, total) >= 1e9;
  const say = (value: number): string => (unit !== 'bytes' ? sayNumber(value) : isHuge ? (value / 1e9).toLocaleString('en-GB', { maximumFractionDigits: 2 }) : (value / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 }));
  return `${total > 0 ? messages.ui.progress(say(done), say(total)) : say(done)} ${isHuge ? messages.app.hugeUnit : messages.app.units[unit]}`;
}

/** What to draw of work that is going on. */
export function sayRunning(event: TaskEvent): RunningTask {
  return { label: messages.app.steps(event.step), fraction: event.total > 0 ? Math.min(1, event.done / event.total) : null, figure: sayFigure(event) };
}

interface Current<K extends OutcomeKind> { taskId: string | null; isToStop: boolean; readonly early: TaskEvent[]; readonly settle: (value: OutcomeOf<K> | null) => void }

/** One piece of long work at a time, of one kind: start, watch, stop, take the result. It hears of its work only between `listen` and what that gives back: a page that is gone is told nothing. */
export class LongTask<K extends OutcomeKind> {
  readonly #kind: K;
  readonly #listeners = new Set<() => void>();
  #state: TaskState<K> = { running: null, value: null, error: null };
  #current: Current<K> | null = null;

  constructor(kind: K) {
    this.#kind = kind;
  }

  readonly read = (): TaskState<K> => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The event of a very short task can arrive before the answer that names it: those that belong to nobody yet are kept. */
  readonly listen = (): (() => void) => listen('task', (event) => {
    const now = this.#current;
    if (!now) return;
    if (now.taskId === null) now.early.push(event);
    else if (event.taskId === now.taskId) this.#take(event);
  });

  /** Resolves with the value, or with null when it was refused or stopped (then `error` says why). */
  readonly start = async <N extends TaskCallName>(name: N, input: CallInput<N>): Promise<OutcomeOf<K> | null> => {
    this.#set({ running: { label: messages.ui.working, fraction: null, figure: '' }, value: null, error: null });
    const ended = await new Promise<{ outcome: OutcomeOf<K> | null }>((resolve) => {
      const settle = (outcome: OutcomeOf<K> | null): void => resolve({ outcome });
      const mine: Current<K> = { taskId: null, isToStop: false, early: [], settle };
      this.#current = mine;
      void ask(name, input).then((result) => {
        if (this.#current !== mine) { settle(null); return; }
        if (!result.ok) { this.#current = null; this.#set({ running: null, value: null, error: result.error }); settle(null); return; }
        const { taskId } = result.value as { taskId: string };
        mine.taskId = taskId;
        if (mine.isToStop) void ask('program.cancelTask', { taskId });
        for (const event of mine.early) if (event.taskId === taskId) this.#take(event);
      });
    });
    return ended.outcome;
  };

  /** Pressed before the answer that names the work, Stop holds all the same. */
  readonly cancel = (): void => {
    const now = this.#current;
    if (now === null) return;
    if (now.taskId === null) now.isToStop = true;
    else void ask('program.cancelTask', { taskId: now.taskId });
  };

  readonly forget = (): void => this.#set({ ...this.#state, value: null, error: null });

  #take(event: TaskEvent): void {
    if (event.state === 'running') {
      this.#set({ ...this.#state, running: sayRunning(event) });
      return;
    }
    const settle = this.#current?.settle;
    this.#current = null;
    const result = event.state === 'finished' && event.result?.kind === this.#kind ? (event.result.value as OutcomeOf<K>) : null;
    this.#set({ running: null, value: result, error: result ? this.#state.error : event.error ?? { code: event.state === 'cancelled' ? 'cancelled' : 'unexpected' } });
    settle?.(result);
  }

  #set(state: TaskState<K>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
