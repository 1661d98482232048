import { z } from 'zod';
import { BagRecord } from './bag';
import { BundleChoice, FileMB, PlannedBundle, StandsIn } from './bundle';
import { CasePageName } from './case/case-page';
import { ExhibitSaid } from './exhibit-said';
import { Id, Sha256, UtcInstant } from './identity';
import { MadeForKeeping } from './kept';
import { NotHere } from './not-here';
import { MadeAs, Making, OutputFormat } from './output';
import { PageNumbering } from './page-numbering';
import { PageRange } from './page-ranges';
import { PrivateChildrenThing } from './private-children';
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
  /** Exhibits of which she said something; not said: none. */
  exhibits: z.array(ExhibitSaid).max(20_000).optional(),
  /** What the pages are for; not said: the solicitor's pack. */
  bundle: BundleChoice.optional(),
  /** The largest a file of the chronology or bundle may be: a longer one leaves as several. Not said: one file, however large. */
  fileMB: FileMB.optional(),
});
export type ExportChoice = z.infer<typeof ExportChoice>;

/** A court's bundle that was handed over, to go on from. */
export const IssuedBundleLine = z.object({ exportId: Id, atUtc: UtcInstant, fileName: z.string(), profile: PlannedBundle.shape.profile, letter: z.string(), hearingDay: z.string(), pageCount: z.number().int(), documentCount: z.number().int() });
export type IssuedBundleLine = z.infer<typeof IssuedBundleLine>;

/** `page`: from 1, on which the exhibit begins. `moved`: what stands on another page than where it was issued; `was`, `is`: as printed, '' where it is not in these pages. */
export const BuiltBundle = z.object({
  profile: PlannedBundle.shape.profile,
  /** More pages than it may have, and no permission named: it cannot be saved. */
  isOverLimit: z.boolean(),
  keptOut: PlannedBundle.shape.keptOut,
  moved: z.array(z.object({ mark: z.string(), was: z.string(), is: z.string() })),
  sections: z.array(z.object({ section: StandsIn, sign: z.string(), name: z.string() })),
  exhibits: z.array(z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id, mark: z.string(), name: z.string(), section: StandsIn, page: z.number().int().positive() })),
});
export type BuiltBundle = z.infer<typeof BuiltBundle>;

/** How a document leaves that is larger than one file may be. `first`, `last`: numbers of pages as printed; `alone`: documents each of which is larger by itself. */
export const InSeveralFiles = z.object({ mostMB: FileMB, parts: z.array(z.object({ first: z.string(), last: z.string(), sizeBytes: z.number().int().positive() })), alone: z.array(z.object({ mark: z.string(), name: z.string() })) });
export type InSeveralFiles = z.infer<typeof InSeveralFiles>;

/** Pages of an export, from 1, on which a file is seen; `ranges`: which of its pages. */
const OwnPages = z.object({ first: z.number().int().positive(), count: z.number().int().positive(), ranges: z.array(PageRange) });

/** `page` from 1, of the file itself. */
const PlaceInFile = z.object({ documentId: Id, page: z.number().int().positive() });

/** An export that was built and waits to be looked at and saved. The pages are at `url` while it waits: the file itself where that is a PDF, else the same paper printed to be looked at. */
export const BuiltExport = z.object({
  exportId: Id,
  url: z.string(),
  pageCount: z.number().int().positive(),
  sizeBytes: z.number().int().positive(),
  /** The file that is saved. */
  file: z.object({ format: OutputFormat, sizeBytes: z.number().int().positive() }),
  /** How it was made for keeping, as PDF/A-2b; null: it was not asked to be. */
  kept: MadeForKeeping.nullable(),
  sealCode: z.string(),
  /** Notes marked privileged are in it. */
  includesPrivileged: z.boolean(),
  /** What in it she tagged as belonging to private proceedings about a child; `mark` null: an entry. */
  privateChildren: z.array(PrivateChildrenThing),
  /** What is printed on the pages as their numbers. */
  numbering: PageNumbering,
  /** Of a court's bundle its sections in order, and where each exhibit stands in them; null of all else. */
  bundle: BuiltBundle.nullable(),
  /** null: it leaves as one file. */
  inFiles: InSeveralFiles.nullable(),
  /** The page, counted from 1, on which each entry's account begins. */
  entryPages: z.array(z.object({ id: Id, page: z.number().int().positive() })),
  /** Every exhibit in the order of the plan; `page`, from 1: of its sheet, null where it has none. `filePages`: how many pages its own file has; null where it has none, or which are there nobody knows. `ownPages`: on which of these pages, from 1, its own file is seen, and which pages of the file these are, in order; of a picture on all of them the one that it has; null where that is not known. `ownName`: what it is called in the record. */
  exhibits: z.array(z.object({ kind: ExhibitSaid.shape.kind, id: Id, mark: z.string(), name: z.string(), ownName: z.string(), page: z.number().int().positive().nullable(), filePages: z.number().int().positive().nullable(), ownPages: OwnPages.nullable() })),
  /** What belongs to entries of these pages and is not in them, with why: the pages themselves only count it. */
  notHere: z.array(NotHere),
  /** Exhibits whose own files say where they were made: not in these pages, but in the files, if they are given too. `documentId`: null of mail. */
  positionsHeld: z.array(z.object({ mark: z.string(), name: z.string(), documentId: Id.nullable() })),
  /** Files in which somebody covered words that are still there, and on which pages: their own pages stay out until she says what becomes of them. */
  foundRedactions: z.array(z.object({ documentId: Id, mark: z.string(), name: z.string(), onPages: z.array(z.number().int().positive()) })),
  /** With a redaction list: what nothing was taken out of. `not-read`: pictures whose words no machine has read; `original`: a file that is not in these pages, only named (a recording, Word). */
  notRedacted: z.array(z.object({ documentId: Id, mark: z.string(), name: z.string(), because: z.enum(['not-read', 'original']) })),
  /** What the sweep found in the finished file. Nothing is saved before each is decided. */
  sweep: SweepReport,
  /** Of a hit, whose pages it is on: what to leave out for it to be gone. `ids`: entries, or a thing that stands by itself; `exhibit`: the exhibit it is, which others may cite; `at`: where in a kept file it can be blacked out. */
  sweepOwners: z.array(z.object({ hitId: z.string(), name: z.string(), ids: z.array(Id), exhibit: ExhibitSaid.pick({ kind: true, id: true }).nullable(), at: PlaceInFile.nullable() })),
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
  /** What the list was called by which something was taken out of it; not said where nothing was. */
  redactionList: z.string().optional(),
  /** Of an evidence bag what it was; null of pages alone. Of a bag as a folder `sha256` is the bag's own. */
  bag: BagRecord.nullable(),
  /** What was made of the selection; null of a page of the case. */
  made: MadeAs.nullable(),
});
export type ExportRecord = z.infer<typeof ExportRecord>;
