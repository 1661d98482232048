import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../shared/contract';
import type { CallError } from '../../shared/contract/errors';
import type { TaskEvent } from '../../shared/contract/tasks';
import { messages } from '../../shared/messages/en-gb';
import { sayNumber } from '../../shared/messages/plural';
import { ask, listen } from './bridge';

/** Calls that begin long work. */
export type TaskCallName = { [N in CallName]: CallOutput<N> extends { taskId: string } ? N : never }[CallName];
type Outcome = NonNullable<TaskEvent['result']>;
type OutcomeOf<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>['value'];

export interface RunningTask { label: string; fraction: number | null; figure: string }
export interface Task<K extends Outcome['kind']> {
  /** What to draw with ProgressLine while it runs, else null. */
  running: RunningTask | null;
  value: OutcomeOf<K> | null;
  error: CallError | null;
  /** Resolves with the value, or with null when it was refused or stopped (then `error` says why). */
  start: <N extends TaskCallName>(name: N, input: CallInput<N>) => Promise<OutcomeOf<K> | null>;
  cancel: () => void;
  forget: () => void;
}

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

/** One piece of long work at a time, of one kind: start, watch, stop, take the result. */
export function useTask<K extends Outcome['kind']>(kind: K): Task<K> {
  const [running, setRunning] = useState<RunningTask | null>(null);
  const [value, setValue] = useState<OutcomeOf<K> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const current = useRef<{ taskId: string | null; isToStop: boolean; early: TaskEvent[]; settle: (value: OutcomeOf<K> | null) => void } | null>(null);

  const take = useCallback((event: TaskEvent): void => {
    if (event.state === 'running') {
      setRunning(sayRunning(event));
      return;
    }
    const settle = current.current?.settle;
    current.current = null;
    setRunning(null);
    const result = event.state === 'finished' && event.result?.kind === kind ? (event.result.value as OutcomeOf<K>) : null;
    setValue(() => result);
    if (!result) setError(event.error ?? { code: event.state === 'cancelled' ? 'cancelled' : 'unexpected' });
    settle?.(result);
  }, [kind]);

  // The event of a very short task can arrive before the answer that names it: keep those that belong to nobody yet.
  useEffect(() => listen('task', (event) => {
    const now = current.current;
    if (!now) return;
    if (now.taskId === null) now.early.push(event);
    else if (event.taskId === now.taskId) take(event);
  }), [take]);

  const start = useCallback(async <N extends TaskCallName>(name: N, input: CallInput<N>): Promise<OutcomeOf<K> | null> => {
    setError(null);
    setValue(null);
    setRunning({ label: messages.ui.working, fraction: null, figure: '' });
    const ended = await new Promise<{ outcome: OutcomeOf<K> | null }>((resolve) => {
      const settle = (outcome: OutcomeOf<K> | null): void => resolve({ outcome });
      const mine: NonNullable<typeof current.current> = { taskId: null, isToStop: false, early: [], settle };
      current.current = mine;
      void ask(name, input).then((result) => {
        if (current.current !== mine) { settle(null); return; }
        if (!result.ok) { current.current = null; setRunning(null); setError(result.error); settle(null); return; }
        const { taskId } = result.value as { taskId: string };
        mine.taskId = taskId;
        if (mine.isToStop) void ask('program.cancelTask', { taskId });
        for (const event of mine.early) if (event.taskId === taskId) take(event);
      });
    });
    return ended.outcome;
  }, [take]);

  // Pressed before the answer that names the work, Stop holds all the same.
  const cancel = useCallback(() => {
    const now = current.current;
    if (now === null) return;
    if (now.taskId === null) now.isToStop = true;
    else void ask('program.cancelTask', { taskId: now.taskId });
  }, []);
  const forget = useCallback(() => { setValue(null); setError(null); }, []);
  return { running, value, error, start, cancel, forget };
}
