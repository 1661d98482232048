import type { SearchRebuilt } from '../../../shared/contract/check-calls';
import { Refusal } from '../../../shared/contract/errors';
import type { Document } from '../../../shared/model/document';
import type { Id, UtcInstant } from '../../../shared/model/identity';
import type { DocumentAdded } from '../../../shared/contract/record-calls';
import type { z } from 'zod';
import { forgetComing } from '../record/imports/coming-in';
import { duplicateOf, getDocument, keepDocument } from '../record/documents/documents';
import type { RecordContext } from '../record/record-context';
import { rebuildSearch } from '../record/search/search-rebuild';
import type { LongWork, SealedEvidence } from '../store/store';
import { openSource } from './file-source';

/** Why work ends when she leaves or the vault locks: nobody reads what becomes of it, so the next opening tells. */
export const leaving = new Refusal('cancelled');

/** Seals a file from where she picked it. Whoever asks enters it in the record, or removes it again. */
export async function sealFile(context: RecordContext, path: string, name: string, work: LongWork): Promise<{ sealed: SealedEvidence; modifiedUtc: UtcInstant | null }> {
  const source = await openSource(path, name);
  try {
    const sealed = await context.store.evidence.seal(source.pieces, { expectedBytes: source.sizeBytes, signal: work.signal, onProgress: (done) => work.onProgress(done, source.sizeBytes) });
    try {
      await source.checkUnchanged();
    } catch (error) {
      await context.store.evidence.remove(sealed.objectName);
      throw error;
    }
    return { sealed, modifiedUtc: source.modifiedUtc };
  } finally {
    await source.close();
  }
}

export interface FileToAdd {
  path: string;
  name: string;
  origin: Document['origin'];
  /** By which it was noted as coming in. */
  comingId?: Id | undefined;
}

/** Adds a file to the record. The same bytes are never kept twice: the one already there is named instead. */
export async function addFile(context: RecordContext, file: FileToAdd, work: LongWork): Promise<z.infer<typeof DocumentAdded>> {
  try {
    const { sealed, modifiedUtc } = await sealFile(context, file.path, file.name, work);
    return await keepSealed(context, file, sealed, modifiedUtc);
  } catch (error) {
    await forgetUnlessLeaving(context, file.comingId, work.signal);
    throw error;
  }
}

/** She sees the refusal or cancelled it herself. What cannot be forgotten now is told once at the next opening. */
export async function forgetUnlessLeaving({ store }: RecordContext, comingId: Id | undefined, signal: AbortSignal): Promise<void> {
  if (comingId === undefined || signal.reason === leaving) return;
  await store.transact((transaction) => forgetComing(transaction, comingId)).catch(() => undefined);
}

async function keepSealed(context: RecordContext, { name, origin, comingId }: FileToAdd, sealed: SealedEvidence, modifiedUtc: UtcInstant | null): Promise<z.infer<typeof DocumentAdded>> {
  const known = duplicateOf(context.store, sealed.duplicateTag);
  if (known !== null) {
    if (comingId !== undefined) await context.store.transact((transaction) => forgetComing(transaction, comingId));
    await context.store.evidence.remove(sealed.objectName);
    return { document: getDocument(context.store, known), duplicateOfId: known };
  }
  // A save that is refused may have reached the disk all the same, and would be there after a kill: so its evidence stays, until an opening finds that nothing names it.
  const id = await context.store.transact((transaction) => {
    if (comingId !== undefined) forgetComing(transaction, comingId);
    return keepDocument(context, transaction, sealed, { originalName: name, fileModifiedUtc: modifiedUtc, mediaType: 'application/octet-stream', form: 'other', origin, status: 'kept' });
  });
  return { document: getDocument(context.store, id), duplicateOfId: null };
}

/** Makes the search index anew. */
export function rebuildIndex(context: RecordContext, pace: { step(): Promise<void> }, onProgress: (done: number, total: number) => void): Promise<SearchRebuilt> {
  return rebuildSearch(context, { step: () => pace.step(), onProgress });
}
