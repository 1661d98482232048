import { z } from 'zod';
import { Refusal } from '../../../../shared/contract/errors';
import { handlesOf, namesOf, notAnOfficer, Officer, officerOf, type MergedPerson, type Person } from '../../../../shared/model/person';
import type { Id } from '../../../../shared/model/identity';
import { keptWhileUnchanged } from '../kept-while-unchanged';
import { fromJson, type Queries } from '../rows';
import type { SearchText } from '../search/search-text';

type PersonRow = {
  id: string; name: string; role: string; aliases: string; handles: string; officer: string; organisation: string; note: string; first_recorded_utc: string; kept_id: string | null; merged_utc: string | null;
};
const Lines = z.array(z.string());

const everybody = `SELECT person.*, kept_id, merged_utc FROM person LEFT JOIN person_merge ON merged_id = id WHERE erased_utc IS NULL`;

/** What she says of somebody, without what stands under them. */
function asSaid(row: PersonRow): Omit<Person, 'merged' | 'firstRecordedUtc'> {
  return {
    id: row.id, name: row.name, role: row.role as Person['role'], aliases: fromJson(Lines, row.aliases), handles: fromJson(Lines, row.handles),
    officer: row.officer === '' ? notAnOfficer : fromJson(Officer, row.officer), organisation: row.organisation, note: row.note,
  };
}

/** Everybody once, with the entries that were put with theirs. Who is erased is not among them. */
export function listPeople(from: Queries): Person[] {
  return [...everyPerson(from)];
}

/** Nearly every page asks for the names. */
const everyPerson = keptWhileUnchanged((from): readonly Person[] => {
  const rows = from.all<PersonRow>(`${everybody} ORDER BY role <> 'me', name COLLATE NOCASE, id`);
  const under = new Map<Id, MergedPerson[]>();
  for (const row of rows) {
    if (row.kept_id !== null) under.set(row.kept_id, [...(under.get(row.kept_id) ?? []), { ...asSaid(row), underId: row.kept_id, mergedUtc: row.merged_utc ?? '' }]);
  }
  const all = (id: Id): MergedPerson[] => {
    const found: MergedPerson[] = [];
    for (const waiting = [id]; waiting.length > 0;) {
      const those = under.get(waiting.shift() ?? '') ?? [];
      found.push(...those);
      waiting.push(...those.map((one) => one.id));
    }
    return found;
  };
  return rows.filter((row) => row.kept_id === null).map((row) => ({ ...asSaid(row), firstRecordedUtc: row.first_recorded_utc, merged: all(row.id) }));
});

/** The person who stands under an id. Refuses `not-found`, `erased`. */
export function getPerson(from: Queries, id: Id): Person {
  const kept = keptIdOf(from, id);
  const person = listPeople(from).find((one) => one.id === kept);
  if (person !== undefined) return person;
  throw new Refusal(from.all(`SELECT id FROM person WHERE id = ?`, [id]).length > 0 ? 'erased' : 'not-found');
}

/** The entry under which somebody is listed: the one that an entry was put with, and so on; an entry by itself is its own. */
export function keptIdOf(from: Queries, id: Id): Id {
  let kept = id;
  // An entry is only ever put with one that is listed, so that no circle can arise; a damaged record must not hold the program up all the same.
  for (let steps = 0; steps < 1000; steps++) {
    const [row] = from.all<{ kept_id: string }>(`SELECT kept_id FROM person_merge WHERE merged_id = ?`, [kept]);
    if (row === undefined) break;
    kept = row.kept_id;
  }
  return kept;
}

/** Every id under which a person is stored, whichever of them is asked for. What is stored is never rewritten: this is how it is found. */
export function samePersonIds(from: Queries, id: Id): Id[] {
  const ids = [keptIdOf(from, id)];
  for (let i = 0; i < ids.length; i++) {
    for (const { merged_id: merged } of from.all<{ merged_id: string }>(`SELECT merged_id FROM person_merge WHERE kept_id = ? ORDER BY merged_utc, merged_id`, [ids[i] ?? ''])) if (!ids.includes(merged)) ids.push(merged);
  }
  return ids;
}

/** The name she uses of somebody; null: erased, or nobody. */
export function nameOfPerson(from: Queries, id: Id): string | null {
  return from.all<{ name: string }>(`SELECT name FROM person WHERE id = ? AND erased_utc IS NULL`, [keptIdOf(from, id)])[0]?.name ?? null;
}

/** What Find looks through of a person: everything she says of them, under whichever entry. */
export function personSearchText(person: Person): SearchText {
  const officer = officerOf(person);
  const { id, name, organisation, note, merged } = person;
  const lines = [...namesOf(person).slice(1), ...handlesOf(person), officer.rank, officer.collarNumber, officer.force, officer.unit, ...merged.flatMap((one) => Object.values(one.officer)), organisation, ...merged.map((one) => one.organisation), note, ...merged.map((one) => one.note)];
  return { subject: 'person', id, day: '', lastDay: '', title: name, body: [...new Set(lines)].filter((line) => line !== '').join('\n') };
}
