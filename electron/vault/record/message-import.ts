import { Refusal } from '../../../shared/contract/errors';
import type { NeutralMessage } from '../../../shared/importers/neutral';
import type { Conversation, DateOrder } from '../../../shared/model/conversation';
import type { Document } from '../../../shared/model/document';
import type { Id, UtcInstant } from '../../../shared/model/identity';
import type { SealedEvidence, SqlValue, Transaction } from '../store/store';
import { canonicalJson } from './canonical-json';
import { forgetComing } from './coming-in';
import { absentNumbers, firstPlace, getConversation, placesEach } from './conversations';
import { announceDocument, duplicateOf, duplicateWithin, keepDocument } from './documents';
import { appendHistory } from './history';
import type { RecordContext } from './record-context';
import { oneRow, type Queries } from './rows';
import { signWords } from './search-query';

export interface ImportBegun {
  title: string;
  dateOrder: DateOrder;
  meName: string | null;
  originalName: string;
  fileModifiedUtc: UtcInstant | null;
}

/** SQLite takes 32,766 parameters a statement; 14 a message. */
const messagesPerStatement = 500;

/**
 * A conversation comes in out of sight: `ready` stays 0 and its documents `importing` until `commitImport`. What is cut short is
 * removed by `sweepImports` at the next opening. `id`: by which it was noted as coming in.
 */
export async function beginImport(context: RecordContext, id: Id, sealed: SealedEvidence, input: ImportBegun): Promise<void> {
  await context.store.transact((transaction) => {
    const source = keepDocument(context, transaction, sealed, {
      originalName: input.originalName, fileModifiedUtc: input.fileModifiedUtc, mediaType: 'application/octet-stream', form: 'other', origin: 'message-source', status: 'importing',
    });
    const participants = input.meName === null ? [] : [{ name: input.meName, handle: '', isMe: true, personId: null }];
    transaction.run(
      `INSERT INTO conversation (id, ready, title, source, source_document_id, source_entry_name, participants, message_count, first_at, last_at, date_order, imported_utc, may_be_truncated, not_understood_count)
       VALUES (?, 0, ?, 'whatsapp', ?, '', ?, 0, '', '', ?, ?, 0, 0)`,
      [id, input.title, source, canonicalJson(participants), input.dateOrder, context.now()],
    );
    transaction.run(`INSERT INTO conversation_number (conversation_id) VALUES (?)`, [id]);
  });
}

/** Adds messages behind those already there, and their words to the index. Returns how many the conversation holds now. */
export async function addMessages(context: RecordContext, importId: Id, messages: readonly NeutralMessage[]): Promise<number> {
  return context.store.transact((transaction) => {
    requireImporting(transaction, importId);
    const { message_count: before } = oneRow<{ message_count: number }>(transaction, `SELECT message_count FROM conversation WHERE id = ?`, [importId]);
    const start = firstPlace(transaction, importId) + before;
    for (let from = 0; from < messages.length; from += messagesPerStatement) insertMessages(context, transaction, start + from, messages.slice(from, from + messagesPerStatement));
    const count = before + messages.length;
    transaction.run(`UPDATE conversation SET message_count = ? WHERE id = ?`, [count, importId]);
    return count;
  });
}

function insertMessages(context: RecordContext, transaction: Transaction, start: number, messages: readonly NeutralMessage[]): void {
  if (messages.length === 0) return;
  const values: SqlValue[] = [];
  messages.forEach((message, i) => {
    values.push(
      start + i, context.newId(), message.kind, message.sender, message.at, message.atAsWritten, withoutNul(message.text), signWords(message.text), message.attachmentName,
      message.attachmentOmitted ? 1 : 0, message.flags.length === 0 ? '[]' : canonicalJson(message.flags), message.sourceLine, message.sourceOffset, message.sourceLength,
    );
  });
  const places = messages.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
  transaction.run(
    `INSERT INTO message (place, id, kind, sender, at, at_as_written, text, signs, attachment_name, attachment_omitted, flags, source_line, source_offset, source_length) VALUES ${places}`,
    values,
  );
  transaction.run(`INSERT INTO message_index (docid, text, signs) SELECT place, text, signs FROM message WHERE place >= ? AND place < ? ORDER BY place`, [start, start + messages.length]);
}

