import type { LookUp } from '../../../../shared/model/case/look-up';
import { CaseContent, type CaseEntry } from '../../../../shared/model/case/case-entry';
import type { ListedLookUp, LookUpPerson } from '../../../../shared/model/case/listed-look-up';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import { idsOf, notAnOfficer, officerOf, type Person } from '../../../../shared/model/person';
import { listPeople } from '../people/people';
import { fromJson, type Queries } from '../rows';
import { namedEvidence } from './named-evidence';

/** Every suspected look-up that is not erased, drafts among them, by when it showed; those without a date last. */
export function listLookUps(from: Queries): ListedLookUp[] {
  const people = new Map(listPeople(from).flatMap((person) => idsOf(person).map((id) => [id, person] as const)));
  return from.all<{ id: Id; status: CaseEntry['status']; first_recorded_utc: UtcInstant | null; content: string }>(`SELECT id, status, first_recorded_utc, content FROM case_entry WHERE kind = 'look-up' AND status <> 'erased' ORDER BY earliest = '', earliest, begun_utc, id`)
    .map(({ id, status, first_recorded_utc: firstRecordedUtc, content }) => listed(from, people, { id, status, firstRecordedUtc, content: fromJson(CaseContent, content) as LookUp }));
}

function listed(from: Queries, people: ReadonlyMap<Id, Person>, { id, status, firstRecordedUtc, content }: { id: Id; status: CaseEntry['status']; firstRecordedUtc: UtcInstant | null; content: LookUp }): ListedLookUp {
  const { title, known, happened, knowableSince, systems, searchTerms, sayInRequest, otherWays } = content;
  const evidence = content.evidence.map((target) => namedEvidence(from, target)).filter(({ isGone }) => !isGone);
  const marks = evidence.flatMap(({ mark }) => (mark === null ? [] : [mark]));
  const through = [...new Map(content.throughIds.map((personId) => named(people, personId)).map((one) => [one.personId, one])).values()];
  return {
    id, status, firstRecordedUtc, title, known, happened, knowableSince, systems, searchTerms, sayInRequest, hasOtherWays: otherWays.trim() !== '', marks, unmarkedCount: evidence.length - marks.length,
    who: content.personId === null ? null : named(people, content.personId), through,
  };
}

function named(people: ReadonlyMap<Id, Person>, personId: Id): LookUpPerson {
  const person = people.get(personId);
  return person === undefined ? { personId, name: '', role: 'other', officer: notAnOfficer } : { personId: person.id, name: person.name, role: person.role, officer: officerOf(person) };
}
