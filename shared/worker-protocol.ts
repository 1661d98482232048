import { z } from 'zod';
import { BundleChecked } from './bag/bag-checked';
import { CallError } from './contract/errors';
import { ReadPart } from './importers/read-part';
import { Bytes } from './model/bytes';
import { DateOrder } from './model/date-order';
import { DocumentDetails } from './model/document-details';
import { DocumentForm, PictureFacts } from './model/document';
import { ReadingState, ReadingWhy } from './model/document-reading';
import { FilesFound, FilesLeftOut, mostFilesAtOnce } from './model/files-found';
import { Sha256, UtcInstant } from './model/identity';
import { LaidOut, LaidPicture } from './model/laid-out';
import { ColumnMatch, MailChoice, SourcePreview } from './model/source-preview';
import { PageRead, pagesAtOnce } from './vault-protocol/reading-calls';

/**
 * Between the shell and a process that reads one hostile source (electron/workers/read-source-entry.ts). One process, one
 * job, no keys: the shell sends `ReadJob` first, the process answers with pieces and one last word (`source-preview`, `source-end`,
 * `files-found`, `files-end`, `bundle-checked`, `facts`, `words-end`, `laid-out` or `refused`), and is then ended. Both sides parse every message.
 *
 * Back-pressure: a piece (`recognised`, `parts`, `file`, `pages`, `laid-picture`) counts as outstanding until the shell acknowledges it, in order; the
 * process keeps at most `outstandingPieces` of them. A piece holds at most `pieceBytes` of a file, or `pieceMessages` messages with about
 * `pieceTextUnits` of text (one message may be longer).
 */
export const outstandingPieces = 4;
export const pieceBytes = 1024 * 1024;
/** Each piece is one save, and each save waits for the disk. */
export const pieceMessages = 5000;
export const pieceTextUnits = 2_000_000;
/** Most files of one source that importers recognise and the vault seals. */
export const sealedFiles = 100_000;

/** Most bytes that a reader of a document asks for at a time, and in all for each step: whoever asks for more is ended. */
export const rangeBytes = 4 * 1024 * 1024;
export const askedBytes = { facts: 320 * 1024 * 1024, words: 1024 * 1024 * 1024, 'lay-out': 512 * 1024 * 1024 } as const;

export const ReadJob = z.discriminatedUnion('job', [
  /** A file, an archive or a folder. Result: `source-preview`. */
  z.object({ job: z.literal('preview-source'), path: z.string(), name: z.string(), dateOrder: DateOrder.nullable(), columns: ColumnMatch.nullable() }),
  /**
   * Result: `recognised`; when that is acknowledged (the vault has sealed those files) `parts` and `file` pieces; then `source-end`. `keys` null: all conversations, else only these;
   * `mail` null: none, else those chosen; `locations`: whether positions are read. Files in which nothing is wanted are neither recognised nor read. Stretches of the others that belong to nothing come always. Refuses `date-order-needed` and `columns-needed` where only she can say it and has not.
   */
  z.object({ job: z.literal('read-source'), path: z.string(), name: z.string(), dateOrder: DateOrder.nullable(), columns: ColumnMatch.nullable(), keys: z.array(z.string().max(1024)).max(100_000).nullable(), mail: MailChoice.nullable(), locations: z.boolean() }),
  /** Every file of a folder or archive, for documents; conversations among them are only counted. Result: `files-found`. */
  z.object({ job: z.literal('look-through-files'), path: z.string(), name: z.string() }),
  /** The same, brought in: `keep-file` for each, in order, followed by its `file` pieces (`id` is its number) where it lies in an archive; then `files-end`. `expected`: the paths that were found in the folder before; what is no longer there is left out and named. */
  z.object({ job: z.literal('read-files'), path: z.string(), name: z.string(), expected: z.array(z.string().max(4096)).max(mostFilesAtOnce) }),
  /** What somebody received: a bag as a folder or an archive, or a file alone. Result: `bundle-checked`. */
  z.object({ job: z.literal('check-bundle'), path: z.string(), name: z.string() }),
  /**
   * One kept document, of which the reader asks for the stretches it needs (`want`). `facts`: result `facts`; the name decides nothing but ties. `words`: result `pages` pieces from `fromPage` on, then `words-end`. `lay-out`: `laid-picture` pieces, then `laid-out`; of an e-mail (`message/rfc822`) its HTML.
   * `password`: what she gave for a locked file. `pdfium`: the program that reads PDF, for `words` of one.
   */
  z.object({
    job: z.literal('read-document'), step: z.enum(['facts', 'words', 'lay-out']), sizeBytes: z.number().int().nonnegative(), name: z.string(), mediaType: z.string(), fromPage: z.number().int().positive(),
    password: z.string().max(1000).nullable(), pdfium: Bytes.nullable(),
  }),
]);
export type ReadJob = z.infer<typeof ReadJob>;

/** What a document's bytes say of themselves. */
export const DocumentFacts = z.object({ mediaType: z.string().max(200), form: DocumentForm, picture: PictureFacts.nullable(), details: DocumentDetails });
export type DocumentFacts = z.infer<typeof DocumentFacts>;

