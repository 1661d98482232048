import type { Point, Queries, Transaction } from '../../store/store';

/** A copy that stands there is one of this vault's past. */
export function notePassedPoint(transaction: Transaction, { sequence, hash }: Point): void {
  transaction.run(`INSERT OR REPLACE INTO passed_point (sequence, hash) VALUES (?, ?)`, [sequence, hash]);
}

/** Whether the history of this vault passed a point that a copy stands at. */
export function isPassedPoint(from: Queries, { sequence, hash }: Point): boolean {
  return from.all(`SELECT sequence FROM passed_point WHERE sequence = ? AND hash = ?`, [sequence, hash]).length > 0;
}
