import { z } from 'zod';
import { Id, UtcInstant } from './identity';

/** Where a word stands on its page: left, top, width and height as shares of the page's width and height (0 to 1), the page upright; and which UTF-16 units [start, end) of the page's machine-read text it is. */
export const WordBox = z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive(), left: z.number(), top: z.number(), width: z.number(), height: z.number() });
export type WordBox = z.infer<typeof WordBox>;

/** The words of one page of a document. What has no pages (a text, a picture) is page 1. */
export const DocumentPage = z.object({
  documentId: Id,
  page: z.number().int().positive(),
  /** `file`: the file itself holds these words. `ocr`: a machine read them off the picture; always to be said with them. */
  origin: z.enum(['file', 'ocr']),
  text: z.string().max(4_000_000),
  /** Of `ocr`: what the machine read, where she has corrected it since; null otherwise. */
  machineText: z.string().max(4_000_000).nullable(),
  boxes: z.array(WordBox).max(50_000).nullable(),
  /** Of `ocr`: languages it was read in, as Tesseract names them (`eng+cym`); '' of `file`. */
  language: z.string().max(100),
  /** Of `ocr`: the machine's own confidence, 0 to 100; null of `file`. */
  confidence: z.number().min(0).max(100).nullable(),
  readUtc: UtcInstant,
  correctedUtc: UtcInstant.nullable(),
});
export type DocumentPage = z.infer<typeof DocumentPage>;
