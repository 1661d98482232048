import type { DocumentFacts } from '../../../shared/worker-protocol';
import { readClaims } from '../read-document/claims';
import type { RangedDocument } from './ranged-document';
import { tellType } from './tell-type';

/** So much of a document's beginning tells its type. */
const beginningBytes = 1024 * 1024;

/** What a document says of itself, from the stretches that matter. Nothing is decoded here: no pixel, no page, no sound. */
export async function readDocumentFacts(document: Pick<RangedDocument, 'sizeBytes' | 'read'>, name: string): Promise<DocumentFacts> {
  const told = await tellType(await document.read(0, beginningBytes));
  const source = { sizeBytes: document.sizeBytes, read: (start: number, length: number) => document.read(start, start + Math.max(0, length)) };
  return { ...told, ...(await readClaims(source, told, name)) };
}
