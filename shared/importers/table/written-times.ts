import { isRealDay, writeDay } from '../../dates/calendar';
import type { DateOrder } from '../../model/date-order';
import { clipped } from '../bytes/clipped';
import { epochMsOf, instantTime, localTime, offsetTime, type MessageTime } from '../conversations/message-times';
import { dayOf, onlyDayOf } from '../whatsapp/date-order';
import { readHead, type Head } from '../whatsapp/head';

/** A date as a cell has it. `head`: three numbers, whose order may be open. `time`: settled as it stands. A date without a time of day stands at midnight. */
export type Written = { readonly kind: 'head'; readonly head: Head } | { readonly kind: 'time'; readonly time: MessageTime };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longest = 80;
/** Phones that send messages. */
export const firstYear = 1990;
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const clockAfter = '(?:,? (?:at )?(\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,9})? ?(?:[ap]\\.?m\\.?)?))?';
const zoneAfter = '(?: ?(z|utc|gmt|[+-]\\d{2}:?\\d{2}))?';
const dayFirst = new RegExp(`^${weekday}(\\d{1,2})(?:st|nd|rd|th)?[ -]${monthWord},?[ -](\\d{4}|\\d{2})${clockAfter}${zoneAfter}$`);
const monthFirst = new RegExp(`^${weekday}${monthWord} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${clockAfter}${zoneAfter}$`);
const isoTime = /^(\d{4}-\d{2}-\d{2})[t ](\d{1,2}:\d{2})(:\d{2})?(?:[.,]\d{1,9})?(?: ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/;
const onlyClock = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d{1,9})?(?: ?[\p{L}.]{1,14}){0,2}$/u;

/** Seconds or milliseconds since 1970, of the years in which there were phones that send messages. */
function epochMs(text: string): number | null {
  if (/^\d{10}(?:\.\d{1,6})?$/.test(text)) return within(Math.floor(Number(text)) * 1000);
  if (/^\d{13}$/.test(text)) return within(Number(text));
  return null;
}
function within(ms: number): number | null {
  return ms >= 631_152_000_000 && ms < 4_102_444_800_000 ? ms : null;
}

/** Reads a cell's date, with the time of a second cell where there is one; null where it is none. English month names; numbers in any order and any of the digits that phones write. */
export function readWritten(dateCell: string, timeCell: string | null): Written | null {
  const written = [dateCell, timeCell ?? ''].map((cell) => cell.trim()).filter((cell) => cell !== '').join(' ');
  if (dateCell.trim() === '' || written.length > longest) return null;
  const text = written.toLowerCase().replace(/[\u00a0\u202f]/g, ' ');
  const epoch = epochMs(text);
  if (epoch !== null) return { kind: 'time', time: instantTime(epoch, written) };
  const iso = isoTime.exec(text);
  if (iso) return settled(iso[1] ?? '', `${iso[2] ?? ''}${iso[3] ?? ':00'}`, iso[4] ?? '', written);
  const worded = dayFirst.exec(text);
  const turned = worded ? null : monthFirst.exec(text);
  const [day, month, year, clock, zone] = worded ? [worded[1], worded[2], worded[3], worded[4], worded[5]] : turned ? [turned[2], turned[1], turned[3], turned[4], turned[5]] : [];
  if (day !== undefined && month !== undefined && year !== undefined) return inWords(Number(day), month, Number(year), clock, zone, written);
  const head = readHead(text);
  if (head) return { kind: 'head', head };
  // A date alone: read as though midnight stood behind it.
  const alone = readHead(`${text} 00:00`);
  return alone && !/:/.test(text) ? { kind: 'head', head: alone } : null;
}

export function isClock(cell: string): boolean {
  return cell.length <= 40 && onlyClock.test(cell.trim());
}

function settled(date: string, clock: string, zone: string, written: string): Written | null {
  const at = `${date}T${clock.padStart(8, '0')}`;
  const time = zone === '' ? { ...localTime(at), atAsWritten: clipped(written, 100) } : withZone(at, zone, written);
  return time.at === '' ? null : { kind: 'time', time };
}

/** UTC is an instant, shown on the clock of the United Kingdom; any other offset is the clock on which it was written. */
function withZone(at: string, zone: string, written: string): MessageTime {
  if (!/^[+-]/.test(zone)) return instantTime(epochMsOf({ ...localTime(at), offsetMinutes: 0 }), written);
  return { ...offsetTime(`${at}${zone}`), atAsWritten: clipped(written, 100) };
}

function inWords(day: number, monthText: string, yearText: number, clock: string | undefined, zone: string | undefined, written: string): Written | null {
  const month = months.indexOf(monthText.slice(0, 3)) + 1;
  const year = yearText < 100 ? 2000 + yearText : yearText;
  if (!isRealDay(year, month, day)) return null;
  const found = clock === undefined ? null : /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})? ?(?:([ap])\.?m\.?)?$/.exec(clock);
  if (clock !== undefined && !found) return null;
  const hour12 = Number(found?.[1] ?? 0);
  const half = found?.[4];
  if (half !== undefined && (hour12 < 1 || hour12 > 12)) return null;
  const hour = half === undefined ? hour12 : (hour12 % 12) + (half === 'p' ? 12 : 0);
  return settled(writeDay({ year, month, day }), `${String(hour).padStart(2, '0')}:${found?.[2] ?? '00'}:${found?.[3] ?? '00'}`, zone ?? '', written);
}

/** The message's time; at '' while the order of day and month is open. */
export function timeOf(written: Written, order: DateOrder | null, asWritten: string): MessageTime | null {
  if (written.kind === 'time') return written.time;
  const { head } = written;
  const day = order === null ? onlyDayOf(head, firstYear) : dayOf(head, order, firstYear);
  if (!day && order !== null) return null;
  const clock = [head.hour, head.minute, head.second].map((part) => String(part).padStart(2, '0')).join(':');
  return { at: day ? `${writeDay(day)}T${clock}` : '', offsetMinutes: null, basis: 'as-written', atAsWritten: clipped(asWritten, 100) };
}
