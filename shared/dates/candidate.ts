import { isRealDay, type CalendarDay } from './calendar';
import { parseEdtf, writeEdtf, type Edtf, type EdtfDate, type EdtfEnd } from './edtf';

/** One way the day part of her words may be meant. `order` is set where the reading rests on an order of day and month. */
export interface Candidate {
  readonly value: Edtf;
  readonly order: 'dmy' | 'mdy' | null;
}

export function dateOf(year: number, month: number | null = null, day: number | 'XX' | null = null): EdtfDate {
  return { kind: 'date', year, unspecifiedYearDigits: 0, month, day, time: '', qualifier: '' };
}

export function candidate(value: Edtf, order: Candidate['order'] = null): Candidate {
  return { value, order };
}

export function oneDay(day: CalendarDay): Candidate {
  return candidate(dateOf(day.year, day.month, day.day));
}

/** A real day as one candidate; an impossible one as none. */
export function dayIfReal(year: number, month: number, day: number, order: Candidate['order'] = null): Candidate[] {
  return isRealDay(year, month, day) ? [candidate(dateOf(year, month, day), order)] : [];
}

/** An interval, or nothing when it would end before it begins. */
export function intervalOf(start: EdtfEnd, end: EdtfEnd, order: Candidate['order'] = null): Candidate[] {
  const value: Edtf = { kind: 'interval', start, end };
  return parseEdtf(writeEdtf(value)) === null ? [] : [candidate(value, order)];
}

export function daysOf(start: CalendarDay, end: CalendarDay): Candidate[] {
  return intervalOf(dateOf(start.year, start.month, start.day), dateOf(end.year, end.month, end.day));
}

/** Adds "about" (`~`) and "not certain" (`?`) to a value; both together are `%`. */
export function qualify(value: Edtf, approximate: boolean, uncertain: boolean): Edtf {
  if (!approximate && !uncertain) return value;
  const on = (date: EdtfDate): EdtfDate => {
    const isApproximate = approximate || date.qualifier === '~' || date.qualifier === '%';
    const isUncertain = uncertain || date.qualifier === '?' || date.qualifier === '%';
    return { ...date, qualifier: isApproximate && isUncertain ? '%' : isApproximate ? '~' : '?' };
  };
  if (value.kind === 'date') return on(value);
  return { kind: 'interval', start: typeof value.start === 'string' ? value.start : on(value.start), end: typeof value.end === 'string' ? value.end : on(value.end) };
}
