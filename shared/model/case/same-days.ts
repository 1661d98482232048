import { z } from 'zod';
import { Dated, DaySpan } from '../dated';
import { UtcInstant } from '../identity';
import { Citation } from './narrative';

/** One thing of her record that touches the days of a counter-allegation, or that she linked to it. */
export const SameDay = z.object({
  citation: Citation,
  subject: z.enum(['incident', 'document', 'excerpt', 'case']),
  title: z.string(),
  /** How it begins. */
  opening: z.string(),
  happened: Dated,
  span: DaySpan,
  firstRecordedUtc: UtcInstant,
  amended: z.boolean(),
  isLinked: z.boolean(),
  /** By days in the United Kingdom: first recorded before the first day on which she can have learned of the claim; false where that is not known. */
  isBeforeLearned: z.boolean(),
  /** The same of the first day on which the claim can have been made. */
  isBeforeMade: z.boolean(),
});
export type SameDay = z.infer<typeof SameDay>;

/** In the order of when it happened. `more`: how many further ones are not listed. */
export const SameDays = z.object({ hasDate: z.boolean(), things: z.array(SameDay), more: z.number().int().nonnegative() });
export type SameDays = z.infer<typeof SameDays>;
