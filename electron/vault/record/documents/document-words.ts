import type { DocumentDetails } from '../../../../shared/model/document-details';
import type { ReadingState, ReadingWhy } from '../../../../shared/model/document-reading';
import type { PageRead } from '../../../../shared/vault-protocol/reading-calls';
import type { Transaction } from '../../store/store';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';
import { mergeDetails } from './documents';
import { putPages, removePages } from './document-pages';
import { letWait, putPlace, putState, type StepOf } from './document-readings';

export interface PagesTaken extends StepOf {
  isFirst: boolean;
  pages: readonly PageRead[];
  place: number;
  total: number;
}

/** Keeps pages as they are read. Those of a document that was erased meanwhile are dropped. */
export async function takePages(context: RecordContext, { isFirst, pages, place, total, ...of }: PagesTaken): Promise<void> {
  await context.store.transact((transaction) => {
    if (!isKept(transaction, of)) return;
    if (isFirst) removePages(transaction, of.documentId, of.step === 'ocr' ? 'ocr' : 'file');
    putPages(transaction, of.documentId, pages, context.now());
    putPlace(transaction, of, place, total);
  }, 'notes');
}

export interface ReadingEnded extends StepOf {
  state: Exclude<ReadingState, 'waiting'>;
  why: ReadingWhy;
  details: DocumentDetails | null;
  /** Pages without words are left, which a machine may read off their pictures. */
  ocrToo: boolean;
}

export async function endReading(context: RecordContext, { state, why, details, ocrToo, ...of }: ReadingEnded): Promise<void> {
  await context.store.transact((transaction) => {
    if (!isKept(transaction, of)) return;
    putState(transaction, of, state, why, context.now());
    if (details !== null) mergeDetails(transaction, of.documentId, details);
    if (ocrToo) letWait(transaction, { documentId: of.documentId, step: 'ocr' }, context.now());
  }, 'notes');
}

function isKept(transaction: Transaction | Queries, { documentId, step }: StepOf): boolean {
  return transaction.all(`SELECT 1 FROM document_reading JOIN document ON document.id = document_id AND status = 'kept' WHERE document_id = ? AND step = ?`, [documentId, step]).length > 0;
}
