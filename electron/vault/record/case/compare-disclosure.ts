import { Refusal } from '../../../../shared/contract/errors';
import { spanOf } from '../../../../shared/dates';
import { type SameBody, sameBody } from '../../../../shared/disclosures/same-body';
import { offerMatches, type SoughtThing } from '../../../../shared/disclosures/offer-matches';
import { Contact } from '../../../../shared/model/case/contact';
import type { Disclosure } from '../../../../shared/model/case/disclosure';
import type { DisclosureComparison, GivenThing } from '../../../../shared/model/case/disclosure-comparison';
import type { Id } from '../../../../shared/model/identity';
import { namesOf, officerOf } from '../../../../shared/model/person';
import { keptWhileUnchanged } from '../kept-while-unchanged';
import { listPeople } from '../people/people';
import { fromJson, type Queries } from '../rows';
import { getCaseEntry } from './case-entries';
import { nameEvidence } from './named-evidence';
import { namedPeople } from './named-people';

/**
 * What she gave up to the day of a list. `reading`: the list as it is kept, or as it is being written; only of this is it said which of its lines may be which, for only there can she decide it. Refuses `not-found` of what is no list, `erased`.
 */
export function compareDisclosure(from: Queries, id: Id, reading: 'kept' | 'being-written'): DisclosureComparison {
  const entry = getCaseEntry(from, id);
  if (entry.status === 'erased') throw new Refusal('erased');
  const content = reading === 'being-written' ? entry.pending ?? entry.content : entry.content;
  if (content.kind !== 'disclosure') throw new Refusal('not-found');
  const things = givenBefore(from, content);
  if (reading === 'kept') return { things, offers: [] };
  const originals = originalNames(from, things);
  return { things, offers: offerMatches(content.items.map(({ id, text, compared }) => ({ id, text: compared || text })), things.map((thing) => soughtAs(thing, originals))) };
}

/** Everything given in recorded contacts that lie not wholly after the day on which a list came, in order of time. */
export function givenBefore(from: Queries, { happened, bodyId }: Pick<Disclosure, 'happened' | 'bodyId'>): GivenThing[] {
  const came = spanOf(happened.edtf);
  const everybody = listPeople(from);
  const people = namedPeople(from, everybody);
  const namesOfBody = new Map(everybody.map((person) => [person.id, [...namesOf(person), officerOf(person).force, person.organisation]]));
  const keptId = (id: Id | null): Id | null => (id === null ? null : people.get(id)?.id ?? id);
  const asked = keptId(bodyId);
  const known = new Map<Id, GivenThing['to']>();
  const toWhom = (given: Id | null): GivenThing['to'] => {
    if (given === null || asked === null) return 'not-said';
    const to = known.get(given) ?? (given === asked ? 'same-body' : toNamed[sameBody(namesOfBody.get(given) ?? [], namesOfBody.get(asked) ?? [])]);
    known.set(given, to);
    return to;
  };
  const contacts = givingContacts(from);
  const nameOf = nameEvidence(from, contacts.flatMap(({ content }) => [...content.evidence, ...content.given.flatMap(({ target }) => (target === null ? [] : [target]))]));
  return contacts.flatMap(({ id, firstRecordedUtc, content }) => {
    const span = spanOf(content.happened.edtf);
    if (came.latest !== '' && span.earliest !== '' && span.earliest > came.latest) return [];
    const before = came.earliest !== '' && span.latest !== '' && span.latest <= came.earliest ? 'yes' : 'not-known';
    const evidence = content.evidence.map(nameOf);
    return content.given.map((given): GivenThing => ({
      contactId: id, firstRecordedUtc, given, thing: given.target === null ? null : nameOf(given.target), form: content.form, title: content.title, happened: content.happened, reference: content.reference,
      bodyName: content.bodyId === null ? '' : people.get(content.bodyId)?.name ?? '', people: spokenTo(content).flatMap((personId) => people.get(personId)?.name ?? []), evidence, before, to: toWhom(keptId(content.bodyId)),
    }));
  });
}

/** What stands here of a contact; her long texts are left alone, for there can be a thousand. */
const Giving = Contact.pick({ form: true, title: true, happened: true, bodyId: true, people: true, reference: true, given: true, evidence: true });

/** Recorded contacts at which something was given, by when they happened. Each list is held against the same. Canonical JSON writes an empty list in one way, which no text of hers can hold, for its quotes would be escaped. */
const givingContacts = keptWhileUnchanged((from) => from.all<{ id: Id; first_recorded_utc: string; content: string }>(`SELECT id, first_recorded_utc, content FROM case_entry WHERE kind = 'contact' AND status = 'recorded' AND instr(content, '"given":[]') = 0 ORDER BY earliest = '', earliest, first_recorded_utc, id`)
    .map((row) => ({ id: row.id, firstRecordedUtc: row.first_recorded_utc, content: fromJson(Giving, row.content) })));

/** Those she dealt with; who was only named is not one of them. */
function spokenTo({ people }: Pick<Contact, 'people'>): Id[] {
  return people.flatMap(({ personId, part }) => (part === 'named' ? [] : [personId]));
}

const toNamed: Readonly<Record<SameBody, GivenThing['to']>> = { same: 'same-body', perhaps: 'perhaps-another', another: 'another-body' };

/** What the files she gave were called when they were added, by the document's id. */
function originalNames(from: Queries, things: readonly GivenThing[]): ReadonlyMap<Id, string> {
  const ids = things.flatMap(({ given, thing }) => (given.target?.kind === 'document' && thing?.isGone === false ? [given.target.documentId] : []));
  return new Map(from.all<{ id: Id; name: string }>(`SELECT id, original_name AS name FROM document WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]).map(({ id, name }) => [id, name]));
}

function soughtAs({ given, thing, happened, reference }: GivenThing, originals: ReadonlyMap<Id, string>): SoughtThing {
  const { earliest, latest } = spanOf(happened.edtf);
  const original = given.target?.kind === 'document' ? originals.get(given.target.documentId) : undefined;
  const names = [...new Set([original, thing?.name].filter((name) => name !== undefined && name !== ''))] as string[];
  return { givenId: given.id, what: given.what, names, sha256: thing?.sha256 ?? null, mark: thing?.mark ?? null, receipt: given.receipt, reference, day: earliest === latest ? earliest : '' };
}
