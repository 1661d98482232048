import { z } from 'zod';
import { Id, UtcInstant } from './identity';

/** What is read of a document, in this order: `facts` (its type, size, dates), `words` (the text the file holds), `ocr` (the text of pictures, and of pages that are pictures). */
export const ReadingStepName = z.enum(['facts', 'words', 'ocr']);
export type ReadingStepName = z.infer<typeof ReadingStepName>;

export const ReadingState = z.enum(['waiting', 'done', 'failed', 'needs-her']);
export type ReadingState = z.infer<typeof ReadingState>;

/**
 * Why a step failed or waits for her; '' otherwise. `password`: the file is locked with one, and she can give it. `locked`: it is locked in a way that Tidemark cannot open. `damaged`: nothing of it could be
 * read. `too-large`, `too-long`: over the limits of what is read. `broke`: the reading process ended, more than once. `tampered`: the stored file does not verify.
 */
export const ReadingWhy = z.enum(['', 'password', 'locked', 'damaged', 'too-large', 'too-long', 'broke', 'tampered']);
export type ReadingWhy = z.infer<typeof ReadingWhy>;

/** How far one step of reading one document is. `place` of `total` in pages; `total` 0 while it is not known. */
export const DocumentReading = z.object({
  documentId: Id,
  step: ReadingStepName,
  state: ReadingState,
  place: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  why: ReadingWhy,
  atUtc: UtcInstant,
});
export type DocumentReading = z.infer<typeof DocumentReading>;

/** What is still to be read of all documents, by step. */
export const ReadingCounts = z.object({ facts: z.number().int(), words: z.number().int(), ocr: z.number().int() });
export type ReadingCounts = z.infer<typeof ReadingCounts>;
