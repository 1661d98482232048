import { addDays, readDay, type CalendarDay } from './calendar';
import { dateOf, daysOf, oneDay, type Candidate } from './candidate';
import { takeClock, type ClockFound } from './clock-words';
import { readDays } from './date-words';
import { type Edtf, parseEdtf, writeEdtf } from './edtf';
import { sayDate, sayTime } from './say-date';
import type { DateReading, DateUnderstanding } from './understanding';
import { whyNotUnderstood } from './why-not';
import { normaliseTyped } from './word-lists';

/**
 * Understands a date as people say it in British English, to EDTF level 1 (docs/decisions/0011-dates-as-people-say-them.md).
 * `typed`: her own words. `today`: `YYYY-MM-DD`, the day on her calendar, for "yesterday" and for dates without a year.
 * Never guesses: what can be meant in two ways comes back as both. Pure and zone-free. Throws RangeError when `today` is no day.
 */
export function understandDate(typed: string, today: string): DateUnderstanding {
  const now = readDay(today);
  if (!now) throw new RangeError('today is not YYYY-MM-DD');
  const text = nameTonight(normaliseTyped(typed.slice(0, 400)));
  const notUnderstood = (): DateUnderstanding => ({ kind: 'not-understood', why: whyNotUnderstood(text, now) });
  if (text === '') return notUnderstood();
  const literal = parseEdtf(text.toUpperCase());
  if (literal?.kind === 'date' && literal.time !== '' && isLived(literal)) {
    return { kind: 'understood', edtf: writeEdtf({ ...literal, time: '' }), timeOfDay: literal.time.slice(0, 5), timeApproximate: false };
  }
  // A whole date may look like a clock time ("12.03.2019"), so the words are first tried as days alone.
  const asDays = readDays(text, now);
  const daysAlone = asDays.filter(({ value }) => isLived(value));
  if (daysAlone.length > 0) return answer(daysAlone.map((day) => withTime(day, '', false))) ?? notUnderstood();
  const clock = takeClock(text);
  if (asDays.length > 0 && (clock.times === null || clock.rest !== '')) return { kind: 'not-understood', why: { reason: 'long-ago' } };
  if (clock.times === null) return notUnderstood();
  if (clock.rest === '') return answer(clock.times.map((time) => ({ edtf: '', timeOfDay: time, timeApproximate: clock.approximate, says: sayTime(time, clock.approximate) }))) ?? notUnderstood();
  const atClock = readDays(clock.rest, now);
  if (atClock.length > 0 && !atClock.some(({ value }) => isLived(value))) return { kind: 'not-understood', why: { reason: 'long-ago' } };
  const read = answer(atClock.filter(({ value }) => isLived(value)).flatMap((day) => readAtClock(day, clock, text)));
  return read?.kind === 'understood' && clock.range !== '' ? { ...read, inWordsOnly: clock.range } : read ?? notUnderstood();
}

/** Nobody who writes here lived before. */
const firstYear = 1900;

function isLived(value: Edtf): boolean {
  return (value.kind === 'interval' ? [value.start, value.end] : [value]).every((end) => typeof end === 'string' || end.year >= firstYear);
}

function nameTonight(text: string): string {
  return text
    .replace(/\b(?:late )?last night\b/, 'yesterday night')
    .replace(/\bthis (morning|afternoon|evening)\b/, 'today $1')
    .replace(/\b(?:late )?tonight\b/, 'today night');
}

function readAtClock(day: Candidate, clock: ClockFound, text: string): DateReading[] {
  const whole = wholeDay(day);
  const { times, approximate } = clock;
  if (whole && clock.isMidnight) return readMidnight(whole, approximate, text);
  if (whole && clock.dayPart === 'night') return readNight(whole, clock, text);
  return times.length === 0 ? [withTime(day, '', false)] : times.map((time) => withTime(day, time, approximate));
}

/** Midnight belongs to two days; which one is asked, unless "last night" says it. */
function readMidnight(day: CalendarDay, approximate: boolean, text: string): DateReading[] {
  const atEnd = withTime(oneDay(addDays(day, 1)), '00:00', approximate);
  if (/yesterday night/.test(text)) return [atEnd];
  const between = (first: CalendarDay): string => `the midnight between ${sayPlain(first)} and ${sayPlain(addDays(first, 1))}`;
  return [{ ...atEnd, says: between(day) }, { ...withTime(oneDay(day), '00:00', approximate), says: between(addDays(day, -1)) }];
}

/** A night runs into the next day: without a time it is both days; after midnight the day is asked. */
function readNight(day: CalendarDay, { times, approximate }: ClockFound, text: string): DateReading[] {
  if (times.length === 0) return daysOf(day, addDays(day, 1)).map((night) => withTime(night, '', false));
  return times.flatMap((time) => {
    if (time >= '12:00') return [withTime(oneDay(day), time, approximate)];
    const next = withTime(oneDay(addDays(day, 1)), time, approximate);
    return /yesterday night/.test(text) ? [next] : [next, withTime(oneDay(day), time, approximate)];
  });
}

function sayPlain(day: CalendarDay): string {
  return sayDate({ edtf: writeEdtf(dateOf(day.year, day.month, day.day)), timeOfDay: '', timeApproximate: false });
}

function wholeDay({ value }: Candidate): CalendarDay | null {
  return value.kind === 'date' && typeof value.month === 'number' && typeof value.day === 'number' ? { year: value.year, month: value.month, day: value.day } : null;
}

function withTime({ value }: Candidate, timeOfDay: string, timeApproximate: boolean): DateReading {
  const edtf = writeEdtf(value);
  return { edtf, timeOfDay, timeApproximate, says: sayDate({ edtf, timeOfDay, timeApproximate }, { weekday: true }) };
}

/** null: none of the readings holds. */
function answer(readings: readonly DateReading[]): DateUnderstanding | null {
  const distinct = readings.filter((reading, index) => parseable(reading) && readings.findIndex((other) => same(other, reading)) === index);
  const [first] = distinct;
  if (!first) return null;
  if (distinct.length > 1) return { kind: 'ambiguous', readings: distinct.slice(0, 6) };
  return { kind: 'understood', edtf: first.edtf, timeOfDay: first.timeOfDay, timeApproximate: first.timeApproximate };
}

const same = (a: DateReading, b: DateReading): boolean => a.edtf === b.edtf && a.timeOfDay === b.timeOfDay;
const parseable = ({ edtf }: DateReading): boolean => edtf === '' || (edtf.length <= 60 && parseEdtf(edtf) !== null);
