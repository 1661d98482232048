import { z } from 'zod';
import { Dated } from '../model/dated';
import { Id, Sha256 } from '../model/identity';

/** One thing that was given: at a contact she wrote down, or as a numbered copy. `id`: of the contact or copy; `proof`: what she has to show for it, in words. `sha256`: of the file, where it is known. */
export const GivenThing = z.object({ from: z.enum(['contact', 'copy']), id: Id, when: z.string(), happened: Dated, to: z.string(), what: z.string(), proof: z.string(), sha256: Sha256.nullable() });
export type GivenThing = z.infer<typeof GivenThing>;
