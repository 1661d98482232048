import { hourPattern, monthPattern, readNumber } from './word-lists';

type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** A clock time found among the words. `times` holds `HH:MM`; two of them when morning or evening was not said. */
export interface ClockFound {
  readonly rest: string;
  readonly times: readonly string[];
  readonly approximate: boolean;
  /** "midnight": which end of the day is not said by the word itself. */
  readonly isMidnight: boolean;
  readonly dayPart: DayPart | null;
  /** From one time to another, as written: the record holds one time of day, so these stand in her words alone. '' for none. */
  readonly range: string;
}

const about = "(?<about>(?:some ?time )?(?:about|around|approximately|approx|roughly|circa|ca|c|nearly|almost|maybe|perhaps|probably|just after|just before|shortly after|shortly before|soon after|~))";
const lead = `(?:(?<![\\w@])(?:(?:at|by) |@ ?))?(?:${about} ?)?(?:\\bat )?`;
const half = '(?:(?<half>[ap])\\.?m\\b\\.?)';
const tail = '(?: or so\\b| ?-?ish\\b| or thereabouts\\b)?';

const leading = new RegExp(`^(?:(?:at|by|@) ?)?(?:${about.replace('?<about>', '?:')} ?)?(?:at )?`);

/** In order; the first that is found is the time. */
const clocks = [
  '\\b(?:12 )?(?<word>midnight|noon|midday|mid-day)\\b',
  `(?<![\\d./-])(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.]\\d{2})?(?![\\d./-]*\\d)(?: ?(?:hrs|hours|h)\\b| ?${half})?`,
  `(?<![\\d./:-])(?<hour>\\d{1,2}) ?${half}`,
  '(?<![\\d./:-])(?<hour24>\\d{2})(?<minute>\\d{2}) ?(?:hrs|hours)\\b',
  // Not the days of "12 to 13 March".
  `\\b(?:a )?(?<step>half|quarter|five|ten|twenty[ -]five|twenty|\\d{1,2})(?: minutes?)? (?<side>past|to) (?<hour>${hourPattern})\\b(?![./-]\\d| (?:of )?(?:${monthPattern})\\b)(?: ?${half})?`,
  `\\bhalf (?<halfhour>${hourPattern})\\b(?: ?${half})?`,
  `\\b(?<hour>${hourPattern}) ?o'? ?clock\\b(?: ?${half})?`,
  // "9 in the evening", "nine at night", "9ish": not the day of "March 12 in the evening".
  `(?<!\\b(?:${monthPattern}) (?:the )?)(?<![\\d./:-])\\b(?<hour>${hourPattern})(?= (?:in the|at) (?:early |late )?(?:morning|afternoon|evening|night)\\b)`,
  `(?<![\\d./:-])\\b(?<hour>${hourPattern})(?= ?-?ish\\b)`,
].map((clock) => new RegExp(`${lead}${clock}${tail}`));
/** "at 9", "about nine": a bare number is a time only after "at" or "about", and never before a month or a length of time. */
const bareHour = new RegExp(`\\b(?:at (?:${about} )?|(?<near>about|around) )(?<hour>${hourPattern})\\b(?![:./-]?\\d| (?:of )?(?:${monthPattern})\\b| (?:day|week|fortnight|month|year)s?\\b)${tail}`);
const rangeEnd = '\\d{1,2}(?:[:.]\\d{2})?';
const clockRange = new RegExp(`(?:\\b(?:at|by) )?(?:\\b(?:some ?time )?(?:between|from) )?(?:about )?(?<![\\d./-])(?:${rangeEnd} ?[ap]\\.?m\\b\\.?|${rangeEnd}|midnight|noon) ?(?:and|to|until|till|-) ?(?:about )?(?:${rangeEnd} ?[ap]\\.?m\\b\\.?|\\d{1,2}:\\d{2}\\b|midnight|noon)`);
const dayParts: readonly (readonly [RegExp, DayPart])[] = [
  [/\b(?:in |during )?(?:the )?(?:early|small) hours(?: of the morning)?(?: (?:of|on)\b)?/, 'morning'],
  [/\b(?:late )?(?:at night|overnight)\b|\b(?:in |during |on )?(?:the )?(?:late |middle of the )?night(?: (?:of|on)\b)?/, 'night'],
  [/\b(?:in |during |on )?(?:the |that )?(?:early |late |mid[ -]?)?(morning|afternoon|evening)(?: (?:of|on)\b)?/, 'morning'],
];

