import { addDays, dayNumber, easterSunday, weekdayOf, type CalendarDay } from './calendar';
import { candidate, dateOf, dayIfReal, daysOf, intervalOf, oneDay, type Candidate } from './candidate';
import { monthPattern, ordinalPattern, readMonth, readSeason, readWeekday, seasonPattern, weekdayPattern } from './word-lists';

type Rule = readonly [RegExp, (found: readonly string[], today: CalendarDay) => Candidate[]];
const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`^${pattern}$`), read];
const year4 = "((?:19|20)\\d\\d)";
const year = "((?:19|20)\\d\\d|'?\\d\\d)";
const weekday = `(?:(${weekdayPattern}) (?:the )?)?`;
const number = (text: string | undefined): number => Number(text);

/** How many readings a missing year gives: the newest that are not in the future. */
const yearsOffered = 3;

/** Two figures mean the nearest such year that is not more than a year ahead. */
export function readYear(text: string, today: CalendarDay): number {
  const digits = text.replace("'", '');
  if (digits.length === 4) return Number(digits);
  const guess = Math.floor(today.year / 100) * 100 + Number(digits);
  return guess > today.year + 1 ? guess - 100 : guess;
}

/**
 * A day with the weekday she named. When the two disagree both ways out are offered: the day as numbered, and the nearest
 * day that is such a weekday.
 */
function withWeekday(candidates: Candidate[], weekdayWord: string | undefined): Candidate[] {
  const [only] = candidates;
  if (!weekdayWord || candidates.length !== 1 || !only || only.value.kind !== 'date') return candidates;
  const { year: y, month, day } = only.value;
  if (typeof month !== 'number' || typeof day !== 'number') return candidates;
  const numbered = { year: y, month, day };
  const away = ((readWeekday(weekdayWord) - weekdayOf(numbered) + 10) % 7) - 3;
  return away === 0 ? candidates : [only, oneDay(addDays(numbered, away))];
}

/** Without a year: the newest such days up to today that fit the weekday, newest first. */
function withoutYear(month: number, day: number, weekdayWord: string | undefined, today: CalendarDay): Candidate[] {
  const found: Candidate[] = [];
  const reach = weekdayWord || (month === 2 && day === 29) ? 30 : yearsOffered + 1;
  for (let y = today.year; y > today.year - reach && found.length < yearsOffered; y -= 1) {
    const [that] = dayIfReal(y, month, day);
    if (!that || dayNumber({ year: y, month, day }) > dayNumber(today)) continue;
    if (weekdayWord && weekdayOf({ year: y, month, day }) !== readWeekday(weekdayWord)) continue;
    found.push(that);
  }
  return found;
}

/** A month or season without a year. */
function partWithoutYear(month: number, today: CalendarDay): Candidate[] {
  const begins = month > 12 ? (month - 20) * 3 : month;
  const newest = begins <= today.month ? today.year : today.year - 1;
  const years = Array.from({ length: yearsOffered }, (_, back) => newest - back);
  return years.flatMap((y) => (month === 24 ? intervalOf(dateOf(y, 12), dateOf(y + 1, 2)) : [candidate(dateOf(y, month))]));
}

/** Winter runs over the turn of the year, and people name it after either: both are offered. */
function seasonOf(season: number, y: number): Candidate[] {
  if (season !== 24) return [candidate(dateOf(y, season))];
  return [...intervalOf(dateOf(y, 12), dateOf(y + 1, 2)), ...intervalOf(dateOf(y - 1, 12), dateOf(y, 2))];
}

/** Figures only: decided by the figures (a number over 12) and otherwise asked. Day first, as in en-GB, stands first. */
function numeric(first: number, second: number, y: number): Candidate[] {
  const dayFirst = dayIfReal(y, second, first, 'dmy');
  return first === second ? dayFirst : [...dayFirst, ...dayIfReal(y, first, second, 'mdy')];
}

function nthWeekday(nth: string, weekdayWord: string, y: number, month: number): Candidate[] {
  const wanted = readWeekday(weekdayWord);
  const first = { year: y, month, day: 1 };
  const firstSuch = addDays(first, (wanted - weekdayOf(first) + 7) % 7);
  const such = [0, 1, 2, 3, 4].map((weeks) => addDays(firstSuch, weeks * 7)).filter((day) => day.month === month);
  const chosen = nth === 'last' ? such.at(-1) : such[['first', 'second', 'third', 'fourth', 'fifth'].indexOf(nth)];
  return chosen ? [oneDay(chosen)] : [];
}

