import { dayNumber, isRealDay } from '../../dates/calendar';
import { instantTime, type MessageTime } from '../conversations/message-times';
import { hourOfPeriod } from '../whatsapp/day-periods';
import { plainHead } from '../whatsapp/numerals';
import { monthOf } from './months';

const longest = 120;

/**
 * `Tuesday, January 16, 2024 at 3:33:51 PM UTC`, in the words of the account's language and with whatever spaces (newer exports have U+202F before PM). A date that cannot be read whole, or
 * says no zone, gives no time: nothing is guessed. The examples are what `Intl.DateTimeFormat` (dateStyle full, timeStyle long) writes, as Takeout does.
 */
export function chatTime(written: string): MessageTime {
  return instantTime(written.length > longest ? null : epochMsOf(plainHead(written)), written);
}

const clock = /(\d{1,2})[:.](\d{2})[:.](\d{2})/;
const zone = /(?:UTC|GMT)(?:([+\-\u2212])(\d{1,2})(?::?(\d{2}))?)?/;

/** `text`: its digits 0-9, each of its spaces one. */
function epochMsOf(text: string): number | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?Z$/.exec(text);
  if (iso) return msOf([Number(iso[1]), Number(iso[2]), Number(iso[3])], [Number(iso[4]), Number(iso[5]), Number(iso[6])], 0);
  const time = clock.exec(text);
  const place = zone.exec(text);
  if (time === null || place === null) return null;
  const afterTime = text.slice(time.index + time[0].length);
  // What stands between the time and its zone, or after the time where the zone stands before it, can only be the half of the day.
  const period = (place.index > time.index ? afterTime.slice(0, Math.max(0, place.index - time.index - time[0].length)) : afterTime).trim();
  const hour = period === '' ? Number(time[1]) : hourOfPeriod(Number(time[1]), period);
  const day = dayOf(text.replace(time[0], ' ').replace(place[0], ' '));
  const offset = (place[1] === undefined ? 0 : place[1] === '+' ? 1 : -1) * (Number(place[2] ?? 0) * 60 + Number(place[3] ?? 0));
  return hour === null || day === null ? null : msOf(day, [hour, Number(time[2]), Number(time[3])], offset);
}

type Three = readonly [number, number, number];

/** Year, month, day: one number of four figures, one of one or two, and the name of a month; in Chinese, Japanese and Korean year, month and day each with its sign. */
function dayOf(text: string): Three | null {
  const signed = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/.exec(text);
  if (signed) return [Number(signed[1]), Number(signed[2]), Number(signed[3])];
  const numbers = text.match(/\d+/g) ?? [];
  const named = [...new Set((text.match(/[\p{L}\p{M}]+/gu) ?? []).map(monthOf).filter((month) => month !== null))];
  const years = numbers.filter((number) => number.length === 4);
  const days = numbers.filter((number) => number.length <= 2);
  return named.length === 1 && numbers.length === 2 && years.length === 1 && days.length === 1 ? [Number(years[0]), named[0] ?? 0, Number(days[0])] : null;
}

function msOf([year, month, day]: Three, [hour, minute, second]: Three, offsetMinutes: number): number | null {
  if (!isRealDay(year, month, day) || hour > 23 || minute > 59 || second > 59 || Math.abs(offsetMinutes) > 1080) return null;
  return ((dayNumber({ year, month, day }) * 24 + hour) * 60 + minute - offsetMinutes) * 60_000 + second * 1000;
}
