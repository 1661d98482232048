import { spanOf } from '../../../../shared/dates';
import { Refusal } from '../../../../shared/contract/errors';
import { Dated, undated } from '../../../../shared/model/dated';
import { paperKindOf } from '../../../../shared/importers/papers/paper-kinds';
import { PictureFacts, type Document } from '../../../../shared/model/document';
import { DocumentDetails } from '../../../../shared/model/document-details';
import type { ReadingStepName } from '../../../../shared/model/document-reading';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { SealedEvidence, Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { removeLine, writeLine } from '../chronology/chronology-line';
import { absentNumbers } from '../conversations/conversations';
import { appendHistory, erasePayloads } from '../history/history';
import { refreshIncident } from '../incidents/incidents';
import { linkedIncidents } from '../incidents/evidence-threads';
import { noteErased, purgeErased } from '../history/purge';
import { arriveInInbox, leaveInbox } from '../inbox/inbox';
import { forgetSaid } from '../exports/exhibits-said';
import { eraseTags } from '../inbox/tags';
import { forgetAreas } from '../hand-over/redactions';
import { forgetAside } from '../put-aside';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';
import { indexText, unindexText, type SearchText } from '../search/search-text';
import { removePages } from './document-pages';
import { forgetReadings, letWait, putState } from './document-readings';
import { forgetHalf, noteHalf } from './live-photos';

type DocumentRow = {
  id: string; status: string; original_name: string; size_bytes: number; file_modified_utc: string | null; media_type: string; form: string; sha256: string;
  added_utc: string; origin: string; picture: string | null; title: string; happened: string; note: string; erased_utc: string | null; erased_reason: string | null;
};
const columns = `id, status, original_name, size_bytes, file_modified_utc, media_type, form, sha256, added_utc, origin, picture, title, happened, note, erased_utc, erased_reason`;

function asDocument(from: Queries, row: DocumentRow): Document {
  const happened = fromJson(Dated, row.happened);
  return {
    id: row.id, status: row.status as Document['status'], originalName: row.original_name, sizeBytes: row.size_bytes, fileModifiedUtc: row.file_modified_utc,
    mediaType: row.media_type, form: row.form as Document['form'], sha256: row.sha256, addedUtc: row.added_utc, origin: row.origin as Document['origin'],
    picture: row.picture === null ? null : fromJson(PictureFacts, row.picture), title: row.title, happened, happenedSpan: spanOf(happened.edtf), note: row.note,
    linkedIncidentIds: linkedIncidents(from, 'document', row.id),
    erased: row.erased_utc === null ? null : { atUtc: row.erased_utc, reason: row.erased_reason ?? '' },
  };
}

export function getDocument(from: Queries, id: Id): Document {
  return asDocument(from, oneRow<DocumentRow>(from, `SELECT ${columns} FROM document WHERE id = ?`, [id]));
}

/** Kept documents that she added or that came with messages, newest first; with `tagId` those that carry it. Sources of imports under way do not show. */
export function listDocuments(from: Queries, offset: number, limit: number, tagId?: Id): { total: number; documents: Document[] } {
  const shown = `document WHERE status = 'kept'${tagId === undefined ? '' : ` AND EXISTS (SELECT 1 FROM tagged WHERE subject_kind = 'document' AND subject_id = document.id AND tag_id = ?)`}`;
  const tagged = tagId === undefined ? [] : [tagId];
  const rows = from.all<DocumentRow>(`SELECT ${columns} FROM ${shown} ORDER BY added_utc DESC, id LIMIT ? OFFSET ?`, [...tagged, limit, offset]);
  return { total: countOf(from, shown, tagged), documents: rows.map((row) => asDocument(from, row)) };
}

/** A document with the same bytes that is still kept, if there is one. */
export function duplicateOf(from: Queries, duplicateTag: string): Id | null {
  const [row] = from.all<{ id: string }>(`SELECT id FROM document INDEXED BY document_by_duplicate WHERE duplicate_tag = ? AND status = 'kept' ORDER BY added_utc LIMIT 1`, [duplicateTag]);
  return row?.id ?? null;
}

/** The same bytes among the files of an import under way. */
export function duplicateWithin(from: Queries, importId: Id, duplicateTag: string): Id | null {
  const [row] = from.all<{ id: string }>(`SELECT id FROM document WHERE duplicate_tag = ? AND id IN (SELECT document_id FROM import_file WHERE import_id = ? AND is_new = 1) LIMIT 1`, [duplicateTag, importId]);
  return row?.id ?? null;
}

export interface KeptFile {
  originalName: string;
  fileModifiedUtc: UtcInstant | null;
  mediaType: string;
  form: Document['form'];
  origin: Document['origin'];
  /** `importing` while the import it belongs to is not finished: it shows nowhere. */
  status: 'kept' | 'importing';
}

/** Enters a sealed file into the record, in the caller's transaction. */
export function keepDocument(context: RecordContext, transaction: Transaction, sealed: SealedEvidence, file: KeptFile): Id {
  const id = context.newId();
  transaction.run(
    `INSERT INTO document (id, status, original_name, size_bytes, file_modified_utc, media_type, form, sha256, added_utc, origin, title, happened, note, object_name, evidence_key, duplicate_tag)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, '', ?, ?, ?)`,
    [id, file.status, file.originalName, sealed.sizeBytes, file.fileModifiedUtc, file.mediaType, file.form, sealed.sha256, context.now(), file.origin, canonicalJson(undated), sealed.objectName, sealed.key, sealed.duplicateTag],
  );
  if (file.status === 'kept') announceDocument(context, transaction, id);
  return id;
}

/** Makes a document part of the record that can be seen: history, index, chronology. */
export function announceDocument(context: RecordContext, transaction: Transaction, id: Id): void {
  transaction.run(`UPDATE document SET status = 'kept' WHERE id = ?`, [id]);
  const document = getDocument(transaction, id);
  appendHistory(context, transaction, 'document-added', 'document', id, { originalName: document.originalName, sha256: document.sha256, sizeBytes: document.sizeBytes, origin: document.origin });
  if (document.origin === 'added') arriveInInbox(transaction, 'document', id, document.addedUtc);
  refreshDocument(transaction, document);
  if (isReadAlone(document)) letWait(transaction, { documentId: id, step: 'facts' }, context.now());
}

/** Whether a document is read for itself. Of the file of a conversation, what was read as messages is what is found. */
function isReadAlone({ origin, mediaType }: Pick<Document, 'origin' | 'mediaType'>): boolean {
  return origin !== 'message-source' || mediaType === 'application/octet-stream';
}

/** What is read of a file after its facts, in this order. */
function stepsAfterFacts({ form, mediaType, origin }: Pick<Document, 'form' | 'mediaType' | 'origin'>): ReadingStepName[] {
  if (origin === 'message-source') return [];
  if (paperKindOf(mediaType) !== null) return ['words'];
  return form === 'image' ? ['ocr'] : [];
}

/** What a process without keys found by reading the bytes. Facts, not her words: no amendment. */
export async function noteFacts(context: RecordContext, id: Id, facts: { mediaType: string; form: Document['form']; picture: PictureFacts | null; details?: DocumentDetails }): Promise<void> {
  await context.store.transact((transaction) => {
    requireKept(transaction, id);
    transaction.run(`UPDATE document SET media_type = ?, form = ?, picture = ? WHERE id = ?`, [facts.mediaType, facts.form, facts.picture === null ? null : canonicalJson(facts.picture), id]);
    mergeDetails(transaction, id, facts.details ?? {});
    putState(transaction, { documentId: id, step: 'facts' }, 'done', '', context.now());
    const document = getDocument(transaction, id);
    noteHalf(transaction, document, facts.details ?? {});
    for (const step of stepsAfterFacts(document)) letWait(transaction, { documentId: id, step }, context.now());
    refreshDocument(transaction, document);
  });
}

/** What was found inside a document so far; of what nothing was found, nothing. */
export function detailsOf(from: Queries, id: Id): DocumentDetails {
  const { details } = oneRow<{ details: string | null }>(from, `SELECT details FROM document WHERE id = ?`, [id]);
  return details === null ? {} : fromJson(DocumentDetails, details);
}

/** Each kind of details that is given takes the place of what was known of that kind. */
export function mergeDetails(transaction: Transaction, id: Id, found: DocumentDetails): void {
  if (Object.keys(found).length === 0) return;
  transaction.run(`UPDATE document SET details = ? WHERE id = ?`, [canonicalJson({ ...detailsOf(transaction, id), ...found }), id]);
}

/** Which document it lay in, and where there; null for what she added by itself. */
export function withinOf(from: Queries, id: Id): { documentId: Id | null; path: string } | null {
  const [row] = from.all<{ within_id: string | null; path: string }>(`SELECT within_id, path FROM document_within WHERE document_id = ?`, [id]);
  return row === undefined ? null : { documentId: row.within_id, path: row.path };
}

export async function amendDocument(context: RecordContext, input: Pick<Document, 'id' | 'title' | 'happened' | 'note'>): Promise<Document> {
  return context.store.transact((transaction) => {
    requireKept(transaction, input.id);
    const before = getDocument(transaction, input.id);
    transaction.run(`UPDATE document SET title = ?, happened = ?, note = ? WHERE id = ?`, [input.title, canonicalJson(input.happened), input.note, input.id]);
    appendHistory(context, transaction, 'document-amended', 'document', input.id, {
      before: { title: before.title, happened: before.happened, note: before.note }, after: { title: input.title, happened: input.happened, note: input.note },
    });
    const after = getDocument(transaction, input.id);
    refreshDocument(transaction, after);
    return after;
  });
}

/** Destroys the file's key and bytes and everything said about it; keeps that there was a document, that it was erased, when and why. */
export async function eraseDocument(context: RecordContext, id: Id, reason: string): Promise<Document> {
  const { document, objectName } = await context.store.transact((transaction) => {
    requireKept(transaction, id);
    if (reason.trim() === '') throw new Refusal('reason-needed');
    const isSource = countOf(transaction, `import_source JOIN import ON import.id = import_id WHERE document_id = ? AND ready = 1`, [id]) > 0;
    if (isSource) throw new Refusal('read-only');
    const { object_name } = oneRow<{ object_name: string | null }>(transaction, `SELECT object_name FROM document WHERE id = ?`, [id]);
    const incidents = linkedIncidents(transaction, 'document', id);
    transaction.run(
      `UPDATE document SET status = 'erased', original_name = '', title = '', note = '', happened = ?, picture = NULL, details = NULL, file_modified_utc = NULL, size_bytes = 0, sha256 = ?,
       object_name = NULL, evidence_key = NULL, duplicate_tag = NULL, erased_utc = ?, erased_reason = ? WHERE id = ?`,
      [canonicalJson(undated), '0'.repeat(64), context.now(), reason, id],
    );
    transaction.run(`DELETE FROM incident_link WHERE target_kind = 'document' AND target_id = ?`, [id]);
    transaction.run(`UPDATE message_attachment SET document_id = NULL, absent = ? WHERE document_id = ?`, [absentNumbers.erased, id]);
    transaction.run(`DELETE FROM document_within WHERE document_id = ?`, [id]);
    leaveInbox(transaction, 'document', id);
    eraseTags(transaction, { kind: 'document', id });
    transaction.run(`UPDATE mail_attachment SET document_id = NULL, absent = 'erased' WHERE document_id = ?`, [id]);
    unindexText(transaction, 'document', id);
    forgetAside(transaction, { kind: 'document', id });
    forgetAreas(transaction, id);
    forgetSaid(transaction, { kind: 'document', id });
    removePages(transaction, id);
    forgetReadings(transaction, id);
    forgetHalf(transaction, id);
    transaction.run(`DELETE FROM document_within WHERE document_id = ?`, [id]);
    removeLine(transaction, 'document', id);
    erasePayloads(transaction, id);
    appendHistory(context, transaction, 'document-erased', 'document', id, { reason });
    for (const incident of incidents) refreshIncident(transaction, incident);
    noteErased(transaction);
    return { document: getDocument(transaction, id), objectName: object_name };
  });
  await purgeErased(context);
  if (objectName !== null) await context.store.evidence.remove(objectName);
  return document;
}

type EvidenceRow = { object_name: string | null; evidence_key: Uint8Array | null; size_bytes: number; media_type: string };

/** Plain bytes [start, end) of a document; end is cut to its length. */
export async function readDocument(context: RecordContext, id: Id, start: number, end: number): Promise<{ bytes: Uint8Array; sizeBytes: number; mediaType: string }> {
  const row = oneRow<EvidenceRow>(context.store, `SELECT object_name, evidence_key, size_bytes, media_type FROM document WHERE id = ? AND status <> 'erased'`, [id]);
  if (row.object_name === null || row.evidence_key === null) throw new Refusal('erased');
  const reader = await context.store.evidence.open({ objectName: row.object_name, key: row.evidence_key, sizeBytes: row.size_bytes });
  try {
    const bytes = await reader.read(Math.min(start, row.size_bytes), Math.min(end, row.size_bytes));
    return { bytes, sizeBytes: row.size_bytes, mediaType: row.media_type };
  } finally {
    await reader.close();
  }
}

/** Enters in the history that a readable copy goes out. A vault that can only be read gives its files out all the same: it may be the way to save them. */
export async function noteOriginalSaved(context: RecordContext, id: Id, fileName: string): Promise<void> {
  requireKept(context.store, id);
  if (context.store.readOnly) return;
  await context.store.transact((transaction) => {
    const { sha256, sizeBytes } = getDocument(transaction, id);
    appendHistory(context, transaction, 'original-saved', 'document', id, { fileName, sha256, sizeBytes });
  });
}

function requireKept(from: Queries, id: Id): void {
  const { status } = oneRow<{ status: string }>(from, `SELECT status FROM document WHERE id = ?`, [id]);
  if (status === 'erased') throw new Refusal('erased');
  if (status !== 'kept') throw new Refusal('not-found');
}

/** What Find looks through of a document besides its pages. */
export function documentSearchText({ id, title, originalName, note, happenedSpan }: Document): SearchText {
  return { subject: 'document', id, day: happenedSpan.earliest, lastDay: happenedSpan.latest, title: title || originalName, body: [originalName, note].join('\n') };
}

function refreshDocument(transaction: Transaction, document: Document): void {
  const { id, title, originalName, note, happened } = document;
  indexText(transaction, documentSearchText(document));
  // Only a document with a date of its own stands in the chronology.
  if (happened.edtf === '') return removeLine(transaction, 'document', id);
  writeLine(transaction, {
    subject: 'document', id, status: 'kept', title: title || originalName, text: note, happened, kinds: [], personIds: [], evidenceCount: 1, amended: false, firstRecordedUtc: document.addedUtc,
  });
}
