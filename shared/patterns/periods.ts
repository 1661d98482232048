import { addMonths, daysInMonth, readDay, writeDay, type CalendarDay } from '../dates/calendar';
import { openEndDay, openStartDay } from '../dates/span';
import type { DaySpan } from '../model/dated';

export type PeriodUnit = 'month' | 'quarter' | 'year';
/** Inclusive days, `YYYY-MM-DD`. */
export interface Period { readonly fromDay: string; readonly toDay: string }

const monthsIn: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, year: 12 };
const mostMonths = 36;
const mostQuarters = 40;

/** How finely a span of time is counted, so that no more than some forty periods stand beside each other: months of three years, quarters of ten, else years. */
export function unitFor(fromDay: string, toDay: string): PeriodUnit {
  const months = monthNumber(toDay) - monthNumber(fromDay) + 1;
  return months <= mostMonths ? 'month' : months <= mostQuarters * 3 ? 'quarter' : 'year';
}

/** Whole calendar periods from the one that holds the first day to the one that holds the last. */
export function periodsBetween(fromDay: string, toDay: string, unit: PeriodUnit): Period[] {
  const periods: Period[] = [];
  for (let first = startOf(fromDay, unit); writeDay(first) <= toDay; first = addMonths(first, monthsIn[unit])) {
    const last = addMonths(first, monthsIn[unit] - 1);
    periods.push({ fromDay: writeDay(first), toDay: writeDay({ ...last, day: daysInMonth(last.year, last.month) }) });
    // The last period of the calendar's last year has none after it.
    if (last.year === 9999 && last.month === 12) break;
  }
  return periods;
}

/** Which of the periods a day lies in, from 0; those are in order and without a gap from `startDay` on. */
export function placeOfDay(day: string, startDay: string, unit: PeriodUnit): number {
  return Math.floor((monthNumber(day) - monthNumber(startDay)) / monthsIn[unit]);
}

/** Whether a span has a date, and a bound on both sides. */
export function isBounded({ earliest, latest }: DaySpan): boolean {
  return earliest !== '' && earliest !== openStartDay && latest !== openEndDay;
}

/** Months since year 0 of the month that a day lies in. */
function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function startOf(day: string, unit: PeriodUnit): CalendarDay {
  const { year, month } = readDay(day) ?? { year: 1, month: 1 };
  return { year, month: month - ((month - 1) % monthsIn[unit]), day: 1 };
}
