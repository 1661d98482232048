import { z } from 'zod';
import { SpacingFound } from './copies/spacing-found';
import { CopyCode, CopyTraits, LinesOfPage } from './model/copy';
import { AreaToBlackOut, WordsToTakeOut } from './model/redaction';

/**
 * Between the shell and the process that assembles one export (electron/workers/assemble-entry.ts). It has no keys and touches no file: everything it
 * needs comes in a message, everything it makes leaves in one, and it ends with the export.
 */
const Bytes = z.instanceof(Uint8Array);
const Place = z.string().max(100);
const PageCount = z.number().int().positive();

/** Pages [from, to) of a part, in the order of the document. `exhibitMark` is stamped beside the page number; '' for none. */
export const PageRun = z.object({ part: z.string(), from: z.number().int().nonnegative(), to: z.number().int().nonnegative(), exhibitMark: z.string() });
export type PageRun = z.infer<typeof PageRun>;

export interface Bookmark { title: string; place: string; children: Bookmark[] }
export const Bookmark: z.ZodType<Bookmark> = z.lazy(() => z.object({ title: z.string(), place: Place, children: z.array(Bookmark) }));

export const FinishOrder = z.object({
  title: z.string(),
  /** Written as the dates of the document, so that the same plan gives the same bytes. */
  preparedUtc: z.string(),
  frontPart: z.string(),
  runs: z.array(PageRun),
  bookmarks: z.array(Bookmark),
  /** Pages (from 1) as printed in the contents; the assembler refuses to finish if one of them is not so. */
  pageNumbers: z.array(z.tuple([Place, PageCount])),
});
export type FinishOrder = z.infer<typeof FinishOrder>;

/** What is amiss with an exhibit of which there are pages all the same. Numbers of pages are those in the exhibit's own file, counted from 1. */
export const Damage = z.object({
  /** Whether the pages are the file's own, from a copy that PDFium repaired, or pictures that pdf.js drew. */
  how: z.enum(['own', 'repaired', 'pictures']),
  /** How many pages the file says it has beyond those that are here. */
  lostPages: z.number().int().nonnegative(),
  /** Which are lost, where that is known. */
  lostNumbers: z.array(PageCount),
  /** Pages that are here and of which something could not be read. */
  partlyRead: z.array(PageCount),
});
export type Damage = z.infer<typeof Damage>;

/**
 * What is taken out of an exhibit's own PDF. `found`: what is done where somebody covered words that are still there: `stop` answers `found-redactions` and keeps nothing; `burn` takes them out; `as-it-is` leaves the words, and takes off the marks alone.
 */
export const ExhibitRedaction = z.object({ words: z.array(WordsToTakeOut), areas: z.array(AreaToBlackOut.omit({ documentId: true })), found: z.enum(['stop', 'burn', 'as-it-is']) });
export type ExhibitRedaction = z.infer<typeof ExhibitRedaction>;
export const nothingTakenOut: ExhibitRedaction = { words: [], areas: [], found: 'stop' };

/** A page of a damaged file, drawn: upright, its size in points. */
export const DrawnPage = z.object({ jpeg: Bytes, widthPt: z.number().positive(), heightPt: z.number().positive() });
export type DrawnPage = z.infer<typeof DrawnPage>;

/** What is put on a finished document for its recipient. `foot`: at the foot of every page; `footBare`: where the face for it lacks a letter of that. `printed`: indices [from, to) of pages that we set ourselves, whose lines may be moved. */
export const CopyMark = z.object({ code: CopyCode, foot: z.string().max(400), footBare: z.string().max(100), printed: z.array(z.object({ from: z.number().int().nonnegative(), to: z.number().int().nonnegative() })) });
export type CopyMark = z.infer<typeof CopyMark>;

