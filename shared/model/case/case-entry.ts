import { z } from 'zod';
import { Dated, DaySpan } from '../dated';
import { Id, UtcInstant } from '../identity';
import { Conduct, emptyConduct } from './conduct';
import { Contact, emptyContact } from './contact';
import { CounterAllegation, emptyCounterAllegation } from './counter-allegation';
import { Deadline, emptyDeadline } from './deadline';
import { Disclosure, emptyDisclosure } from './disclosure';
import { emptyLookUp, LookUp } from './look-up';
import { emptyNarrative, Narrative } from './narrative';
import { emptyTie, Tie } from './tie';
import { emptyTurningPoint, TurningPoint } from './turning-point';

/** What an entry of the case says. One shape for each kind; `kind` never changes. */
export const CaseContent = z.discriminatedUnion('kind', [Contact, Tie, CounterAllegation, LookUp, Disclosure, Deadline, Narrative, TurningPoint, Conduct]);
export type CaseContent = z.infer<typeof CaseContent>;

export const CaseKind = z.enum(['contact', 'tie', 'counter-allegation', 'look-up', 'disclosure', 'deadline', 'narrative', 'turning-point', 'conduct']);
export type CaseKind = z.infer<typeof CaseKind>;

export const emptyCaseContent: { readonly [K in CaseKind]: Extract<CaseContent, { kind: K }> } = {
  contact: emptyContact, tie: emptyTie, 'counter-allegation': emptyCounterAllegation, 'look-up': emptyLookUp, disclosure: emptyDisclosure, deadline: emptyDeadline, narrative: emptyNarrative, 'turning-point': emptyTurningPoint,
  conduct: emptyConduct,
};

/**
 * Whether a change of what is in the record needs her reason. Not of what she works on again and again: a reason for each word put right in a narrative would be asked of nobody. Their versions are kept all the same.
 */
export const needsReason: { readonly [K in CaseKind]: boolean } = { contact: true, tie: true, 'counter-allegation': true, 'look-up': true, disclosure: false, deadline: false, narrative: false, 'turning-point': true, conduct: false };

export const CaseVersion = z.object({ number: z.number().int().min(1), atUtc: UtcInstant, reason: z.string().max(5000), content: CaseContent });
export type CaseVersion = z.infer<typeof CaseVersion>;

/**
 * One entry of the case, kept as an incident is: begun as a draft; "this is my record" makes version 1, first recorded then and for ever; every later change is a version of its own; erased, its trace stays.
 */
export const CaseEntry = z.object({
  id: Id,
  kind: CaseKind,
  status: z.enum(['draft', 'recorded', 'erased']),
  begunUtc: UtcInstant,
  firstRecordedUtc: UtcInstant.nullable(),
  content: CaseContent,
  versions: z.array(CaseVersion),
  /** A change she has begun and not yet kept; survives lock and kill. */
  pending: CaseContent.nullable(),
  erased: z.object({ atUtc: UtcInstant, reason: z.string() }).nullable(),
});
export type CaseEntry = z.infer<typeof CaseEntry>;

/** One line of a list of entries. `title`: hers, or what stands for it ('' where there is nothing yet). */
export const CaseRow = z.object({
  id: Id,
  kind: CaseKind,
  status: CaseEntry.shape.status,
  title: z.string(),
  opening: z.string(),
  happened: Dated,
  span: DaySpan,
  /** What form or rule it has ('' without), so that a list can say it and narrow by it. */
  form: z.string(),
  reference: z.string(),
  personIds: z.array(Id),
  /** The force, court or other body it is with. */
  bodyId: Id.nullable().default(null),
  /** The contact that it belongs to. */
  reportId: Id.nullable(),
  evidenceCount: z.number().int().nonnegative(),
  hasOutcome: z.boolean(),
  amended: z.boolean(),
  firstRecordedUtc: UtcInstant.nullable(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** The same without the note that is for her solicitor alone. */
export function withoutPrivileged<C extends CaseContent>(content: C): C {
  return 'privilegedNote' in content ? { ...content, privilegedNote: '' } : content;
}
