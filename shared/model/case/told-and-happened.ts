import { z } from 'zod';
import { Id, UtcInstant } from '../identity';
import { Contact, Given, Outcome } from './contact';
import { NamedEvidence } from './evidence';
import { DaySpan } from '../dated';

/** How long it was from one date to another; the two are the same where both are whole days. */
export const Stretch = z.object({ from: DaySpan, to: DaySpan, leastDays: z.number().int().nonnegative(), mostDays: z.number().int().nonnegative() });
export type Stretch = z.infer<typeof Stretch>;

/** One contact of a report, with what it names. Privileged notes are not in it. */
export const ToldStep = z.object({
  entryId: Id,
  firstRecordedUtc: UtcInstant,
  amended: z.boolean(),
  ...Contact.pick({ form: true, title: true, happened: true, reference: true, said: true, told: true, promised: true, cameBack: true, reportId: true, incidentIds: true }).shape,
  /** '' where none is said. */
  bodyName: z.string(),
  people: z.array(z.object({ personId: Id, name: z.string(), part: Contact.shape.people.element.shape.part })),
  /** `thing`: null of what the record does not hold. */
  given: z.array(z.object({ ...Given.shape, thing: NamedEvidence.nullable() })),
  /** `since`: from the first contact of the report to when she was told; null where that is not known, for the day of the contact says nothing of it. */
  outcomes: z.array(z.object({ ...Outcome.shape, since: Stretch.nullable() })),
  evidence: z.array(NamedEvidence),
  /** From the contact before this one that has a date; null of the first, and where it cannot be said. */
  after: Stretch.nullable(),
});
export type ToldStep = z.infer<typeof ToldStep>;

/** A report from its first contact to the last that belongs to it, in order of time; those without a date come last. Worked out from what she recorded; drafts and what is erased are not in it. */
export const ToldAndHappened = z.object({ firstId: Id, steps: z.array(ToldStep) });
export type ToldAndHappened = z.infer<typeof ToldAndHappened>;
