import { hourOfPeriod } from './day-periods';
import { plainHead } from './numerals';

/** The date and time before a message, with the three parts of the date still in the order they were written. */
export interface Head {
  readonly parts: readonly [number, number, number];
  /** Which parts were written with four figures: the year shows itself. */
  readonly yearAt: 'first' | 'last' | 'unsaid';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly is12Hour: boolean;
}

const date = '(\\d{1,4}) ?[./\\-年년] ?(\\d{1,2}) ?[./\\-月월] ?(\\d{1,4})(?: ?[日일]|\\.)?(?: ?г\\.?)?';
const clock = '(?:(\\D{1,18}?) ?)?(\\d{1,2})(?:[:.時时]| ?h ?)(\\d{2})(?:(?:[:.分]| min )(\\d{2})(?: s(?= |$))?)?(?: ?(\\D{1,18}))?';
const between = '[,،、]?(?: [-\u2013](?= ))?(?: (?:à|a las|a la|às|as|klo|kl\\.?|um|alle|alle ore|at|om|в|ob|o|u|la|в\\.))? ?';
const dateFirst = new RegExp(`^${date}${between}${clock}$`);
const clockFirst = new RegExp(`^${clock.replaceAll('\\D', '[^\\d,،]')}[,،]? ${date}$`);

/** WhatsApp began in 2009. */
export const firstYear = 2009;

/** Reads what stands before a message; null when it is no date with a time. Which part is the day is not decided here. */
export function readHead(written: string): Head | null {
  if (written.length > 100) return null;
  const text = plainHead(written);
  const found = dateFirst.exec(text);
  if (found) return headOf(found[1], found[2], found[3], found[4], found[5], found[6], found[7], found[8]);
  const turned = clockFirst.exec(text);
  return turned ? headOf(turned[6], turned[7], turned[8], turned[1], turned[2], turned[3], turned[4], turned[5]) : null;
}

/** Written with the time in some languages, and no half of the day: o'clock in Bulgarian, German, Dutch, French. */
const oclock = /^(?:ч\.?|hodź\.?|uhr|u\.?|h|hrs|klock|klo|kl\.?|a las|à|às)(?: |$)/i;

type Written = string | undefined;
function headOf(first: Written, middle: Written, last: Written, before: Written, hourText: Written, minuteText: Written, secondText: Written, after: Written): Head | null {
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText ?? 0)];
  const period = [before, after].map((word) => (word?.trim() ?? '').replace(oclock, '')).filter((word) => word !== '');
  if (period.length > 1 || minute > 59 || second > 59) return null;
  const [word] = period;
  const hour24 = word === undefined ? hour : hourOfPeriod(hour, word);
  if (hour24 === null || hour24 > 23) return null;
  const yearAt = first?.length === 4 ? 'first' : last?.length === 4 ? 'last' : 'unsaid';
  if (first?.length === 3 || last?.length === 3 || (yearAt === 'first' && (last?.length ?? 0) > 2)) return null;
  return { parts: [Number(first), Number(middle), Number(last)], yearAt, hour: hour24, minute, second, is12Hour: word !== undefined };
}

/** A year as written, in the Gregorian calendar; null for one before `first`, in which there was no WhatsApp unless another is said. Thai phones write the Buddhist year (+543). */
export function yearOf(written: number, first = firstYear): number | null {
  const year = written < 100 ? 2000 + written : written > 2400 && written < 2700 ? written - 543 : written;
  return year >= first && year <= 2100 ? year : null;
}
