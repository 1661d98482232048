import type { Transaction } from '../../store/store';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';

/** The setting that is there while pages of the newest shares were not all shown: `no`, and `told` once an opening said so. They are kept nowhere, so they cannot be shown again. */
const name = 'shares-shown';

export function areSharesShown(from: Queries): boolean {
  return from.all(`SELECT value FROM setting WHERE name = ?`, [name]).length === 0;
}

/** Shares were just made, and she has seen none of them. */
export function noteSharesToShow(transaction: Transaction): void {
  transaction.run(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, 'no')`, [name]);
}

/** The shares ended, or she went through all of their pages. */
export function clearSharesToShow(transaction: Transaction): void {
  transaction.run(`DELETE FROM setting WHERE name = ?`, [name]);
}

export function noteSharesShown({ store }: RecordContext): Promise<void> {
  return store.transact(clearSharesToShow);
}

/** Whether an opening has yet to say that not all were shown. */
export function areSharesToTell(from: Queries): boolean {
  return from.all(`SELECT value FROM setting WHERE name = ? AND value = 'no'`, [name]).length > 0;
}

export function noteSharesTold(transaction: Transaction): void {
  transaction.run(`UPDATE setting SET value = 'told' WHERE name = ?`, [name]);
}
