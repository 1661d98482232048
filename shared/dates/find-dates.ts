import { isRealDay } from './calendar';
import { monthPattern, readMonth } from './word-lists';

/** A day, or a month, that stands in a text. `readings`: two where day and month can change places, the British first. */
export interface DateFound {
  /** As it stands there. */
  readonly written: string;
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
  readonly readings: readonly { readonly edtf: string; readonly timeOfDay: string }[];
}

/** Every part has a bounded length and begins where a figure or a letter ends what was before, so no text makes these slow. */
const time = '(?:(?:,? (?:at )?|[T_-])(\\d{1,2})[:.](\\d{2})(?:[:.]\\d{2})? ?([ap]\\.?m\\b)?)?';
const patterns: readonly { readonly pattern: RegExp; readonly read: (parts: readonly (string | undefined)[]) => Read[] }[] = [
  // 2021-03-04, as files and machines write it.
  { pattern: new RegExp(`(?<!\\d[-./]?)((?:19|20)\\d\\d)([-./])(\\d{1,2})\\2(\\d{1,2})(?!\\d)${time}`, 'gi'), read: ([year, , month, day, ...clock]) => whole(year, month, day, clock) },
  // 04/03/2021, 4.3.21: which is the month stays open where both can be.
  { pattern: new RegExp(`(?<!\\d[-./]?)(\\d{1,2})([-./])(\\d{1,2})\\2((?:19|20)\\d\\d|\\d\\d)(?![\\d/])${time}`, 'gi'), read: ([first, , second, year, ...clock]) => [...whole(fourFigures(year), second, first, clock), ...whole(fourFigures(year), first, second, clock)] },
  { pattern: new RegExp(`(?<![\\d/.-])(\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)?[ \\u00a0.-]{1,2}(${monthPattern})\\b[ \\u00a0.,-]{1,2}((?:19|20)\\d\\d)(?!\\d)${time}`, 'gi'), read: ([day, month, year, ...clock]) => whole(year, monthNumber(month), day, clock) },
  { pattern: new RegExp(`\\b(${monthPattern})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)(?!\\d)${time}`, 'gi'), read: ([month, day, year, ...clock]) => whole(year, monthNumber(month), day, clock) },
  { pattern: new RegExp(`(?<!\\d(?:st|nd|rd|th)?(?: of)?[ .-]{1,2})\\b(${monthPattern}),? ((?:19|20)\\d\\d)(?![\\d-])`, 'gi'), read: ([month, year]) => [{ edtf: `${year}-${two(monthNumber(month))}`, timeOfDay: '' }] },
];

/** IMG_20210304_210433, VID-20210304-WA0001, PXL_20210304_210433123: only in names of files, where a number of eight figures is nothing else. */
const compact = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:[-_ T]?(\d\d)(\d\d)\d\d(?:\d{3})?)?(?!\d)/g;

type Read = DateFound['readings'][number];

/** Days and months that a text names, in its order; at most `limit`. A word without a year ("12 March") is left alone: nothing here says which. Pure and zone-free. */
export function findDates(text: string, limit: number): DateFound[] {
  return inOrder(patterns.flatMap(({ pattern, read }) => matches(text, pattern, read)), limit);
}

/** The same of a file's name or path, where figures run together. */
export function findDatesInName(name: string, limit: number): DateFound[] {
  const packed = matches(name, compact, ([year, month, day, hours, minutes]) => whole(year, month, day, [hours, minutes]));
  return inOrder([...packed, ...patterns.flatMap(({ pattern, read }) => matches(name.replaceAll('_', ' '), pattern, read))], limit);
}

function matches(text: string, pattern: RegExp, read: (parts: readonly (string | undefined)[]) => Read[]): DateFound[] {
  const found: DateFound[] = [];
  for (const match of text.matchAll(pattern)) {
    const readings = distinct(read(match.slice(1)));
    if (readings.length > 0) found.push({ written: match[0].trim(), at: match.index, readings });
  }
  return found;
}

/** What overlaps with a date before it is a part of that. */
function inOrder(found: readonly DateFound[], limit: number): DateFound[] {
  const kept: DateFound[] = [];
  let end = 0;
  for (const each of [...found].sort((a, b) => a.at - b.at || b.written.length - a.written.length)) {
    if (each.at < end) continue;
    kept.push(each);
    end = each.at + each.written.length;
    if (kept.length === limit) break;
  }
  return kept;
}

function whole(year: string | undefined, month: string | number | undefined, day: string | undefined, clock: readonly (string | undefined)[]): Read[] {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return isRealDay(y, m, d) ? [{ edtf: `${year}-${two(m)}-${two(d)}`, timeOfDay: timeOf(clock) }] : [];
}

/** '' where there is none, or none there can be. */
function timeOf([hours, minutes, half]: readonly (string | undefined)[]): string {
  if (hours === undefined || minutes === undefined) return '';
  const isAfternoon = half !== undefined && /^p/i.test(half);
  const twelve = half !== undefined && Number(hours) >= 1 && Number(hours) <= 12;
  const hour = twelve ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  return hour <= 23 && Number(minutes) <= 59 ? `${two(hour)}:${minutes}` : '';
}

const monthNumber = (word: string | undefined): number => readMonth((word ?? '').toLowerCase());
/** As she would read it: no letter or picture of hers is from a year to come that is further off than 1950 is past. */
const fourFigures = (year: string | undefined): string => (year?.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year ?? '');
const two = (n: number): string => String(n).padStart(2, '0');
const distinct = (readings: readonly Read[]): Read[] => readings.filter(({ edtf }, index) => readings.findIndex((other) => other.edtf === edtf) === index);
