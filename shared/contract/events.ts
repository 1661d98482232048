import { z } from 'zod';
import { Id } from '../model/identity';
import { CallError } from './errors';
import { ProgramState } from './program-calls';
import { TaskResult } from './record-calls';

/** Long work, told as it goes. `done` and `total` are in `unit`; `total` 0 while it is not known. */
export const TaskEvent = z.object({
  taskId: Id,
  state: z.enum(['running', 'finished', 'cancelled', 'refused']),
  step: z.enum(['reading', 'sealing', 'storing', 'gathering', 'pictures', 'printing', 'assembling', 'writing', 'example', 'copying', 'verifying', 'renewing', 'indexing']),
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
  unit: z.enum(['bytes', 'messages', 'pages', 'items']),
  result: TaskResult.nullable(),
  error: CallError.nullable(),
});
export type TaskEvent = z.infer<typeof TaskEvent>;

/** Everything the program tells the window unasked. */
export const events = {
  'program-state': ProgramState,
  task: TaskEvent,
  /**
   * The vault locks in a moment (a key, idleness, sleep, quick exit): save at once what is still being typed. `blank` true
   * (quick exit): first blank the page. It is then loaded afresh.
   */
  leaving: z.object({ blank: z.boolean() }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
