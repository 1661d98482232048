import type { DaySpan } from '../model/dated';
import { openStartDay } from '../dates/span';
import { daysBetween, sayBetween, ukDayOf } from './say';

/**
 * How the day of recording stands to the day of the event.
 * `at-the-time` only when the event's day is known exactly and the record was first made on that day or the next, UK days; a
 * vague date never supports it, because its true day may be any in the span.
 * `later`: how long after it at the longest and, unless it may be the same day, at the shortest.
 */
export type Recording =
  | { kind: 'at-the-time'; daysAfter: 0 | 1 }
  | { kind: 'later'; longest: string; shortest: string | null }
  | { kind: 'before' }
  | { kind: 'unknown' };

export function compareRecording(span: DaySpan, firstRecordedUtc: string | null): Recording {
  if (firstRecordedUtc === null || span.earliest === '' || span.earliest === openStartDay) return { kind: 'unknown' };
  const recordedDay = ukDayOf(firstRecordedUtc);
  const mostDays = daysBetween(span.earliest, recordedDay);
  const leastDays = daysBetween(span.latest, recordedDay);
  if (mostDays < 0) return { kind: 'before' };
  if (span.earliest === span.latest && (mostDays === 0 || mostDays === 1)) return { kind: 'at-the-time', daysAfter: mostDays };
  return { kind: 'later', longest: sayBetween(span.earliest, recordedDay), shortest: leastDays > 0 ? sayBetween(span.latest, recordedDay) : null };
}
