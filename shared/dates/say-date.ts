import type { Dated } from '../model/dated';
import { addDays, daysInMonth, weekdayOf, type CalendarDay } from './calendar';
import { parseEdtf, type EdtfDate, type EdtfInterval } from './edtf';
import { lastDayOf } from './span';

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
/** Monday first. */
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const seasonNames = ['spring', 'summer', 'autumn', 'winter'] as const;

export interface SayOptions {
  /** Name the day of the week of a whole date: for checking what she typed. */
  readonly weekday?: boolean;
}

/**
 * A date in plain English (en-GB): "about June 2019", "between May and July 2020", "12 March 2019, about 9pm".
 * A date not understood comes back in her own typed words; '' only when there is nothing at all. Zone-free.
 */
export function sayDate(dated: Pick<Dated, 'edtf' | 'timeOfDay' | 'timeApproximate'> & { readonly typed?: string }, options: SayOptions = {}): string {
  const value = parseEdtf(dated.edtf);
  const time = sayTime(dated.timeOfDay, dated.timeApproximate);
  if (value === null) return dated.typed?.trim() || (time === '' ? '' : `${time}, day not given`);
  const words = value.kind === 'date' ? sayQualified(value, options) : sayInterval(value);
  return time === '' ? words : `${words}, ${time}`;
}

/** A clock time `HH:MM` in words: "9pm", "about 9:30pm", "midday"; '' for ''. */
export function sayTime(timeOfDay: string, approximate: boolean): string {
  if (timeOfDay === '') return '';
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  const clock = `${hours % 12 === 0 ? 12 : hours % 12}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}${hours < 12 ? 'am' : 'pm'}`;
  const words = timeOfDay === '00:00' ? 'midnight at the start of the day' : timeOfDay === '12:00' ? 'midday' : clock;
  return approximate ? `about ${words}` : words;
}

function sayQualified(date: EdtfDate, options: SayOptions): string {
  const bare = sayBare(date, options) + (date.time === '' ? '' : `, ${date.time}`);
  switch (date.qualifier) {
    case '': return bare;
    case '~': return `about ${bare}`;
    case '?': return `${bare} (not certain)`;
    case '%': return `about ${bare} (not certain)`;
  }
}

function sayBare(date: EdtfDate, options: SayOptions = {}): string {
  const { year, month, day } = date;
  const yearWords = sayYear(date);
  if (month === null) return yearWords;
  if (month === 'XX') return `some ${day === null ? 'month' : 'day'} in ${yearWords}`;
  if (month > 12) return month === 24 ? `winter ${year} to ${year + 1}` : `${seasonNames[month - 21] ?? ''} ${yearWords}`;
  const monthWords = `${monthNames[month - 1] ?? ''} ${yearWords}`;
  if (day === null) return monthWords;
  if (day === 'XX') return `some day in ${monthWords}`;
  return `${options.weekday ? `${sayWeekday({ year, month, day })} ` : ''}${day} ${monthWords}`;
}

function sayWeekday(day: CalendarDay): string {
  return weekdayNames[weekdayOf(day) - 1] ?? '';
}

function sayYear({ year, unspecifiedYearDigits }: EdtfDate): string {
  if (unspecifiedYearDigits === 1) return `the ${year}s`;
  if (unspecifiedYearDigits === 2) return `some year from ${year} to ${year + 99}`;
  return year <= 0 ? `${1 - year} BC` : String(year);
}

function sayInterval(interval: EdtfInterval): string {
  const { start, end } = interval;
  if (typeof start === 'object' && typeof end === 'object') return sayPart(start, end) ?? sayBetween(start, end);
  if (typeof end === 'object') return start === 'open' ? sayBefore(end) : `up to ${sayQualified(end, {})} (start not known)`;
  if (typeof start === 'object') return end === 'open' ? `${sayQualified(start, {})} or later` : `from ${sayQualified(start, {})} (end not known)`;
  return '';
}

/** "before 2015" for an interval that is open until the end of 2014: the way people say it. */
function sayBefore(end: EdtfDate): string {
  const isPlain = end.qualifier === '' && end.day !== 'XX' && end.month !== 'XX' && (end.month ?? 0) <= 12 && end.unspecifiedYearDigits === 0;
  if (!isPlain) return `${sayQualified(end, {})} or earlier`;
  const next = addDays(lastDayOf(end), 1);
  return `before ${sayBare({ ...end, year: next.year, month: end.month === null ? null : next.month, day: end.day === null ? null : next.day })}`;
}

const plainEnd = (date: EdtfDate): boolean => date.qualifier === '' && date.month !== 'XX' && date.day !== 'XX' && date.unspecifiedYearDigits === 0 && date.month !== 24;

function sayBetween(start: EdtfDate, end: EdtfDate): string {
  if (!plainEnd(start) || !plainEnd(end) || start.year !== end.year || start.month === null || end.month === null) return `between ${sayQualified(start, {})} and ${sayQualified(end, {})}`;
  if (typeof start.day === 'number' && typeof end.day === 'number' && start.month === end.month) return `between ${start.day} and ${sayBare(end)}`;
  const startWords = sayBare(start).slice(0, -String(start.year).length - 1);
  return `between ${startWords} and ${sayBare(end)}`;
}

/** The spans that `early`, `mid` and `late` are understood as, said back in those words. */
function sayPart(start: EdtfDate, end: EdtfDate): string | null {
  if (start.qualifier !== '~' || end.qualifier !== '~' || start.year !== end.year) return null;
  if (typeof start.month !== 'number' || typeof end.month !== 'number' || start.month > 12 || end.month > 12) return null;
  if (typeof start.day === 'number' && typeof end.day === 'number' && start.month === end.month) {
    const last = daysInMonth(end.year, end.month);
    const which = start.day === 1 && end.day === 10 ? 'early' : start.day === 11 && end.day === 20 ? 'mid' : start.day === 21 && end.day === last ? 'late' : null;
    return which && `${which} ${sayBare({ ...start, day: null, qualifier: '' })}`;
  }
  if (start.day !== null || end.day !== null) return null;
  const which = start.month === 1 && end.month === 4 ? 'early' : start.month === 5 && end.month === 8 ? 'mid' : start.month === 9 && end.month === 12 ? 'late' : null;
  return which && `${which} ${start.year}`;
}

