import { dayNumber } from './calendar';
import { ukClockAt } from './uk-clock';

/** A wall clock time as parts.ts has it: `YYYY-MM-DDTHH:MM:SS` or '', and what it is ahead of UTC, null where the source does not settle it. */
export interface ZonedMoment { readonly at: string; readonly offsetMinutes: number | null }

/** `name`: GMT or BST where the offset is that of the United Kingdom at that moment, else `UTC+02:00`; '' where it is not known. `isUk`: the wall clock is the United Kingdom's. */
export interface MomentZone { readonly name: string; readonly isUk: boolean }

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The zone of a moment, as far as its source settles it. */
export function zoneOf({ at, offsetMinutes }: ZonedMoment): MomentZone {
  const ms = wallMs(at);
  if (ms === null || offsetMinutes === null) return { name: '', isUk: false };
  return ukClockAt(ms - offsetMinutes * minuteMs)?.offsetMinutes === offsetMinutes ? { name: offsetMinutes === 0 ? 'GMT' : 'BST', isUk: true } : { name: nameOffset(offsetMinutes), isUk: false };
}

/**
 * Where a wall clock time lies in the hour that comes twice when the clocks of the United Kingdom go back: in the first (still BST) or the second (GMT) of the two, or in either, where the
 * source does not settle it. Null at any other time, and on another country's clock.
 */
export function repeatedHourOf({ at, offsetMinutes }: ZonedMoment): 'first' | 'second' | 'either' | null {
  const ms = wallMs(at);
  if (ms === null) return null;
  // The same wall clock twice: once an hour ahead of UTC, once on UTC.
  const isTwice = ukClockAt(ms - hourMs)?.offsetMinutes === 60 && ukClockAt(ms)?.offsetMinutes === 0;
  if (!isTwice) return null;
  return offsetMinutes === null ? 'either' : offsetMinutes === 60 ? 'first' : offsetMinutes === 0 ? 'second' : null;
}

/** `UTC+05:30` for 330. */
export function nameOffset(offsetMinutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const ahead = Math.abs(offsetMinutes);
  return `UTC${offsetMinutes < 0 ? '−' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/** The wall clock as milliseconds since 1970, as if it were UTC. */
function wallMs(at: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/.exec(at)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return dayNumber({ year, month, day }) * 24 * hourMs + hour * hourMs + minute * minuteMs + second * 1000;
}
