import { z } from 'zod';
import { Dated } from '../dated';
import { Id, UtcInstant } from '../identity';
import { Officer, PersonRole } from '../person';
import { CaseEntry } from './case-entry';

/** Somebody who knew, or who could have looked, as they are named in a list or a request. `name`: '' of somebody erased. */
export const LookUpPerson = z.object({ personId: Id, name: z.string(), role: PersonRole, officer: Officer });
export type LookUpPerson = z.infer<typeof LookUpPerson>;

/** One suspected look-up with everything that a list or a request says of it; never its privileged note. */
export const ListedLookUp = z.object({
  id: Id,
  status: CaseEntry.shape.status,
  title: z.string(),
  known: z.string(),
  happened: Dated,
  knowableSince: Dated,
  who: LookUpPerson.nullable(),
  through: z.array(LookUpPerson),
  systems: z.array(z.string()),
  searchTerms: z.string(),
  sayInRequest: z.string(),
  hasOtherWays: z.boolean(),
  /** Exhibit marks issued to its evidence; what has none yet is only counted. */
  marks: z.array(z.string()),
  unmarkedCount: z.number().int().nonnegative(),
  firstRecordedUtc: UtcInstant.nullable(),
});
export type ListedLookUp = z.infer<typeof ListedLookUp>;
