import { z } from 'zod';
import { BagRecord } from './bag';
import { CasePageName } from './case/case-page';
import { Id, Sha256, UtcInstant } from './identity';
import { MadeAs, Making, OutputFormat } from './output';
import { Released, SweepReport } from './sweep';
import { FoundRedactionDecision } from './redaction';

/** What is handed over: one selection, whatever is made of it. */
export const ExportChoice = z.object({
  /** The case's short name, printed on the cover and used for the file name; never an address. */
  caseName: z.string().min(1).max(120),
  /** Incidents to print, in any order (they are sorted by date); drafts are never printed. */
  incidentIds: z.array(Id),
  /** Entries of the case, of kinds that a chronology tells; drafts are never printed. */
  caseIds: z.array(Id),
  /** Documents and excerpts that stand by themselves; those that a chosen incident or entry rests on come along unless left out. */
  documentIds: z.array(Id),
  excerptIds: z.array(Id),
  leaveOutExhibitOf: z.array(Id),
  /** What goes as an exhibit whether or not an entry cites it, in this order; what no entry cites stands in a section of its own. */
  aside: z.array(z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id })).max(20_000),
  includePrivileged: z.boolean(),
  /** What is taken out of this copy; null: nothing. */
  redactionListId: Id.nullable(),
  /** What she said of files in which somebody else covered words that are still there. A file that is not named here waits for her word: its pages stay out. */
  foundRedactions: z.array(FoundRedactionDecision).max(20_000),
  /** What is made of it; not said: the chronology as PDF. */
  making: Making.optional(),
});
export type ExportChoice = z.infer<typeof ExportChoice>;

/** An export that was built and waits to be looked at and saved. The pages are at `url` while it waits: the file itself where that is a PDF, else the same paper printed to be looked at. */
export const BuiltExport = z.object({
  exportId: Id,
  url: z.string(),
  pageCount: z.number().int().positive(),
  sizeBytes: z.number().int().positive(),
  /** The file that is saved. */
  file: z.object({ format: OutputFormat, sizeBytes: z.number().int().positive() }),
  sealCode: z.string(),
  /** Notes marked privileged are in it. */
  includesPrivileged: z.boolean(),
  /** The page, counted from 1, on which each entry's account begins. */
  entryPages: z.array(z.object({ id: Id, page: z.number().int().positive() })),
  /** Exhibits whose own files say where they were made: not in these pages, but in the files, if they are given too. `documentId`: null of mail. */
  positionsHeld: z.array(z.object({ mark: z.string(), name: z.string(), documentId: Id.nullable() })),
  /** Files in which somebody covered words that are still there, and on which pages: their own pages stay out until she says what becomes of them. */
  foundRedactions: z.array(z.object({ documentId: Id, mark: z.string(), name: z.string(), onPages: z.array(z.number().int().positive()) })),
  /** With a redaction list: what nothing was taken out of. `not-read`: pictures whose words no machine has read; `original`: a file that is not in these pages, only named (a recording, Word). */
  notRedacted: z.array(z.object({ documentId: Id, mark: z.string(), name: z.string(), because: z.enum(['not-read', 'original']) })),
  /** What the sweep found in the finished file. Nothing is saved before each is decided. */
  sweep: SweepReport,
  /** Of a hit, whose pages it is on: what to leave out for it to be gone. `ids`: entries, or a thing that stands by itself; `exhibitsOf`: entries whose exhibits go with it. */
  sweepOwners: z.array(z.object({ hitId: z.string(), name: z.string(), ids: z.array(Id), exhibitsOf: z.array(Id) })),
  /** `page`: where the pages name it. `documentId`: where it can be looked at; null for messages. */
  couldNotInclude: z.array(z.object({ mark: z.string(), name: z.string(), reason: z.string(), page: z.number().int().positive().nullable(), documentId: Id.nullable() })),
});
export type BuiltExport = z.infer<typeof BuiltExport>;

/** An export that left the vault: part of the record. */
export const ExportRecord = z.object({
  id: Id,
  atUtc: UtcInstant,
  caseName: z.string(),
  fileName: z.string(),
  pageCount: z.number().int(),
  sizeBytes: z.number().int(),
  sha256: Sha256,
  sealCode: z.string(),
  /** Of a chronology what is in it, of a page of the case what it cites. */
  incidentCount: z.number().int(),
  /** Entries of the case in a chronology; of a page of the case none are counted. */
  caseEntryCount: z.number().int(),
  exhibitCount: z.number().int(),
  /** Which page of the case it was; null of what is made of a selection. */
  page: CasePageName.nullable(),
  /** What the sweep found in it and she let stand, with her reasons. */
  released: z.array(Released),
  /** Of an evidence bag what it was; null of pages alone. Of a bag as a folder `sha256` is the bag's own. */
  bag: BagRecord.nullable(),
  /** What was made of the selection; null of a page of the case. */
  made: MadeAs.nullable(),
});
export type ExportRecord = z.infer<typeof ExportRecord>;
