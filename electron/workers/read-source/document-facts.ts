import type { DocumentFacts } from '../../../shared/worker-protocol';
import { readPictureFacts } from './picture-facts';
import { tellType } from './tell-type';

/** What a document's beginning says of itself. Nothing is decoded here: no pixel, no page, no sound. */
export async function readDocumentFacts(bytes: Uint8Array): Promise<DocumentFacts> {
  const { mediaType, form } = await tellType(bytes);
  return { mediaType, form, picture: /^image\/(?!svg)/.test(mediaType) ? readPictureFacts(bytes) : null };
}
