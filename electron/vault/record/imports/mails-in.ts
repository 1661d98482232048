import { mostMails } from '../../../../shared/model/source-preview';
import { Refusal } from '../../../../shared/contract/errors';
import type { ReadPart } from '../../../../shared/importers/read-part';
import type { Id } from '../../../../shared/model/identity';
import type { MailDetails } from '../../../../shared/model/mail';
import type { MailAddress } from '../../../../shared/model/mail-facts';
import type { Transaction } from '../../store/store';
import { basisNumbers } from '../conversations/conversations';
import { appendHistory } from '../history/history';
import { arriveMails } from '../inbox/mail-arrivals';
import { packHeaders } from '../mail/packed-headers';
import { threadMails } from '../mail/mail-threads';
import type { RecordContext } from '../record-context';
import { countOf } from '../rows';
import { signWords } from '../search/search-query';
import { insertRows, question } from './insert-rows';
import type { ImportSession } from './session';
import { withoutNul } from './without-nul';

export type MailRead = Extract<ReadPart, { part: 'mail' }>;

/** The mails of an import on their way in. Holds no mail: names of the last one and of what is attached to it. */
export class MailsIn {
  /** Mails of the import so far, those attached to others among them. */
  stored = 0;
  /** Mails passed over because they came from the same place of the same file before. */
  #knownCount = 0;
  /** Of the last mail that is attached to none, and those attached to it: number by the reading's own name; null of one that was here before. */
  readonly #numbers = new Map<string, number | null>();
  /** Where the attachment stands that a mail is read from. */
  readonly #attachedAs = new Map<string, { mail: number; number: number }>();

  constructor(private readonly session: ImportSession) {}

