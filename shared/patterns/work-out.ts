import { ascending, bisector, max, min } from 'd3-array';
import { openEndDay } from '../dates/span';
import type { DaySpan } from '../model/dated';
import type { Id } from '../model/identity';
import type { AroundMark, Bucket, FarFirst, KindGroup, PatternMark, Patterns } from '../model/case/patterns';
import { separations } from '../picklists/turning-points';
import { chooseDividers } from './choose-dividers';
import { firstOfEach } from './first-of-each';
import { gapsBetween, numberOf, shifted } from './gaps-between';
import { countIn, groupsOf, noCounts } from './kind-groups';
import { isBounded, periodsBetween, placeOfDay, unitFor } from './periods';
import { stretchesBetween } from './stretches-between';

/** One entry of her record. `isRough`: its date is about or uncertain, so that its span bounds nothing. `edtf`: the date as it is noted. */
export interface PatternEntry { readonly id: Id; readonly span: DaySpan; readonly edtf: string; readonly isRough: boolean; readonly kinds: readonly string[] }
/** `isRough`: as of an entry. */
export interface PatternMarkIn extends PatternMark { readonly isRough: boolean }

export interface PatternsIn {
  readonly entries: readonly PatternEntry[];
  readonly marks: readonly PatternMarkIn[];
  readonly drafts: number;
  readonly erased: number;
  /** What is counted; '' where it has no bound. */
  readonly fromDay: string;
  readonly toDay: string;
  /** The day on which this is counted: what is dated after it is not counted, and no period ends after it. */
  readonly today: string;
  /** The day on which an entry was last recorded, to which the last stretch runs; '' where none was. */
  readonly keptUntil: string;
}

export const aroundDays = 28;

/** Counts, in one pass and the few that follow from it. Nothing is forced into a period it may not belong to: such entries are counted apart. */
export function workOutPatterns({ entries: everything, marks: everyMark, drafts, erased, fromDay, toDay, today, keptUntil }: PatternsIn): Patterns {
  const isWhole = fromDay === '' && toDay === '';
  const touches = ({ earliest, latest }: DaySpan): boolean => isWhole || (earliest !== '' && (fromDay === '' || latest >= fromDay) && (toDay === '' || earliest <= toDay));
  const groups = new Map<readonly string[], KindGroup[]>();
  const grouped = (kinds: readonly string[]): KindGroup[] => {
    const known = groups.get(kinds) ?? groupsOf(kinds);
    groups.set(kinds, known);
    return known;
  };
  const [toCome, entries]: [PatternEntry[], Grouped[]] = [[], []];
  for (const entry of everything) {
    if (!touches(entry.span)) continue;
    if (entry.span.earliest > today) toCome.push(entry);
    else entries.push({ id: entry.id, span: upTo(entry.span, today), edtf: entry.edtf, isRough: entry.isRough, kinds: entry.kinds, groups: grouped(entry.kinds) });
  }
  const marks = everyMark.filter(({ span }) => touches(span));
  const sure = entries.filter(({ span, isRough }) => !isRough && isBounded(span));
  const byMonth = new Set(sure.filter(({ span }) => span.earliest.slice(0, 7) === span.latest.slice(0, 7)));

  // Marks that are known to the day are drawn on the same line of time. “From 1990 to 2010” does not stretch it, or everything would be counted by years.
  const withinYear = sure.filter(({ span }) => span.earliest.slice(0, 4) === span.latest.slice(0, 4));
  const ends = [...(withinYear.length > 0 ? withinYear : sure).map(({ span }) => span), ...marks.filter((mark) => isOnOneDay(mark) && mark.span.earliest <= today).map(({ span }) => span)];
  const [first, last] = [min(ends, ({ earliest }) => earliest) ?? '', max(ends, ({ latest }) => latest) ?? ''];
  const [startDay, endDay] = [first < fromDay ? fromDay : first, toDay !== '' && last > toDay ? toDay : last];
  const unit = unitFor(startDay, endDay);
  const buckets: Bucket[] = startDay === '' ? [] : periodsBetween(startDay, endDay, unit).map((period) => ({ ...period, counts: noCounts(), mayLieIn: 0 }));
  let [notWellKnown, undated] = [0, 0];
  for (const { span, isRough, groups } of entries) {
    if (span.earliest === '') { undated += 1; notWellKnown += 1; continue; }
    const [from, to] = [placeOfDay(span.earliest, buckets[0]?.fromDay ?? span.earliest, unit), placeOfDay(span.latest, buckets[0]?.fromDay ?? span.earliest, unit)];
    const only = isRough || from !== to ? undefined : buckets[from];
    if (only !== undefined) { countIn(only.counts, groups); continue; }
    notWellKnown += 1;
    for (let at = Math.max(0, from); at <= Math.min(to, buckets.length - 1); at++) (buckets[at] as Bucket).mayLieIn += 1;
  }

  const inOrder = sure.toSorted(byDay);
  const { dividing, left } = chooseDividers(marks.filter(({ what }) => what !== null && separations.includes(what)), today);
  const until = upTo({ earliest: '', latest: [keptUntil, max(sure, ({ span }) => span.latest) ?? ''].sort(ascending).at(-1) ?? '' }, today).latest;
  const { stretches, beside, vague } = stretchesBetween(dividing, sure, clipped(min(sure, ({ span }) => span.earliest) ?? '', fromDay, toDay), clipped(until, fromDay, toDay));
  return {
    unit, buckets, today, toCome: countToCome(toCome), keptUntil, counted: entries.length, notWellKnown, undated, drafts, erased,
    years: [...new Set(everything.filter(({ span }) => isBounded(span) && span.earliest <= today).map((entry) => ({ span: upTo(entry.span, today) })).flatMap(({ span }) => [Number(span.earliest.slice(0, 4)), Number(span.latest.slice(0, 4))]))].sort(ascending),
    marks: marks.map(({ isRough: _, ...mark }) => mark),
    stretches, besideStretches: stretches.length === 0 ? 0 : beside + (entries.length - sure.length), besideVague: vague,
    dividing: dividing.map(({ entryId }) => entryId), notDividing: left, farFirst: farFirst(inOrder),
    gaps: gapsBetween([...byMonth].map(({ span }) => span), entries.filter((entry) => !byMonth.has(entry)).map(({ span }) => span)),
    kinds: firstOfEach(entries, byMonth),
    around: marks.filter((mark) => isOnOneDay(mark) && mark.span.earliest <= today).map((mark) => around(mark, inOrder)), aroundDays,
  };
}

