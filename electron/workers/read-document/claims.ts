import type { DocumentForm, PictureFacts } from '../../../shared/model/document';
import type { DocumentDetails } from '../../../shared/model/document-details';
import type { ByteSource } from './byte-source';
import { readPictureDetails } from './pictures/picture-details';
import { readRecordingDetails } from './recordings/recording-details';

/** What a picture or a recording says of itself; of all else nothing. `name`: its own, which tells a screenshot. Nothing is decoded, and damaged data gives what could be read. */
export async function readClaims(source: ByteSource, { mediaType, form }: { mediaType: string; form: DocumentForm }, name: string): Promise<{ picture: PictureFacts | null; details: DocumentDetails }> {
  if (/^image\/(?!svg)/.test(mediaType)) {
    const { facts, details } = await readPictureDetails(source, mediaType, name);
    return { picture: facts, details: { picture: details } };
  }
  if (form === 'audio' || form === 'video') return { picture: null, details: { recording: await readRecordingDetails(source, mediaType) } };
  return { picture: null, details: {} };
}
