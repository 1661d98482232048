import { Refusal } from '../../../../shared/contract/errors';
import type { Id } from '../../../../shared/model/identity';
import { handlesOf, namesOf, officerOf, type LikelyDouble, type Person } from '../../../../shared/model/person';
import { foldName } from '../../../../shared/text/fold-name';
import { sameHandle } from '../../../../shared/text/phone-number';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';
import { getPerson, listPeople } from './people';
import { refreshPerson } from './people-changes';

/**
 * She says that two entries are one person. Nothing that is stored is rewritten: what stands under `mergedId` is read as the kept one's from now on. Refuses `bad-call` of one and the same entry and of one
 * that was put with another already, `not-found`, `erased`.
 */
export async function mergePeople(context: RecordContext, keptId: Id, mergedId: Id): Promise<Person> {
  return context.store.transact((transaction) => {
    const [kept, merged] = [getPerson(transaction, keptId), getPerson(transaction, mergedId)];
    if (kept.id !== keptId || merged.id !== mergedId || keptId === mergedId) throw new Refusal('bad-call');
    transaction.run(`INSERT INTO person_merge (merged_id, kept_id, merged_utc) VALUES (?, ?, ?)`, [mergedId, keptId, context.now()]);
    const [oneId, otherId] = inOrder(keptId, mergedId);
    transaction.run(`DELETE FROM person_apart WHERE one_id = ? AND other_id = ?`, [oneId, otherId]);
    for (const id of [keptId, mergedId]) appendHistory(context, transaction, 'people-merged', 'person', id, { keptId, mergedId });
    refreshPerson(transaction, keptId);
    return getPerson(transaction, keptId);
  });
}

/** Takes an entry out again: it stands as it did before, with whatever had been put with it. Gives the one it was put with. Refuses `not-found` of an entry by itself, `erased`. */
export async function partPerson(context: RecordContext, mergedId: Id): Promise<Person> {
  return context.store.transact((transaction) => {
    getPerson(transaction, mergedId);
    const [row] = transaction.all<{ kept_id: string }>(`SELECT kept_id FROM person_merge WHERE merged_id = ?`, [mergedId]);
    if (row === undefined) throw new Refusal('not-found');
    transaction.run(`DELETE FROM person_merge WHERE merged_id = ?`, [mergedId]);
    for (const id of [row.kept_id, mergedId]) appendHistory(context, transaction, 'people-parted', 'person', id, { keptId: row.kept_id, mergedId });
    for (const id of [row.kept_id, mergedId]) refreshPerson(transaction, id);
    return getPerson(transaction, row.kept_id);
  });
}

/** She says that these are two people: it is not suggested again. */
export async function keepPeopleApart(context: RecordContext, ids: readonly [Id, Id]): Promise<void> {
  await context.store.transact((transaction) => {
    for (const id of ids) getPerson(transaction, id);
    transaction.run(`INSERT INTO person_apart (one_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING`, inOrder(...ids));
  });
}

const mostSuggested = 50;

/** Entries that may be one person: of the same number or handle, the same collar number in a force that is the same or not said, the same name. For her to say; nothing is done. */
export function likelyDoubles(from: Queries): LikelyDouble[] {
  const people = listPeople(from);
  const apart = new Set(from.all<{ one_id: string; other_id: string }>(`SELECT one_id, other_id FROM person_apart`).map((row) => `${row.one_id} ${row.other_id}`));
  const found = new Map<string, LikelyDouble>();
  const look = (because: LikelyDouble['because'], keysOf: (person: Person) => readonly { key: string; shared: string }[], mayBe: (one: Person, other: Person) => boolean = () => true): void => {
    const byKey = new Map<string, Person[]>();
    for (const person of people) {
      for (const { key, shared } of keysOf(person)) {
        const before = byKey.get(key) ?? [];
        for (const other of before) {
          const [oneId, otherId] = inOrder(other.id, person.id);
          const pair = `${oneId} ${otherId}`;
          if (other.id !== person.id && !apart.has(pair) && !found.has(pair) && found.size < mostSuggested && mayBe(other, person)) found.set(pair, { oneId, otherId, because, shared });
        }
        byKey.set(key, [...before, person]);
      }
    }
  };
  look('number', (person) => handlesOf(person).map((shared) => ({ key: sameHandle(shared), shared })).filter(({ key }) => key !== ''));
  look('collar-number', (person) => [officerOf(person).collarNumber].filter((text) => foldName(text) !== '').map((shared) => ({ key: foldName(shared), shared })), (one, other) => {
    const [force, otherForce] = [foldName(officerOf(one).force), foldName(officerOf(other).force)];
    return force === '' || otherForce === '' || force === otherForce;
  });
  look('name', (person) => namesOf(person).map((shared) => ({ key: foldName(shared), shared })).filter(({ key }) => key !== ''));
  return [...found.values()];
}

const inOrder = (one: Id, other: Id): [Id, Id] => (one < other ? [one, other] : [other, one]);