function isOnOneDay({ span, isRough }: PatternMarkIn): boolean {
  return !isRough && span.earliest !== '' && span.earliest === span.latest;
}

function clipped(day: string, fromDay: string, toDay: string): string {
  if (day === '' || (fromDay !== '' && day < fromDay)) return fromDay;
  return toDay !== '' && day > toDay ? toDay : day;
}

type Grouped = PatternEntry & { readonly groups: readonly KindGroup[] };

/** A day that is still to come cannot have been the one. A date without a bound keeps being one. */
function upTo(span: DaySpan, today: string): DaySpan {
  return span.latest > today && span.latest !== openEndDay ? { earliest: span.earliest, latest: today } : span;
}

function countToCome(entries: readonly PatternEntry[]): Patterns['toCome'] {
  return entries.length === 0 ? null : { count: entries.length, lastDay: max(entries, ({ span }) => span.latest) ?? openEndDay };
}

/** `inOrder`: entries by their first day. Five years without another one: its own time then makes every number of the first stretch small. */
function farFirst([first, next]: readonly Grouped[]): FarFirst | null {
  if (first === undefined || next === undefined) return null;
  const days = numberOf(next.span.earliest) - numberOf(first.span.latest) - 1;
  return days < farDays ? null : { entryId: first.id, edtf: first.edtf, nextDay: next.span.earliest, days };
}

const farDays = 1826;

const byDay = (a: PatternEntry, b: PatternEntry): number => (a.span.earliest < b.span.earliest ? -1 : a.span.earliest > b.span.earliest ? 1 : 0);
const byFirstDay = bisector(({ span }: Grouped) => span.earliest);

/** `inOrder`: entries by their first day. */
function around({ entryId, span: { earliest: day } }: PatternMark, inOrder: readonly Grouped[]): AroundMark {
  const [from, to] = [shifted(day, -aroundDays), shifted(day, aroundDays)];
  const found: AroundMark = { entryId, before: 0, onTheDay: 0, after: 0 };
  const end = byFirstDay.right(inOrder, to);
  for (let at = byFirstDay.left(inOrder, from); at < end; at++) {
    const { span } = inOrder[at] as Grouped;
    if (span.latest > to) continue;
    if (span.latest < day) found.before += 1;
    else if (span.earliest > day) found.after += 1;
    else if (span.earliest === day && span.latest === day) found.onTheDay += 1;
  }
  return found;
}
