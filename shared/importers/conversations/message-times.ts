import { isRealDay } from '../../dates/calendar';
import { ukClockAt, wallClockMs } from '../../dates/uk-clock';
import { clipped } from '../bytes/clipped';
import type { NeutralMessage } from '../parts';

export type MessageTime = Pick<NeutralMessage, 'at' | 'offsetMinutes' | 'basis' | 'atAsWritten'>;

/** An instant as a source gives it, on the clock of the United Kingdom. `epochMs`: milliseconds since 1970; outside 1970 to 9999, or null, there is no time that can be read. */
export function instantTime(epochMs: number | null, atAsWritten: string): MessageTime {
  const clock = epochMs === null ? null : ukClockAt(epochMs);
  return { at: clock?.at ?? '', offsetMinutes: clock?.offsetMinutes ?? null, basis: 'instant', atAsWritten: clipped(atAsWritten, 100) };
}

/** `YYYY-MM-DDTHH:MM:SS`, fractions of a second if it likes, and an offset from UTC (RFC 3339): the clock it was written on. At '' where it is no such time. */
export function offsetTime(written: string): MessageTime {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?(?:(Z)|([+-])(\d{2}):?(\d{2}))$/.exec(written);
  const { at } = localTime(found?.[1] ?? '');
  const minutes = Number(found?.[4] ?? 0) * 60 + Number(found?.[5] ?? 0);
  const isReal = at !== '' && minutes <= 1080 && Number(found?.[5] ?? 0) < 60;
  return { at: isReal ? at : '', offsetMinutes: isReal ? (found?.[3] === '-' && minutes > 0 ? -minutes : minutes) : null, basis: 'offset-written', atAsWritten: clipped(written, 100) };
}

/** The instant of a time, in milliseconds since 1970; null where it has none, or its zone is not known. */
export function epochMsOf({ at, offsetMinutes }: MessageTime): number | null {
  return at === '' || offsetMinutes === null ? null : wallClockMs(at) - offsetMinutes * 60_000;
}

/** `YYYY-MM-DDTHH:MM:SS` with no zone, as the clock of the exporting device showed it (ISO 8601, local time). At '' where it is no such time. */
export function localTime(written: string): MessageTime {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/.exec(written);
  const isReal = found !== null && isRealDay(Number(found[1]), Number(found[2]), Number(found[3])) && Number(found[4]) < 24 && Number(found[5]) < 60 && Number(found[6]) < 60;
  return { at: isReal ? written : '', offsetMinutes: null, basis: 'as-written', atAsWritten: clipped(written, 100) };
}
