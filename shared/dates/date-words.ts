import { addDays, daysInMonth, weekdayOf, type CalendarDay } from './calendar';
import { candidate, dateOf, daysOf, intervalOf, qualify, type Candidate } from './candidate';
import { parseEdtf, writeEdtf, type Edtf, type EdtfDate, type EdtfEnd } from './edtf';
import { readRelative } from './relative-words';
import { readSingle } from './single-day-words';
import { firstDayOf, lastDayOf } from './span';
import { monthPattern, readMonth, readSeason, readWeekday, seasonPattern, weekdayPattern } from './word-lists';

const noise = /^(?:it (?:was|happened)|it's|this (?:was|happened)|that was|was|happened|either|throughout|all of|all through|the whole of|dated|date|sometime|some time|at some point|on|in|during|over|at|the|of|for)\s+/;
const aboutBefore = /^(?:(?:on or )?(?:about|around|approximately|approx|roughly|circa|ca|c|near|nearly)\b\s*|~\s*|c(?=\d))(?=[\da-z'])/;
const aboutAfter = /(?:\s+(?:or so|or thereabouts|or around then|or around that time|approximately|approx|roughly|ish|give or take)|-?ish|\s*~)$/;
const unsureBefore = /^(?:maybe|possibly|perhaps|probably|i think|i believe|think|could be|could have been|might be|might have been|not sure|unsure|it (?:may|might) have been)\s+/;
const unsureAfter = /(?:\s*\?+|\s+(?:i think|i believe|maybe|possibly|perhaps|probably|not sure|i'm not sure|but i'm not sure|not certain|unsure))$/;

/** Phrases within phrases: "about early June" within "between … and …" is three. Words heaped up at random would otherwise take for ever. */
const deepest = 4;

/**
 * Every way the words for a day or a span of days can be meant, likelier first; none when they are not understood.
 * `text` is normalised and has no clock time in it any more.
 */
export function readDays(text: string, today: CalendarDay, depth = 0): Candidate[] {
  if (depth > deepest) return [];
  const literal = parseEdtf(text.toUpperCase());
  if (literal && !(literal.kind === 'date' && literal.time !== '')) return [candidate(literal)];
  const { bare, approximate, uncertain } = takeQualifiers(text);
  const found = readBare(bare, today, depth);
  return found.map(({ value, order }) => ({ value: qualify(value, approximate, uncertain), order }));
}

function takeQualifiers(text: string): { bare: string; approximate: boolean; uncertain: boolean } {
  let [bare, approximate, uncertain] = [text, false, false];
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(aboutBefore, () => ((approximate = true), ''));
    bare = bare.replace(aboutAfter, () => ((approximate = true), ''));
    bare = bare.replace(unsureBefore, () => ((uncertain = true), ''));
    bare = bare.replace(unsureAfter, () => ((uncertain = true), ''));
    if (!/^(?:the|this) week|^(?:the|this) year before|^the day before|^the weekend$/.test(bare)) bare = bare.replace(noise, '');
    bare = bare.trim();
  }
  return { bare, approximate, uncertain };
}

function readBare(text: string, today: CalendarDay, depth: number): Candidate[] {
  for (const read of [readRange, readBound, readPartOf, readSomeDay, readWeek, readSingle, readRelative]) {
    const found = read(text, today, depth);
    if (found.length > 0) return found;
  }
  return [];
}

const ranges = [/^(?:any ?time )?between (.+?) (?:and|&) (.+)$/, /^from (.+?) (?:to|until|till|til|up to|through|through to|-) (.+)$/, /^(.+?) (?:to|until|till|through|through to|-) (.+)$/, /^(\d{1,2}) ?(?:-|and|or|\/|&) ?(\d{1,2} .*[a-z].*)$/, /^([a-z]+) ?(?:-|and|or|\/|&) ?([a-z]+ (?:of )?\d{4})$/, /^(\d{4}) ?(?:-|and|or) ?(\d{4})$/, /^([\d/.]{6,10}) ?- ?([\d/.]{6,10})$/];
const partial = new RegExp(`^(?:the )?(?:(?:${weekdayPattern}) )?(?:the )?(?:(\\d{1,2})(?: (?:of )?(${monthPattern}))?|(?:early |late |mid )?(${monthPattern}|${seasonPattern})(?: (\\d{1,2}))?)$`);

function readRange(text: string, today: CalendarDay, depth: number): Candidate[] {
  for (const pattern of ranges) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, startWords = '', endWords = ''] = found;
    const ends = readDays(endWords, today, depth + 1).filter((end) => end.value.kind === 'date');
    const combined = ends.flatMap((end) => (end.value.kind === 'date' ? readStart(startWords, end.value, today, depth).flatMap((start) => join(start, end)) : []));
    if (combined.length > 0) return combined;
  }
  return [];
}

