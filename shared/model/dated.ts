import { z } from 'zod';

/** How a date is known. */
export const DateBasis = z.enum(['memory', 'diary', 'photo-data', 'message', 'letter', 'calendar', 'someone-told-me', 'other']);
export type DateBasis = z.infer<typeof DateBasis>;

/**
 * A date as a person knows it.
 * - `typed`: her own words, kept whole;
 * - `edtf`: how they were understood, EDTF level 1 (ISO 8601-2:2019), or '' while not understood;
 * - `timeOfDay`: local clock time as she gave it, `HH:MM` (24 h), or '' when none; `timeApproximate` for "about 9pm";
 * - `basis`: how the date is known, or null while unsaid.
 * No zone is assumed: these are wall-clock dates as lived.
 */
export const Dated = z.object({
  typed: z.string().max(200),
  edtf: z.string().max(60),
  timeOfDay: z.string().regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/),
  timeApproximate: z.boolean(),
  basis: DateBasis.nullable(),
});
export type Dated = z.infer<typeof Dated>;

export const undated: Dated = { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null };

/**
 * Inclusive calendar days, `YYYY-MM-DD`, between which a date lies; both '' when it is not known at all. A side without a bound
 * ("before 2015", "since March 2019") is `0001-01-01` or `9999-12-31` (shared/dates/span), so text still compares; it is never shown or counted by year.
 */
export const DaySpan = z.object({ earliest: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/), latest: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/) });
export type DaySpan = z.infer<typeof DaySpan>;
