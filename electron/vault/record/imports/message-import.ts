import { Refusal } from '../../../../shared/contract/errors';
import { TimeBasis } from '../../../../shared/model/message-facts';
import { titleFromNames } from '../../../../shared/importers/conversations/title-from-names';
import type { Conversation, Participant } from '../../../../shared/model/conversation';
import type { Document } from '../../../../shared/model/document';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { ImportChoices } from '../../../../shared/model/source-preview';
import type { SealedEvidence, Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { forgetComing } from './coming-in';
import { absentNumbers, getConversation, placesEach } from '../conversations/conversations';
import { announceDocument, duplicateOf, duplicateWithin, keepDocument } from '../documents/documents';
import { appendHistory } from '../history/history';
import { arriveInInbox } from '../inbox/inbox';
import { indexAll, withoutNul } from './imported-messages';
import { Importing, type ComingConversation, type SealedSource } from './importing';
import { putInOrder } from '../conversations/message-order';
import type { RecordContext } from '../record-context';
import { countOf, oneRow, type Queries } from '../rows';
import { sourceMediaType } from './source-media-type';


/** One file of the source, as it was sealed a moment ago. `path`: within the folder, '' of a file or archive alone. */
export interface SealedFile {
  sealed: SealedEvidence;
  path: string;
  originalName: string;
  fileModifiedUtc: UtcInstant | null;
}

export interface ImportBegun {
  name: string;
  isFolder: boolean;
  choices: ImportChoices;
}

/**
 * An import comes in out of sight: `ready` stays 0 and its documents `importing` until `commitImport`. What is cut short is removed by `sweepImports` at the next opening. `id`: by which it was
 * noted as coming in. Refuses `duplicate` where all that is wanted came from these very files before. A file that is in the record already is not kept twice; the caller removes `spare`.
 */
export async function beginImport(context: RecordContext, id: Id, files: readonly SealedFile[], input: ImportBegun): Promise<{ importing: Importing; spare: string[] }> {
  return context.store.transact((transaction) => {
    const spare: string[] = [];
    transaction.run(`INSERT INTO import (id, ready, name, is_folder, choices, imported_utc) VALUES (?, 0, ?, ?, ?, ?)`, [id, withoutNul(input.name), input.isFolder ? 1 : 0, canonicalJson(input.choices), context.now()]);
    const sealed = files.map(({ sealed: evidence, path, originalName, fileModifiedUtc }, number): SealedSource => {
      const known = duplicateOf(transaction, evidence.duplicateTag) ?? sameInImport(transaction, id, evidence.duplicateTag);
      if (known !== null) spare.push(evidence.objectName);
      const documentId = known ?? keepDocument(context, transaction, evidence, { originalName, fileModifiedUtc, mediaType: 'application/octet-stream', form: 'other', origin: 'message-source', status: 'importing' });
      transaction.run(`INSERT INTO import_source (import_id, number, document_id, path, is_new) VALUES (?, ?, ?, ?, ?)`, [id, number, documentId, withoutNul(path), known === null ? 1 : 0]);
      return { documentId, path, name: originalName, sha256: evidence.sha256, isNew: known === null };
    });
    const known = broughtInBefore(transaction, sealed);
    const { conversations } = input.choices;
    if (known.isWhole || (known.keys.size > 0 && conversations?.every(({ key }) => known.keys.has(key)) === true)) throw new Refusal('duplicate', input.name);
    return { importing: new Importing(id, input.isFolder, sealed, input.choices, known.keys), spare };
  });
}

/** Two files of one folder with the same bytes. */
function sameInImport(from: Queries, importId: Id, duplicateTag: string): Id | null {
  const [row] = from.all<{ id: string }>(`SELECT id FROM document WHERE duplicate_tag = ? AND id IN (SELECT document_id FROM import_source WHERE import_id = ?) LIMIT 1`, [duplicateTag, importId]);
  return row?.id ?? null;
}

/** What came from the very same files before: keys of conversations; `isWhole`: all there was. */
function broughtInBefore(from: Queries, sealed: readonly SealedSource[]): { isWhole: boolean; keys: Set<string> } {
  const documents = JSON.stringify([...new Set(sealed.map(({ documentId }) => documentId))]);
  const imports = from.all<{ id: string; choices: string }>(
    `SELECT id, choices FROM import WHERE ready = 1 AND NOT EXISTS (SELECT value FROM json_each(?) WHERE value NOT IN (SELECT document_id FROM import_source WHERE import_id = import.id))`, [documents]);
  const keys = imports.flatMap(({ id }) => from.all<{ key: string | null }>(`SELECT key FROM conversation WHERE import_id = ? AND key IS NOT NULL`, [id]).map(({ key }) => key ?? ''));
  return { isWhole: imports.some(({ choices }) => (JSON.parse(choices) as ImportChoices).conversations === null), keys: new Set(keys) };
}

/** A file that messages name, sealed by the caller. Bytes that are kept already are not kept twice: the messages will point to the document that has them, and the new object goes. */
export async function addFile(context: RecordContext, importing: Importing, sealed: SealedEvidence, file: { id: string; name: string; modifiedUtc: UtcInstant | null; mediaType: string; form: Document['form'] }): Promise<void> {
  const isNew = await context.store.transact((transaction) => {
    requireImporting(transaction, importing.id);
    const known = duplicateOf(transaction, sealed.duplicateTag) ?? duplicateWithin(transaction, importing.id, sealed.duplicateTag) ?? sameInImport(transaction, importing.id, sealed.duplicateTag);
    const id = known ?? keepDocument(context, transaction, sealed, { originalName: withoutNul(file.name), fileModifiedUtc: file.modifiedUtc, mediaType: file.mediaType, form: file.form, origin: 'message-attachment', status: 'importing' });
    transaction.run(`INSERT INTO import_file (import_id, file, document_id, is_new) VALUES (?, ?, ?, ?)`, [importing.id, withoutNul(file.id), id, known === null ? 1 : 0]);
    return known === null;
  });
  if (!isNew) await context.store.evidence.remove(sealed.objectName);
}

/**
 * Everything has arrived: shows the conversations, their sources and their files. Refuses `file-changed` when what the reader read is not what was sealed, `duplicate` or `not-understood` where
 * no conversation came of it. `isOver`: true ends it with `cancelled`.
 */
export async function commitImport(context: RecordContext, importing: Importing, input: { read: readonly { path: string; sha256: string }[]; mayBeTruncated: readonly string[] }, isOver: () => boolean): Promise<Conversation[]> {
  if (importing.failure !== null) throw new Refusal('not-found');
  requireSame(importing, input.read);
  for (const conversation of importing.whole()) if (conversation.isOutOfOrder) await putInOrder(context, importing.id, conversation, isOver);
  await indexAll(context, importing.whole(), isOver);
  const truncated = new Set(input.mayBeTruncated);
  const { conversations, spare } = await context.store.transact((transaction) => {
    requireImporting(transaction, importing.id);
    const coming = importing.whole();
    if (coming.length === 0) throw new Refusal([...importing.conversations.values()].includes(null) ? 'duplicate' : 'not-understood');
    for (const [key, conversation] of importing.conversations) {
      if (conversation === null) continue;
      if (conversation.count === 0) removeConversation(transaction, conversation.id, conversation.start);
      else finishConversation(context, transaction, importing, conversation, truncated.has(key));
    }
    const unnamed = transaction.all<{ document_id: string }>(
      `SELECT document_id FROM import_file WHERE import_id = ? AND is_new = 1 AND NOT EXISTS (SELECT 1 FROM message_attachment WHERE message_attachment.document_id = import_file.document_id)`, [importing.id]).map((row) => row.document_id);
    const objects = removeDocuments(transaction, unnamed);
    announceAll(context, transaction, importing, new Set(unnamed));
    transaction.run(`DELETE FROM import_file WHERE import_id = ?`, [importing.id]);
    transaction.run(`UPDATE import SET ready = 1, imported_utc = ? WHERE id = ?`, [context.now(), importing.id]);
    forgetComing(transaction, importing.id);
    for (const { id } of coming) noteImported(context, transaction, importing, id);
    return { conversations: coming.map(({ id }) => getConversation(transaction, id)), spare: objects };
  });
  for (const object of spare) await context.store.evidence.remove(object);
  return conversations;
}

function requireSame({ sealed, isFolder }: Importing, read: readonly { path: string; sha256: string }[]): void {
  const isSame = read.length === sealed.length && sealed.every(({ path, sha256 }, number) => read[number]?.sha256 === sha256 && (!isFolder || read[number]?.path === path));
  if (!isSame) throw new Refusal('file-changed');
}

function finishConversation(context: RecordContext, transaction: Transaction, importing: Importing, conversation: ComingConversation, mayBeTruncated: boolean): void {
  const within = [conversation.start, conversation.start + placesEach];
  // A document that came before, and was erased meanwhile, is not there any more.
  transaction.run(
    `UPDATE message_attachment SET document_id = (SELECT document.id FROM import_file JOIN document ON document.id = import_file.document_id AND document.status <> 'erased' WHERE import_id = ? AND import_file.file = message_attachment.file)
     WHERE place >= ? AND place < ? AND file <> ''`,
    [importing.id, ...within],
  );
  transaction.run(`UPDATE message_attachment SET absent = CASE WHEN document_id IS NULL THEN ${absentNumbers['not-opened']} END, file = '' WHERE place >= ? AND place < ? AND file <> ''`, within);
  const participants = [...conversation.participants.values()].map((each): Participant => ({ name: withoutNul(each.name), handle: withoutNul(each.handle), isMe: conversation.isMe(each), personId: null })).sort(byName);
  transaction.run(
    `UPDATE conversation SET ready = 1, sources = ?, participants = ?, message_count = ?, call_count = ?, first_at = ?, last_at = ?, bases = ?, may_be_truncated = ?, not_understood_count = ?, imported_utc = ? WHERE id = ?`,
    [
      canonicalJson(conversation.sources.map(({ documentId, entryName }) => ({ documentId, entryName: withoutNul(entryName) }))), canonicalJson(participants), conversation.count, conversation.callCount,
      conversation.firstAt, conversation.lastAt, canonicalJson(TimeBasis.options.filter((basis) => conversation.bases.has(basis))), mayBeTruncated ? 1 : 0, conversation.unclearCount, context.now(), conversation.id,
    ],
  );
  // What the source gives no title is called by who is in it.
  const [{ title } = { title: '' }] = transaction.all<{ title: string }>(`SELECT title FROM conversation WHERE id = ?`, [conversation.id]);
  if (title !== '') return;
  const others = participants.filter(({ isMe }) => !isMe);
  transaction.run(`UPDATE conversation SET title = ? WHERE id = ?`, [titleFromNames((others.length > 0 ? others : participants).map(({ name, handle }) => name || handle)), conversation.id]);
}

const byName = (a: Participant, b: Participant): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function announceAll(context: RecordContext, transaction: Transaction, importing: Importing, removed: ReadonlySet<Id>): void {
  const used = importing.whole();
  const kindOf = new Map(used.flatMap(({ kind, sources }) => sources.map(({ documentId }) => [documentId, kind] as const)));
  for (const { documentId, isNew, name } of importing.sealed) {
    if (!isNew) continue;
    const [mediaType, form] = sourceMediaType(kindOf.get(documentId) ?? null, importing.archives.has(documentId), name);
    transaction.run(`UPDATE document SET media_type = ?, form = ? WHERE id = ?`, [mediaType, form, documentId]);
    announceDocument(context, transaction, documentId);
  }
  const files = transaction.all<{ document_id: string }>(`SELECT DISTINCT document_id FROM import_file WHERE import_id = ? AND is_new = 1 ORDER BY document_id`, [importing.id]);
  for (const { document_id: id } of files) if (!removed.has(id)) announceDocument(context, transaction, id);
}

function noteImported(context: RecordContext, transaction: Transaction, importing: Importing, id: Id): void {
  const { title, kind, sources, messageCount, dateOrder, notUnderstoodCount, importedUtc } = getConversation(transaction, id);
  arriveInInbox(transaction, 'conversation', id, importedUtc);
  const hashOf = new Map(importing.sealed.map(({ documentId, sha256 }) => [documentId, sha256]));
  appendHistory(context, transaction, 'conversation-imported', 'conversation', id, {
    title, kind, importId: importing.id, messageCount, dateOrder, notUnderstoodCount, sources: sources.map(({ documentId, entryName }) => ({ documentId, entryName, sha256: hashOf.get(documentId) ?? null })),
  });
}

/** Leaves nothing of an import that is not finished. `isTold`: she is there to see it; otherwise the next opening tells. */
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
  const cutShort = context.store.all<{ id: string }>(`SELECT id FROM import WHERE ready = 0`);
  for (const { id } of cutShort) await context.store.transact((transaction) => void removeImport(transaction, id));
  const referenced = context.store.all<{ object_name: string }>(`SELECT object_name FROM document WHERE object_name IS NOT NULL`);
  await context.store.evidence.sweep(new Set(referenced.map((row) => row.object_name)));
}

