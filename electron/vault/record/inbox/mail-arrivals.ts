import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import type { Queries } from '../rows';

// An exchange is known in the inbox, and by its tags, by the mail with the lowest number in it: the first that came in. It stays that one whatever is joined to it later.

/**
 * Puts exchanges in the inbox after mails of an import were put into threads: each once, the newest first. Where two that were apart are one now, one item is left. An exchange that she had placed comes
 * back when something came to it that she cannot have seen: what she said of it was said of less. A copy of a mail that is there brings nothing back, and what does not matter or is set aside stays.
 */
export function arriveMails(transaction: Transaction, importId: Id, arrivedUtc: UtcInstant): void {
  joinItems(transaction);
  transaction.run(
    `UPDATE inbox_item SET state = 'waiting', arrived_utc = ? WHERE kind = 'mail-thread' AND state = 'placed' AND subject_id IN (
       SELECT first.id FROM mail AS came JOIN mail_thread ON mail_thread.mail = came.number JOIN mail AS first ON first.number = mail_thread.thread
       WHERE came.import_id = ? AND (came.message_id = '' OR NOT EXISTS (
         SELECT 1 FROM mail_thread AS beside JOIN mail AS known ON known.number = beside.mail WHERE beside.thread = mail_thread.thread AND known.message_id = came.message_id AND known.import_id <> came.import_id)))`,
    [arrivedUtc, importId],
  );
  transaction.run(
    `INSERT INTO inbox_item (kind, subject_id, state, arrived_utc)
     SELECT 'mail-thread', first.id, 'waiting', ? FROM (SELECT thread, max(sort_utc) AS newest FROM mail_thread JOIN mail ON mail.number = mail_thread.mail GROUP BY thread) JOIN mail AS first ON first.number = thread
     WHERE NOT EXISTS (SELECT 1 FROM inbox_item WHERE kind = 'mail-thread' AND subject_id = first.id) ORDER BY newest DESC, thread`,
    [arrivedUtc],
  );
}

/** The item of an exchange that is part of another now goes; its tags go over, and what waited in either waits. */
function joinItems(transaction: Transaction): void {
  const joined = transaction.all<{ id: Id; state: string; into: Id }>(
    `SELECT inbox_item.subject_id AS id, inbox_item.state AS state, first.id AS "into" FROM inbox_item JOIN mail ON mail.id = inbox_item.subject_id JOIN mail_thread ON mail_thread.mail = mail.number
       JOIN mail AS first ON first.number = mail_thread.thread WHERE inbox_item.kind = 'mail-thread' AND mail_thread.thread <> mail.number`);
  for (const { id, state, into } of joined) {
    transaction.run(`DELETE FROM inbox_item WHERE kind = 'mail-thread' AND subject_id = ?`, [id]);
    if (state === 'waiting') transaction.run(`UPDATE inbox_item SET state = 'waiting' WHERE kind = 'mail-thread' AND subject_id = ?`, [into]);
    transaction.run(`UPDATE OR IGNORE tagged SET subject_id = ? WHERE subject_kind = 'mail-thread' AND subject_id = ?`, [into, id]);
    transaction.run(`DELETE FROM tagged WHERE subject_kind = 'mail-thread' AND subject_id = ?`, [id]);
  }
}

/** The exchange in which a mail stands, by which the inbox knows it; of a mail attached to another, that one's. Null of one that is in none. */
export function exchangeOf(from: Queries, mailId: Id): Id | null {
  // Mails lie eight deep in each other at most (limits.ts of the importer).
  const [row] = from.all<{ id: Id }>(
    `WITH RECURSIVE above (number, within) AS (SELECT number, within FROM mail WHERE id = ? UNION SELECT mail.number, mail.within FROM above JOIN mail ON mail.number = above.within)
     SELECT first.id AS id FROM above JOIN mail_thread ON mail_thread.mail = above.number JOIN mail AS first ON first.number = mail_thread.thread LIMIT 1`, [mailId]);
  return row?.id ?? null;
}
