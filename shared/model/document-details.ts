import { z } from 'zod';
import { PaperDetails } from './paper-details';
import { PictureDetails } from './picture-details';
import { RecordingDetails } from './recording-details';

/** What was found inside a document by the reading process, kind by kind; a claim of the file, not a fact. Each is absent where it does not apply or was not looked for. */
export const DocumentDetails = z.object({ picture: PictureDetails.optional(), recording: RecordingDetails.optional(), paper: PaperDetails.optional() });
export type DocumentDetails = z.infer<typeof DocumentDetails>;

/** Whether the file itself says where it was made, in figures or in words. */
export function tellsWhereMade({ picture, recording }: DocumentDetails): boolean {
  return [picture, recording].some((found) => found !== undefined && (found.position !== null || found.fields.some(({ tellsPlace }) => tellsPlace)));
}
