import { useCallback, useEffect, useState } from 'react';
import { ask, listen } from './bridge';
import { type RunningTask, sayRunning } from './long-task';

export interface ExampleTask { readonly running: RunningTask; readonly cancel: () => void }

/** The example while it is being made, whoever began it: its vault is open long before everything is in it. Null before and after. */
export function useExampleTask(): ExampleTask | null {
  const [at, setAt] = useState<{ taskId: string; running: RunningTask } | null>(null);
  useEffect(() => listen('task', (event) => {
    if (event.state !== 'running') setAt((before) => (before?.taskId === event.taskId ? null : before));
    else if (event.step === 'example') setAt({ taskId: event.taskId, running: sayRunning(event) });
  }), []);
  const taskId = at?.taskId;
  const cancel = useCallback(() => { if (taskId) void ask('program.cancelTask', { taskId }); }, [taskId]);
  return at && { running: at.running, cancel };
}
