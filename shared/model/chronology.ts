import { z } from 'zod';
import { toldKinds } from './case/told-in-chronology';
import { Dated, DaySpan } from './dated';
import { Id, UtcInstant } from './identity';

/**
 * What a line of the chronology is: an incident, an entry of the case of a kind that is told there (case/told-in-chronology.ts), a document or marked messages. The one list of them: filters, selections, words and pages are by this name.
 */
export const ChronologySubject = z.enum(['incident', ...toldKinds, 'document', 'excerpt']);
export type ChronologySubject = z.infer<typeof ChronologySubject>;

/** What narrows the chronology. Empty means all. Days are inclusive; a vague date matches when its span touches the period. */
export const ChronologyFilter = z.object({
  fromDay: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/),
  toDay: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/),
  personIds: z.array(Id),
  kinds: z.array(z.string()),
  /** Entries and documents that carry one of them, and messages marked in a conversation that does. */
  tagIds: z.array(Id),
  hasEvidence: z.boolean().nullable(),
  show: z.array(ChronologySubject),
  /** Full-text; '' for none. */
  text: z.string().max(500),
});
export type ChronologyFilter = z.infer<typeof ChronologyFilter>;
export const wholeChronology: ChronologyFilter = { fromDay: '', toDay: '', personIds: [], kinds: [], tagIds: [], hasEvidence: null, show: [], text: '' };

/** One line of the chronology, light enough to send by the hundred. */
export const ChronologyRow = z.object({
  subject: ChronologySubject,
  id: Id,
  status: z.enum(['draft', 'recorded', 'kept', 'marked', 'erased']),
  title: z.string(),
  /** First 280 characters of the account, note or messages. */
  opening: z.string(),
  happened: Dated,
  span: DaySpan,
  kinds: z.array(z.string()),
  evidenceCount: z.number().int().nonnegative(),
  amended: z.boolean(),
  firstRecordedUtc: UtcInstant.nullable(),
  /**
   * Of an entry of the case; null of all else. `form`: what kind of contact it was ('' without); `bodyId`: the force, court or other body; `dayIs`: which of its days `happened` is.
   */
  told: z.object({ form: z.string(), reference: z.string(), bodyId: Id.nullable(), dayIs: z.enum(['happened', 'made', 'learned']) }).nullable().default(null),
});
export type ChronologyRow = z.infer<typeof ChronologyRow>;

/**
 * For the slim strip of years: how many exactly dated entries start in a year, how many vague spans touch it, and the
 * same for each of its twelve months, so that "summer 2018" is drawn over its summer and not over the whole year.
 */
export const YearCount = z.object({
  year: z.number().int(), exact: z.number().int(), vague: z.number().int(), firstRow: z.number().int(),
  exactByMonth: z.array(z.number().int()).length(12), vagueByMonth: z.array(z.number().int()).length(12),
});
export type YearCount = z.infer<typeof YearCount>;
