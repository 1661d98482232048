import { z } from 'zod';

/** What a paper can hold that acts, changes or fetches when another program opens it, or that does not show on its pages. None of it runs here. */
export const PaperFinding = z.enum([
  'javascript', 'launch', 'submit-form', 'form', 'embedded-file', 'signature', 'link', 'macros', 'remote-content', 'inserted', 'deleted', 'comment', 'hidden-text', 'hidden-sheet', 'repaired', 'words-cut', 'pages-not-read',
]);
export type PaperFinding = z.infer<typeof PaperFinding>;

/** What a paper (PDF, Word, sheet, page, text) says of itself, and what was found in it. Claims of the file, not facts. */
export const PaperDetails = z.object({
  /** As `shared/importers/papers/paper-kinds.ts` tells it from the bytes. */
  kind: z.enum(['pdf', 'docx', 'doc', 'odt', 'ods', 'rtf', 'xlsx', 'csv', 'html', 'mhtml', 'text']),
  /** Pages of a PDF, sheets of a workbook; null where the file has no pages of its own. */
  pageCount: z.number().int().nonnegative().nullable(),
  /** Pages of a PDF that hold no words: pictures, mostly. The first 10,000. */
  pagesWithoutWords: z.array(z.number().int().positive()).max(10_000),
  /** It was locked with a password, which she gave. */
  wasLocked: z.boolean(),
  /** The charset that a text was read in; '' for what says its own. */
  charset: z.string().max(40),
  /** Title, author, dates as written, with the place in the file where they stand (`docProps/core.xml`, `Info`). */
  claims: z.array(z.object({ name: z.enum(['title', 'subject', 'author', 'last-changed-by', 'keywords', 'comments', 'company', 'made-with', 'created', 'changed', 'printed', 'revision', 'saved-from']), text: z.string().max(1000), place: z.string().max(200) })).max(50),
  /** `names`: of embedded files, hosts, people who changed; the first twenty. */
  findings: z.array(z.object({ finding: PaperFinding, count: z.number().int().nonnegative(), names: z.array(z.string().max(300)).max(20) })).max(40),
});
export type PaperDetails = z.infer<typeof PaperDetails>;