/** Days that move, and days people name. "Christmas" alone is the days about it, so it is marked approximate. */
function namedDay(name: string, y: number): { day: CalendarDay; approximate: boolean } | null {
  const fixed = (month: number, day: number, approximate = false) => ({ day: { year: y, month, day }, approximate });
  const fromEaster = (days: number, approximate = false) => ({ day: addDays(easterSunday(y), days), approximate });
  switch (name.replace(/'s|s'/g, '')) {
    case 'christmas': case 'xmas': return fixed(12, 25, true);
    case 'christmas day': case 'xmas day': return fixed(12, 25);
    case 'christmas eve': case 'xmas eve': return fixed(12, 24);
    case 'boxing day': return fixed(12, 26);
    case 'new year eve': case 'hogmanay': return fixed(12, 31);
    case 'new year day': return fixed(1, 1);
    case 'new year': return fixed(1, 1, true);
    case 'valentine day': case 'valentine': return fixed(2, 14);
    case 'halloween': case "hallowe'en": return fixed(10, 31);
    case 'bonfire night': case 'guy fawkes night': case 'guy fawkes': return fixed(11, 5);
    case 'shrove tuesday': case 'pancake day': return fromEaster(-47);
    case 'good friday': return fromEaster(-2);
    case 'easter saturday': return fromEaster(-1);
    case 'easter sunday': case 'easter day': return fromEaster(0);
    case 'easter monday': return fromEaster(1);
    case 'easter': return fromEaster(0, true);
    case 'mothering sunday': return fromEaster(-21);
    default: return null;
  }
}

function readNamed(name: string, y: number): Candidate[] {
  const named = namedDay(name, y);
  if (!named) return [];
  const date = dateOf(named.day.year, named.day.month, named.day.day);
  return [candidate(named.approximate ? { ...date, qualifier: '~' } : date)];
}

function christmasToNewYear(year: number): Candidate[] {
  return intervalOf({ ...dateOf(year, 12, 25), qualifier: '~' }, { ...dateOf(year + 1, 1, 1), qualifier: '~' });
}

const names = "(?:christmas|xmas)(?: day| eve)?|boxing day|new year(?:'?s)?(?: eve| day)?|hogmanay|valentine'?s?(?: day)?|hallowe'?en|bonfire night|guy fawkes(?: night)?|shrove tuesday|pancake day|good friday|easter(?: saturday| sunday| monday| day)?|mothering sunday";

