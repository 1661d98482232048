import { z } from 'zod';
import { SpacingFound } from './copies/spacing-found';
import { CopyCode, CopyTraits, LinesOfPage } from './model/copy';
import { ExhibitInCopy, PageTurn, Quarters } from './model/exhibit-said';
import { KeptFault } from './model/kept';
import { PageNumbering } from './model/page-numbering';
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
  /** Pages (from 1) to which the numbers printed in the contents belong; the assembler refuses to finish if one of them is not so. */
  pageNumbers: z.array(z.tuple([Place, PageCount])),
  /** What is printed on each page and stands as its label; not said: 1 on the first page, and so on. */
  numbering: PageNumbering.optional(),
});
export type FinishOrder = z.infer<typeof FinishOrder>;

/** Pages that must not be parted: a document with its sheet. */
export const PageUnit = z.object({ runs: z.array(PageRun.omit({ exhibitMark: true })).min(1) });
export type PageUnit = z.infer<typeof PageUnit>;

/**
 * A finished document to be cut into several. Each holds the pages [0, `repeated`) of the whole, which are cover and index, and its own [from, to); those of the first begin where the repeated ones end.
 */
export const CutOrder = z.object({ title: z.string(), repeated: z.number().int().nonnegative(), parts: z.array(z.object({ from: z.number().int().nonnegative(), to: PageCount })).min(1), numbering: PageNumbering });
export type CutOrder = z.infer<typeof CutOrder>;

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
  /** Pages that draw letters with a face that is lost: another stands in for it. */
  facesLost: z.array(PageCount),
});
export type Damage = z.infer<typeof Damage>;

/** What a PDF exhibit held that never goes into a document: kinds of it, and the names of the files that were attached to it (the first twenty; `attachedCount`: how many there were). */
export const LeftOut = z.object({
  scripts: z.boolean(), /** Starts a program, sends a form, opens another file. */ opens: z.boolean(), media: z.boolean(),
  /** A form in XML: most programs show another page in its place. */ xmlForm: z.boolean(),
  attachedCount: z.number().int().nonnegative(), attached: z.array(z.string().max(300)).max(20),
  /** Notes that cannot be in a document made for keeping; not said: none. */
  notes: z.number().int().positive().optional(),
});
export type LeftOut = z.infer<typeof LeftOut>;
export const nothingLeftOut: LeftOut = { scripts: false, opens: false, media: false, xmlForm: false, attachedCount: 0, attached: [] };

/**
 * What is taken out of an exhibit's own PDF. `found`: what is done where somebody covered words that are still there: `stop` answers `found-redactions` and keeps nothing; `burn` takes them out; `as-it-is` leaves the words, and takes off the marks alone.
 */
export const ExhibitRedaction = z.object({ words: z.array(WordsToTakeOut), areas: z.array(AreaToBlackOut.omit({ documentId: true })), found: z.enum(['stop', 'burn', 'as-it-is']) });
export type ExhibitRedaction = z.infer<typeof ExhibitRedaction>;
export const nothingTakenOut: ExhibitRedaction = { words: [], areas: [], found: 'stop' };

/** Which pages of an exhibit's own file go, and which of them stand turned; as the file counts them, from 1. */
export const PagesWanted = ExhibitInCopy.pick({ extract: true, turns: true });
export type PagesWanted = z.infer<typeof PagesWanted>;
export const wholeFile: PagesWanted = { extract: null, turns: [] };

/** A word that a machine read off a picture, and where: shares of the picture's width and height (0 to 1), upright. */
export const ReadWord = z.object({ text: z.string().min(1).max(1000), left: z.number(), top: z.number(), width: z.number().positive(), height: z.number().positive() });
export type ReadWord = z.infer<typeof ReadWord>;