function removeImport(transaction: Transaction, importId: Id): string[] {
  const conversations = transaction.all<{ id: string; number: number }>(`SELECT id, number FROM conversation JOIN conversation_number ON conversation_id = id WHERE import_id = ?`, [importId]);
  for (const { id, number } of conversations) removeConversation(transaction, id, number * placesEach);
  const documents = transaction.all<{ document_id: string }>(
    `SELECT document_id FROM import_source WHERE import_id = ? AND is_new = 1 UNION SELECT document_id FROM import_file WHERE import_id = ? AND is_new = 1`, [importId, importId]).map((row) => row.document_id);
  const objects = removeDocuments(transaction, documents);
  for (const table of ['import_source', 'import_file', 'import_unclear']) transaction.run(`DELETE FROM ${table} WHERE import_id = ?`, [importId]);
  transaction.run(`DELETE FROM import WHERE id = ?`, [importId]);
  return objects;
}

function removeConversation(transaction: Transaction, id: Id, start: number): void {
  const within = [start, start + placesEach];
  if (countOf(transaction, `message WHERE place >= ? AND place < ?`, within) > 0) {
    transaction.run(`DELETE FROM message_index WHERE docid IN (SELECT place FROM message WHERE place >= ? AND place < ?)`, within);
    transaction.run(`DELETE FROM message_attachment WHERE place >= ? AND place < ?`, within);
    transaction.run(`DELETE FROM message WHERE place >= ? AND place < ?`, within);
  }
  transaction.run(`DELETE FROM conversation_number WHERE conversation_id = ?`, [id]);
  transaction.run(`DELETE FROM conversation WHERE id = ?`, [id]);
}

function removeDocuments(transaction: Transaction, ids: readonly Id[]): string[] {
  const objects = ids.flatMap((id) => transaction.all<{ object_name: string }>(`SELECT object_name FROM document WHERE id = ?`, [id]).map((row) => row.object_name));
  for (const id of ids) transaction.run(`DELETE FROM document WHERE id = ?`, [id]);
  return objects;
}

function requireImporting(from: Queries, importId: Id): void {
  oneRow(from, `SELECT id FROM import WHERE id = ? AND ready = 0`, [importId]);
}
