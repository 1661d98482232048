import type { Id } from '../../../../shared/model/identity';
import { KeptAttachment, type Mail, MailDetails, type MailLine } from '../../../../shared/model/mail';
import type { MailAddress, MailTime } from '../../../../shared/model/mail-facts';
import { basisOf } from '../conversations/conversations';
import { linkedIncidents } from '../incidents/evidence-threads';
import { fromJson, oneRow, type Queries } from '../rows';
import { unpackHeaders } from './packed-headers';

/** Of one list in a row of a list. */
const namesShown = 10;
const mostOfThread = 2000;
const beginningUnits = 200;

type TimeColumns = { at: string | null; offset_minutes: number | null; basis: number | null; at_as_written: string; utc: string };
type MailRow = TimeColumns & {
  number: number; id: string; document_id: string; entry_name: string; line: number; offset: number; length: number; is_packed: number; imported_utc: string; within_id: string | null; message_id: string;
  subject: string; text: string; text_from: string; headers: string; details: string;
};
type AttachmentRow = { name: string; document_id: string | null; absent: string | null; inner_id: string | null; details: string };
type LineRow = TimeColumns & { number: number; id: string; subject: string; beginning: string; attachment_count: number; remote_count: number; tracking_count: number; finding_count: number; depth: number | null };

const AttachmentDetails = KeptAttachment.pick({ mediaType: true, isInline: true, kind: true, method: true, sizeBytes: true, partNumber: true });

/** Refuses `not-found`. */
export function getMail(from: Queries, id: Id): Mail {
  const row = oneRow<MailRow>(
    from,
    `SELECT mail.number, mail.id, mail.document_id, mail.entry_name, mail.line, mail.offset, mail.length, mail.is_packed, import.imported_utc, outer.id AS within_id, mail.message_id, mail.at, mail.offset_minutes, mail.basis,
       mail.at_as_written, mail.utc, mail.subject, mail.text, mail.text_from, mail.headers, mail.details
     FROM mail JOIN import ON import.id = mail.import_id LEFT JOIN mail AS outer ON outer.number = mail.within WHERE mail.id = ? AND mail.ready = 1`,
    [id],
  );
  const { number } = row;
  return {
    id,
    source: { documentId: row.document_id, entryName: row.entry_name, place: { line: row.line, offset: row.offset, length: row.length }, isPacked: row.is_packed === 1 },
    importedUtc: row.imported_utc, withinId: row.within_id, messageId: row.message_id,
    from: addresses(from, number, 'from'), sender: addresses(from, number, 'sender'), replyTo: addresses(from, number, 'reply-to'), to: addresses(from, number, 'to'), cc: addresses(from, number, 'cc'), bcc: addresses(from, number, 'bcc'),
    subject: row.subject, date: timeOf(row), text: row.text, textFrom: row.text_from as Mail['textFrom'], headers: unpackHeaders(row.headers), details: fromJson(MailDetails, row.details),
    attachments: from.all<AttachmentRow>(
      `SELECT mail_attachment.name, mail_attachment.document_id, absent, inside.id AS inner_id, mail_attachment.details FROM mail_attachment LEFT JOIN mail AS inside ON inside.number = mail_attachment.inner WHERE mail_attachment.mail = ? ORDER BY mail_attachment.number`, [number])
      .map(({ name, document_id: documentId, absent, inner_id: mailId, details }) => ({ name, documentId, absent: absent as KeptAttachment['absent'], mailId, ...fromJson(AttachmentDetails, details) })),
    copyIds: row.message_id === '' ? [] : from.all<{ id: string }>(`SELECT id FROM mail WHERE message_id = ? AND id <> ? AND ready = 1 ORDER BY number LIMIT 50`, [row.message_id, id]).map((copy) => copy.id),
    linkedIncidentIds: linkedIncidents(from, 'mail', id),
  };
}

/** Every mail of the thread in which this one stands, in the thread's order. */
export function mailThread(from: Queries, id: Id): MailLine[] {
  const { number } = oneRow<{ number: number }>(from, `SELECT number FROM mail WHERE id = ? AND ready = 1`, [id]);
  let outermost = number;
  // Mails lie eight deep in each other at most (limits.ts of the importer).
  for (let above: number | null = number; above !== null;) {
    outermost = above;
    above = from.all<{ within: number | null }>(`SELECT within FROM mail WHERE number = ?`, [above])[0]?.within ?? null;
  }
  const rows = from.all<LineRow>(
    `SELECT ${lineColumns}, mail_thread.depth AS depth FROM mail_thread JOIN mail ON mail.number = mail_thread.mail WHERE mail_thread.thread = (SELECT thread FROM mail_thread WHERE mail = ?) ORDER BY position LIMIT ${mostOfThread}`, [outermost]);
  return rows.map((row) => lineOf(from, row));
}

const lineColumns = `mail.number, mail.id, at, offset_minutes, basis, at_as_written, utc, subject, substr(text, 1, ${beginningUnits}) AS beginning, attachment_count, remote_count, tracking_count, finding_count`;

function lineOf(from: Queries, row: LineRow): MailLine {
  return {
    id: row.id, from: addresses(from, row.number, 'from', namesShown), to: addresses(from, row.number, 'to', namesShown), subject: row.subject, date: timeOf(row), beginning: row.beginning,
    attachmentCount: row.attachment_count, remoteCount: row.remote_count, trackingCount: row.tracking_count, findingCount: row.finding_count, depth: row.depth ?? 0,
  };
}

/** The sender's own claim; null where the mail has none. */
export function timeOf({ at, offset_minutes: offsetMinutes, basis, at_as_written: atAsWritten, utc }: TimeColumns): MailTime | null {
  return at === null || basis === null ? null : { at, offsetMinutes, basis: basisOf[basis] ?? 'as-written', atAsWritten, utc };
}

type AddressRow = { name: string; written: string; in_group: string };

function addresses(from: Queries, number: number, role: string, limit = 10_000): MailAddress[] {
  return from.all<AddressRow>(`SELECT name, written, in_group FROM mail_address WHERE mail = ? AND role = ? ORDER BY position LIMIT ?`, [number, role, limit]).map(({ name, written, in_group: group }) => ({ name, address: written, group }));
}
