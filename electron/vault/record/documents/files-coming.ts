import { Refusal } from '../../../../shared/contract/errors';
import type { Document } from '../../../../shared/model/document';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { SealedEvidence, Transaction } from '../../store/store';
import { forgetComing } from '../imports/coming-in';
import { leaveInbox } from '../inbox/inbox';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';
import { announceDocument, duplicateOf, keepDocument } from './documents';

/** One of many files on its way in. `holder`: the number of the archive among them in which it lies, null on the disk. `path`: in that archive, or from the folder's name on; '' of a file by itself. */
export interface ComingFile {
  number: number;
  holder: number | null;
  path: string;
  originalName: string;
  modifiedUtc: UtcInstant | null;
  mediaType: string;
  form: Document['form'];
}

type ComingRow = { number: number; document_id: Id; is_new: number; holder: number | null; path: string };

/** Keeps a sealed file out of sight. The same bytes are kept once: `known` when they were here, or came with one of the others; the caller then removes the seal. */
export async function keepComing(context: RecordContext, batchId: Id, sealed: SealedEvidence, file: ComingFile): Promise<'kept' | 'known'> {
  return context.store.transact((transaction) => {
    const known = duplicateOf(transaction, sealed.duplicateTag) ?? duplicateAmong(transaction, batchId, sealed.duplicateTag);
    const { originalName, mediaType, form } = file;
    const id = known ?? keepDocument(context, transaction, sealed, { originalName: withoutNul(originalName), fileModifiedUtc: file.modifiedUtc, mediaType, form, origin: 'added', status: 'importing' });
    transaction.run(`INSERT INTO file_coming (batch_id, number, document_id, is_new, holder, path) VALUES (?, ?, ?, ?, ?, ?)`, [batchId, file.number, id, known === null ? 1 : 0, file.holder, withoutNul(file.path)]);
    return known === null ? 'kept' : 'known';
  });
}

function duplicateAmong(from: Queries, batchId: Id, duplicateTag: string): Id | null {
  const [row] = from.all<{ id: Id }>(`SELECT id FROM document WHERE duplicate_tag = ? AND id IN (SELECT document_id FROM file_coming WHERE batch_id = ?) LIMIT 1`, [duplicateTag, batchId]);
  return row?.id ?? null;
}

/**
 * Shows all files of a batch, as added at this moment, each with where it lay. An archive whose files came in is not in the inbox itself. Refuses `file-changed` where an archive that was read is not
 * the one that was sealed.
 */
export async function commitComing(context: RecordContext, batchId: Id, holders: readonly { number: number; sha256: string }[]): Promise<void> {
  await context.store.transact((transaction) => {
    const rows = comingOf(transaction, batchId);
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    for (const { number, sha256 } of holders) requireSame(transaction, byNumber.get(number), sha256);
    const now = context.now();
    for (const { document_id: id, is_new, holder, path } of rows) {
      if (is_new === 0) continue;
      transaction.run(`UPDATE document SET added_utc = ? WHERE id = ?`, [now, id]);
      const within = holder === null ? null : byNumber.get(holder)?.document_id ?? null;
      if (path !== '') transaction.run(`INSERT INTO document_within (document_id, within_id, path) VALUES (?, ?, ?)`, [id, within, path]);
      announceDocument(context, transaction, id);
    }
    for (const holder of new Set(rows.flatMap((row) => (row.holder === null ? [] : [row.holder])))) {
      const id = byNumber.get(holder)?.document_id;
      if (id !== undefined) leaveInbox(transaction, 'document', id);
    }
    transaction.run(`DELETE FROM file_coming WHERE batch_id = ?`, [batchId]);
    forgetComing(transaction, batchId);
  });
}

function requireSame(from: Queries, row: ComingRow | undefined, sha256: string): void {
  const [document] = row === undefined ? [] : from.all<{ sha256: string }>(`SELECT sha256 FROM document WHERE id = ?`, [row.document_id]);
  if (document?.sha256 !== sha256) throw new Refusal('file-changed');
}

/** Leaves nothing of a batch that is not finished. `isTold`: she is there to see it; otherwise the next opening tells. */
export async function abandonComing(context: RecordContext, batchId: Id, { isTold }: { isTold: boolean }): Promise<void> {
  const objects = await context.store.transact((transaction) => {
    if (isTold) forgetComing(transaction, batchId);
    return removeComing(transaction, batchId);
  });
  for (const object of objects) await context.store.evidence.remove(object);
}

/** After opening: removes what a crash or a lock cut short. Its sealed files go with all that nothing names (`sweepImports`). */
export async function sweepComing(context: RecordContext): Promise<void> {
  const cutShort = context.store.all<{ batch_id: Id }>(`SELECT DISTINCT batch_id FROM file_coming`);
  for (const { batch_id } of cutShort) await context.store.transact((transaction) => void removeComing(transaction, batch_id));
}

function removeComing(transaction: Transaction, batchId: Id): string[] {
  const ids = comingOf(transaction, batchId).flatMap(({ document_id, is_new }) => (is_new === 1 ? [document_id] : []));
  const objects = ids.flatMap((id) => transaction.all<{ object_name: string }>(`SELECT object_name FROM document WHERE id = ?`, [id]).map((row) => row.object_name));
  for (const id of ids) transaction.run(`DELETE FROM document WHERE id = ?`, [id]);
  transaction.run(`DELETE FROM file_coming WHERE batch_id = ?`, [batchId]);
  return objects;
}

const comingOf = (from: Queries, batchId: Id): ComingRow[] => from.all<ComingRow>(`SELECT number, document_id, is_new, holder, path FROM file_coming WHERE batch_id = ? ORDER BY number`, [batchId]);

/** SQLite would end a text there. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '\ufffd');
