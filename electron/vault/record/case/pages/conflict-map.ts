import { Refusal } from '../../../../../shared/contract/errors';
import type { DrawnMap } from '../../../../../shared/conflict-map/drawn-map';
import { layOutMap } from '../../../../../shared/conflict-map/lay-out-map';
import { mapDrawing } from '../../../../../shared/conflict-map/map-drawing';
import { sayDate } from '../../../../../shared/dates';
import { messages } from '../../../../../shared/messages/en-gb';
import type { CasePage, CasePageBlock, CasePageTable, CitedText } from '../../../../../shared/model/case/case-page';
import type { ConflictMap, MapPerson, MapTie } from '../../../../../shared/model/case/conflict-map';
import type { Id } from '../../../../../shared/model/identity';
import { tieLabels } from '../../../../../shared/picklists';
import type { Queries } from '../../rows';
import { conflictMap } from '../conflict-map';
import { citesEach, citesEntry, joined, says } from './cited-text';

const words = messages.conflictMap;

/** A4 across. At this scale names are of 11 points; the ties stand under each drawing in 12. */
const mmPerPx = 0.26;
const widestMm = 257;
const highestMm = 140;
/** No more are tried in one drawing. */
const mostTies = 16;

/** Who knew whom, for asking that another force looks into it: why it matters, the map in as many drawings as it takes to stay readable, each tie with its sources, and the officers named. Refuses `nothing-chosen` where no tie is recorded. */
export function conflictMapPage(from: Queries): CasePage {
  const map = conflictMap(from);
  if (map.ties.length === 0) throw new Refusal('nothing-chosen');
  const people = new Map(map.people.map((person) => [person.id, person]));
  const drawings = inDrawings(map);
  const officers = [...map.people, ...map.untied].filter(({ officer, role, part }) => role === 'police' || part === 'in-charge' || part === 'supervisor' || Object.values(officer).some((text) => text !== ''));
  return {
    title: words.page.title, intro: words.page.intro, isLandscape: true,
    blocks: [
      { block: 'heading', level: 2, words: words.page.whyTitle },
      { block: 'paragraph', look: 'plain', text: says(words.page.why) },
      { block: 'heading', level: 2, words: words.page.mapTitle },
      ...drawings.map(({ drawn, ties }): CasePageBlock => ({ block: 'figure', drawing: mapDrawing(drawn, mmPerPx), describes: words.describes(drawn.people.length, ties.length), table: tableOf(ties, people) })),
      ...(map.untied.length === 0 ? [] : [{ block: 'paragraph' as const, look: 'plain' as const, text: says(words.untiedWords(map.untied.map(({ name }) => name).join(', '))) }]),
      ...(officers.length === 0 ? [] : [{ block: 'heading' as const, level: 2 as const, words: words.page.officersTitle }, { block: 'table' as const, table: officersTable(officers) }]),
    ],
  };
}

/** The ties in their order, as many to a drawing as fit on a page; who stands in several is drawn in each. */
function inDrawings({ people, ties }: ConflictMap): { drawn: DrawnMap; ties: MapTie[] }[] {
  const drawings: { drawn: DrawnMap; ties: MapTie[] }[] = [];
  for (let first = 0; first < ties.length;) {
    let count = Math.min(mostTies, ties.length - first);
    const draw = (): { drawn: DrawnMap; ties: MapTie[] } => {
      const some = ties.slice(first, first + count);
      const ids = new Set(some.flatMap(({ fromId, toId }) => [fromId, toId]));
      return { drawn: layOutMap({ people: people.filter(({ id }) => ids.has(id)), ties: some }), ties: some };
    };
    let drawing = draw();
    while (count > 1 && (drawing.drawn.width * mmPerPx > widestMm || drawing.drawn.height * mmPerPx > highestMm)) {
      count -= 1;
      drawing = draw();
    }
    drawings.push(drawing);
    first += count;
  }
  return drawings;
}

function tableOf(ties: readonly MapTie[], people: ReadonlyMap<Id, MapPerson>): CasePageTable {
  const { columns } = words;
  return {
    caption: words.page.tableTitle,
    columns: [{ name: columns.number, width: 'narrow' }, { name: columns.who, width: 'wide' }, { name: columns.when, width: 'middle' }, { name: columns.known, width: 'wide' }, { name: columns.evidence, width: 'middle' }],
    rows: ties.map((tie) => [says(String(tie.number)), says(sayBetween(tie, people)), says(sayWhen(tie)), says(sayKnown(tie)), joined([citesEntry(tie.entryId), citesEach(tie.evidence)], ', ')]),
  };
}

function sayBetween({ kind, fromId, toId, words: hers }: MapTie, people: ReadonlyMap<Id, MapPerson>): string {
  const [from, to] = [fromId, toId].map((id) => people.get(id)?.name ?? messages.people.erasedPerson) as [string, string];
  return [kind === 'contact' ? words.contactBetween(from, to) : tieLabels[kind].between(from, to), hers].filter(Boolean).join('\n');
}

function sayWhen({ kind, began, ended }: MapTie): string {
  if (kind === 'contact') return sayDate(began) || words.page.notSaid;
  return [began.typed && words.from(sayDate(began)), ended.typed && words.until(sayDate(ended))].filter(Boolean).join(', ') || words.page.notSaid;
}

function sayKnown({ kind, known, toldBy, source }: MapTie): string {
  if (kind === 'contact') return '';
  const how = [words.page.known[known], known === 'told' && toldBy !== '' ? words.page.toldBy(toldBy) : ''].filter(Boolean).join(' ');
  return [how, source].filter(Boolean).join('\n') || words.page.notSaid;
}

function officersTable(officers: readonly MapPerson[]): CasePageTable {
  const names = words.page.officerColumns;
  const cell = (text: string): CitedText => says(text || words.page.notSaid);
  return {
    caption: words.page.officersTitle,
    columns: [{ name: names.name, width: 'middle' }, { name: names.part, width: 'middle' }, { name: names.force, width: 'middle' }, { name: names.rank, width: 'narrow' }, { name: names.collarNumber, width: 'narrow' }, { name: names.unit, width: 'middle' }],
    rows: officers.map(({ name, role, part, steps, officer }) => [
      says(name), says([role === 'accused' ? words.accused : part === null ? '' : words.parts[part], steps === null || steps === 0 ? '' : words.page.steps(steps)].filter(Boolean).join('; ')),
      cell(officer.force), cell(officer.rank), cell(officer.collarNumber), cell(officer.unit),
    ]),
  };
}
