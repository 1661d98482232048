import { Refusal } from '../../../../../shared/contract/errors';
import { sayDate } from '../../../../../shared/dates';
import { messages } from '../../../../../shared/messages/en-gb';
import { pagesPatterns as page } from '../../../../../shared/messages/en-gb/pages-patterns';
import type { CasePage, CasePageBlock, CasePageTable, CitedText } from '../../../../../shared/model/case/case-page';
import { kindGroups, type GroupCounts, type PatternMark, type Patterns } from '../../../../../shared/model/case/patterns';
import { countOf as count } from '../../../../../shared/messages/plural';
import { drawPatterns } from '../../../../../shared/patterns/draw-patterns';
import { filledPeriods } from '../../../../../shared/patterns/filled-periods';
import { sayOneDay } from '../../../../../shared/patterns/say-period';
import { sayDividing, sayKindDates } from '../../../../../shared/patterns/say-dividing';
import { sayRate, sayStretch } from '../../../../../shared/patterns/say-stretch';
import { abuseKindOf } from '../../../../../shared/picklists';
import type { Queries } from '../../rows';
import { patterns } from '../patterns';
import { citesEntry, joined, says } from './cited-text';

const words = messages.patterns;
const entries = (number: number): string => count(number, 'entry', 'entries');
const cells = (...texts: string[]): CitedText[] => texts.map((text) => says(text));

/** Entries over time, drawn and as numbers; what lies before and after separations; reports, hearings and turning points with their sources; times without an entry. Refuses `nothing-chosen` where nothing with a date is recorded. */
export function patternsPage(from: Queries, { fromDay, toDay }: { fromDay: string; toDay: string }): CasePage {
  const found = patterns(from, { fromDay, toDay });
  const drawn = drawPatterns(found);
  if (drawn === null) throw new Refusal('nothing-chosen');
  return {
    title: page.title, intro: page.intro, isLandscape: true,
    blocks: [
      { block: 'heading', level: 2, words: page.howTitle },
      ...paragraphs(
        fromDay === '' && toDay === '' ? '' : page.period(sayOneDay(fromDay || (found.buckets[0]?.fromDay ?? '')), sayOneDay(toDay || (found.buckets.at(-1)?.toDay ?? ''))),
        page.counted(entries(found.counted)), found.notWellKnown === 0 ? '' : page.notWellKnown(entries(found.notWellKnown)), found.drafts + found.erased === 0 ? '' : words.overTime.notCounted(found.drafts, found.erased), found.toCome === null ? '' : words.overTime.toCome(found.toCome.count), words.overTime.severalKinds),
      { block: 'heading', level: 2, words: page.figureTitle },
      { block: 'figure', drawing: drawn.drawing, describes: words.overTime.describes(found.counted, found.buckets.length), table: numbersTable(found) },
      ...beforeAndAfter(found, { fromDay, toDay }),
      { block: 'heading', level: 2, words: page.marksTitle },
      ...(found.marks.length === 0 ? paragraphs(words.marks.none) : [...paragraphs(page.aroundHint(found.aroundDays)), { block: 'table' as const, table: marksTable(found) }]),
      { block: 'heading', level: 2, words: page.gapsTitle },
      ...paragraphs(...(found.gaps.length === 0 ? [words.gaps.none] : [words.gaps.hint, ...found.gaps.map(sayGap)])),
      ...(found.kinds.length === 0 ? [] : [{ block: 'heading' as const, level: 2 as const, words: page.kindsTitle }, { block: 'table' as const, table: kindsTable(found) }]),
    ],
  };
}

function paragraphs(...texts: string[]): CasePageBlock[] {
  return texts.filter((text) => text !== '').map((text) => ({ block: 'paragraph', look: 'plain', text: says(text) }));
}

/** Groups that are chosen somewhere: a column of noughts says nothing. */
function groupsIn(counts: readonly GroupCounts[]): (typeof kindGroups)[number][] {
  return kindGroups.filter((group) => counts.some((one) => one[group] > 0));
}