/** Where such words lie: on a page (from 1) of an exhibit's own, or on a picture that we printed (shared/layouts/places). */
export const WordsRead = z.object({ on: z.union([z.object({ page: PageCount }), z.object({ picture: z.string().max(80), /** By how much it is turned to the right: the words stand upright in the picture as it was. */ turned: Quarters.optional() })]), words: z.array(ReadWord).max(50_000) });
export type WordsRead = z.infer<typeof WordsRead>;

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
  /** Asked without `begin`: a finished document cut into several. */
  z.object({ ask: z.literal('cut'), bytes: Bytes, order: CutOrder, stampFont: Bytes }),
  z.object({ ask: z.literal('begin'), pdfiumWasm: Bytes, stampFont: Bytes, /** The finished document is to be PDF/A-2b. */ isForKeeping: z.boolean().optional() }),
  /** Counts the pages of a printed part that will be printed again. */
  z.object({ ask: z.literal('count'), bytes: Bytes }),
  /** A part we printed: kept with its tags, its places read. */
  z.object({ ask: z.literal('add-printed'), part: z.string(), bytes: Bytes }),
  /** An exhibit's own PDF: cleaned, mended where it can be. Where pages are lost, `short` is answered and nothing is kept, unless `shortToo`. */
  z.object({ ask: z.literal('add-exhibit'), part: z.string(), bytes: Bytes, shortToo: z.boolean(), redact: ExhibitRedaction, /** Not said: all of it, as it is. */ wanted: PagesWanted.optional() }),
  /** Pages of a damaged exhibit as pictures. `turns`: their pages are those given, from 1. */
  z.object({ ask: z.literal('add-drawn'), part: z.string(), pages: z.array(DrawnPage).min(1), turns: z.array(PageTurn).optional() }),
  /** Words that a machine read, to lie unseen on a part that is there already, so that they can be found, copied and heard. */
  z.object({ ask: z.literal('lay-words'), part: z.string(), read: z.array(WordsRead) }),
  /** How the units of what was added would lie in files of `mostBytes` at most; `eachBytes`: what every file holds besides. */
  z.object({ ask: z.literal('divide'), units: z.array(PageUnit), mostBytes: z.number().positive(), eachBytes: z.number().nonnegative() }),
  z.object({ ask: z.literal('finish'), order: FinishOrder }),
]);
export type AssemblerRequest = z.infer<typeof AssemblerRequest>;

/** `cannot-redact`: something is to be taken out of it, `cannot-extract`: only some of its pages are to go, and it cannot be read well enough to be sure. */
export const ExhibitRefusal = z.enum(['locked-with-password', 'damaged', 'empty', 'cannot-redact', 'cannot-extract']);
export type ExhibitRefusal = z.infer<typeof ExhibitRefusal>;

export const AssemblerAnswer = z.discriminatedUnion('gave', [
  z.object({ gave: z.literal('ready') }),
  z.object({ gave: z.literal('pages'), pageCount: PageCount, places: z.array(z.object({ place: Place, pageIndex: z.number().int().nonnegative() })), damage: Damage.nullable(), /** How many of them are pictures now, because something was taken out there. */ redactedPages: z.number().int().nonnegative(), leftOut: LeftOut, /** Of an exhibit's own file: how many pages it has. */ filePages: PageCount.optional(), /** Pages of the file that are pictures now, because the document is to be kept as PDF/A; not said: none. */ drawnToKeep: z.array(PageCount).optional() }),
  /** Numbers of its pages, from 1, on which somebody covered words that are still there. */
  z.object({ gave: z.literal('found-redactions'), pages: z.array(PageCount) }),
  z.object({ gave: z.literal('short'), readablePages: PageCount, claimedPages: PageCount }),
  z.object({ gave: z.literal('refused'), reason: ExhibitRefusal }),
  /** Of each file the index of its first unit. */
  z.object({ gave: z.literal('divided'), starts: z.array(z.number().int().nonnegative()) }),
  z.object({ gave: z.literal('cut'), parts: z.array(z.object({ bytes: Bytes, pageCount: PageCount })) }),
  /** `keptFaults`: of one that was to be PDF/A-2b what is still against it; with any it does not say that it is. */
  z.object({ gave: z.literal('document'), bytes: Bytes, pageCount: PageCount, keptFaults: z.array(KeptFault).optional() }),
  /** `lines`: as they stood before any was moved, of the pages that we set. */
  z.object({ gave: z.literal('marked'), bytes: Bytes, pageCount: PageCount, lines: z.array(LinesOfPage) }),
  z.object({ gave: z.literal('marks'), marks: MarksRead }),
  z.object({ gave: z.literal('broke') }),
]);
export type AssemblerAnswer = z.infer<typeof AssemblerAnswer>;

/** One question at a time; answers come in order. */
export const FromAssembler = z.object({ id: z.number().int(), answer: AssemblerAnswer });
