import { isRealDay, type CalendarDay } from './calendar';
import { takeClock } from './clock-words';
import { endsBeforeItBegins, readDays } from './date-words';
import { monthNames } from './say-date';
import { readYear } from './single-day-words';
import type { WhyNotUnderstood } from './understanding';
import { monthPattern, readMonth } from './word-lists';

const year4 = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
// Two figures are no year where they begin a clock time: "31 February 10pm".
const year = `(?<year>(?:19|20)\\d\\d(?!\\d)|'?\\d\\d(?![\\d:.]| ?(?:[ap]\\.?m|hrs|hours|h|o'? ?clock)\\b))`;
const dayFigures = '(?<![\\d./:-])(?<day>\\d{1,2})';

/** A day with its year, then a day whatever its year: it is not there when even a leap year has no such day. */
const namedDays = [
  `${dayFigures}(?: (?:day )?of)?[-./ ]?(?<month>${monthPattern})(?: of)?[-./ ]?${year}`,
  `\\b(?<month>${monthPattern}) (?:the )?(?<day>\\d{1,2}) ${year4}`,
  `${dayFigures}(?: (?:day )?of)?[-./ ]?(?<month>${monthPattern})\\b`,
].map((pattern) => new RegExp(pattern, 'g'));
const numberedDays = [
  new RegExp(`(?<![\\d./:-])(?<first>\\d{1,2}) ?(?<mark>[-./]) ?(?<second>\\d{1,2}) ?\\k<mark> ?${year}`, 'g'),
  new RegExp('(?<![\\d./:-])(?<year>(?:19|20)\\d\\d)[-/.](?<second>\\d{1,2})[-/.](?<first>\\d{1,2})(?![\\d:])', 'g'),
];

/** What is certainly wrong with words that are not understood. `text` is normalised. Never guesses: in doubt `other`. */
export function whyNotUnderstood(text: string, today: CalendarDay): WhyNotUnderstood {
  const noDay = findNoSuchDay(text, today);
  if (noDay) return { reason: 'no-such-day', says: noDay };
  if (endsBeforeItBegins(text, today)) return { reason: 'ends-before-it-begins' };
  const clock = takeClock(text);
  const isTime = clock.times === null && clock.written !== '' && (clock.rest === '' || readDays(clock.rest, today).length > 0);
  return isTime ? { reason: 'no-such-time', says: clock.written } : { reason: 'other' };
}

function findNoSuchDay(text: string, today: CalendarDay): string | null {
  for (const pattern of namedDays) {
    for (const { groups = {} } of text.matchAll(pattern)) {
      const [day, month] = [Number(groups.day), readMonth(groups.month ?? '')];
      const inYear = groups.year === undefined ? null : readYear(groups.year, today);
      if (!isRealDay(inYear ?? 2020, month, day)) return sayDay(day, month, inYear);
    }
  }
  for (const pattern of numberedDays) {
    for (const { 0: written, groups = {} } of text.matchAll(pattern)) {
      const [first, second, inYear] = [Number(groups.first), Number(groups.second), readYear(groups.year ?? '', today)];
      const isYearFirst = pattern === numberedDays[1];
      if (isRealDay(inYear, second, first) || (!isYearFirst && isRealDay(inYear, first, second))) continue;
      if (second >= 1 && second <= 12) return sayDay(first, second, inYear);
      return !isYearFirst && first >= 1 && first <= 12 ? sayDay(second, first, inYear) : written;
    }
  }
  return null;
}

function sayDay(day: number, month: number, inYear: number | null): string {
  return [day, monthNames[month - 1] ?? '', inYear].filter((part) => part !== null).join(' ');
}