/** Whether the words are a span of which both ends are understood, and every way to read it ends before it begins. */
export function endsBeforeItBegins(text: string, today: CalendarDay): boolean {
  const literal = text.toUpperCase().split('/').map((end) => parseEdtf(end));
  if (literal.length === 2 && literal.every((end) => end !== null)) return parseEdtf(text.toUpperCase()) === null;
  const { bare } = takeQualifiers(text);
  return ranges.some((pattern) => {
    const found = pattern.exec(bare);
    if (!found) return false;
    const ends = readDays(found[2] ?? '', today, 1).filter((end) => end.value.kind === 'date');
    const pairs = ends.flatMap((end) => (end.value.kind === 'date' ? readStart(found[1] ?? '', end.value, today, 0).map((start) => [start, end] as const) : []));
    return pairs.length > 0 && pairs.every(([start, end]) => parseEdtf(writeEdtf(start.value)) !== null && join(start, end).length === 0);
  });
}

function join(start: Candidate, end: Candidate): Candidate[] {
  if (start.value.kind !== 'date' || end.value.kind !== 'date') return [];
  if (start.order && end.order && start.order !== end.order) return [];
  return intervalOf(start.value, end.value, start.order ?? end.order);
}

/** The beginning of a span may leave to its end what both share: "between May and July 2020", "3 to 9 June". */
function readStart(words: string, end: EdtfDate, today: CalendarDay, depth: number): Candidate[] {
  const found = partial.exec(takeQualifiers(words).bare);
  if (!found) return readDays(words, today, depth + 1).filter((start) => start.value.kind === 'date');
  const [, dayAlone, monthAfter, monthOrSeason, dayAfter] = found;
  const monthWord = monthAfter ?? monthOrSeason;
  const month = monthWord === undefined ? end.month : readSeason(monthWord) || readMonth(monthWord);
  const dayText = dayAlone ?? dayAfter;
  if (typeof month !== 'number' || (month > 12 && dayText !== undefined)) return [];
  const start = { ...dateOf(end.year, month, dayText === undefined ? null : Number(dayText)), qualifier: takeQualifiers(words).approximate ? '~' as const : '' as const };
  const isEarlier = intervalOf(start, end).length > 0;
  return [candidate(isEarlier || monthWord === undefined ? start : { ...start, year: end.year - 1 })];
}

const bounds: readonly (readonly [RegExp, 'before' | 'up-to' | 'after' | 'since'])[] = [
  [/^(?:at some point |some ?time )?(?:before|prior to|earlier than) (.+)$/, 'before'],
  [/^(?:no later than|not later than|by|until|till|up to|up until|in or before) (.+)$/, 'up-to'],
  [/^(.+) (?:or|and) (?:earlier|before)$/, 'up-to'],
  [/^(?:at some point |some ?time )?(?:after|later than) (.+)$/, 'after'],
  [/^(?:since|from|ever since|starting(?: in| from)?|not before|in or after) (.+?)(?: (?:onwards?|on))?$/, 'since'],
  [/^(.+) (?:onwards?|or later|or after)$/, 'since'],
];

function readBound(text: string, today: CalendarDay, depth: number): Candidate[] {
  for (const [pattern, bound] of bounds) {
    const found = pattern.exec(text);
    if (!found) continue;
    return readDays(found[1] ?? '', today, depth + 1).flatMap(({ value, order }) => {
      const start: EdtfEnd = value.kind === 'date' ? value : value.start;
      const end: EdtfEnd = value.kind === 'date' ? value : value.end;
      if (bound === 'since') return typeof start === 'object' ? intervalOf(start, 'open', order) : [];
      if (bound === 'up-to') return typeof end === 'object' ? intervalOf('open', end, order) : [];
      if (bound === 'after') return typeof end === 'object' ? intervalOf(neighbour(end, 1), 'open', order) : [];
      return typeof start === 'object' ? intervalOf('open', neighbour(start, -1), order) : [];
    });
  }
  return [];
}

/** The next or previous date of the same precision; seasons go by their months. */
function neighbour(date: EdtfDate, step: 1 | -1): EdtfDate {
  const day = step > 0 ? addDays(lastDayOf(date), 1) : addDays(firstDayOf(date), -1);
  const month = typeof date.month === 'number' ? day.month : null;
  return { ...dateOf(day.year, month, typeof date.day === 'number' ? day.day : null), qualifier: date.qualifier };
}

const partOf = /^(early(?: on)?(?: in)?|mid(?:dle)?(?: of| part of)?|late(?: in)?|(?:the )?(?:very )?(?:start|beginning|first part|early part) of|(?:the )?middle of|half ?way through|(?:towards )?(?:the )?(?:very )?(?:end|latter part|last part|late part) of|(?:the )?(?:first|second) half of)[ -]+(?:the )?(.+)$/;

