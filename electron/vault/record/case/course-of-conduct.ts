import type { Conduct, ConductChoice } from '../../../../shared/model/case/conduct';
import type { ElementLine, ElementLines, ElementSummary } from '../../../../shared/model/case/course-of-conduct';
import { ChronologyRow } from '../../../../shared/model/chronology';
import type { Id } from '../../../../shared/model/identity';
import { Refusal } from '../../../../shared/contract/errors';
import { conductElementOf, conductElements, conductOffences, type ConductElement } from '../../../../shared/picklists';
import { linksOf } from '../incidents/evidence-threads';
import { keptWhileUnchanged } from '../kept-while-unchanged';
import type { RecordContext } from '../record-context';
import { fromJson, oneRow, type Queries } from '../rows';
import { amendCaseEntry, recordAtOnce, recordedContents } from './case-entries';
import { namedEvidence } from './named-evidence';
import { recordedIncidents, type RecordedIncident } from './recorded-incidents';

interface Chosen { readonly conductId: Id; readonly choice: ConductChoice; readonly words: string }
interface Stands { readonly incident: RecordedIncident; readonly hasEffect: boolean; readonly by: ElementLine['by']; readonly chosen: Chosen | null }

/** How each element stands, in the order of the pick-list. */
export const elementSummaries: (from: Queries) => readonly ElementSummary[] = keptWhileUnchanged((from) => {
  const [incidents, choices, effect] = [recordedIncidents(from), choicesOf(from), withEffect(from)];
  return conductElements.map((element) => summed(element, under(element, incidents, choices, effect)));
});

/** Incidents under one element, in the chronology's order, with what is attached to each. `only`: those that stand there so. Refuses `not-found` of an element that this version does not know. */
export function elementLines(from: Queries, { elementId, offset, limit, only = null }: { elementId: string; offset: number; limit: number; only?: ElementLine['by'] | null }): ElementLines {
  const element = conductElementOf(elementId);
  if (element === null) throw new Refusal('not-found');
  const stands = under(element, recordedIncidents(from), choicesOf(from), element.proposedBy.told === null ? new Set() : withEffect(from));
  const proposing = new Set([...element.proposedBy.kinds, ...element.proposedBy.also]);
  const counts = new Map<string, number>();
  for (const { incident, by } of stands) if (by !== 'taken-out') for (const kind of incident.kinds) if (proposing.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const shown = only === null ? stands : stands.filter(({ by }) => by === only);
  return {
    summary: summed(element, stands), total: shown.length, lines: shown.slice(offset, offset + limit).map((one) => lineOf(from, proposing, one)),
    kinds: [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
  };
}

/**
 * Keeps what she says of an incident and an element, as one entry of the case for the pair: first said, it is recorded; said otherwise later, amended. Refuses `not-found`, `erased`, and `nothing-to-record` of a draft: only what is her record can support anything.
 */
export async function chooseConduct(context: RecordContext, { elementId, incidentId, choice, words }: Omit<Conduct, 'kind' | 'incidentId'> & { incidentId: Id }): Promise<void> {
  if (conductElementOf(elementId) === null) throw new Refusal('not-found');
  const { status } = oneRow<{ status: string }>(context.store, `SELECT status FROM incident WHERE id = ?`, [incidentId]);
  if (status !== 'recorded') throw new Refusal(status === 'erased' ? 'erased' : 'nothing-to-record');
  const content: Conduct = { kind: 'conduct', elementId, incidentId, choice, words };
  const before = choicesOf(context.store).get(pairOf(elementId, incidentId));
  if (before === undefined) await recordAtOnce(context, content);
  else await amendCaseEntry(context, before.conductId, content, '');
}

const pairOf = (elementId: string, incidentId: Id): string => `${elementId} ${incidentId}`;

/** By element and incident. */
function choicesOf(from: Queries): Map<string, Chosen> {
  return new Map(recordedContents(from, 'conduct').flatMap(({ id: conductId, content: { elementId, incidentId, choice, words } }) => (incidentId === null ? [] : [[pairOf(elementId, incidentId), { conductId, choice, words }] as const])));
}

/** Incidents in which she wrote of the effect on her, asked of the account's row without reading it: an empty field is written so, and nowhere in her words can a bare quotation mark stand. */
function withEffect(from: Queries): ReadonlySet<Id> {
  const [effect] = from.all<{ ids: string | null }>(`SELECT group_concat(id, ';') AS ids FROM incident WHERE status = 'recorded' AND instr(content, '"effectOnMe":""') = 0`);
  return new Set(effect?.ids?.split(';') ?? []);
}

/** Every incident that she or its kinds put under an element. */
function under({ id, proposedBy: { kinds, also, told } }: ConductElement, incidents: readonly RecordedIncident[], choices: ReadonlyMap<string, Chosen>, effect: ReadonlySet<Id>): Stands[] {
  const isProposedBy = new Map<readonly string[], boolean>();
  // Lists of kinds are shared between incidents: each is looked at once.
  const fits = (list: readonly string[]): boolean => {
    const known = isProposedBy.get(list) ?? ((kinds.length > 0 || told !== null) && [kinds, also].every((wanted) => wanted.length === 0 || list.some((kind) => wanted.includes(kind))));
    isProposedBy.set(list, known);
    return known;
  };
  const stands: Stands[] = [];
  // Twenty thousand incidents for each of the elements: nothing is made for those that do not stand there.
  for (const incident of incidents) {
    const chosen = choices.size === 0 ? null : choices.get(pairOf(id, incident.id)) ?? null;
    const hasEffect = told !== null && effect.has(incident.id);
    if (chosen !== null && chosen.choice !== 'undecided') stands.push({ incident, hasEffect, by: chosen.choice === 'supports' ? 'chosen' : 'taken-out', chosen });
    else if (fits(incident.kinds) && (told === null || hasEffect)) stands.push({ incident, hasEffect, by: 'proposed', chosen });
  }
  return stands;
}

function summed(element: ConductElement, stands: readonly Stands[]): ElementSummary {
  const since = conductOffences.find(({ id }) => id === element.offence)?.since ?? '';
  const summary: ElementSummary = { elementId: element.id, chosen: 0, proposed: 0, takenOut: 0, days: 0, undated: 0, bare: 0, before: 0 };
  const days = new Set<string>();
  for (const { incident, by } of stands) {
    if (by === 'taken-out') { summary.takenOut += 1; continue; }
    summary[by] += 1;
    const { span: { earliest, latest }, isRough, isBare } = incident;
    if (earliest === '') summary.undated += 1;
    else if (earliest === latest && !isRough) days.add(earliest);
    if (isBare) summary.bare += 1;
    if (latest !== '' && latest < since) summary.before += 1;
  }
  return { ...summary, days: days.size };
}

function lineOf(from: Queries, proposing: ReadonlySet<string>, { incident, hasEffect, by, chosen }: Stands): ElementLine {
  const { row } = oneRow<{ row: string }>(from, `SELECT row FROM chronology_line WHERE subject = 'incident' AND id = ?`, [incident.id]);
  const { title, opening, happened, span, firstRecordedUtc, amended } = fromJson(ChronologyRow, row);
  return {
    incidentId: incident.id, by, conductId: chosen?.conductId ?? null, words: chosen?.words ?? '', title, opening, happened, span, firstRecordedUtc, amended,
    proposedKinds: incident.kinds.filter((kind) => proposing.has(kind)), isByEffect: hasEffect, evidence: linksOf(from, incident.id).map(({ target }) => namedEvidence(from, target)),
  };
}
