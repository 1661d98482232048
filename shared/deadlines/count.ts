import { addDays, addMonths, type CalendarDay, readDay, weekdayOf, writeDay } from '../dates/calendar';
import { isBankHoliday } from './bank-holidays';

/** How long a time limit is. The day it starts on is never counted: the first day counted is the next. Months and years end on the day of the same number, or on the last day of a month that has none such (Dodds v Walker [1981] 1 WLR 1027). */
export interface Length {
  readonly count: number;
  readonly unit: 'days' | 'working-days' | 'months' | 'years';
}

/** A day, and whether a weekday was counted of which the table of bank holidays does not know. */
export interface Counted {
  readonly day: string;
  readonly holidaysUnknown: boolean;
}

/** Longer is no time limit; a bound, so that counting ends. */
const longest = 5000;

/** The last day of a length. `from`: `YYYY-MM-DD`; null when that is not a real day, or the count is out of bounds. */
export function lastDayAfter(from: string, { count, unit }: Length): Counted | null {
  const start = readDay(from);
  if (start === null || !Number.isInteger(count) || count < 0 || count > longest) return null;
  switch (unit) {
    case 'days': return counted(addDays(start, count), false);
    case 'months': return counted(addMonths(start, count), false);
    case 'years': return counted(addMonths(start, count * 12), false);
    case 'working-days': return countWorkingDays(start, count);
  }
}

/** The day itself where it is a working day, else the next one. */
export function onOrAfterWorkingDay(day: string): Counted | null {
  const start = readDay(day);
  if (start === null) return null;
  const { is, holidaysUnknown } = isWorkingDay(start);
  return is ? { day, holidaysUnknown } : countWorkingDays(start, 1);
}

/** Monday to Friday and no bank holiday in England and Wales. */
export function isWorkingDay(day: CalendarDay): { is: boolean; holidaysUnknown: boolean } {
  if (weekdayOf(day) > 5) return { is: false, holidaysUnknown: false };
  const isHoliday = isBankHoliday(writeDay(day));
  return { is: isHoliday !== true, holidaysUnknown: isHoliday === null };
}

function countWorkingDays(start: CalendarDay, count: number): Counted | null {
  let [day, left, holidaysUnknown] = [start, count, false];
  while (left > 0) {
    day = addDays(day, 1);
    const worked = isWorkingDay(day);
    holidaysUnknown ||= worked.holidaysUnknown;
    if (worked.is) left--;
  }
  return counted(day, holidaysUnknown);
}

function counted(day: CalendarDay, holidaysUnknown: boolean): Counted | null {
  return day.year > 9999 ? null : { day: writeDay(day), holidaysUnknown };
}
