import { useEffect, useState, useSyncExternalStore } from 'react';
import { LongTask, type OutcomeKind, type TaskState } from './long-task';

export interface Task<K extends OutcomeKind> extends TaskState<K>, Pick<LongTask<K>, 'start' | 'cancel' | 'forget'> {}

/** One piece of long work at a time, of one kind, for as long as what asks for it is drawn. */
export function useTask<K extends OutcomeKind>(kind: K): Task<K> {
  const [task] = useState(() => new LongTask(kind));
  useEffect(() => task.listen(), [task]);
  const { running, value, error } = useSyncExternalStore(task.subscribe, task.read);
  return { running, value, error, start: task.start, cancel: task.cancel, forget: task.forget };
}
