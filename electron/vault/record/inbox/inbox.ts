import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { InboxCounts, InboxItem, InboxKind, InboxState } from '../../../../shared/model/inbox';
import type { Transaction } from '../../store/store';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf, oneRow, type Queries } from '../rows';
import { aboutOf } from './about-item';
import { tagsOf, toldAs } from './tags';

type ItemRow = { kind: InboxKind; subject_id: Id; state: InboxState; arrived_utc: UtcInstant; decided_utc: UtcInstant | null };

/** Something came in, in the transaction that shows it. `arrivedUtc`: the same for all that comes in at once. Coming in a second time changes nothing. */
export function arriveInInbox(transaction: Transaction, kind: InboxKind, id: Id, arrivedUtc: UtcInstant): void {
  transaction.run(`INSERT INTO inbox_item (kind, subject_id, state, arrived_utc) VALUES (?, ?, 'waiting', ?) ON CONFLICT (kind, subject_id) DO NOTHING`, [kind, id, arrivedUtc]);
}

/** She linked it, wherever she was: that says what it is for. The history has the link. */
export function placeInInbox(transaction: Transaction, kind: InboxKind, id: Id, atUtc: UtcInstant): void {
  transaction.run(`UPDATE inbox_item SET state = 'placed', decided_utc = ? WHERE kind = ? AND subject_id = ? AND state <> 'placed'`, [atUtc, kind, id]);
}

/** It is erased, or what lay in it came in instead of it. */
export function leaveInbox(transaction: Transaction, kind: InboxKind, id: Id): void {
  transaction.run(`DELETE FROM inbox_item WHERE kind = ? AND subject_id = ?`, [kind, id]);
}

/** What she says of an item. The same again changes nothing. */
export async function decideInInbox(context: RecordContext, kind: InboxKind, id: Id, state: InboxState): Promise<InboxItem> {
  return context.store.transact((transaction) => {
    const before = itemRow(transaction, kind, id);
    if (before.state !== state) {
      transaction.run(`UPDATE inbox_item SET state = ?, decided_utc = ? WHERE kind = ? AND subject_id = ?`, [state, context.now(), kind, id]);
      appendHistory(context, transaction, 'inbox-decided', toldAs[kind], id, { before: before.state, after: state });
    }
    return asItem(transaction, itemRow(transaction, kind, id));
  });
}

/** The newest arrivals first; what came in at once, in its own order. */
export function listInbox(from: Queries, state: InboxState, offset: number, limit: number): { total: number; items: InboxItem[] } {
  const rows = from.all<ItemRow>(`SELECT kind, subject_id, state, arrived_utc, decided_utc FROM inbox_item WHERE state = ? ORDER BY arrived_utc DESC, number LIMIT ? OFFSET ?`, [state, limit, offset]);
  return { total: countOf(from, `inbox_item WHERE state = ?`, [state]), items: rows.map((row) => asItem(from, row)) };
}

export function countInbox(from: Queries): InboxCounts {
  const counts: InboxCounts = { waiting: 0, aside: 0, placed: 0, 'not-relevant': 0 };
  for (const { state, n } of from.all<{ state: InboxState; n: number }>(`SELECT state, count(*) AS n FROM inbox_item GROUP BY state`)) counts[state] = n;
  return counts;
}

function itemRow(from: Queries, kind: InboxKind, id: Id): ItemRow {
  return oneRow<ItemRow>(from, `SELECT kind, subject_id, state, arrived_utc, decided_utc FROM inbox_item WHERE kind = ? AND subject_id = ?`, [kind, id]);
}

function asItem(from: Queries, { kind, subject_id: id, state, arrived_utc: arrivedUtc, decided_utc: decidedUtc }: ItemRow): InboxItem {
  return { id, state, arrivedUtc, decidedUtc, ...aboutOf(from, kind, id, decidedUtc), tags: tagsOf(from, { kind, id }) };
}
