import { openEndDay, openStartDay } from '../dates/span';
import { pages } from '../messages/en-gb/pages';
import { pagesOutputs } from '../messages/en-gb/pages-outputs';
import type { CasePageBlock, CitedText } from '../model/case/case-page';
import type { ExportPlan, PlannedEntry, PlannedNarrative } from '../model/export-plan';
import { day, number, type Sheet, text } from '../model/sheet';
import { shortened } from '../text/shortened';
import type { Output } from './output';
import { caseHeading } from './parts/case-heading';
import { dayOf } from './parts/entry-blocks';
import { exhibitsInCell, saysExhibits } from './parts/evidence';
import { exhibitBlocks } from './parts/exhibit-table';
import { footOf, noticesOf, sealBlocks } from './parts/plan-facts';
import { dayCited, whichChronology } from './parts/which-chronology';
import { heading, joined, paragraph, Paragraphs, says, saysMark } from './parts/texts';

const words = pagesOutputs.allegations;
type Incident = Extract<PlannedEntry, { subject: 'incident' }>;

/** Of an account without a title so much stands in a schedule, in characters: the rest is in the chronology. */
const mostOfAccount = 300;

/**
 * The schedule of allegations for a fact-finding hearing (a Scott schedule): number, date, allegation, evidence, and the columns of the response and of the court left empty; before it, where she chose so, the narrative of the pattern.
 * Source: FPR PD 12J, 19(d), as quoted by Child Law Advice ("what the applicant complains of or alleges, what the respondent says in relation to each individual allegation"), and Re H-N [2021] EWCA Civ 448: a schedule alone loses the pattern, so both. Never a cap on the number of incidents.
 */
export const allegations: Output<'allegations'> = {
  withExhibits: false,
  isEmpty: ({ entries }) => incidentsOf(entries).length === 0,
  paper: (plan, wanted) => ({ title: words.title, intro: '', isLandscape: true, look: 'page', foot: footOf(words.title, plan), blocks: [...caseHeading(wanted.heading), ...blocksOf(plan)] }),
  sheets: (plan) => [sheetOf(plan)],
};

const incidentsOf = (entries: readonly PlannedEntry[]): Incident[] => entries.filter((entry): entry is Incident => entry.subject === 'incident');

/** Her title, else the beginning of her account: in her words, never put into others. */
function allegationOf({ title, versions }: Incident): string {
  return title.trim() || shortened(versions.at(-1)?.content.account ?? '', mostOfAccount) || pages.table.noWords;
}

function blocksOf(plan: ExportPlan): CasePageBlock[] {
  const { narrative } = plan;
  return [
    paragraph('notice', words.draft), ...noticesOf(plan),
    ...(narrative === null ? [] : [heading(2, narrative.title || words.narrative), paragraph('quiet', words.narrativeIntro), ...narrativeBlocks(narrative, plan.entries), { block: 'new-page' as const }]),
    heading(2, words.schedule), paragraph('plain', words.intro), paragraph('plain', whichChronology(plan)), ...(narrative === null ? [] : [paragraph('plain', words.both)]),
    table(incidentsOf(plan.entries)),
    ...exhibitBlocks(plan, 'elsewhere'),
    ...sealBlocks(plan),
  ];
}

function narrativeBlocks({ paragraphs }: PlannedNarrative, entries: readonly PlannedEntry[]): CasePageBlock[] {
  const numbered = new Paragraphs();
  const days = new Map(entries.map((entry) => [entry.number, dayCited(entry)]));
  return paragraphs.map(({ form, pieces }) => (form === 'heading' ? heading(3, pieces.map((piece) => (piece.is === 'words' ? piece.words : '')).join('').trim()) : numbered.next(pieces.flatMap((piece) => pieceOf(piece, days)))));
}

function pieceOf(piece: PlannedNarrative['paragraphs'][number]['pieces'][number], days: ReadonlyMap<number, string>): CitedText {
  switch (piece.is) {
    case 'words': return says(piece.words);
    case 'mark': return saysMark(piece.mark);
    case 'entry': return says(words.entry(piece.entryNumber, days.get(piece.entryNumber) ?? pages.entry.noDate));
    case 'elsewhere': return says(words.elsewhere);
  }
}

function table(incidents: readonly Incident[]): CasePageBlock {
  const { columns } = words;
  return {
    block: 'table', table: {
      caption: '',
      columns: [{ name: columns.number, width: 'narrow' }, { name: columns.date, width: 'middle' }, { name: columns.allegation, width: 'wide' }, { name: columns.evidence, width: 'middle' }, { name: columns.response, width: 'wide' }, { name: columns.court, width: 'middle' }],
      rows: incidents.map((incident, index) => [says(String(index + 1)), says(dayOf(incident)), says(allegationOf(incident)), joined([says(words.chronologyEntry(incident.number, dayCited(incident))), saysExhibits(incident)], '\n'), [], []]),
    },
  };
}

function sheetOf({ entries, selectionMark }: ExportPlan): Sheet {
  const { columns } = words;
  return {
    name: words.sheet,
    columns: [{ name: columns.number, width: 6 }, { name: columns.date, width: 26 }, { name: words.from, width: 14 }, { name: words.to, width: 14 }, { name: columns.allegation, width: 60 }, { name: pagesOutputs.selection.columnHere(words.chronologyNumber, selectionMark), width: 12 }, { name: words.exhibits, width: 16 }, { name: columns.response, width: 50 }, { name: columns.court, width: 30 }],
    rows: incidentsOf(entries).map((incident, index) => [
      number(index + 1), text(dayOf(incident)), day(incident.span.earliest === openStartDay ? '' : incident.span.earliest), day(incident.span.latest === openEndDay ? '' : incident.span.latest), text(allegationOf(incident)), number(incident.number), text(exhibitsInCell(incident)), text(''), text(''),
    ]),
  };
}
