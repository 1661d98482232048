import type { Id } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';

/** Notes by name, in one save, what begins to come in or waits for its turn, so that it can be named at the next opening when the vault closes before it is kept. */
export async function noteComing(context: RecordContext, names: readonly string[]): Promise<Id[]> {
  const rows = names.map((name) => ({ id: context.newId(), name }));
  await context.store.transact((transaction) => {
    for (const { id, name } of rows) transaction.run(`INSERT INTO coming_in (id, name) VALUES (?, ?)`, [id, name]);
  });
  return rows.map(({ id }) => id);
}

/** A folder is noted so that its name cannot be a file's: no system allows a `/` in one. */
export const asFolder = (name: string): string => `${name}/`;

/** It is kept, or she was told that it is not. */
export function forgetComing(transaction: Transaction, id: Id): void {
  transaction.run(`DELETE FROM coming_in WHERE id = ?`, [id]);
}

/** At opening: names of what was not kept because the vault closed first (a folder's ends with `/`), in the order in which she chose them. Of a vault that may only be read none are told. */
export function notKept({ store }: RecordContext): string[] {
  return store.readOnly ? [] : namesComing(store);
}

/** The same, told for good: they are in the history from now on. */
export function takeNotKept(transaction: Transaction): string[] {
  const names = namesComing(transaction);
  if (names.length > 0) transaction.run(`DELETE FROM coming_in`);
  return names;
}

const namesComing = (from: Queries): string[] => from.all<{ name: string }>(`SELECT name FROM coming_in ORDER BY rowid`).map(({ name }) => name);