/** Early, middle and late: a third of a month or of a year, both ends approximate. A season stays whole and approximate. */
function readPartOf(text: string, today: CalendarDay, depth: number): Candidate[] {
  const found = partOf.exec(text);
  if (!found) return [];
  const [, words = '', rest = ''] = found;
  const isHalf = /half of/.test(words);
  const third = /^early|start|beginning|first|early part/.test(words) ? 0 : /^mid|middle|half ?way/.test(words) ? 1 : 2;
  return readDays(rest, today, depth + 1).flatMap(({ value, order }) => {
    if (value.kind !== 'date' || value.day !== null || value.unspecifiedYearDigits !== 0 || value.month === 'XX') return [];
    if (value.month !== null && value.month > 12) return isHalf ? [] : [candidate(qualify(value, true, false), order)];
    const near = (date: EdtfDate): EdtfDate => ({ ...date, qualifier: value.qualifier === '?' || value.qualifier === '%' ? '%' : '~' });
    const { year, month } = value;
    if (month === null) {
      if (isHalf) return third === 0 ? intervalOf(dateOf(year, 1), dateOf(year, 6)) : intervalOf(dateOf(year, 7), dateOf(year, 12));
      return intervalOf(near(dateOf(year, third * 4 + 1)), near(dateOf(year, third * 4 + 4)));
    }
    const last = daysInMonth(year, month);
    if (isHalf) return third === 0 ? intervalOf(dateOf(year, month, 1), dateOf(year, month, 15)) : intervalOf(dateOf(year, month, 16), dateOf(year, month, last));
    return intervalOf(near(dateOf(year, month, third * 10 + 1)), near(dateOf(year, month, third === 2 ? last : third * 10 + 10)));
  });
}

const someDay = new RegExp(`^(?:a|an|one|some|any) (?:(?:(?:${weekdayPattern}|day|date|morning|afternoon|evening|night)|(?:week|school|working) ?day)) (?:in|during|of|at some point in) (?:the )?(.+)$`);

/** "A Friday in March 2018": some day of that month. Which weekday stays in her own words. */
function readSomeDay(text: string, today: CalendarDay, depth: number): Candidate[] {
  const found = someDay.exec(text);
  if (!found) return [];
  return readDays(found[1] ?? '', today, depth + 1).flatMap(({ value, order }) => {
    if (value.kind !== 'date') return [candidate(value, order)];
    if (value.day !== null) return [];
    if (value.month === null) return value.unspecifiedYearDigits > 0 ? [candidate(value, order)] : [candidate({ ...value, month: 'XX', day: 'XX' }, order)];
    return typeof value.month === 'number' && value.month <= 12 ? [candidate({ ...value, day: 'XX' }, order)] : [candidate(value, order)];
  });
}

const week = /^(?:the )?(weekend|week beginning|week commencing|week starting|w\/c|week ending|w\/e|week)(?: of| around| with| on)? (?:the )?(.+)$/;
const nthWeek = new RegExp(`^(?:the )?(first|second|third|fourth|last|[1-4]) week(end)? (?:of|in) (${monthPattern}) (?:of )?(\\d{4})$`);

function readWeek(text: string, today: CalendarDay, depth: number): Candidate[] {
  const nth = nthWeek.exec(text);
  if (nth) return readNthWeek(nth[1] ?? '', nth[2] !== undefined, Number(nth[4]), readMonth(nth[3] ?? ''));
  const found = week.exec(text);
  if (!found) return [];
  return readDays(found[2] ?? '', today, depth + 1).flatMap(({ value }) => {
    // "The weekend of 4-5 May" has said its days.
    if (value.kind === 'interval') return found[1] === 'weekend' ? [candidate(value)] : [];
    const day = wholeDay(value);
    if (!day) return [];
    const monday = addDays(day, 1 - weekdayOf(day));
    switch (found[1]) {
      case 'weekend': return weekendOf(day, monday);
      case 'week': return daysOf(monday, addDays(monday, 6));
      case 'week ending': case 'w/e': return daysOf(addDays(day, -6), day);
      default: return daysOf(day, addDays(day, 6));
    }
  });
}

/** The weekend of a Monday or Tuesday is the one before, of a Thursday or Friday the one after; of a Wednesday it is asked. */
function weekendOf(day: CalendarDay, monday: CalendarDay): Candidate[] {
  const before = daysOf(addDays(monday, -2), addDays(monday, -1));
  const after = daysOf(addDays(monday, 5), addDays(monday, 6));
  const weekday = weekdayOf(day);
  return weekday >= 4 ? after : weekday <= 2 ? before : [...after, ...before];
}

function readNthWeek(nth: string, isWeekend: boolean, year: number, month: number): Candidate[] {
  const index = /\d/.test(nth) ? Number(nth) - 1 : ['first', 'second', 'third', 'fourth'].indexOf(nth);
  const last = daysInMonth(year, month);
  if (!isWeekend) return index < 0 ? intervalOf(dateOf(year, month, last - 6), dateOf(year, month, last)) : intervalOf(dateOf(year, month, index * 7 + 1), dateOf(year, month, index * 7 + 7));
  const first = { year, month, day: 1 };
  const firstSaturday = addDays(first, (readWeekday('sat') - weekdayOf(first) + 7) % 7);
  const saturdays = [0, 1, 2, 3, 4].map((weeks) => addDays(firstSaturday, weeks * 7)).filter((day) => day.month === month);
  const saturday = index < 0 ? saturdays.at(-1) : saturdays[index];
  return saturday ? daysOf(saturday, addDays(saturday, 1)) : [];
}

function wholeDay(value: Edtf): CalendarDay | null {
  return value.kind === 'date' && typeof value.month === 'number' && typeof value.day === 'number' ? { year: value.year, month: value.month, day: value.day } : null;
}
