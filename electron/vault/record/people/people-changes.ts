import { Refusal } from '../../../../shared/contract/errors';
import type { Id } from '../../../../shared/model/identity';
import { notAnOfficer, type Person } from '../../../../shared/model/person';
import type { Transaction } from '../../store/store';
import { refreshCaseEntry } from '../case/case-entries';
import { canonicalJson } from '../history/canonical-json';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { indexText, unindexText } from '../search/search-text';
import { getPerson, personSearchText, samePersonIds } from './people';

export async function addPerson(context: RecordContext, input: Pick<Person, 'name' | 'role'>): Promise<Person> {
  const id = context.newId();
  return context.store.transact((transaction) => {
    transaction.run(`INSERT INTO person (id, name, role, handles, note, first_recorded_utc) VALUES (?, ?, ?, '[]', '', ?)`, [id, input.name, input.role, context.now()]);
    appendHistory(context, transaction, 'person-recorded', 'person', id, { name: input.name, role: input.role });
    refreshPerson(transaction, id);
    return getPerson(transaction, id);
  });
}

/** What she says of somebody now; a field that is not given stays. Refuses `bad-call` of an entry that was put with another, `erased`. */
export async function amendPerson(context: RecordContext, input: { id: Id } & Partial<Omit<Person, 'id' | 'firstRecordedUtc' | 'merged'>>): Promise<Person> {
  return context.store.transact((transaction) => {
    const person = getPerson(transaction, input.id);
    if (person.id !== input.id) throw new Refusal('bad-call');
    const { firstRecordedUtc: _, merged: __, ...before } = person;
    const after = { ...before, ...input };
    if (canonicalJson(before) === canonicalJson(after)) return person;
    transaction.run(`UPDATE person SET name = ?, role = ?, aliases = ?, handles = ?, officer = ?, organisation = ?, note = ? WHERE id = ?`, [
      after.name, after.role, canonicalJson(after.aliases), canonicalJson(after.handles), canonicalJson(after.officer) === canonicalJson(notAnOfficer) ? '' : canonicalJson(after.officer), after.organisation, after.note, after.id,
    ]);
    appendHistory(context, transaction, 'person-amended', 'person', after.id, { before, after });
    refreshPerson(transaction, after.id);
    return getPerson(transaction, after.id);
  });
}

/** Brings what Find knows of somebody, and the lines of ties that name them, up to what stands now. Of entries put with another, only the kept one is found. */
export function refreshPerson(transaction: Transaction, id: Id): void {
  const ids = samePersonIds(transaction, id);
  for (const each of ids.slice(1)) unindexText(transaction, 'person', each);
  indexText(transaction, personSearchText(getPerson(transaction, id)));
  for (const each of ids) refreshTies(transaction, each);
}

/** Ties are listed by the names of their people. */
export function refreshTies(transaction: Transaction, personId: Id): void {
  const ties = transaction.all<{ id: string }>(`SELECT id FROM case_entry JOIN case_thread ON entry_id = id WHERE kind = 'tie' AND status <> 'erased' AND target_kind = 'person' AND target_id = ?`, [personId]);
  for (const { id } of ties) refreshCaseEntry(transaction, id);
}
