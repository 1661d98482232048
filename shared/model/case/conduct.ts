import { z } from 'zod';
import { Id } from '../identity';
import { LongText } from './evidence';

/**
 * What she says of one incident and one element of an offence (shared/picklists/conduct-elements.ts): that it supports it, or that it does not. `undecided`: she took back what she had said, and its kinds alone propose it again.
 * There is at most one for each pair.
 */
export const Conduct = z.object({
  kind: z.literal('conduct'),
  /** '' of none; an id that a later version drops stays readable. */
  elementId: z.string().max(80),
  incidentId: Id.nullable(),
  choice: z.enum(['supports', 'does-not', 'undecided']),
  /** Why, in her words. */
  words: LongText,
});
export type Conduct = z.infer<typeof Conduct>;
export type ConductChoice = Conduct['choice'];

export const emptyConduct: Conduct = { kind: 'conduct', elementId: '', incidentId: null, choice: 'undecided', words: '' };
