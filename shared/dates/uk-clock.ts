import { dayAt, dayNumber, weekdayOf, writeDay } from './calendar';

/**
 * The clock of the United Kingdom for an instant: an hour ahead of UTC from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC (Summer Time Act 1972 as
 * amended by the Summer Time Order 2002; so since 1996). Computed here, so that neither the machine's zone nor its zone tables enter; before 1996 by the tables of `Intl`.
 *
 * `epochMs`: milliseconds since 1970-01-01T00:00Z. Null outside the years 1970 to 9999.
 */
export function ukClockAt(epochMs: number): { at: string; offsetMinutes: number } | null {
  if (!Number.isFinite(epochMs) || epochMs < 0 || epochMs >= 253_402_300_800_000) return null;
  const offsetMinutes = offsetAt(epochMs);
  return { at: wallClock(epochMs + offsetMinutes * minuteMs), offsetMinutes };
}

/** Milliseconds since 1970 as `YYYY-MM-DDTHH:MM:SS`, on the clock they are given on. */
export function wallClock(ms: number): string {
  const second = Math.floor(ms / 1000);
  const ofDay = ((second % 86_400) + 86_400) % 86_400;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${writeDay(dayAt(Math.floor(second / 86_400)))}T${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`;
}

/** The reverse of `wallClock`. `at` must be a real time. */
export function wallClockMs(at: string): number {
  const [year, month, day, hour, minute, second] = at.split(/[-T:]/).map(Number) as [number, number, number, number, number, number];
  return dayNumber({ year, month, day }) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const summers = new Map<number, readonly [number, number]>();

function offsetAt(epochMs: number): number {
  const { year } = dayAt(Math.floor(epochMs / dayMs));
  if (year < 1996) return offsetByTables(epochMs);
  let summer = summers.get(year);
  if (summer === undefined) {
    summer = [lastSundayMs(year, 3), lastSundayMs(year, 10)];
    summers.set(year, summer);
  }
  return epochMs >= summer[0] && epochMs < summer[1] ? 60 : 0;
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function lastSundayMs(year: number, month: number): number {
  const last = { year, month, day: 31 };
  return (dayNumber(last) - (weekdayOf(last) % 7)) * dayMs + 60 * minuteMs;
}

let tables: Intl.DateTimeFormat | null = null;

function offsetByTables(epochMs: number): number {
  tables ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });
  const hourThere = Number(tables.format(new Date(epochMs)));
  const hourUtc = Math.floor(epochMs / 3_600_000) % 24;
  return ((hourThere - hourUtc + 24) % 24) * 60;
}
