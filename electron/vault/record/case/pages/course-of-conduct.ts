import { Refusal } from '../../../../../shared/contract/errors';
import { thinOf } from '../../../../../shared/conduct/thin';
import { sayDate } from '../../../../../shared/dates';
import { messages } from '../../../../../shared/messages/en-gb';
import { pagesPatterns } from '../../../../../shared/messages/en-gb/pages-patterns';
import { sayNumber } from '../../../../../shared/messages/plural';
import type { CasePage, CasePageBlock, CasePageTable } from '../../../../../shared/model/case/case-page';
import type { ElementLine } from '../../../../../shared/model/case/course-of-conduct';
import { sayOneDay } from '../../../../../shared/patterns/say-period';
import { abuseKindOf, conductElements, conductOffences, type ConductElement, type ConductOffence } from '../../../../../shared/picklists';
import type { Queries } from '../../rows';
import { elementLines, elementSummaries } from '../course-of-conduct';
import { citesEach, citesEntry, citesIncident, joined, says } from './cited-text';

const words = messages.conduct;
const page = pagesPatterns.conduct;
/** What she chose is printed whole; of what only its kind proposes, no more than this for an element. */
const mostProposed = 100;

/** What the law asks for, element by element, with the entries that she chose or their kinds propose, what is attached to each, and where it is thin. Refuses `nothing-chosen` where no entry speaks to any. */
export function courseOfConductPage(from: Queries): CasePage {
  const summaries = elementSummaries(from);
  if (summaries.every(({ chosen, proposed }) => chosen + proposed === 0)) throw new Refusal('nothing-chosen');
  return {
    title: page.title, intro: page.intro, isLandscape: true,
    blocks: [
      { block: 'paragraph', look: 'notice', text: says(page.check) },
      ...conductOffences.flatMap((offence): CasePageBlock[] => [...offenceBlocks(offence), ...conductElements.filter((element) => element.offence === offence.id).flatMap((element) => elementBlocks(from, element))]),
    ],
  };
}

function offenceBlocks({ name, words: inShort, since, sources, caution }: ConductOffence): CasePageBlock[] {
  return [
    { block: 'heading', level: 2, words: name },
    { block: 'paragraph', look: 'plain', text: says(inShort) },
    { block: 'facts', facts: [
      { name: page.source, value: says(sources.map((source) => `${source.words} (${source.isRead ? page.read : page.notRead})`).join('\n')) }, { name: page.inForce, value: says(sayOneDay(since)) }, { name: page.caution, value: says(caution) },
    ] },
  ];
}

function elementBlocks(from: Queries, element: ConductElement): CasePageBlock[] {
  const { lines, kinds, summary } = printedLines(from, element.id);
  const further = summary.proposed - lines.filter(({ by }) => by === 'proposed').length;
  return [
    { block: 'heading', level: 3, words: element.name },
    { block: 'facts', facts: [
      { name: page.asks, value: says(element.asks) }, { name: page.source, value: says(`${element.source.words} (${element.source.isRead ? page.read : page.notRead})`) },
      { name: page.thin, value: says(thinOf(element, summary).map((thin) => words.thin(thin)).join('\n')) },
    ] },
    ...(lines.length === 0 ? [] : [{ block: 'table' as const, table: linesTable(element, lines) }]),
    ...(further > 0 ? [{ block: 'paragraph' as const, look: 'plain' as const, text: says(page.moreProposed(sayNumber(further))) }] : []),
    ...(kinds.length < 2 ? [] : [{ block: 'table' as const, table: kindsTable(element, kinds) }]),
  ];
}

function printedLines(from: Queries, elementId: string): ReturnType<typeof elementLines> {
  const all = elementLines(from, { elementId, offset: 0, limit: Number.MAX_SAFE_INTEGER, only: 'chosen' });
  const proposed = elementLines(from, { elementId, offset: 0, limit: mostProposed, only: 'proposed' });
  return { ...all, lines: [...all.lines, ...proposed.lines] };
}

function linesTable({ name }: ConductElement, lines: readonly ElementLine[]): CasePageTable {
  const { columns } = page;
  return {
    caption: page.caption(name),
    columns: [{ name: columns.entry, width: 'narrow' }, { name: columns.when, width: 'middle' }, { name: columns.opening, width: 'wide' }, { name: columns.why, width: 'wide' }, { name: columns.evidence, width: 'middle' }],
    rows: lines.map((line) => [
      citesIncident(line.incidentId), says(sayDate(line.happened) || messages.dates.undated), says([line.title, line.opening].filter(Boolean).join('\n') || words.untitled),
      joined([says(whyOf(line)), line.by === 'chosen' && line.conductId !== null ? citesEntry(line.conductId) : []], ' '),
      line.evidence.length === 0 ? says(page.nothingAttached) : citesEach(line.evidence.map(({ target }) => target)),
    ]),
  };
}

function whyOf({ by, words: hers, proposedKinds, isByEffect }: ElementLine): string {
  const kinds = proposedKinds.map((kind) => abuseKindOf(kind)?.label ?? kind).join(', ');
  if (by === 'chosen') return [page.chosen, hers].filter(Boolean).join('. ');
  return [kinds === '' ? '' : `${page.proposed}: ${kinds}`, isByEffect ? page.byEffect : ''].filter(Boolean).join('. ');
}

function kindsTable({ name }: ConductElement, kinds: readonly { kind: string; count: number }[]): CasePageTable {
  return {
    caption: page.kindsCaption(name), columns: [{ name: page.kind, width: 'wide' }, { name: page.count, width: 'narrow' }],
    rows: kinds.map(({ kind, count }) => [says(abuseKindOf(kind)?.label ?? kind), says(String(count))]),
  };
}
