import { isRealDay } from './calendar';

/** EDTF level 1 (ISO 8601-2:2019, annex A): `?` uncertain, `~` approximate, `%` both, for the whole date before it. */
type Qualifier = '' | '?' | '~' | '%';

/** One date. `month`: 1-12, a season 21-24, 'XX' or null; `day`: 1-31, 'XX' or null. */
export interface EdtfDate {
  readonly kind: 'date';
  /** With unspecified digits, the first year of the decade or century. */
  readonly year: number;
  readonly unspecifiedYearDigits: 0 | 1 | 2;
  readonly month: number | 'XX' | null;
  readonly day: number | 'XX' | null;
  /** `HH:MM:SS` with its zone as written, or ''. Level 0 allows it; Tidemark itself keeps the time apart. */
  readonly time: string;
  readonly qualifier: Qualifier;
}

/** 'open': goes on without end (`..`); 'unknown': has an end that is not known (nothing written). */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';
export interface EdtfInterval {
  readonly kind: 'interval';
  readonly start: EdtfEnd;
  readonly end: EdtfEnd;
}
export type Edtf = EdtfDate | EdtfInterval;

const longYear = /^Y(-?[1-9]\d{4,8})([?~%]?)$/;
const plain = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T(\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}(?::?\d{2})?)?))?([?~%]?)$/;

function parseDate(text: string): EdtfDate | null {
  const long = longYear.exec(text);
  if (long) return { kind: 'date', year: Number(long[1]), unspecifiedYearDigits: 0, month: null, day: null, time: '', qualifier: long[2] as Qualifier };
  const found = plain.exec(text);
  if (!found) return null;
  const [, yearText = '', monthText, dayText, time = '', qualifier = ''] = found;
  if (yearText === '-0000') return null;
  const unspecifiedYearDigits = yearText.endsWith('XX') ? 2 : yearText.endsWith('X') ? 1 : 0;
  const year = Number(yearText.replaceAll('X', '0'));
  const month = readPart(monthText);
  const day = readPart(dayText);
  // Level 1 lets digits be unspecified from the right only: nothing after an unspecified part is specified.
  if (unspecifiedYearDigits > 0 && month !== null) return null;
  if (month === 'XX' && day !== null && day !== 'XX') return null;
  if (typeof month === 'number') {
    const isSeason = month >= 21 && month <= 24;
    if (!isSeason && (month < 1 || month > 12)) return null;
    if (isSeason && day !== null) return null;
    if (typeof day === 'number' && !isRealDay(year, month, day)) return null;
  }
  if (time !== '' && (typeof day !== 'number' || !isRealTime(time))) return null;
  return { kind: 'date', year, unspecifiedYearDigits, month, day, time, qualifier: qualifier as Qualifier };
}

function readPart(text: string | undefined): number | 'XX' | null {
  return text === undefined ? null : text === 'XX' ? 'XX' : Number(text);
}

function isRealTime(time: string): boolean {
  const [hours = 99, minutes = 99, seconds = 99] = time.slice(0, 8).split(':').map(Number);
  const offset = /[+-](\d{2}):?(\d{2})?$/.exec(time);
  return hours <= 23 && minutes <= 59 && seconds <= 59 && (!offset || (Number(offset[1]) <= 14 && Number(offset[2] ?? 0) <= 59));
}

function parseEnd(text: string, whenEmpty: 'unknown'): EdtfEnd | null {
  return text === '..' ? 'open' : text === '' ? whenEmpty : parseDate(text);
}

/**
 * Reads an EDTF level 1 expression (ISO 8601-2:2019 level 1 and the level 0 it contains): dates, months, years, seasons 21-24,
 * `X` digits, `?` `~` `%`, intervals closed, open (`..`) or with an unknown end, negative and long years.
 * Returns null for anything else, impossible days and intervals that end before they begin included.
 */
export function parseEdtf(text: string): Edtf | null {
  const slash = text.indexOf('/');
  if (slash < 0) return parseDate(text);
  const start = parseEnd(text.slice(0, slash), 'unknown');
  const end = parseEnd(text.slice(slash + 1), 'unknown');
  if (start === null || end === null || (typeof start === 'string' && typeof end === 'string')) return null;
  if ((typeof start === 'object' && start.time !== '') || (typeof end === 'object' && end.time !== '')) return null;
  if (typeof start === 'object' && typeof end === 'object' && isAfter(start, end)) return null;
  return { kind: 'interval', start, end };
}

/** Whether an interval's start certainly lies after its end, part by part. */
function isAfter(start: EdtfDate, end: EdtfDate): boolean {
  const lastYearOfEnd = end.year + (end.unspecifiedYearDigits === 0 ? 0 : 10 ** end.unspecifiedYearDigits - 1);
  if (start.year !== end.year || end.unspecifiedYearDigits > 0) return start.year > lastYearOfEnd;
  const [startMonth, endMonth] = [firstMonth(start), lastMonth(end)];
  if (startMonth !== endMonth) return startMonth > endMonth;
  return typeof start.day === 'number' && typeof end.day === 'number' && start.day > end.day;
}

function firstMonth(date: EdtfDate): number {
  return typeof date.month !== 'number' ? 1 : date.month > 12 ? (date.month - 20) * 3 : date.month;
}

function lastMonth(date: EdtfDate): number {
  return typeof date.month !== 'number' ? 12 : date.month > 12 ? (date.month - 20) * 3 + 2 : date.month;
}

function writeDate(date: EdtfDate): string {
  if (Math.abs(date.year) > 9999) return `Y${date.year}${date.qualifier}`;
  const digits = String(Math.abs(date.year)).padStart(4, '0');
  const known = digits.slice(0, 4 - date.unspecifiedYearDigits) + 'X'.repeat(date.unspecifiedYearDigits);
  const parts = [date.month, date.day].filter((part) => part !== null).map((part) => `-${String(part).padStart(2, '0')}`);
  return `${date.year < 0 ? '-' : ''}${known}${parts.join('')}${date.time === '' ? '' : `T${date.time}`}${date.qualifier}`;
}

/** The one way a value is written: `parseEdtf(writeEdtf(value))` gives the value again. */
export function writeEdtf(value: Edtf): string {
  if (value.kind === 'date') return writeDate(value);
  const end = (side: EdtfEnd): string => (side === 'open' ? '..' : side === 'unknown' ? '' : writeDate(side));
  return `${end(value.start)}/${end(value.end)}`;
}
