import type { UtcInstant } from '../../../../shared/model/identity';
import { HalfWrittenPerson } from '../../../../shared/model/person';
import { canonicalJson } from '../history/canonical-json';
import type { RecordContext } from '../record-context';
import { fromJson, type Queries } from '../rows';

const name = 'half-written-person';

/** Somebody new whom she began to write about and has not added; null: nobody. */
export function halfWrittenPerson(from: Queries): HalfWrittenPerson | null {
  const [row] = from.all<{ value: string }>(`SELECT value FROM setting WHERE name = ?`, [name]);
  return row === undefined ? null : fromJson(HalfWrittenPerson, row.value);
}

/** Keeps it as it stands, or lets it go. A draft, so it leaves no trace in the history. */
export async function saveHalfWrittenPerson(context: RecordContext, words: HalfWrittenPerson | null): Promise<{ savedUtc: UtcInstant }> {
  return context.store.transact((transaction) => {
    if (words === null) transaction.run(`DELETE FROM setting WHERE name = ?`, [name]);
    else transaction.run(`INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, [name, canonicalJson(words)]);
    return { savedUtc: context.now() };
  });
}
