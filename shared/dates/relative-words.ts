import { addDays, addMonths, weekdayOf, type CalendarDay } from './calendar';
import { candidate, dateOf, daysOf, intervalOf, oneDay, qualify, type Candidate } from './candidate';
import { countPattern, monthPattern, readMonth, readNumber, readSeason, readWeekday, seasonPattern, weekdayPattern } from './word-lists';

const ago = new RegExp(`^(?:(${countPattern}) )?(day|week|fortnight|month|year)s? ago(?: today)?$`);
const lastWeekday = new RegExp(`^(last |this |this past |this last )?(${weekdayPattern})(?: last| just gone| gone)?$`);
const weekdayOfWeek = new RegExp(`^(${weekdayPattern}) (?:of )?(last|this) week$|^(last|this) week(?:'s)? (?:on )?(${weekdayPattern})$`);
const lastMonth = new RegExp(`^(last|this|this past) (${monthPattern}|${seasonPattern})(?: just gone)?$`);
const weekdayAgo = new RegExp(`^(${weekdayPattern}) (before last)$|^(?:the )?(${weekdayPattern}) before last$`);

/**
 * Words that count from today: the answer is a real date, which she is shown. "Last Tuesday" said later in a week that has
 * had its Tuesday means either of two, so it is asked. Empty when the words are none of these.
 */
export function readRelative(text: string, today: CalendarDay): Candidate[] {
  const back = (days: number): Candidate[] => [oneDay(addDays(today, -days))];
  const monday = addDays(today, 1 - weekdayOf(today));
  switch (text) {
    case 'today': case 'now': case 'just now': return back(0);
    case 'yesterday': return back(1);
    case 'day before yesterday': case 'the day before yesterday': return back(2);
    case 'tomorrow': return back(-1);
    case 'this week': return daysOf(monday, addDays(monday, 6));
    case 'last week': return daysOf(addDays(monday, -7), addDays(monday, -1));
    case 'the week before last': case 'week before last': return daysOf(addDays(monday, -14), addDays(monday, -8));
    case 'last weekend': return daysOf(addDays(monday, -2), addDays(monday, -1));
    case 'this weekend': case 'the weekend': case 'at the weekend': case 'weekend': return readWeekend(monday, today);
    case 'this month': return [candidate(dateOf(today.year, today.month))];
    case 'last month': return [monthOf(addMonths(today, -1))];
    case 'this year': return [candidate(dateOf(today.year))];
    case 'last year': return [candidate(dateOf(today.year - 1))];
    case 'the year before last': case 'year before last': return [candidate(dateOf(today.year - 2))];
    case 'a year ago today': return [oneDay(addMonths(today, -12))];
  }
  const counted = ago.exec(text);
  if (counted) return countBack(counted[1] ?? '', counted[2] ?? '', today);
  const ofWeek = weekdayOfWeek.exec(text);
  if (ofWeek) {
    const start = (ofWeek[2] ?? ofWeek[3]) === 'last' ? addDays(monday, -7) : monday;
    return [oneDay(addDays(start, readWeekday(ofWeek[1] ?? ofWeek[4] ?? '') - 1))];
  }
  const beforeLast = weekdayAgo.exec(text);
  if (beforeLast) return [oneDay(addDays(today, -((weekdayOf(today) - readWeekday(beforeLast[1] ?? beforeLast[3] ?? '') + 6) % 7) - 8))];
  const day = lastWeekday.exec(text);
  if (day) return readLastWeekday(day[1]?.trim() ?? '', readWeekday(day[2] ?? ''), today);
  const part = lastMonth.exec(text);
  if (part) return readLastPart(part[1] === 'last', part[2] ?? '', today);
  return [];
}

function monthOf(day: CalendarDay): Candidate {
  return candidate(dateOf(day.year, day.month));
}

/** On a Monday to Friday "the weekend" may be the one gone or the one to come; only what has begun can have happened. */
function readWeekend(monday: CalendarDay, today: CalendarDay): Candidate[] {
  const saturday = weekdayOf(today) >= 6 ? addDays(monday, 5) : addDays(monday, -2);
  return daysOf(saturday, addDays(saturday, 1));
}

function countBack(count: string, unit: string, today: CalendarDay): Candidate[] {
  const vague = /couple/.test(count) ? 2 : /few/.test(count) ? 3 : null;
  const number = vague ?? (count === '' ? Number.NaN : readNumber(count));
  if (!Number.isFinite(number)) return [];
  const value = unit === 'day' ? oneDay(addDays(today, -number))
    : unit === 'week' ? oneDay(addDays(today, -7 * number))
    : unit === 'fortnight' ? oneDay(addDays(today, -14 * number))
    : unit === 'month' ? monthOf(addMonths(today, -number))
    : candidate(dateOf(today.year - number));
  return [candidate(qualify(value.value, unit !== 'day' || vague !== null, false))];
}

function readLastWeekday(which: string, wanted: number, today: CalendarDay): Candidate[] {
  const sinceThen = (weekdayOf(today) - wanted + 7) % 7;
  const newest = addDays(today, -(sinceThen === 0 ? 7 : sinceThen));
  if (which.startsWith('this')) return sinceThen === 0 ? [oneDay(today)] : [oneDay(newest)];
  if (which === '' && sinceThen === 0) return [oneDay(today), oneDay(newest)];
  const isThisWeek = sinceThen > 0 && wanted < weekdayOf(today);
  return which === 'last' && isThisWeek ? [oneDay(newest), oneDay(addDays(newest, -7))] : [oneDay(newest)];
}

/** "Last June" in November means this year's to some and last year's to others. */
function readLastPart(isLast: boolean, word: string, today: CalendarDay): Candidate[] {
  const season = readSeason(word);
  const month = season || readMonth(word);
  const begins = season ? (season - 20) * 3 : month;
  const ends = season ? begins + 2 : month;
  const inYear = (year: number): Candidate[] => (season === 24 ? intervalOf(dateOf(year, 12), dateOf(year + 1, 2)) : [candidate(dateOf(year, month))]);
  if (!isLast) return inYear(season === 24 && today.month <= 2 ? today.year - 1 : today.year);
  if (season === 24) return inYear(today.month <= 2 ? today.year - 2 : today.year - 1);
  return ends < today.month ? [...inYear(today.year), ...inYear(today.year - 1)] : inYear(today.year - 1);
}