function numbersTable(found: Patterns): CasePageTable {
  const groups = groupsIn(found.buckets.map(({ counts }) => counts));
  return {
    caption: page.tableCaption,
    columns: [{ name: words.overTime.period, width: 'wide' }, ...[words.overTime.all, ...groups.map((group) => words.groups[group]), words.overTime.mayLieIn].map((name) => ({ name, width: 'middle' as const }))],
    rows: filledPeriods(found).map(({ name, counts, mayLieIn }) => cells(name, String(counts.all), ...groups.map((group) => String(counts[group])), String(mayLieIn))),
  };
}

function beforeAndAfter(found: Patterns, asked: { fromDay: string; toDay: string }): CasePageBlock[] {
  const { stretches, marks } = found;
  const heading: CasePageBlock = { block: 'heading', level: 2, words: page.beforeAfterTitle };
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return [heading, ...paragraphs(page.noSeparation, ...sayDividing(found))];
  const begins = first.fromDay === asked.fromDay ? page.begins.asked : page.begins.entry;
  const ends = last.toDay === asked.toDay ? page.ends.asked : last.toDay === found.keptUntil ? page.ends.recorded : page.ends.entry;
  const groups = groupsIn(stretches.map(({ counts }) => counts));
  const { columns } = words.beforeAfter;
  return [
    heading, ...paragraphs(page.howCounted(begins, ends(sayOneDay(last.toDay))), ...sayDividing(found)),
    { block: 'table', table: {
      caption: page.beforeAfterTitle,
      columns: [{ name: columns.time, width: 'wide' }, { name: columns.length, width: 'middle' }, ...[columns.all, columns.perMonth, ...groups.map((group) => words.groups[group])].map((name) => ({ name, width: 'middle' as const }))],
      rows: stretches.map((stretch) => {
        const { fromDay, toDay, days, counts, fromMark, toMark } = stretch;
        const cited = [fromMark, toMark].flatMap((entryId) => (entryId === null ? [] : [citesEntry(entryId)]));
        return [joined([says(`${sayStretch(stretch, marks)}\n${words.beforeAfter.span(sayOneDay(fromDay), sayOneDay(toDay))}`), ...cited], ' '), ...cells(words.beforeAfter.days(days), String(counts.all), sayRate(stretch), ...groups.map((group) => String(counts[group])))];
      }),
    } },
  ];
}

function marksTable({ marks, around, aroundDays, today }: Patterns): CasePageTable {
  const { columns } = words.marks;
  const near = new Map(around.map((one) => [one.entryId, one]));
  return {
    caption: page.marksTitle,
    columns: [{ name: columns.number, width: 'narrow' }, { name: columns.what, width: 'wide' }, { name: columns.when, width: 'middle' }, ...[columns.before(aroundDays), columns.onTheDay, columns.after(aroundDays)].map((name) => ({ name, width: 'middle' as const }))],
    rows: marks.map((mark, index) => {
      const counted = near.get(mark.entryId);
      return [says(String(index + 1)), joined([says(sayMark(mark)), citesEntry(mark.entryId)], ' '), says(sayDate(mark.happened) || messages.dates.undated),
        ...(counted === undefined ? cells(mark.span.earliest > today ? words.marks.toCome : words.marks.vague, '', '') : cells(String(counted.before), String(counted.onTheDay), String(counted.after)))];
    }),
  };
}

function sayMark({ sort, title }: PatternMark): string {
  return `${words.marks.one[sort]}: ${title}`;
}

function sayGap({ fromDay, toDay, days, mayLieIn }: Patterns['gaps'][number]): string {
  return [words.gaps.one(sayOneDay(fromDay), sayOneDay(toDay), days), mayLieIn > 0 ? words.gaps.mayLieIn(mayLieIn) : ''].filter(Boolean).join(' ');
}

function kindsTable({ kinds }: Patterns): CasePageTable {
  const { kind, first, last, count: countName } = words.kinds;
  return {
    caption: words.kinds.hint, columns: [{ name: kind, width: 'wide' }, { name: first, width: 'middle' }, { name: last, width: 'middle' }, { name: countName, width: 'narrow' }],
    rows: kinds.map((one) => cells(abuseKindOf(one.kind)?.label ?? one.kind, sayKindDates(one.first), sayKindDates(one.last), String(one.count))),
  };
}
