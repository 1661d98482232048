import type { Transaction } from '../../store/store';
import { forgetKept } from '../kept-while-unchanged';
import { forgetLists } from '../list-reader';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';

const name = 'purge-due';

/** How often something was erased since each vault was opened. */
const erasures = new WeakMap<Queries, number>();

/** Another number after each erasure: who holds something of the record looks then whether it was of that. */
export function erasuresOf(from: Queries): number {
  return erasures.get(from) ?? 0;
}

/** Notes, in the transaction that erases, that old copies of what was erased are still to be dropped: a kill must not save them. */
export function noteErased(transaction: Transaction): void {
  transaction.run(`INSERT INTO setting (name, value) VALUES (?, '') ON CONFLICT (name) DO NOTHING`, [name]);
}

export function isPurgeDue(from: Queries): boolean {
  return from.all(`SELECT name FROM setting WHERE name = ?`, [name]).length > 0;
}

/**
 * Makes erasing final: rewrites the full-text index without the words, and the store without the rows and keys of before. Should it be
 * cut short, it is done at the next opening.
 */
export async function purgeErased(context: RecordContext, erased: 'now' | 'before-opening' = 'now'): Promise<void> {
  erasures.set(context.store, erasuresOf(context.store) + 1);
  forgetKept(context.store);
  forgetLists(context.store);
  await context.store.transact((transaction) => {
    for (const index of ['search_index', 'page_index']) transaction.run(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  });
  await context.store.purge(erased);
  await context.store.transact((transaction) => transaction.run(`DELETE FROM setting WHERE name = ?`, [name]));
}