export const ToReader = z.discriminatedUnion('say', [
  z.object({ say: z.literal('begin'), job: ReadJob }),
  /** The oldest outstanding piece is stored. */
  z.object({ say: z.literal('acknowledge') }),
  /** What was asked for by `want`, in the order of asking. */
  z.object({ say: z.literal('bytes'), bytes: Bytes }),
]);
export type ToReader = z.infer<typeof ToReader>;

export const FromReader = z.discriminatedUnion('say', [
  z.object({ say: z.literal('progress'), done: z.number().nonnegative(), total: z.number().nonnegative(), unit: z.enum(['bytes', 'messages']) }),
  /**
   * The files in which conversations, mail or positions lie, in the order in which parts count them: of a lone file or archive that one (`path` is its own name), of a folder their paths in it, `/` between
   * folders, none of them a link. Nothing else is said before it is acknowledged. Whoever opens them checks the paths again: this process is not trusted.
   */
  z.object({ say: z.literal('recognised'), isFolder: z.boolean(), files: z.array(z.object({ path: z.string().min(1).max(4096), sizeBytes: z.number().int().nonnegative() })).min(1).max(sealedFiles) }),
  z.object({ say: z.literal('parts'), parts: z.array(ReadPart).max(pieceMessages) }),
  /**
   * Bytes of one file that messages name by `id`, in order; files do not interleave. `last` may come with the only piece, and with no bytes. `isSound` false comes with `last` alone: it is
   * there and could not be read whole; drop it, its attachments are `not-opened`. A file may come before the messages that name it, and one that no message named by the end is dropped.
   */
  z.object({
    say: z.literal('file'), id: z.string().min(1).max(80), name: z.string().max(1024), bytes: Bytes, last: z.boolean(), isSound: z.boolean(),
    modifiedUtc: UtcInstant.nullable(), mediaType: z.string().max(200),
  }),
  /** Bytes [start, end) of the document, at most `rangeBytes`. */
  z.object({ say: z.literal('want'), start: z.number().int().nonnegative(), end: z.number().int().positive() }),
  /** Pages with their words, in order. `place`: so many pages are done with these. */
  z.object({ say: z.literal('pages'), pages: z.array(PageRead).max(pagesAtOnce), place: z.number().int().nonnegative(), total: z.number().int().nonnegative() }),
  /** What became of the step `words`. `ocrToo`: pages without words are left. */
  z.object({ say: z.literal('words-end'), state: ReadingState.exclude(['waiting']), why: ReadingWhy, details: DocumentDetails, ocrToo: z.boolean() }),
  /**
   * One file to be kept. `holder`: the number of the archive, said before, in which it lies; null on the disk, where the vault seals it itself: the file chosen, or at `path` in the folder, which
   * whoever opens it checks again. `path`: in the folder or archive.
   */
  z.object({ say: z.literal('keep-file'), number: z.number().int().min(0).max(mostFilesAtOnce), holder: z.number().int().nonnegative().nullable(), path: z.string().max(4096), name: z.string().max(1024), sizeBytes: z.number().int().nonnegative(), mediaType: z.string().max(200), form: DocumentForm }),
  /** `paths`: of all files of a folder on the disk, none of an archive. */
  z.object({ say: z.literal('files-found'), found: FilesFound, paths: z.array(z.string().max(4096)).max(mostFilesAtOnce) }),
  /** `holders`: of each archive on the disk, by its number, the SHA-256 of what was read of it. `lostHolders`: archives there of which it cannot be told, because they went or changed meanwhile. */
  z.object({
    say: z.literal('files-end'), holders: z.array(z.object({ number: z.number().int().nonnegative(), sha256: Sha256 })).max(mostFilesAtOnce),
    lostHolders: z.array(z.object({ number: z.number().int().nonnegative(), path: z.string().max(4096), reason: z.enum(['gone', 'changed', 'unreadable']) })).max(mostFilesAtOnce),
    ...FilesLeftOut.shape,
  }),
  z.object({ say: z.literal('source-preview'), preview: SourcePreview }),
  /** Of each file of `recognised`, in that order, the SHA-256 of what was read: the vault compares it with what it sealed. `mayBeTruncated`: keys of conversations that stop where their exporter stops. */
  z.object({ say: z.literal('source-end'), files: z.array(z.object({ path: z.string().min(1).max(4096), sha256: Sha256 })).max(sealedFiles), mayBeTruncated: z.array(z.string().max(1024)).max(100_000) }),
  z.object({ say: z.literal('bundle-checked'), checked: BundleChecked }),
  z.object({ say: z.literal('facts'), facts: DocumentFacts }),
  /** A picture that the file shows, by its number in what is laid out. */
  z.object({ say: z.literal('laid-picture'), picture: LaidPicture }),
  /** `why` null exactly where it was laid out. */
  z.object({ say: z.literal('laid-out'), laidOut: LaidOut.nullable(), why: z.enum(['too-large', 'damaged', 'locked', 'nothing']).nullable() }),
  z.object({ say: z.literal('refused'), error: CallError }),
]);
export type FromReader = z.infer<typeof FromReader>;
