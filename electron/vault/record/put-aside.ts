import { Refusal } from '../../../shared/contract/errors';
import { mostAside } from '../../../shared/contract/search-calls';
import type { Id } from '../../../shared/model/identity';
import type { AsideTarget } from '../../../shared/model/search';
import type { Transaction } from '../store/store';
import { appendHistory } from './history/history';
import type { RecordContext } from './record-context';
import { countOf, oneRow, type Queries } from './rows';

/** What she put aside for the bundle, in the order in which she did. Nothing of it has gone anywhere: it is chosen when something is handed over. */
export function listAside(from: Queries): AsideTarget[] {
  return from.all<{ target_kind: string; target_id: string }>(`SELECT target_kind, target_id FROM put_aside ORDER BY number`).map((row) => ({ kind: row.target_kind as AsideTarget['kind'], id: row.target_id }));
}

/** Putting aside twice changes nothing. Refuses `erased`, `not-found`, and `limit-exceeded` past 20,000. */
export async function putAside(context: RecordContext, target: AsideTarget): Promise<AsideTarget[]> {
  return context.store.transact((transaction) => {
    requireThere(transaction, target);
    if (countOf(transaction, `put_aside WHERE target_kind = ? AND target_id = ?`, [target.kind, target.id]) === 0) {
      if (countOf(transaction, `put_aside`) >= mostAside) throw new Refusal('limit-exceeded');
      transaction.run(`INSERT INTO put_aside (target_kind, target_id, number, aside_utc) VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM put_aside), ?)`, [target.kind, target.id, context.now()]);
      appendHistory(context, transaction, 'put-aside', target.kind, target.id, {});
    }
    return listAside(transaction);
  });
}

/** Taking back what is not aside changes nothing. */
export async function takeBack(context: RecordContext, target: AsideTarget): Promise<AsideTarget[]> {
  return context.store.transact((transaction) => {
    if (forgetAside(transaction, target)) appendHistory(context, transaction, 'taken-back', target.kind, target.id, {});
    return listAside(transaction);
  });
}

/** In the transaction that erases or removes it. Whether it was aside. */
export function forgetAside(transaction: Transaction, { kind, id }: AsideTarget): boolean {
  const isAside = countOf(transaction, `put_aside WHERE target_kind = ? AND target_id = ?`, [kind, id]) > 0;
  if (isAside) transaction.run(`DELETE FROM put_aside WHERE target_kind = ? AND target_id = ?`, [kind, id]);
  return isAside;
}

function requireThere(from: Queries, { kind, id }: { kind: AsideTarget['kind']; id: Id }): void {
  if (kind === 'excerpt') return void oneRow(from, `SELECT id FROM excerpt WHERE id = ?`, [id]);
  const { status } = oneRow<{ status: string }>(from, `SELECT status FROM ${kind} WHERE id = ?`, [id]);
  if (status === 'erased') throw new Refusal('erased');
  if (status === 'importing') throw new Refusal('not-found');
}
