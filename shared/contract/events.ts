import { z } from 'zod';
import { DocumentReading } from '../model/document-reading';
import { ProgramState } from './program-calls';
import { ReadingsState } from './reading-calls';
import { TaskEvent } from './tasks';

/** Everything the program tells the window unasked. */
export const events = {
  'program-state': ProgramState,
  task: TaskEvent,
  /** How far the reading of documents is; `ended`: a step that has just ended, of a document that may be on the screen. */
  readings: z.object({ state: ReadingsState, ended: DocumentReading.pick({ documentId: true, step: true, state: true }).nullable() }),
  /**
   * The vault locks in a moment (a key, idleness, sleep, quick exit): save at once what is still being typed. `blank` true
   * (quick exit): first blank the page. It is then loaded afresh.
   */
  leaving: z.object({ blank: z.boolean() }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