  /** Stores what of these parts is mail, out of sight. Refuses `bad-call` for mail that was not chosen, or that is attached to one that did not come before it, and `limit-exceeded`. */
  take(context: RecordContext, transaction: Transaction, parts: readonly ReadPart[]): void {
    const mails = parts.filter((part) => part.part === 'mail');
    if (mails.length === 0) return;
    if (this.session.choices.mail === null) throw new Refusal('bad-call');
    const [last] = transaction.all<{ number: number | null }>(`SELECT max(number) AS number FROM mail`);
    const first = (last?.number ?? 0) + 1;
    let number = first;
    for (const mail of mails) if (this.#store(context, transaction, mail, number)) number += 1;
    if (number >= mostMails) throw new Refusal('limit-exceeded');
    transaction.run(`INSERT INTO mail_index (docid, subject, names, text, signs) SELECT number, subject, names, text, signs FROM mail WHERE number >= ? AND number < ? ORDER BY number`, [first, number]);
    this.stored += number - first;
  }

  /** Shows them, with the documents that their attachments became; gives how many there are. */
  finish(context: RecordContext, transaction: Transaction): number {
    const { id } = this.session;
    const count = countOf(transaction, `mail WHERE import_id = ?`, [id]);
    if (count === 0) return 0;
    const ofImport = `mail IN (SELECT number FROM mail WHERE import_id = ?)`;
    // A document that came before, and was erased meanwhile, is not there any more.
    transaction.run(
      `UPDATE mail_attachment SET document_id = (SELECT document.id FROM import_file JOIN document ON document.id = import_file.document_id AND document.status <> 'erased' WHERE import_id = ? AND import_file.file = mail_attachment.file)
       WHERE file <> '' AND ${ofImport}`,
      [id, id],
    );
    transaction.run(`UPDATE mail_attachment SET absent = CASE WHEN document_id IS NULL THEN 'not-opened' END, file = '' WHERE file <> '' AND ${ofImport}`, [id]);
    // What came out of a mail says out of which file, at which byte, as which part.
    transaction.run(
      `INSERT OR IGNORE INTO document_within (document_id, within_id, path)
       SELECT mail_attachment.document_id, mail.document_id, ltrim(mail.entry_name || '/' || mail.offset || '/' || json_extract(mail_attachment.details, '$.partNumber') || '/' || mail_attachment.name, '/')
       FROM mail_attachment JOIN mail ON mail.number = mail_attachment.mail JOIN import_file ON import_file.document_id = mail_attachment.document_id AND import_file.import_id = mail.import_id AND import_file.is_new = 1
       WHERE mail.import_id = ? GROUP BY mail_attachment.document_id`,
      [id],
    );
    transaction.run(`UPDATE document SET origin = 'mail-attachment' WHERE id IN (SELECT document_id FROM import_file WHERE import_id = ? AND is_new = 1) AND id IN (SELECT document_id FROM mail_attachment WHERE document_id IS NOT NULL)
      AND id NOT IN (SELECT document_id FROM message_attachment WHERE document_id IS NOT NULL)`, [id]);
    transaction.run(`UPDATE mail SET ready = 1 WHERE import_id = ?`, [id]);
    threadMails(transaction);
    arriveMails(transaction, id, context.now());
    return count;
  }

  note(context: RecordContext, transaction: Transaction, mailCount: number): void {
    const { id, sealed, choices } = this.session;
    if (mailCount > 0) appendHistory(context, transaction, 'mail-imported', 'import', id, { mailCount, choice: choices.mail, sources: sealed.map(({ documentId, sha256 }) => ({ documentId, sha256 })) });
  }

  get hasPassedOver(): boolean {
    return this.#knownCount > 0;
  }

  /** Returns false for one that was brought in before. */
  #store(context: RecordContext, transaction: Transaction, mail: MailRead, number: number): boolean {
    const { documentId, entryName } = this.session.sourceOf(mail);
    if (mail.within === '') {
      this.#numbers.clear();
      this.#attachedAs.clear();
    }
    const within = mail.within === '' ? null : this.#numbers.get(mail.within);
    if (within === undefined || this.#numbers.has(mail.id)) throw new Refusal('bad-call');
    const isKnown = mail.within === '' ? countOf(transaction, `mail WHERE document_id = ? AND entry_name = ? AND offset = ? AND ready = 1 AND within IS NULL`, [documentId, entryName, mail.place.offset]) > 0 : within === null;
    if (isKnown) {
      this.#numbers.set(mail.id, null);
      if (mail.within === '') this.#knownCount += 1;
      return false;
    }
    this.#numbers.set(mail.id, number);
    if (mail.within === '') this.session.mediaTypes.set(documentId, mediaTypeOf(mail, this.session.sealed[mail.file]?.name ?? ''));
    storeMail(context, transaction, this.session.id, mail, { number, within: within ?? null, documentId, entryName });
    for (const [index, attachment] of mail.attachments.entries()) if (attachment.mail !== '') this.#attachedAs.set(attachment.mail, { mail: number, number: index });
    const attached = this.#attachedAs.get(mail.id);
    if (attached !== undefined) transaction.run(`UPDATE mail_attachment SET inner = ? WHERE mail = ? AND number = ?`, [number, attached.mail, attached.number]);
    return true;
  }
}

/** Of the file a mail stands in, told by how it stands there. */
function mediaTypeOf({ envelopeLine, place }: MailRead, name: string): string {
  if (envelopeLine !== '') return 'application/mbox';
  return place.line === 0 && /\.msg$/i.test(name) ? 'application/vnd.ms-outlook' : 'message/rfc822';
}

const roles = [['from', 'from'], ['sender', 'sender'], ['reply-to', 'replyTo'], ['to', 'to'], ['cc', 'cc'], ['bcc', 'bcc']] as const;

function storeMail(context: RecordContext, transaction: Transaction, importId: Id, mail: MailRead, as: { number: number; within: number | null; documentId: Id; entryName: string }): void {
  const { date, place, remote, messageId, inReplyTo, references } = mail;
  const text = withoutNul(mail.text);
  const subject = withoutNul(mail.subject);
  const people = roles.flatMap(([role, key]) => mail[key].map((who, position) => ({ role, position, who })));
  const names = [...new Set(people.map(({ who: { name, address } }) => withoutNul(`${name} ${address}`.trim())))].join('\n').slice(0, 200_000);
  const details: MailDetails = {
    read: mail.read, envelopeLine: mail.envelopeLine, claims: mail.claims, inReplyTo, references, mailbox: mail.mailbox, hasHtml: mail.hasHtml, bodies: mail.bodies, remote, protection: mail.protection, findings: mail.findings,
  };
  transaction.run(
    `INSERT INTO mail (number, id, import_id, ready, part, document_id, entry_name, line, offset, length, is_packed, within, message_id, refs, at, offset_minutes, basis, at_as_written, utc, sort_utc,
       subject, names, text, signs, text_from, attachment_count, remote_count, tracking_count, finding_count, headers, details)
     VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      as.number, context.newId(), importId, mail.id, as.documentId, withoutNul(as.entryName), place.line, place.offset, place.length, mail.isPacked ? 1 : 0, as.within, withoutNul(messageId), JSON.stringify([inReplyTo, references]),
      date?.at ?? null, date?.offsetMinutes ?? null, date === null ? null : basisNumbers[date.basis], withoutNul(date?.atAsWritten ?? ''), date?.utc ?? '', sortUtcOf(mail),
      subject, names, text, signWords([subject, names, text].join('\n')), mail.textFrom, mail.attachments.length, remote.count, remote.trackingCount, mail.findings.length, packHeaders(mail.headers), JSON.stringify(details),
    ],
  );
  insertRows(transaction, `INSERT INTO mail_address (mail, role, position, name, address, written, in_group) VALUES`, question(7), people.length, (values, i) => {
    const { role, position, who } = people[i] as { role: string; position: number; who: MailAddress };
    values.push(as.number, role, position, withoutNul(who.name), withoutNul(who.address.toLowerCase()), withoutNul(who.address), withoutNul(who.group));
  });
  insertRows(transaction, `INSERT INTO mail_attachment (mail, number, name, document_id, absent, file, inner, details) VALUES`, question(8), mail.attachments.length, (values, i) => {
    const { name, file, absent, mediaType, isInline, kind, method, sizeBytes, partNumber } = mail.attachments[i] as MailRead['attachments'][number];
    values.push(as.number, i, withoutNul(name), null, file === '' ? absent : null, withoutNul(file), null, JSON.stringify({ mediaType, isInline, kind, method, sizeBytes, partNumber }));
  });
}

/** By what a mail is put in order, and by nothing else: the sender's instant, else the first that somebody else noted; a clock without a zone as if it were UTC. '' where nobody says any. */
function sortUtcOf({ date, claims }: MailRead): string {
  const times = [...(date === null ? [] : [date]), ...claims.map(({ time }) => time)];
  const [instant] = times.filter(({ utc }) => utc !== '');
  if (instant !== undefined) return instant.utc;
  const [clock] = times.filter(({ at }) => at !== '');
  return clock === undefined ? '' : `${clock.at}Z`;
}

/** Leaves nothing of the mails of an import that is not finished. */
export function removeMails(transaction: Transaction, importId: Id): void {
  if (countOf(transaction, `mail WHERE import_id = ?`, [importId]) === 0) return;
  const numbers = `(SELECT number FROM mail WHERE import_id = ?)`;
  transaction.run(`DELETE FROM mail_index WHERE docid IN ${numbers}`, [importId]);
  for (const table of ['mail_address', 'mail_attachment', 'mail_thread']) transaction.run(`DELETE FROM ${table} WHERE mail IN ${numbers}`, [importId]);
  transaction.run(`DELETE FROM mail WHERE import_id = ?`, [importId]);
}
