import { z } from 'zod';
import type { Id } from '../../../shared/model/identity';
import type { Person } from '../../../shared/model/person';
import { canonicalJson } from './history/canonical-json';
import { appendHistory } from './history/history';
import type { RecordContext } from './record-context';
import { fromJson, oneRow, type Queries } from './rows';
import { indexText, type SearchText } from './search/search-text';

type PersonRow = { id: string; name: string; role: string; handles: string; note: string; first_recorded_utc: string };
const Handles = z.array(z.string());

function asPerson(row: PersonRow): Person {
  return { id: row.id, name: row.name, role: row.role as Person['role'], handles: fromJson(Handles, row.handles), note: row.note, firstRecordedUtc: row.first_recorded_utc };
}

export function listPeople(from: Queries): Person[] {
  return from.all<PersonRow>(`SELECT * FROM person ORDER BY role <> 'me', name COLLATE NOCASE, id`).map(asPerson);
}

export function getPerson(from: Queries, id: Id): Person {
  return asPerson(oneRow<PersonRow>(from, `SELECT * FROM person WHERE id = ?`, [id]));
}

export async function addPerson(context: RecordContext, input: Pick<Person, 'name' | 'role'>): Promise<Person> {
  const person: Person = { id: context.newId(), ...input, handles: [], note: '', firstRecordedUtc: context.now() };
  await context.store.transact((transaction) => {
    transaction.run(`INSERT INTO person (id, name, role, handles, note, first_recorded_utc) VALUES (?, ?, ?, ?, ?, ?)`, [person.id, person.name, person.role, canonicalJson(person.handles), person.note, person.firstRecordedUtc]);
    indexText(transaction, personSearchText(person));
    appendHistory(context, transaction, 'person-recorded', 'person', person.id, { name: person.name, role: person.role });
  });
  return person;
}

export async function amendPerson(context: RecordContext, input: Omit<Person, 'firstRecordedUtc'>): Promise<Person> {
  return context.store.transact((transaction) => {
    const before = getPerson(transaction, input.id);
    const after: Person = { ...before, ...input };
    transaction.run(`UPDATE person SET name = ?, role = ?, handles = ?, note = ? WHERE id = ?`, [after.name, after.role, canonicalJson(after.handles), after.note, after.id]);
    indexText(transaction, personSearchText(after));
    appendHistory(context, transaction, 'person-amended', 'person', after.id, { before: withoutTime(before), after: withoutTime(after) });
    return after;
  });
}

/** What Find looks through of a person. */
export function personSearchText({ id, name, handles, note }: Person): SearchText {
  return { subject: 'person', id, day: '', lastDay: '', title: name, body: [...handles, note].join('\n') };
}

function withoutTime({ firstRecordedUtc: _, ...rest }: Person): Omit<Person, 'firstRecordedUtc'> {
  return rest;
}
