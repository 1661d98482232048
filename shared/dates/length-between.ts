import type { DaySpan } from '../model/dated';
import { addMonths, dayNumber, readDay, writeDay } from './calendar';
import { openEndDay, openStartDay } from './span';

/** How long it was from one date to another, in days. Both the same where both dates are whole days. */
export interface LengthBetween {
  readonly leastDays: number;
  readonly mostDays: number;
}

/**
 * Days from one date to a later one, as the dates are known: the fewest and the most they can be (1 to 4 March: 3). Null where a date is not known or has no bound, or where the second lies wholly before the first. Where they overlap the fewest is 0.
 */
export function lengthBetween(from: DaySpan, to: DaySpan): LengthBetween | null {
  const bounds = [from.earliest, from.latest, to.earliest, to.latest];
  if (bounds.some((day) => day === '' || day === openStartDay || day === openEndDay)) return null;
  const [fromFirst, fromLast, toFirst, toLast] = bounds.map((day) => { const read = readDay(day); return read === null ? Number.NaN : dayNumber(read); }) as [number, number, number, number];
  const mostDays = toLast - fromFirst;
  if (Number.isNaN(mostDays) || mostDays < 0) return null;
  return { leastDays: Math.max(0, toFirst - fromLast), mostDays };
}

/** Whole calendar years, then whole months, then days, from one day to a later one: 31 January to 1 March 2023 is a month (to 28 February) and a day. Null where one is no day, or the second is before the first. */
export function calendarLength(fromDay: string, toDay: string): { years: number; months: number; days: number } | null {
  const [from, to] = [readDay(fromDay), readDay(toDay)];
  if (from === null || to === null || toDay < fromDay) return null;
  let whole = (to.year - from.year) * 12 + (to.month - from.month);
  if (writeDay(addMonths(from, whole)) > toDay) whole -= 1;
  return { years: Math.floor(whole / 12), months: whole % 12, days: dayNumber(to) - dayNumber(addMonths(from, whole)) };
}
