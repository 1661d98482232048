import { writeFileSync } from 'node:fs';
import { addFile } from '../../../electron/vault/calls/document-work';
import { pagesOf } from '../../../electron/vault/record/documents/document-pages';
import { readingsOf } from '../../../electron/vault/record/documents/document-readings';
import { endReading, takePages } from '../../../electron/vault/record/documents/document-words';
import { detailsOf, noteFacts } from '../../../electron/vault/record/documents/documents';
import type { RecordContext } from '../../../electron/vault/record/record-context';
import type { DocumentRead } from './judge-document';

/** Keeps a document in a vault with what was read of it, as the reading queue does (electron/main/readings). Throws where not all of that is there afterwards. Gives false where nothing is left of it, which is not kept. */
export async function keepRead(context: RecordContext, place: string, name: string, bytes: Uint8Array, { facts, words }: DocumentRead): Promise<boolean> {
  if (bytes.length === 0) return false;
  writeFileSync(place, bytes);
  const { document, duplicateOfId } = await addFile(context, { path: place, name, origin: 'added' }, { signal: new AbortController().signal, onProgress: () => undefined });
  if (duplicateOfId !== null || facts === null) return true;
  await noteFacts(context, document.id, facts);
  const steps = readingsOf(context.store, document.id);
  if (steps.find(({ step }) => step === 'facts')?.state !== 'done') throw new Error('its facts are noted, and still wait');
  const [read] = words;
  if (steps.some(({ step }) => step === 'words') && read) {
    const of = { documentId: document.id, step: 'words' } as const;
    const total = Math.max(1, read.pages.at(-1)?.page ?? 1);
    await takePages(context, { ...of, isFirst: true, pages: read.pages, place: total, total });
    await endReading(context, { ...of, state: read.end.state, why: read.end.why, details: read.end.details, ocrToo: read.end.ocrToo });
    // A page holds no NUL, at which the database would end it.
    const wanted = read.pages.map(({ page, text }) => [page, text.replaceAll('\u0000', ' ')] as const).filter(([, text]) => text.trim() !== '');
    const kept = pagesOf(context.store, document.id, 1, 100).pages.map(({ page, text }) => [page, text]);
    if (JSON.stringify(kept) !== JSON.stringify(wanted.slice(0, kept.length)) || (kept.length === 0 && wanted.length > 0)) throw new Error('the words that were read are not those that were kept');
    if (readingsOf(context.store, document.id).some(({ step, state }) => step === 'words' && state === 'waiting')) throw new Error('its words are read, and still wait');
  }
  detailsOf(context.store, document.id);
  return true;
}