/** SQLite would end a text at NUL. The source keeps the byte; the message shows that something stood there. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}

/**
 * An attachment that travelled with the export, sealed by the caller: joined to every message that names it. Bytes that are kept already
 * are not kept twice: the messages point to the document that has them, and the new object goes.
 */
export async function addAttachment(context: RecordContext, importId: Id, sealed: SealedEvidence, file: { name: string; modifiedUtc: UtcInstant | null; mediaType: string; form: Document['form'] }): Promise<void> {
  const isNew = await context.store.transact((transaction) => {
    requireImporting(transaction, importId);
    const known = duplicateOf(transaction, sealed.duplicateTag) ?? duplicateWithin(transaction, importId, sealed.duplicateTag);
    const id = known ?? keepDocument(context, transaction, sealed, { originalName: file.name, fileModifiedUtc: file.modifiedUtc, mediaType: file.mediaType, form: file.form, origin: 'message-attachment', status: 'importing' });
    const start = firstPlace(transaction, importId);
    transaction.run(`UPDATE message SET attachment_document_id = ?, attachment_omitted = 0 WHERE +place >= ? AND +place < ? AND attachment_name = ? AND attachment_name <> ''`, [id, start, start + placesEach, file.name]);
    // Which import an attachment belongs to, for the announcement or the sweep.
    if (known === null) transaction.run(`INSERT INTO setting (name, value) VALUES (?, ?)`, [`importing ${id}`, importId]);
    return known === null;
  });
  if (!isNew) await context.store.evidence.remove(sealed.objectName);
}

/**
 * Everything has arrived: shows the conversation, its source and its attachments. Refuses `file-changed` when what the reader read is
 * not what was sealed.
 */
export async function commitImport(context: RecordContext, importId: Id, input: { sourceSha256: string; sourceEntryName: string; mayBeTruncated: boolean; notOpened: readonly string[] }): Promise<Conversation> {
  return context.store.transact((transaction) => {
    requireImporting(transaction, importId);
    const { source_document_id: source, participants } = oneRow<{ source_document_id: string; participants: string }>(transaction, `SELECT source_document_id, participants FROM conversation WHERE id = ?`, [importId]);
    const { sha256 } = oneRow<{ sha256: string }>(transaction, `SELECT sha256 FROM document WHERE id = ?`, [source]);
    if (sha256 !== input.sourceSha256) throw new Refusal('file-changed');
    const start = firstPlace(transaction, importId);
    const within = [start, start + placesEach];
    transaction.run(
      `UPDATE message SET attachment_omitted = ${absentNumbers['not-opened']} WHERE +place >= ? AND +place < ? AND attachment_name <> '' AND attachment_name IN (SELECT value FROM json_each(?)) AND attachment_document_id IS NULL`,
      [...within, JSON.stringify(input.notOpened)],
    );
    const facts = oneRow<{ first_at: string | null; last_at: string | null; unclear: number }>(
      transaction,
      `SELECT min(nullif(at, '')) AS first_at, max(nullif(at, '')) AS last_at, coalesce(sum(kind = 'not-understood'), 0) AS unclear FROM message WHERE place >= ? AND place < ?`,
      within,
    );
    const me = (JSON.parse(participants) as { name: string }[])[0]?.name;
    const senders = transaction.all<{ sender: string }>(`SELECT DISTINCT sender FROM message WHERE place >= ? AND place < ? AND sender <> '' ORDER BY sender`, within);
    transaction.run(
      `UPDATE conversation SET ready = 1, source_entry_name = ?, participants = ?, first_at = ?, last_at = ?, may_be_truncated = ?, not_understood_count = ?, imported_utc = ? WHERE id = ?`,
      [
        input.sourceEntryName, canonicalJson(senders.map(({ sender }) => ({ name: sender, handle: '', isMe: sender === me, personId: null }))),
        facts.first_at ?? '', facts.last_at ?? '', input.mayBeTruncated ? 1 : 0, facts.unclear, context.now(), importId,
      ],
    );
    // Told from what the reader found: a chat that did not lie in an archive is itself a text. Its words are in the index as messages.
    const [mediaType, form] = input.sourceEntryName === '' ? ['text/plain', 'text'] : ['application/zip', 'other'];
    transaction.run(`UPDATE document SET media_type = ?, form = ? WHERE id = ?`, [mediaType, form, source]);
    for (const id of [source, ...attachmentsOf(transaction, importId)]) announceDocument(context, transaction, id);
    transaction.run(`DELETE FROM setting WHERE name LIKE 'importing %' AND value = ?`, [importId]);
    forgetComing(transaction, importId);
    const conversation = getConversation(transaction, importId);
    appendHistory(context, transaction, 'conversation-imported', 'conversation', importId, {
      title: conversation.title, sourceDocumentId: source, sourceSha256: sha256, messageCount: conversation.messageCount, dateOrder: conversation.dateOrder, notUnderstoodCount: conversation.notUnderstoodCount,
    });
    return conversation;
  });
}

