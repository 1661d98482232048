import { z } from 'zod';
import { Id } from '../model/identity';

/** Which process answers: the shell (dialogs, lock, printing) or the vault (the record). */
export type Home = 'main' | 'vault';

export interface CallShape<H extends Home = Home, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly home: H;
  readonly input: I;
  readonly output: O;
}

export function call<H extends Home, I extends z.ZodType, O extends z.ZodType>(home: H, input: I, output: O): CallShape<H, I, O> {
  return { home, input, output };
}

/** Nothing to say, or nothing to answer but that it is done. */
export const None = z.object({});
export const ById = z.object({ id: Id });
export const Count = z.number().int().nonnegative();

/** Long work has begun: how far it is and what it gives are told by the `task` event (tasks.ts). */
export const TaskStarted = z.object({ taskId: Id });
