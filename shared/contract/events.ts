import { z } from 'zod';
import { ProgramState } from './program-calls';
import { TaskEvent } from './tasks';

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
