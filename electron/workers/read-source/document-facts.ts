import type { DocumentFacts } from '../../../shared/worker-protocol';
import { sourceOf } from '../read-document/byte-source';
import { readClaims } from '../read-document/claims';
import { tellType } from './tell-type';

/** What a document's beginning says of itself. Nothing is decoded here: no pixel, no page, no sound. */
export async function readDocumentFacts(bytes: Uint8Array, name = ''): Promise<DocumentFacts> {
  const told = await tellType(bytes);
  return { ...told, ...(await readClaims(sourceOf(bytes), told, name)) };
}
