import type { Transaction } from '../../store/store';
import type { Queries } from '../rows';

const name = 'recovery-pending';

/** Until she has confirmed it, the code is kept inside the encrypted record, so that she may confirm it another day. */
export function keepPendingCode(transaction: Transaction, printed: string): void {
  transaction.run(`INSERT INTO setting (name, value) VALUES (?, ?)`, [name, printed]);
}

/** The groups of a code that still waits to be confirmed, or null. */
export function pendingCode(from: Queries): string[] | null {
  const [row] = from.all<{ value: string }>(`SELECT value FROM setting WHERE name = ?`, [name]);
  return row === undefined ? null : row.value.split('-');
}

export function clearPendingCode(transaction: Transaction): void {
  transaction.run(`DELETE FROM setting WHERE name = ?`, [name]);
}
