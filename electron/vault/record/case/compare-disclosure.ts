import { Refusal } from '../../../../shared/contract/errors';
import { spanOf } from '../../../../shared/dates';
import { offerMatches, type SoughtThing } from '../../../../shared/disclosures/offer-matches';
import { Contact } from '../../../../shared/model/case/contact';
import type { Disclosure } from '../../../../shared/model/case/disclosure';
import type { DisclosureComparison, GivenThing } from '../../../../shared/model/case/disclosure-comparison';
import type { NamedEvidence } from '../../../../shared/model/case/evidence';
import type { z } from 'zod';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import { fromJson, type Queries } from '../rows';
import { getCaseEntry } from './case-entries';
import { namedEvidence } from './named-evidence';
import { namedPeople } from './named-people';

/**
 * What she gave up to the day of a list, and which of its lines may be which. `reading`: the list as it is kept, or as it is being written. Refuses `not-found` of what is no list, `erased`.
 */
export function compareDisclosure(from: Queries, id: Id, reading: 'kept' | 'being-written'): DisclosureComparison {
  const entry = getCaseEntry(from, id);
  if (entry.status === 'erased') throw new Refusal('erased');
  const content = reading === 'being-written' ? entry.pending ?? entry.content : entry.content;
  if (content.kind !== 'disclosure') throw new Refusal('not-found');
  const things = givenBefore(from, content);
  return { things, offers: offerMatches(content.items, things.map((thing) => soughtAs(from, thing))) };
}

/** Everything given in recorded contacts that lie not wholly after the day on which a list came, in order of time. */
export function givenBefore(from: Queries, { happened, bodyId }: Pick<Disclosure, 'happened' | 'bodyId'>): GivenThing[] {
  const came = spanOf(happened.edtf);
  const people = namedPeople(from);
  const keptId = (id: Id | null): Id | null => (id === null ? null : people.get(id)?.id ?? id);
  const named = new Map<string, NamedEvidence>();
  const nameOf = (target: NamedEvidence['target']): NamedEvidence => {
    const key = JSON.stringify(target);
    const known = named.get(key) ?? namedEvidence(from, target);
    named.set(key, known);
    return known;
  };
  return givingContacts(from).flatMap(({ id, firstRecordedUtc, content }) => {
    const span = spanOf(content.happened.edtf);
    if (came.latest !== '' && span.earliest !== '' && span.earliest > came.latest) return [];
    const before = came.earliest !== '' && span.latest !== '' && span.latest <= came.earliest ? 'yes' : 'not-known';
    const evidence = content.evidence.map(nameOf);
    return content.given.map((given): GivenThing => ({
      contactId: id, firstRecordedUtc, given, thing: given.target === null ? null : nameOf(given.target), form: content.form, title: content.title, happened: content.happened, reference: content.reference,
      bodyName: content.bodyId === null ? '' : people.get(content.bodyId)?.name ?? '', people: spokenTo(content).flatMap((personId) => people.get(personId)?.name ?? []), evidence, before, to: toWhom(keptId(content.bodyId), keptId(bodyId)),
    }));
  });
}

/** What stands here of a contact; her long texts are left alone, for there can be a thousand. */
const Giving = Contact.pick({ form: true, title: true, happened: true, bodyId: true, people: true, reference: true, given: true, evidence: true });

/** Recorded contacts at which something was given, by when they happened. Canonical JSON writes an empty list in one way, which no text of hers can hold, for its quotes would be escaped. */
function givingContacts(from: Queries): { id: Id; firstRecordedUtc: UtcInstant; content: z.infer<typeof Giving> }[] {
  return from.all<{ id: Id; first_recorded_utc: string; content: string }>(`SELECT id, first_recorded_utc, content FROM case_entry WHERE kind = 'contact' AND status = 'recorded' AND instr(content, '"given":[]') = 0 ORDER BY earliest = '', earliest, first_recorded_utc, id`)
    .map((row) => ({ id: row.id, firstRecordedUtc: row.first_recorded_utc, content: fromJson(Giving, row.content) }));
}

/** Those she dealt with; who was only named is not one of them. */
function spokenTo({ people }: Pick<Contact, 'people'>): Id[] {
  return people.flatMap(({ personId, part }) => (part === 'named' ? [] : [personId]));
}

function toWhom(given: Id | null, asked: Id | null): GivenThing['to'] {
  if (given === null || asked === null) return 'not-said';
  return given === asked ? 'same-body' : 'another-body';
}

function soughtAs(from: Queries, { given, thing, happened, reference }: GivenThing): SoughtThing {
  const { earliest, latest } = spanOf(happened.edtf);
  const original = given.target?.kind === 'document' && thing?.isGone === false ? from.all<{ name: string }>(`SELECT original_name AS name FROM document WHERE id = ?`, [given.target.documentId])[0]?.name : undefined;
  const names = [...new Set([original, thing?.name].filter((name) => name !== undefined && name !== ''))] as string[];
  return { givenId: given.id, what: given.what, names, sha256: thing?.sha256 ?? null, mark: thing?.mark ?? null, receipt: given.receipt, reference, day: earliest === latest ? earliest : '' };
}
