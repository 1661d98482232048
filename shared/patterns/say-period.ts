import { monthNames } from '../dates/say-date';
import { sayDate } from '../dates';
import type { Patterns } from '../model/case/patterns';

/** One period in words: "March 2021", "January to March 2021", "2021". `fromDay`: its first day. */
export function sayPeriod(fromDay: string, unit: Patterns['unit']): string {
  const [year, month] = [fromDay.slice(0, 4), Number(fromDay.slice(5, 7))];
  const nameOf = (number: number): string => monthNames[number - 1] ?? '';
  switch (unit) {
    case 'month': return `${nameOf(month)} ${year}`;
    case 'quarter': return `${nameOf(month)} to ${nameOf(month + 2)} ${year}`;
    case 'year': return year;
  }
}

/** A day, `YYYY-MM-DD`, in words. */
export function sayOneDay(day: string): string {
  return sayDate({ edtf: day, timeOfDay: '', timeApproximate: false });
}
