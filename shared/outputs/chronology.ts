import { ukClockAt } from '../dates/uk-clock';
import { openEndDay, openStartDay } from '../dates/span';
import { entryName } from '../layouts/entry-name';
import { periodOf } from '../layouts/export/cover';
import { sayInstant } from '../layouts/say';
import { peopleOf } from '../layouts/told/entry-facts';
import { wordsOf } from '../layouts/words-of';
import { pages } from '../messages/en-gb/pages';
import { pagesOutputs } from '../messages/en-gb/pages-outputs';
import { abuseKindOf } from '../picklists';
import type { CasePageBlock } from '../model/case/case-page';
import type { ExportPlan, PlannedEntry } from '../model/export-plan';
import { type Cell, day, moment, number, type Sheet, text } from '../model/sheet';
import type { Output } from './output';
import { dayOf, entryBlocks, kindOf, longFields } from './parts/entry-blocks';
import { exhibitsInCell, saysExhibits } from './parts/evidence';
import { exhibitBlocks, exhibitSheet } from './parts/exhibit-table';
import { footOf, noticesOf, sealBlocks } from './parts/plan-facts';
import { factsBlock, heading, Paragraphs, paragraph, says } from './parts/texts';
import { toldOf } from './parts/told-entry';

const words = pagesOutputs.chronology;

/**
 * The chronology: every entry at a glance, then in full, with its exhibits by their marks. As PDF it is printed by its own sections (shared/layouts/export) with the exhibits themselves; here is the same as a paper that can be edited, and as tables to sort and filter.
 */
export const chronology: Output<'chronology'> = {
  withExhibits: true,
  isEmpty: ({ entries, exhibits }) => entries.length + exhibits.length === 0,
  paper: (plan) => ({ title: words.title, intro: words.intro, isLandscape: false, look: 'page', foot: footOf(words.title, plan), blocks: blocksOf(plan) }),
  sheets: (plan) => [entrySheet(plan), ...(plan.exhibits.length > 0 ? [exhibitSheet(plan)] : [])],
};

function blocksOf(plan: ExportPlan): CasePageBlock[] {
  const { cover, howMade } = pages;
  const numbered = new Paragraphs();
  return [
    ...noticesOf(plan), ...(plan.includesPrivileged ? [paragraph('notice', cover.privileged)] : []),
    factsBlock([[words.caseName, plan.caseName], [cover.period, periodOf(plan.entries)], [cover.entries, String(plan.entries.length)], [cover.exhibits, exhibitCount(plan)], [cover.prepared, sayInstant(plan.preparedUtc)], [pagesOutputs.selection.name, plan.selectionMark], [cover.sealCode, plan.sealCode]]),
    paragraph('quiet', words.editable),
    heading(2, pages.table.title),
    plan.entries.length === 0 ? paragraph('plain', pages.table.none) : glance(plan.entries),
    ...(plan.entries.length === 0 ? [] : [heading(2, pages.contents.accounts)]),
    ...plan.entries.flatMap((entry) => entryBlocks(entry, plan.includesPrivileged)),
    ...exhibitBlocks(plan, 'here'),
    heading(2, howMade.title),
    ...[...words.howMade, plan.includesPrivileged ? howMade.privilegedIn : howMade.privilegedOut].map((one) => numbered.next(one)),
    ...sealBlocks(plan),
  ];
}

const exhibitCount = ({ exhibits, notHere }: ExportPlan): string => [String(exhibits.length), notHere.length === 0 ? '' : pages.notHereCount.papers(notHere.length)].filter((part) => part !== '').join('\n');

function glance(entries: readonly PlannedEntry[]): CasePageBlock {
  const { table } = pages;
  return {
    block: 'table', table: {
      caption: '', columns: [{ name: table.number, width: 'narrow' }, { name: table.when, width: 'middle' }, { name: table.what, width: 'wide' }, { name: table.evidence, width: 'narrow' }],
      rows: entries.map((entry) => [says(String(entry.number)), says(dayOf(entry)), says('threads' in entry ? `${entryName(entry)}\n${kindOf(entry)}` : entryName(entry)), saysExhibits(entry)]),
    },
  };
}

function entrySheet(plan: ExportPlan): Sheet {
  const { columns } = words;
  const wide: Partial<Record<keyof typeof columns, number>> = { number: 6, when: 26, kind: 20, what: 40, account: 80, people: 30, kinds: 30, exhibits: 14 };
  const keys = Object.keys(columns) as (keyof typeof columns)[];
  return { name: words.sheet, columns: keys.map((key) => ({ name: key === 'number' ? pagesOutputs.selection.columnHere(columns[key], plan.selectionMark) : columns[key], width: wide[key] ?? 16 })), rows: plan.entries.map((entry) => { const row = rowOf(entry, plan.includesPrivileged); return keys.map((key) => row[key]); }) };
}

function rowOf(entry: PlannedEntry, includesPrivileged: boolean): Record<keyof typeof words.columns, Cell> {
  const told = toldOf(entry, includesPrivileged);
  const newest = told?.versions.at(-1);
  const said = told === null || newest === undefined ? [] : longFields(told, newest.content);
  const incident = entry.subject === 'incident' ? entry.versions.at(-1)?.content : undefined;
  const recorded = onUkClock(entry.firstRecordedUtc);
  const amended = onUkClock(told !== null && told.versions.length > 1 ? (newest?.atUtc ?? null) : null);
  return {
    number: number(entry.number), when: text(dayOf(entry)), from: day(entry.span.earliest === openStartDay ? '' : entry.span.earliest), to: day(entry.span.latest === openEndDay ? '' : entry.span.latest),
    time: text(entry.happened.timeOfDay === '' ? '' : `${entry.happened.timeApproximate ? words.about : ''}${entry.happened.timeOfDay}`),
    known: text(entry.happened.basis === null ? '' : pages.dateBasis[entry.happened.basis]), kind: text(kindOf(entry)), what: text(entryName(entry)),
    account: text(said.map((field) => (said.length === 1 && field.isLone ? field.words : `${field.label}:\n${field.words}`)).join('\n\n')),
    where: text(incident?.where.trim() ?? ''), kinds: text((incident?.kinds ?? []).map((kind) => abuseKindOf(kind)?.label ?? kind).join('; ')), people: text('people' in entry ? wordsOf(peopleOf(entry)) : ''),
    exhibits: text(exhibitsInCell(entry)), recorded: moment(recorded.at), recordedZone: text(recorded.zone), amendments: number(Math.max(0, (told?.versions.length ?? 1) - 1)), amended: moment(amended.at), amendedZone: text(amended.zone),
  };
}

/** An instant on the clock of the United Kingdom, and which of its two times that is. */
export function onUkClock(instantUtc: string | null): { at: string; zone: string } {
  const clock = instantUtc === null ? null : ukClockAt(Date.parse(instantUtc));
  return clock === null ? { at: '', zone: '' } : { at: clock.at, zone: clock.offsetMinutes === 0 ? 'GMT' : 'BST' };
}
