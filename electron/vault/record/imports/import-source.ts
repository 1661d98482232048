import { Refusal } from '../../../../shared/contract/errors';
import type { ReadPart } from '../../../../shared/importers/read-part';
import type { Document } from '../../../../shared/model/document';
import type { BroughtIn } from '../../../../shared/model/import';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { ImportChoices } from '../../../../shared/model/source-preview';
import type { SealedEvidence, Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { getConversation } from '../conversations/conversations';
import { announceDocument, duplicateOf, duplicateWithin, keepDocument } from '../documents/documents';
import type { RecordContext } from '../record-context';
import { oneRow, type Queries } from '../rows';
import { forgetComing } from './coming-in';
import { ConversationsIn, removeConversations } from './conversations-in';
import { LocationsIn, removeLocations } from './locations-in';
import { MailsIn, removeMails } from './mails-in';
import { ImportSession, type SealedSource } from './session';
import { sourceMediaType } from './source-media-type';
import { withoutNul } from './without-nul';

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

/** An import under way, and what comes of it, a part for each kind of thing. */
export interface Importing {
  readonly session: ImportSession;
  readonly conversations: ConversationsIn;
  readonly mails: MailsIn;
  readonly locations: LocationsIn;
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
    const { conversations, mail, locations } = input.choices;
    const areKnown = known.isWhole || (known.keys.size > 0 && conversations?.every(({ key }) => known.keys.has(key)) === true);
    // Mail and positions that came before are passed over one by one: with other senders or days chosen, others are wanted.
    if (areKnown && mail === null && !locations) throw new Refusal('duplicate', input.name);
    const session = new ImportSession(id, input.isFolder, sealed, input.choices);
    return { importing: { session, conversations: new ConversationsIn(session, known.keys), mails: new MailsIn(session), locations: new LocationsIn(session) }, spare };
  });
}

/** Two files of one folder with the same bytes. */
function sameInImport(from: Queries, importId: Id, duplicateTag: string): Id | null {
  const [row] = from.all<{ id: string }>(`SELECT id FROM document WHERE duplicate_tag = ? AND id IN (SELECT document_id FROM import_source WHERE import_id = ?) LIMIT 1`, [duplicateTag, importId]);
  return row?.id ?? null;
}

/** What came from the very same files before: keys of conversations; `isWhole`: all there were. */
function broughtInBefore(from: Queries, sealed: readonly SealedSource[]): { isWhole: boolean; keys: Set<string> } {
  const documents = JSON.stringify([...new Set(sealed.map(({ documentId }) => documentId))]);
  const imports = from.all<{ id: string; choices: string }>(
    `SELECT id, choices FROM import WHERE ready = 1 AND NOT EXISTS (SELECT value FROM json_each(?) WHERE value NOT IN (SELECT document_id FROM import_source WHERE import_id = import.id))`, [documents]);
  const keys = imports.flatMap(({ id }) => from.all<{ key: string | null }>(`SELECT key FROM conversation WHERE import_id = ? AND key IS NOT NULL`, [id]).map(({ key }) => key ?? ''));
  return { isWhole: imports.some(({ choices }) => (JSON.parse(choices) as Pick<ImportChoices, 'conversations'>).conversations === null), keys: new Set(keys) };
}

/** Stores what the reader found, out of sight. `read` gives its parts, or throws when they are none. Nothing that comes behind a failure is stored. Refuses `not-found` for an import that is over or failed, `bad-call`, `limit-exceeded`, and as `transact`. Returns how many messages, mails and positions the import holds now. */
export async function addParts(context: RecordContext, { session, conversations, mails, locations }: Importing, read: () => readonly ReadPart[]): Promise<number> {
  try {
    const parts = read();
    return await context.store.transact((transaction) => {
      // Asked when its turn has come: the one before may have failed while this one waited.
      if (session.failure !== null) throw new Refusal('not-found');
      requireImporting(transaction, session.id);
      conversations.take(context, transaction, parts);
      mails.take(context, transaction, parts);
      locations.take(transaction, parts);
      for (const part of parts) if (part.part === 'not-understood') noteUnclear(transaction, session, part);
      return conversations.stored + mails.stored + locations.stored;
    });
  } catch (error) {
    session.failure ??= error;
    throw error;
  }
}