const rules: readonly Rule[] = [
  rule(`${weekday}(\\d{1,2})(?: (?:day )?of)? (?:the month of )?(${monthPattern}) (?:of )?${year}`, ([w, d, m = '', y = ''], today) => withWeekday(dayIfReal(readYear(y, today), readMonth(m), number(d)), w)),
  rule(`${weekday}(${monthPattern}) (?:the )?(\\d{1,2}) ${year4}`, ([w, m = '', d, y]) => withWeekday(dayIfReal(number(y), readMonth(m), number(d)), w)),
  rule(`${weekday}(\\d{1,2})[-./ ]?(${monthPattern})[-./ ]?${year}`, ([w, d, m = '', y = ''], today) => withWeekday(dayIfReal(readYear(y, today), readMonth(m), number(d)), w)),
  rule(`${weekday}(\\d{1,2}) ?[-./] ?(\\d{1,2}) ?[-./] ?${year}`, ([w, a, b, y = ''], today) => {
    const readings = numeric(number(a), number(b), readYear(y, today));
    const fitting = w ? readings.filter(({ value }) => value.kind === 'date' && typeof value.month === 'number' && typeof value.day === 'number' && weekdayOf({ year: value.year, month: value.month, day: value.day }) === readWeekday(w)) : readings;
    return fitting.length > 0 ? fitting : withWeekday(readings, w);
  }),
  rule(`${year4}[/.](\\d{1,2})[/.](\\d{1,2})`, ([y, m, d]) => dayIfReal(number(y), number(m), number(d))),
  rule(`(\\d{1,2}) ?[/.-] ?${year4}`, ([m, y]) => (number(m) >= 1 && number(m) <= 12 ? [candidate(dateOf(number(y), number(m)))] : [])),
  rule(`(${monthPattern})(?: of|-|/)? ?${year4}`, ([m = '', y]) => [candidate(dateOf(number(y), readMonth(m)))]),
  rule(`${year4},? (${monthPattern})`, ([y, m = '']) => [candidate(dateOf(number(y), readMonth(m)))]),
  rule(`(${monthPattern}) ?'(\\d\\d)`, ([m = '', y = ''], today) => [candidate(dateOf(readYear(y, today), readMonth(m)))]),
  rule(`${weekday}(${monthPattern}) (?:the )?(\\d{1,2})`, ([w, m = '', d = ''], today) => [
    ...withoutYear(readMonth(m), number(d), w, today),
    ...(w || d.length < 2 ? [] : [candidate(dateOf(readYear(d, today), readMonth(m)))]),
  ]),
  rule(`${weekday}(\\d{1,2})(?: (?:day )?of)? (${monthPattern})`, ([w, d, m = ''], today) => withoutYear(readMonth(m), number(d), w, today)),
  rule(`(?:the )?(${ordinalPattern}) (${weekdayPattern}) (?:of|in) (${monthPattern}) (?:of )?${year4}`, ([nth = '', w = '', m = '', y]) => nthWeekday(nth, w, number(y), readMonth(m))),
  rule(`(${monthPattern})`, ([m = ''], today) => partWithoutYear(readMonth(m), today)),
  rule(`(?:the )?(?:(?:${seasonPattern}) )?(winter)(?: of)? ${year4} ?[-/] ?(?:${year4}|(\\d\\d))`, ([, a, b, c]) => {
    const end = b === undefined ? Math.floor(number(a) / 100) * 100 + number(c) : number(b);
    return end === number(a) + 1 ? intervalOf(dateOf(number(a), 12), dateOf(end, 2)) : [];
  }),
  rule(`(${seasonPattern})(?: of)? ${year4}`, ([s = '', y]) => seasonOf(readSeason(s), number(y))),
  rule(`(${seasonPattern})`, ([s = ''], today) => partWithoutYear(readSeason(s), today)),
  rule(`(?:the )?(?:year )?${year4}`, ([y]) => [candidate(dateOf(number(y)))]),
  rule(`${year4} ?[-/] ?(\\d\\d)`, ([a = '', b]) => intervalOf(dateOf(number(a)), dateOf(Math.floor(number(a) / 100) * 100 + number(b)))),
  rule(`(?:the )?((?:19|20)\\d)0'?s`, ([decade]) => [candidate({ ...dateOf(number(decade) * 10), unspecifiedYearDigits: 1 })]),
  rule("(?:the )?([5-9])0'?s", ([decade]) => [candidate({ ...dateOf(1900 + number(decade) * 10), unspecifiedYearDigits: 1 })]),
  rule(`easter weekend(?: of| in)? ${year4}`, ([y]) => daysOf(addDays(easterSunday(number(y)), -2), addDays(easterSunday(number(y)), 1))),
  // The year may be the old one or the new one.
  rule(`between (?:christmas|xmas) and (?:the )?new year(?:'?s)?(?: of| in)? ${year4}`, ([y]) => [number(y), number(y) - 1].flatMap(christmasToNewYear)),
  rule(`(${names})(?: of| in)? ${year4}`, ([name = '', y]) => readNamed(name, number(y))),
  rule(`(${names})`, ([name = ''], today) => Array.from({ length: yearsOffered + 1 }, (_, back) => today.year - back)
    .filter((y) => { const named = namedDay(name, y); return named !== null && dayNumber(named.day) <= dayNumber(today); })
    .slice(0, yearsOffered)
    .flatMap((y) => readNamed(name, y))),
];

/** Reads one day, month, season, year, decade or named day. Text is normalised. Empty when it is none of these. */
export function readSingle(text: string, today: CalendarDay): Candidate[] {
  for (const [pattern, read] of rules) {
    const found = pattern.exec(text);
    if (found) return read(found.slice(1), today);
  }
  return [];
}