/** What a document says of whose copy it is. `inData`: codes in the file's particulars; of pages, `inData`: in the page's own, `inText`: among its words. `spacing`: what the lines of all its pages say. `isPicture`: its words are on a picture and must be read by a machine. */
export const MarksRead = z.object({
  pageCount: z.number().int().nonnegative(), isLocked: z.boolean(), inData: z.array(z.string().max(20)),
  pages: z.array(z.object({ page: PageCount, inData: z.array(z.string().max(20)), inText: z.array(z.string().max(20)), isPicture: z.boolean() })),
  spacing: z.array(SpacingFound),
});
export type MarksRead = z.infer<typeof MarksRead>;

export const AssemblerRequest = z.discriminatedUnion('ask', [
  /** One printed document that stands by itself, asked without `begin`: its pages as they are; of what made it and when, nothing stays. */
  z.object({ ask: z.literal('tidy'), bytes: Bytes }),
  /** Asked without `begin`, like `tidy`: the marks of a copy on a finished document; a document shut with a passphrase; what marks there are in one that turned up (a PDF, or a page as JPEG), on at most so many of its pages. */
  z.object({ ask: z.literal('mark'), bytes: Bytes, mark: CopyMark, stampFont: Bytes, pdfiumWasm: Bytes }),
  z.object({ ask: z.literal('protect'), bytes: Bytes, passphrase: z.string().min(1).max(200) }),
  z.object({ ask: z.literal('read-marks'), bytes: Bytes, pdfiumWasm: Bytes, mostPages: PageCount, copies: z.array(CopyTraits.pick({ id: true, code: true, lines: true })) }),
  z.object({ ask: z.literal('begin'), pdfiumWasm: Bytes, stampFont: Bytes }),
  /** Counts the pages of a printed part that will be printed again. */
  z.object({ ask: z.literal('count'), bytes: Bytes }),
  /** A part we printed: kept with its tags, its places read. */
  z.object({ ask: z.literal('add-printed'), part: z.string(), bytes: Bytes }),
  /** An exhibit's own PDF: cleaned, mended where it can be. Where pages are lost, `short` is answered and nothing is kept, unless `shortToo`. */
  z.object({ ask: z.literal('add-exhibit'), part: z.string(), bytes: Bytes, shortToo: z.boolean(), redact: ExhibitRedaction }),
  /** Pages of a damaged exhibit as pictures. */
  z.object({ ask: z.literal('add-drawn'), part: z.string(), pages: z.array(DrawnPage).min(1) }),
  z.object({ ask: z.literal('finish'), order: FinishOrder }),
]);
export type AssemblerRequest = z.infer<typeof AssemblerRequest>;

/** `cannot-redact`: something is to be taken out of it, and it cannot be read well enough to be sure. */
export const ExhibitRefusal = z.enum(['locked-with-password', 'damaged', 'empty', 'cannot-redact']);
export type ExhibitRefusal = z.infer<typeof ExhibitRefusal>;

export const AssemblerAnswer = z.discriminatedUnion('gave', [
  z.object({ gave: z.literal('ready') }),
  z.object({ gave: z.literal('pages'), pageCount: PageCount, places: z.array(z.object({ place: Place, pageIndex: z.number().int().nonnegative() })), damage: Damage.nullable(), /** How many of them are pictures now, because something was taken out there. */ redactedPages: z.number().int().nonnegative() }),
  /** Numbers of its pages, from 1, on which somebody covered words that are still there. */
  z.object({ gave: z.literal('found-redactions'), pages: z.array(PageCount) }),
  z.object({ gave: z.literal('short'), readablePages: PageCount, claimedPages: PageCount }),
  z.object({ gave: z.literal('refused'), reason: ExhibitRefusal }),
  z.object({ gave: z.literal('document'), bytes: Bytes, pageCount: PageCount }),
  /** `lines`: as they stood before any was moved, of the pages that we set. */
  z.object({ gave: z.literal('marked'), bytes: Bytes, pageCount: PageCount, lines: z.array(LinesOfPage) }),
  z.object({ gave: z.literal('marks'), marks: MarksRead }),
  z.object({ gave: z.literal('broke') }),
]);
export type AssemblerAnswer = z.infer<typeof AssemblerAnswer>;

/** One question at a time; answers come in order. */
export const FromAssembler = z.object({ id: z.number().int(), answer: AssemblerAnswer });
