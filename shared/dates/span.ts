import type { DaySpan } from '../model/dated';
import { daysInMonth, writeDay, type CalendarDay } from './calendar';
import { parseEdtf, type EdtfDate, type EdtfEnd } from './edtf';

/** How an interval without a bound is written in a span, so that plain text comparison still holds. Never shown. */
export const openStartDay = '0001-01-01';
export const openEndDay = '9999-12-31';

/**
 * The earliest and latest calendar day, inclusive, on which a date in EDTF level 1 may lie.
 * Seasons are the meteorological ones of the northern hemisphere (winter: December and the next January and February).
 * `~` and `?` do not widen: the standard gives them no width, and a made-up one would be a claim she never made.
 * An open or unknown end becomes `openStartDay` or `openEndDay`. Both '' for '', text that is no EDTF, and years outside 1-9999.
 */
export function spanOf(edtf: string): DaySpan {
  const value = parseEdtf(edtf);
  const nowhere = { earliest: '', latest: '' };
  if (value === null) return nowhere;
  const [start, end]: [EdtfEnd, EdtfEnd] = value.kind === 'interval' ? [value.start, value.end] : [value, value];
  const earliest = typeof start === 'string' ? openStartDay : writeWithin(firstDayOf(start));
  const latest = typeof end === 'string' ? openEndDay : writeWithin(lastDayOf(end));
  return earliest === '' || latest === '' ? nowhere : { earliest, latest };
}

function writeWithin(day: CalendarDay): string {
  return day.year < 1 || day.year > 9999 ? '' : writeDay(day);
}

/** The first calendar day a single date may mean. */
export function firstDayOf({ year, month, day }: EdtfDate): CalendarDay {
  if (typeof month !== 'number') return { year, month: 1, day: 1 };
  if (month > 12) return { year, month: (month - 20) * 3, day: 1 };
  return { year, month, day: typeof day === 'number' ? day : 1 };
}

/** The last calendar day a single date may mean. */
export function lastDayOf({ year, unspecifiedYearDigits, month, day }: EdtfDate): CalendarDay {
  const lastYear = unspecifiedYearDigits === 0 ? year : year + 10 ** unspecifiedYearDigits - 1;
  if (typeof month !== 'number') return { year: lastYear, month: 12, day: 31 };
  if (month === 24) return { year: year + 1, month: 2, day: daysInMonth(year + 1, 2) };
  if (month > 12) return lastOfMonth(year, (month - 20) * 3 + 2);
  return typeof day === 'number' ? { year, month, day } : lastOfMonth(year, month);
}

function lastOfMonth(year: number, month: number): CalendarDay {
  return { year, month, day: daysInMonth(year, month) };
}