const mealtimes = /\b(?:at |around |about )?(?:lunch|tea|dinner|supper|bed|breakfast) ?time\b/;

/** A time that no clock shows. `written` is '' where only the part of the day denies it ("9 in the afternoon"). */
export interface ClockImpossible {
  readonly rest: string;
  readonly times: null;
  readonly written: string;
}

/** Takes the clock time and the part of the day out of `text` (already normalised). `times` is empty when none was given. */
export function takeClock(text: string): ClockFound | ClockImpossible {
  let rest = text;
  const range = clockRange.exec(rest);
  if (range) rest = cut(rest, range);
  let found: RegExpExecArray | null = null;
  if (!range) {
    for (const clock of [...clocks, bareHour]) {
      found = clock.exec(rest);
      if (found) break;
    }
    if (found) rest = cut(rest, found);
  }
  let dayPart: DayPart | null = null;
  for (const [pattern, part] of dayParts) {
    const said = pattern.exec(rest);
    if (!said) continue;
    dayPart = (said[1] as DayPart | undefined) ?? part;
    rest = cut(rest, said);
    break;
  }
  const meal = mealtimes.exec(rest);
  if (meal) rest = cut(rest, meal);
  rest = rest.replace(/^(?:at|on(?! or )|by|-|of) /, '').replace(/ (?:at|on|by|-)$/, '').trim();
  if (!found) return { rest, times: [], approximate: false, isMidnight: false, dayPart, range: range?.[0].trim() ?? '' };
  const groups = found.groups ?? {};
  const times = readTimes(groups, dayPart);
  if (times.length === 0) return { rest, times: null, written: readTimes(groups, null).length > 0 ? '' : found[0].trim().replace(leading, '') };
  const approximate = groups.about !== undefined || groups.near !== undefined || /(?:or so|ish|thereabouts)$/.test(found[0]);
  return { rest, times, approximate, isMidnight: groups.word === 'midnight', dayPart, range: '' };
}

function cut(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim();
}

function readTimes(groups: Record<string, string | undefined>, dayPart: DayPart | null): string[] {
  if (groups.word !== undefined) return [groups.word === 'midnight' ? '00:00' : '12:00'];
  const hourText = groups.halfhour ?? groups.hour24 ?? groups.hour ?? '';
  let hour = readNumber(hourText);
  let minute = groups.halfhour !== undefined ? 30 : Number(groups.minute ?? 0);
  if (groups.step !== undefined) {
    const step = { half: 30, quarter: 15, 'twenty five': 25, 'twenty-five': 25, twenty: 20 }[groups.step] ?? readNumber(groups.step);
    minute = groups.side === 'past' ? step : 60 - step;
    if (groups.side === 'to') hour = hour === 1 ? 12 : hour - 1;
  }
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return [];
  const write = (h: number): string => `${String(h).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  if (groups.half !== undefined) {
    if (hour > 12) return groups.half === 'p' ? [write(hour)] : [];
    return hour === 0 ? [] : [write((hour % 12) + (groups.half === 'p' ? 12 : 0))];
  }
  if (hour === 0 || hour > 12 || /^0\d/.test(hourText) || groups.hour24 !== undefined) return [write(hour)];
  const [early, late] = [write(hour % 12), write((hour % 12) + 12)];
  switch (dayPart) {
    case 'morning': return [early];
    case 'afternoon': return hour === 12 || hour <= 7 ? [late] : [];
    case 'evening': return hour >= 4 && hour < 12 ? [late] : [];
    case 'night': return [hour >= 6 && hour < 12 ? late : early];
    case null: return [early, late];
  }
}
