import type { z } from 'zod';

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
