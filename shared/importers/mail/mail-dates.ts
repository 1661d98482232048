import { ukClockAt, wallClock } from '../../dates/uk-clock';
import { dayNumber, isRealDay, weekdayOf } from '../../dates/calendar';
import { clipped } from '../bytes/clipped';
import { withoutComments } from './parameters';
import type { MailTime } from '../../model/mail-facts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Of RFC 5322 section 4.3; every other name says nothing about the zone, as the standard has it. In minutes. */
const zoneNames: Readonly<Record<string, number>> = { ut: 0, utc: 0, gmt: 0, z: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 };

/** What may be the words of a date: nothing in it is guessed, and no order of day and month is open. */
interface WrittenDate {
  year?: number;
  month?: number;
  day?: number;
  clock?: readonly [number, number, number];
  /** Minutes; `unknown`: a zone that says nothing; `utc-only`: -0000, where the clock is UTC's and the sender's own is not said (RFC 5322 section 3.3). */
  zone?: number | 'unknown' | 'utc-only';
}

/**
 * A date of RFC 5322 section 3.3 with the obsolete forms of section 4.3, of asctime (mbox) or ISO 8601, as a claim: the clock as written, its offset, and the instant where both are known. Null where it is none of them.
 * With an offset the clock stays the sender's own; -0000 is an instant, shown on the clock of the United Kingdom.
 */
export function readMailDate(written: string): MailTime | null {
  const atAsWritten = clipped(written.trim(), 300);
  const found = wordsOf(atAsWritten);
  if (found === null) return null;
  const { year, month, day, clock, zone } = found;
  if (year === undefined || month === undefined || day === undefined || clock === undefined) return null;
  // Year 9999 and an offset would leave the four figures.
  if (year < 1900 || year > 9998 || !isRealDay(year, month, day)) return null;
  const localMs = (dayNumber({ year, month, day }) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]) * 1000;
  if (zone === 'utc-only') {
    const uk = ukClockAt(localMs);
    return uk === null ? null : { ...uk, basis: 'instant', atAsWritten, utc: `${wallClock(localMs)}Z` };
  }
  const at = wallClock(localMs);
  if (typeof zone !== 'number') return { at, offsetMinutes: null, basis: 'as-written', atAsWritten, utc: '' };
  return { at, offsetMinutes: zone, basis: 'offset-written', atAsWritten, utc: `${wallClock(localMs - zone * 60_000)}Z` };
}

/** Whether a date names a day of the week that its day is not: programs never do, people who write dates by hand do. */
export function namesWrongWeekday(time: MailTime): boolean {
  const named = /^(mon|tue|wed|thu|fri|sat|sun)/i.exec(time.atAsWritten)?.[1]?.toLowerCase();
  if (named === undefined || time.at === '' || time.basis === 'instant') return false;
  const day = { year: Number(time.at.slice(0, 4)), month: Number(time.at.slice(5, 7)), day: Number(time.at.slice(8, 10)) };
  return ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][weekdayOf(day) - 1] !== named;
}

/** An instant that a program noted: milliseconds since 1970. Null outside 1970 to 9999. */
export function instantTime(epochMs: number, atAsWritten: string): MailTime | null {
  const uk = ukClockAt(epochMs);
  return uk === null ? null : { ...uk, basis: 'instant', atAsWritten: clipped(atAsWritten, 300), utc: `${wallClock(epochMs)}Z` };
}

/** Minutes from the second instant to the first; null where one is not settled. */
export function minutesBetween(later: MailTime, earlier: MailTime): number | null {
  if (later.utc === '' || earlier.utc === '') return null;
  return Math.round((Date.parse(later.utc) - Date.parse(earlier.utc)) / 60_000);
}

function wordsOf(written: string): WrittenDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(written);
  if (iso !== null) {
    const clock = clockOf(iso[4] ?? '');
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    if (clock === null || month < 1 || month > 12) return null;
    return { year, month, day, clock, ...zoneOf((iso[5] ?? '').replace(':', '')) };
  }
  const date: WrittenDate = {};
  for (const word of withoutComments(written).replaceAll(',', ' ').split(/\s+/)) {
    if (word !== '' && !takeWord(word, date)) return null;
  }
  return date;
}

/** Takes one word of a date; false where it has no place in one. */
function takeWord(word: string, date: WrittenDate): boolean {
  const lower = word.toLowerCase();
  const clock = clockOf(word);
  if (clock !== null) {
    if (date.clock !== undefined) return false;
    date.clock = clock;
    return true;
  }
  const joined = /^(\d{1,2})-([a-z]{3})-(\d{2,4})$/.exec(lower);
  if (joined !== null) return [joined[1], joined[2], joined[3]].every((piece) => takeWord(piece ?? '', date));
  if (/^\d{1,4}$/.test(word)) {
    if (date.day === undefined && word.length <= 2) date.day = Number(word);
    else if (date.year === undefined && word.length >= 2) date.year = yearOf(word);
    else return false;
    return true;
  }
  const month = months.indexOf(lower.slice(0, 3));
  if (month >= 0 && /^[a-z]{3,9}\.?$/.test(lower) && date.month === undefined) {
    date.month = month + 1;
    return true;
  }
  if (/^[+-]\d{4}$/.test(word) || (date.clock !== undefined && /^[a-z]{1,5}$/.test(lower) && !isWeekday(lower))) {
    date.zone ??= zoneOf(word).zone ?? 'unknown';
    return true;
  }
  // A zone in words and an offset beside it: the offset counts. Anything else is no date.
  return isWeekday(lower) || (date.zone !== undefined && /^"?[a-z]/.test(lower));
}

function isWeekday(lower: string): boolean {
  return /^(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?$/.test(lower);
}

/** RFC 5322 section 4.3: two figures below 50 are of this century, the others and three figures count from 1900. */
function yearOf(word: string): number {
  const number = Number(word);
  return word.length === 4 ? number : number < 50 && word.length === 2 ? 2000 + number : 1900 + number;
}

function clockOf(word: string): readonly [number, number, number] | null {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?$/.exec(word);
  if (found === null) return null;
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  // A leap second is shown as the second before it.
  return hour > 23 || minute > 59 || second > 60 ? null : [hour, minute, Math.min(second, 59)];
}

function zoneOf(word: string): { zone?: number | 'unknown' | 'utc-only' } {
  if (word === '') return {};
  if (word === '-0000') return { zone: 'utc-only' };
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(word);
  if (numeric === null) return { zone: zoneNames[word.toLowerCase()] ?? 'unknown' };
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return { zone: minutes > 1080 || Number(numeric[3]) > 59 ? 'unknown' : numeric[1] === '-' ? 0 - minutes : minutes };
}
