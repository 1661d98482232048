import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { BackupChecked, BackupDone } from '../../shared/contract/backup-calls';
import type { CallError } from '../../shared/contract/errors';
import type { RunningTask } from './long-task';
import { useTask } from './use-task';

/** What is being copied or read: a backup at a place, or the vault itself into the picked folder. */
export type CopyJob = { readonly what: 'back-up'; readonly placeId: string; readonly anew?: boolean } | { readonly what: 'check'; readonly placeId: string } | { readonly what: 'move'; readonly to: string; readonly name: string };

export interface CopyWork {
  /** The newest piece of such work, running or ended, until it is forgotten. */
  readonly job: CopyJob | null;
  /** What to draw while it runs, else null. */
  readonly running: RunningTask | null;
  readonly done: BackupDone | null;
  readonly checked: BackupChecked | null;
  readonly isMoved: boolean;
  readonly error: CallError | null;
  /** Resolves when it has ended, one way or the other. */
  readonly start: (job: CopyJob) => Promise<void>;
  readonly cancel: () => void;
  readonly forget: () => void;
}

const Context = createContext<CopyWork | null>(null);

/** A backup takes as long as the stick does: it goes on, and its end is not lost, while she is elsewhere in the program. One at a time. */
export function CopyWorkProvider({ children }: { children: ReactNode }) {
  const backUp = useTask('backup');
  const check = useTask('backup-checked');
  const move = useTask('moved');
  const [job, setJob] = useState<CopyJob | null>(null);
  const start = useCallback(async (next: CopyJob): Promise<void> => {
    for (const task of [backUp, check, move]) task.forget();
    setJob(next);
    if (next.what === 'back-up') await backUp.start('backup.make', { id: next.placeId, anew: next.anew === true });
    else if (next.what === 'check') await check.start('backup.check', { id: next.placeId });
    else await move.start('backup.moveVault', { to: next.to });
  }, [backUp, check, move]);
  const value = useMemo<CopyWork>(() => {
    const tasks = [backUp, check, move];
    return {
      job, running: tasks.find(({ running }) => running)?.running ?? null, done: backUp.value, checked: check.value, isMoved: move.value !== null,
      error: tasks.find(({ error }) => error)?.error ?? null, start,
      cancel: () => { for (const task of tasks) task.cancel(); },
      forget: () => { setJob(null); for (const task of tasks) task.forget(); },
    };
  }, [job, backUp, check, move, start]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useCopyWork(): CopyWork {
  const work = useContext(Context);
  if (!work) throw new Error('outside CopyWorkProvider');
  return work;
}