/** Takes back an import that was cancelled or refused; nothing of it stays, but its name for the next opening where she was not told (`isTold`), because she left. */
export async function abandonImport(context: RecordContext, importId: Id, { isTold }: { isTold: boolean }): Promise<void> {
  const objects = await context.store.transact((transaction) => {
    requireImporting(transaction, importId);
    if (isTold) forgetComing(transaction, importId);
    return removeImport(transaction, importId);
  });
  for (const object of objects) await context.store.evidence.remove(object);
}

/** After opening: removes imports that a crash or a lock cut short, then sealed files that nothing refers to. */
export async function sweepImports(context: RecordContext): Promise<void> {
  const cutShort = context.store.all<{ id: string }>(`SELECT id FROM conversation WHERE ready = 0`);
  for (const { id } of cutShort) await context.store.transact((transaction) => void removeImport(transaction, id));
  const referenced = context.store.all<{ object_name: string }>(`SELECT object_name FROM document WHERE object_name IS NOT NULL`);
  await context.store.evidence.sweep(new Set(referenced.map((row) => row.object_name)));
}

function removeImport(transaction: Transaction, importId: Id): string[] {
  const start = firstPlace(transaction, importId);
  const { source_document_id: source } = oneRow<{ source_document_id: string }>(transaction, `SELECT source_document_id FROM conversation WHERE id = ?`, [importId]);
  const documents = [source, ...attachmentsOf(transaction, importId)];
  const objects = documents.flatMap((id) => transaction.all<{ object_name: string }>(`SELECT object_name FROM document WHERE id = ?`, [id]).map((row) => row.object_name));
  transaction.run(`DELETE FROM message_index WHERE docid IN (SELECT place FROM message WHERE place >= ? AND place < ?)`, [start, start + placesEach]);
  transaction.run(`DELETE FROM message WHERE place >= ? AND place < ?`, [start, start + placesEach]);
  for (const id of documents) transaction.run(`DELETE FROM document WHERE id = ?`, [id]);
  transaction.run(`DELETE FROM setting WHERE name LIKE 'importing %' AND value = ?`, [importId]);
  transaction.run(`DELETE FROM conversation_number WHERE conversation_id = ?`, [importId]);
  transaction.run(`DELETE FROM conversation WHERE id = ?`, [importId]);
  return objects;
}

function attachmentsOf(from: Queries, importId: Id): Id[] {
  return from.all<{ name: string }>(`SELECT name FROM setting WHERE name LIKE 'importing %' AND value = ? ORDER BY rowid`, [importId]).map(({ name }) => name.slice('importing '.length));
}

function requireImporting(from: Queries, importId: Id): void {
  oneRow(from, `SELECT id FROM conversation WHERE id = ? AND ready = 0`, [importId]);
}
