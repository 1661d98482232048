import { z } from 'zod';
import { Id } from '../model/identity';

/**
 * How a copy was known, the surest first: the file byte for byte; a mark in the file's own data; the line at the foot of its pages, as text, or as a machine read it off a picture; the spacing of its lines.
 * `code-almost`: one letter of the code was read otherwise.
 */
export const KnownBy = z.enum(['exact-file', 'file-data', 'foot-text', 'foot-read', 'foot-almost', 'spacing', 'spacing-perhaps']);
export type KnownBy = z.infer<typeof KnownBy>;

/** One way in which one copy was known. `pages`: of the file that was asked about, from 1; empty of the whole file. `lines`: of the spacing, how many lines agreed of how many, and of the copy that agreed next best. */
export const CopySign = z.object({ copyId: Id, by: KnownBy, pages: z.array(z.number().int().positive()), lines: z.object({ agreed: z.number().int(), of: z.number().int(), nextBest: z.number().int().nullable() }).nullable() });
export type CopySign = z.infer<typeof CopySign>;

/** What was found. `signs`: surest first; none: nothing of ours was found. `unknownCodes`: codes that stand there and are no copy's of this record. `pagesLooked`, `pageCount`: of a long file not every page is looked at. */
export const CopyTold = z.object({
  name: z.string(), signs: z.array(CopySign), unknownCodes: z.array(z.string()), pagesLooked: z.number().int().nonnegative(), pageCount: z.number().int().nonnegative(), isLocked: z.boolean(), isReadByMachine: z.boolean(),
});
export type CopyTold = z.infer<typeof CopyTold>;