/** A stretch that belongs to nothing and was not understood. */
function noteUnclear(transaction: Transaction, session: ImportSession, part: Extract<ReadPart, { part: 'not-understood' }>): void {
  session.sourceOf(part);
  transaction.run(`INSERT INTO import_unclear (import_id, number, source, entry_name, text, line, offset, length, said, read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    session.id, session.unclearCount, part.file, withoutNul(part.entryName), withoutNul(part.text), part.sourceLine, part.sourceOffset, part.sourceLength, part.counts?.said ?? null, part.counts?.read ?? null,
  ]);
  session.unclearCount += 1;
}

/** A file that messages or mails name, sealed by the caller. Bytes that are kept already are not kept twice: they will point to the document that has them, and the new object goes. */
export async function addFile(context: RecordContext, { session }: Importing, sealed: SealedEvidence, file: { id: string; name: string; modifiedUtc: UtcInstant | null; mediaType: string; form: Document['form'] }): Promise<void> {
  const isNew = await context.store.transact((transaction) => {
    requireImporting(transaction, session.id);
    const known = duplicateOf(transaction, sealed.duplicateTag) ?? duplicateWithin(transaction, session.id, sealed.duplicateTag) ?? sameInImport(transaction, session.id, sealed.duplicateTag);
    const id = known ?? keepDocument(context, transaction, sealed, { originalName: withoutNul(file.name), fileModifiedUtc: file.modifiedUtc, mediaType: file.mediaType, form: file.form, origin: 'message-attachment', status: 'importing' });
    transaction.run(`INSERT INTO import_file (import_id, file, document_id, is_new) VALUES (?, ?, ?, ?)`, [session.id, withoutNul(file.id), id, known === null ? 1 : 0]);
    return known === null;
  });
  if (!isNew) await context.store.evidence.remove(sealed.objectName);
}

/**
 * Everything has arrived: shows what came, its sources and its files. Refuses `file-changed` when what the reader read is not what was sealed, `duplicate` or `not-understood` where nothing came of it.
 * `isOver`: true ends it with `cancelled`.
 */
export async function commitImport(context: RecordContext, importing: Importing, input: { read: readonly { path: string; sha256: string }[]; mayBeTruncated: readonly string[] }, isOver: () => boolean): Promise<BroughtIn> {
  const { session, conversations, mails, locations } = importing;
  if (session.failure !== null) throw new Refusal('not-found');
  requireSame(session, input.read);
  await conversations.settle(context, isOver);
  const { came, spare } = await context.store.transact((transaction) => {
    requireImporting(transaction, session.id);
    const ids = conversations.finish(context, transaction, new Set(input.mayBeTruncated));
    const mailCount = mails.finish(context, transaction);
    const locationCount = locations.finish(context, transaction);
    if (ids.length + mailCount + locationCount === 0) throw new Refusal(conversations.hasPassedOver || mails.hasPassedOver || locations.stored > 0 ? 'duplicate' : 'not-understood');
    const { unnamed, objects } = removeUnnamed(transaction, session.id);
    announceAll(context, transaction, importing, mailCount > 0, unnamed);
    transaction.run(`DELETE FROM import_file WHERE import_id = ?`, [session.id]);
    transaction.run(`UPDATE import SET ready = 1, imported_utc = ? WHERE id = ?`, [context.now(), session.id]);
    forgetComing(transaction, session.id);
    conversations.note(context, transaction, ids);
    mails.note(context, transaction, mailCount);
    return { came: { conversations: ids.map((id) => getConversation(transaction, id)), mailCount, locationCount }, spare: objects };
  });
  for (const object of spare) await context.store.evidence.remove(object);
  return came;
}

function requireSame({ sealed, isFolder }: ImportSession, read: readonly { path: string; sha256: string }[]): void {
  const isSame = read.length === sealed.length && sealed.every(({ path, sha256 }, number) => read[number]?.sha256 === sha256 && (!isFolder || read[number]?.path === path));
  if (!isSame) throw new Refusal('file-changed');
}

/** Files that nothing which came in names are not kept. */
function removeUnnamed(transaction: Transaction, importId: Id): { unnamed: Set<Id>; objects: string[] } {
  const unnamed = transaction.all<{ document_id: string }>(
    `SELECT DISTINCT document_id FROM import_file WHERE import_id = ? AND is_new = 1 AND NOT EXISTS (SELECT 1 FROM message_attachment WHERE message_attachment.document_id = import_file.document_id)
     AND NOT EXISTS (SELECT 1 FROM mail_attachment WHERE mail_attachment.document_id = import_file.document_id)`, [importId]).map((row) => row.document_id);
  return { unnamed: new Set(unnamed), objects: removeDocuments(transaction, unnamed) };
}

function announceAll(context: RecordContext, transaction: Transaction, { session, conversations }: Importing, hasMail: boolean, removed: ReadonlySet<Id>): void {
  const kinds = conversations.kinds();
  for (const { documentId, isNew, name } of session.sealed) {
    if (!isNew) continue;
    const [mediaType, form] = sourceMediaType(kinds.get(documentId) ?? null, session.mediaTypes.get(documentId) ?? '', session.archives.has(documentId), name);
    const origin = kinds.has(documentId) ? 'message-source' : session.mediaTypes.get(documentId) === 'application/json' ? 'location-source' : hasMail ? 'mail-source' : 'message-source';
    transaction.run(`UPDATE document SET media_type = ?, form = ?, origin = ? WHERE id = ?`, [mediaType, form, origin, documentId]);
    announceDocument(context, transaction, documentId);
  }
  const files = transaction.all<{ document_id: string }>(`SELECT DISTINCT document_id FROM import_file WHERE import_id = ? AND is_new = 1 ORDER BY document_id`, [session.id]);
  for (const { document_id: id } of files) if (!removed.has(id)) announceDocument(context, transaction, id);
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
  removeConversations(transaction, importId);
  removeMails(transaction, importId);
  removeLocations(transaction, importId);
  const documents = transaction.all<{ document_id: string }>(
    `SELECT document_id FROM import_source WHERE import_id = ? AND is_new = 1 UNION SELECT document_id FROM import_file WHERE import_id = ? AND is_new = 1`, [importId, importId]).map((row) => row.document_id);
  const objects = removeDocuments(transaction, documents);
  for (const table of ['import_source', 'import_file', 'import_unclear']) transaction.run(`DELETE FROM ${table} WHERE import_id = ?`, [importId]);
  transaction.run(`DELETE FROM import WHERE id = ?`, [importId]);
  return objects;
}

function removeDocuments(transaction: Transaction, ids: readonly Id[]): string[] {
  const objects = ids.flatMap((id) => transaction.all<{ object_name: string }>(`SELECT object_name FROM document WHERE id = ?`, [id]).map((row) => row.object_name));
  for (const id of ids) transaction.run(`DELETE FROM document WHERE id = ?`, [id]);
  return objects;
}

function requireImporting(from: Queries, importId: Id): void {
  oneRow(from, `SELECT id FROM import WHERE id = ? AND ready = 0`, [importId]);
}
