import { Dated } from '../../../../shared/model/dated';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { InboxCounts, InboxItem, InboxKind, InboxState } from '../../../../shared/model/inbox';
import type { Transaction } from '../../store/store';
import { appendHistory } from '../history/history';
import { linkedIncidents } from '../incidents/evidence-threads';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';
import { tagsOf } from './tags';

type ItemRow = { kind: InboxKind; subject_id: Id; state: InboxState; arrived_utc: UtcInstant; decided_utc: UtcInstant | null };
type DocumentAbout = { title: string; original_name: string; form: string; size_bytes: number; happened: string; path: string };
type ConversationAbout = { title: string; message_count: number; first_at: string; last_at: string };

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
      appendHistory(context, transaction, 'inbox-decided', kind, id, { before: before.state, after: state });
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

export function getInboxItem(from: Queries, kind: InboxKind, id: Id): InboxItem {
  return asItem(from, itemRow(from, kind, id));
}

function itemRow(from: Queries, kind: InboxKind, id: Id): ItemRow {
  return oneRow<ItemRow>(from, `SELECT kind, subject_id, state, arrived_utc, decided_utc FROM inbox_item WHERE kind = ? AND subject_id = ?`, [kind, id]);
}

function asItem(from: Queries, { kind, subject_id: id, state, arrived_utc: arrivedUtc, decided_utc: decidedUtc }: ItemRow): InboxItem {
  return { id, state, arrivedUtc, decidedUtc, ...aboutOf(from, kind, id), tags: tagsOf(from, { kind, id }) };
}

function aboutOf(from: Queries, kind: InboxKind, id: Id): Pick<InboxItem, 'title' | 'about' | 'linkedIncidentIds'> {
  switch (kind) {
    case 'document': {
      const row = oneRow<DocumentAbout>(
        from, `SELECT title, original_name, form, size_bytes, happened, coalesce(path, '') AS path FROM document LEFT JOIN document_within ON document_id = document.id WHERE document.id = ?`, [id]);
      const about: InboxItem['about'] = { kind, form: row.form as Extract<InboxItem['about'], { kind: 'document' }>['form'], sizeBytes: row.size_bytes, happened: fromJson(Dated, row.happened), path: row.path };
      return { title: row.title || row.original_name, about, linkedIncidentIds: linkedIncidents(from, 'document', id) };
    }
    case 'conversation': {
      const row = oneRow<ConversationAbout>(from, `SELECT title, message_count, first_at, last_at FROM conversation WHERE id = ?`, [id]);
      return { title: row.title, about: { kind, messageCount: row.message_count, firstAt: row.first_at, lastAt: row.last_at }, linkedIncidentIds: incidentsOfConversation(from, id) };
    }
  }
}

/** Entries that rest on messages marked in it. */
function incidentsOfConversation(from: Queries, id: Id): Id[] {
  return from.all<{ incident_id: Id }>(
    `SELECT DISTINCT incident_id FROM excerpt JOIN incident_link ON target_kind = 'excerpt' AND target_id = excerpt.id WHERE conversation_id = ? ORDER BY linked_utc`, [id]).map((row) => row.incident_id);
}
