import { Contact, type ContactPerson } from '../../../../shared/model/case/contact';
import type { ConflictMap, MapPerson, MapTie } from '../../../../shared/model/case/conflict-map';
import { undated } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import { idsOf, notAnOfficer, officerOf, type Person } from '../../../../shared/model/person';
import { messages } from '../../../../shared/messages/en-gb';
import { listPeople } from '../people/people';
import type { Queries } from '../rows';
import { recordedContents, recordedParts } from './case-entries';

type Between = Omit<MapTie, 'number'>;
type Part = NonNullable<MapPerson['part']>;

const weightOf: Readonly<Record<Part, number>> = { supervisor: 3, 'in-charge': 2, dealt: 1 };
/** What a map needs of a dealing. */
const Dealing = Contact.pick({ title: true, reference: true, happened: true, people: true, evidence: true });
const partOf: Readonly<Partial<Record<ContactPerson['part'], Part>>> = { 'in-charge': 'in-charge', supervisor: 'supervisor', 'spoke-to': 'dealt', there: 'dealt' };

/**
 * Who knew whom: from ties, and from dealings with somebody in charge and somebody who supervised. Drafts are left out, as is a tie of which one side is not said. In the order of how near people are to the
 * accused, then by name: the same record gives the same map.
 */
export function conflictMap(from: Queries): ConflictMap {
  const everybody = listPeople(from);
  const underId = new Map(everybody.flatMap((person) => idsOf(person).map((id) => [id, person] as const)));
  const kept = (id: Id): Id => underId.get(id)?.id ?? id;
  const nameOf = (id: Id | null): string => (id === null ? '' : underId.get(id)?.name ?? messages.people.erasedPerson);
  const contacts = recordedParts(from, 'contact', Dealing);
  const between: Between[] = [
    ...recordedContents(from, 'tie').flatMap(({ id: entryId, firstRecordedUtc, content: { fromId, toId, tie, words, began, ended, known, toldById, source, evidence } }): Between[] => (fromId === null || toId === null ? [] : [{
      fromId: kept(fromId), toId: kept(toId), kind: tie ?? 'other', entryId, entryKind: 'tie', words, began, ended, known, toldBy: nameOf(toldById), source, evidence, firstRecordedUtc,
    }])),
    ...contacts.flatMap(({ id: entryId, firstRecordedUtc, content }) => dealingsOf(content).map(([supervisor, inCharge]): Between => ({
      fromId: kept(supervisor), toId: kept(inCharge), kind: 'dealing', entryId, entryKind: 'contact', words: [content.title, content.reference].filter(Boolean).join(', '), began: content.happened, ended: undated, known: 'own-knowledge', toldBy: '',
      source: '', evidence: content.evidence, firstRecordedUtc,
    }))),
  ].filter(({ fromId, toId }) => fromId !== toId);

  const parts = new Map<Id, Part>();
  for (const { content } of contacts) {
    for (const { personId, part } of content.people) {
      const [id, had] = [kept(personId), partOf[part]];
      const before = parts.get(id);
      if (had !== undefined && (before === undefined || weightOf[had] > weightOf[before])) parts.set(id, had);
    }
  }
  const steps = stepsFromAccused(everybody, between);
  const asMapPerson = (id: Id): MapPerson => {
    const person = underId.get(id);
    // Of a friend or witness who was there, it says nothing that they were.
    const part = person?.role === 'police' || person?.role === 'professional' || parts.get(id) !== 'dealt' ? parts.get(id) ?? null : null;
    if (person === undefined) return { id, name: messages.people.erasedPerson, role: 'other', officer: notAnOfficer, organisation: '', part, steps: steps.get(id) ?? null, isErased: true };
    return { id, name: person.name, role: person.role, officer: officerOf(person), organisation: person.organisation, part, steps: steps.get(id) ?? null, isErased: false };
  };
  const far = Number.MAX_SAFE_INTEGER;
  const inOrder = (ids: Iterable<Id>): MapPerson[] =>
    [...ids].map(asMapPerson).sort((one, other) => (one.steps ?? far) - (other.steps ?? far) || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1));
  const tied = new Set(between.flatMap(({ fromId, toId }) => [fromId, toId]));
  const people = inOrder(tied);
  const place = new Map(people.map(({ id }, index) => [id, index]));
  const nearest = ({ fromId, toId }: Between): number => Math.min(place.get(fromId) ?? 0, place.get(toId) ?? 0);
  const farthest = ({ fromId, toId }: Between): number => Math.max(place.get(fromId) ?? 0, place.get(toId) ?? 0);
  const ties = between.sort((one, other) => nearest(one) - nearest(other) || farthest(one) - farthest(other) || (one.entryId < other.entryId ? -1 : 1)).map((tie, index): MapTie => ({ number: index + 1, ...tie }));
  return { people, ties, untied: inOrder([...parts].filter(([id, part]) => part !== 'dealt' && !tied.has(id)).map(([id]) => id)) };
}

/** Each who supervised with each who was in charge. */
function dealingsOf({ people }: Pick<Contact, 'people'>): [Id, Id][] {
  const of = (wanted: ContactPerson['part']): Id[] => people.filter(({ part }) => part === wanted).map(({ personId }) => personId);
  return of('supervisor').flatMap((supervisor) => of('in-charge').map((inCharge): [Id, Id] => [supervisor, inCharge]));
}

function stepsFromAccused(everybody: readonly Person[], between: readonly Between[]): Map<Id, number> {
  const known = new Map<Id, Id[]>();
  for (const { fromId, toId } of between) {
    for (const [one, other] of [[fromId, toId], [toId, fromId]] as const) {
      const theirs = known.get(one);
      if (theirs === undefined) known.set(one, [other]);
      else theirs.push(other);
    }
  }
  const steps = new Map(everybody.filter(({ role }) => role === 'accused').map(({ id }) => [id, 0]));
  for (const [id, step] of steps) for (const next of known.get(id) ?? []) if (!steps.has(next)) steps.set(next, step + 1);
  return steps;
}
