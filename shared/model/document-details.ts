import { z } from 'zod';

/** What was found inside a document by the reading process, kind by kind; a claim of the file, not a fact. Each is null or absent where it does not apply or was not looked for. */
export const DocumentDetails = z.object({});
export type DocumentDetails = z.infer<typeof DocumentDetails>;
