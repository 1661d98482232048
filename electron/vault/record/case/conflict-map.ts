import { z } from 'zod';
import { shownMap } from '../../../../shared/conflict-map/shown-map';
import { Contact, ContactPerson } from '../../../../shared/model/case/contact';
import { withinSteps, type ConflictMap, type KnownTie, type ListedTie, type MapPerson, type MapTie, type ShownMap } from '../../../../shared/model/case/conflict-map';
import { Tie } from '../../../../shared/model/case/tie';
import { undated } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import { idsOf, notAnOfficer, officerOf, type Person } from '../../../../shared/model/person';
import { messages } from '../../../../shared/messages/en-gb';
import { keptWhileUnchanged } from '../kept-while-unchanged';
import { listPeople } from '../people/people';
import type { Queries } from '../rows';
import { recordedField, recordedParts } from './case-entries';
import { namedEvidence } from './named-evidence';

type Between = Omit<KnownTie, 'number'>;
type Part = NonNullable<MapPerson['part']>;
type Details = Omit<MapTie, keyof KnownTie>;
/** `nameOf`: of anybody, as she named them; '' of nobody. */
type WhoKnewWhom = ConflictMap<KnownTie> & { readonly nameOf: (id: Id | null) => string };

const weightOf: Readonly<Record<Part, number>> = { supervisor: 3, 'in-charge': 2, dealt: 1 };
const ContactPeople = z.array(ContactPerson);
/** Who a tie is between, and all that a table says of it; of a contact, the same. */
const TieEnds = Tie.pick({ fromId: true, toId: true, tie: true });
const TieDetails = Tie.pick({ words: true, began: true, ended: true, known: true, toldById: true, source: true, evidence: true });
const ContactDetails = Contact.pick({ title: true, reference: true, happened: true, evidence: true });
const partOf: Readonly<Partial<Record<ContactPerson['part'], Part>>> = { 'in-charge': 'in-charge', supervisor: 'supervisor', 'spoke-to': 'dealt', there: 'dealt' };

/**
 * Who knew whom: from ties, and from contacts with somebody in charge and somebody who supervised. Drafts are left out, as is a tie of which one side is not said. In the order of how near people are to the
 * accused, then by name: the same record gives the same map.
 */
export function conflictMap(from: Queries): ConflictMap {
  const map = whoKnewWhom(from);
  return { people: map.people, ties: withDetails(from, map.ties, map.nameOf), untied: map.untied };
}

/** The same laid out, within so many steps of the accused (null: all of it). */
export const shownConflicts: (from: Queries, steps: number | null) => ShownMap = keptWhileUnchanged((from, steps: number | null) => {
  const map = whoKnewWhom(from);
  return shownMap(withinSteps(map, steps), map.ties.length === 0);
});

/** The first ties of that map, at most so many, with what bears them out by name. */
export function listedConflicts(from: Queries, steps: number | null, limit: number): ListedTie[] {
  const map = whoKnewWhom(from);
  return withDetails(from, withinSteps(map, steps).ties.slice(0, limit), map.nameOf)
    .map(({ fromId, toId, evidence, ...tie }) => ({ ...tie, fromName: map.nameOf(fromId), toName: map.nameOf(toId), evidence: evidence.map((target) => namedEvidence(from, target)) }));
}

/** A thousand contacts are looked through for who was in charge: the answer is kept. */
const whoKnewWhom: (from: Queries) => WhoKnewWhom = keptWhileUnchanged((from) => {
  const everybody = listPeople(from);
  const underId = new Map(everybody.flatMap((person) => idsOf(person).map((id) => [id, person] as const)));
  const kept = (id: Id): Id => underId.get(id)?.id ?? id;
  const contacts = recordedField(from, 'contact', 'people', ContactPeople);
  const between: Between[] = [
    ...recordedParts(from, 'tie', TieEnds).flatMap(({ id: entryId, content: { fromId, toId, tie } }): Between[] => (fromId === null || toId === null ? [] : [{ fromId: kept(fromId), toId: kept(toId), kind: tie ?? 'other', entryId, entryKind: 'tie' }])),
    ...contacts.flatMap(({ id: entryId, value }) => supervisedContacts(value).map(([supervisor, inCharge]): Between => ({ fromId: kept(supervisor), toId: kept(inCharge), kind: 'contact', entryId, entryKind: 'contact' }))),
  ].filter(({ fromId, toId }) => fromId !== toId);

  const parts = new Map<Id, Part>();
  for (const { value } of contacts) {
    for (const { personId, part } of value) {
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
  return {
    people, ties: nearestFirst(between, people), untied: inOrder([...parts].filter(([id, part]) => part !== 'dealt' && !tied.has(id)).map(([id]) => id)),
    nameOf: (id) => (id === null ? '' : underId.get(id)?.name ?? messages.people.erasedPerson),
  };
});

function nearestFirst(between: readonly Between[], people: readonly MapPerson[]): KnownTie[] {
  const places = new Map(people.map(({ id }, index) => [id, index]));
  return between.map((tie) => {
    const ends = [places.get(tie.fromId) ?? 0, places.get(tie.toId) ?? 0] as const;
    return { tie, nearest: Math.min(...ends), farthest: Math.max(...ends) };
  }).sort((one, other) => one.nearest - other.nearest || one.farthest - other.farthest || (one.tie.entryId < other.tie.entryId ? -1 : one.tie.entryId > other.tie.entryId ? 1 : 0)).map(({ tie }, index) => ({ number: index + 1, ...tie }));
}

/** Each tie with what is said of it. */
function withDetails(from: Queries, ties: readonly KnownTie[], nameOf: WhoKnewWhom['nameOf']): MapTie[] {
  const idsOfKind = (kind: KnownTie['entryKind']): Id[] => [...new Set(ties.filter(({ entryKind }) => entryKind === kind).map(({ entryId }) => entryId))];
  const details = new Map<Id, Details>([
    ...recordedParts(from, 'tie', TieDetails, idsOfKind('tie')).map(({ id, firstRecordedUtc, content: { toldById, ...said } }): [Id, Details] => [id, { ...said, toldBy: nameOf(toldById), firstRecordedUtc }]),
    ...recordedParts(from, 'contact', ContactDetails, idsOfKind('contact')).map(({ id, firstRecordedUtc, content: { title, reference, happened, evidence } }): [Id, Details] =>
      [id, { words: [title, reference].filter(Boolean).join(', '), began: happened, ended: undated, known: 'own-knowledge', toldBy: '', source: '', evidence, firstRecordedUtc }]),
  ]);
  return ties.flatMap((tie) => {
    const said = details.get(tie.entryId);
    return said === undefined ? [] : [{ ...tie, ...said }];
  });
}

/** Each who supervised with each who was in charge. */
function supervisedContacts(people: readonly ContactPerson[]): [Id, Id][] {
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
