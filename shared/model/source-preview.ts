import { z } from 'zod';
import { ConversationSourceKind, TimeBasis } from './message-facts';
import { DateOrder } from './date-order';

const Count = z.number().int().nonnegative();

/** Most conversations of one source that are listed by name; all are counted, and come in when all are chosen. */
export const conversationsListed = 1000;

/** Which column of a table holds what: counted from 0, null where none does. */
export const ColumnMatch = z.object({
  date: Count, time: Count.nullable(), sender: Count.nullable(), recipient: Count.nullable(), text: Count,
  hasHeading: z.boolean(),
});
export type ColumnMatch = z.infer<typeof ColumnMatch>;

/** A conversation of a source that she wants, by `ConversationFound.key`; what she calls it, and which of its participants she is, null for none of them. */
export const ConversationChosen = z.object({ key: z.string().max(1024), title: z.string().max(300), meName: z.string().max(300).nullable() });
export type ConversationChosen = z.infer<typeof ConversationChosen>;

/** What she says of a source when she brings it in. `conversations` null: all of them, by the titles and with the owners that the source gives. */
export const ImportChoices = z.object({ dateOrder: DateOrder.nullable(), columns: ColumnMatch.nullable(), conversations: z.array(ConversationChosen).max(100_000).nullable() });
export type ImportChoices = z.infer<typeof ImportChoices>;

/** One conversation as a source has it, counted before anything is stored. */
export const ConversationFound = z.object({
  /** By which the reading knows it, the same each time the same source is read. */
  key: z.string().max(1024),
  kind: ConversationSourceKind,
  title: z.string().max(300),
  service: z.string().max(60),
  /** Who writes in it, the most first, then who only takes part. `isOwner`: the export says that it is their phone or account. */
  participants: z.array(z.object({ name: z.string().max(300), handle: z.string().max(300), isOwner: z.boolean(), count: Count })).max(200),
  messageCount: Count, systemCount: Count, callCount: Count, notUnderstoodCount: Count,
  attachments: z.object({ present: Count, leftOut: Count, notThere: Count, notOpened: Count }),
  /** '' while the order of day and month is not settled, or where nothing has a time. */
  firstAt: z.string(), lastAt: z.string(),
  bases: z.array(TimeBasis).max(3),
  mayBeTruncated: z.boolean(),
  firstMessages: z.array(z.object({ sender: z.string(), atAsWritten: z.string(), text: z.string().max(300) })).max(5),
  /** First stretches not understood within it, as they stand. */
  notUnderstoodSample: z.array(z.object({ line: Count, text: z.string().max(300) })).max(20),
});
export type ConversationFound = z.infer<typeof ConversationFound>;

/** Why a file of an archive or folder is not read: its path leads out or holds control characters; it is a link or a device; another has its name; it is locked; packed in a way not known; larger than one may be; folders in folders beyond the limit; it could not be opened. */
export const FileLeftOutReason = z.enum(['unsafe-name', 'not-a-file', 'same-name', 'encrypted', 'unknown-packing', 'too-large', 'too-deep', 'unreadable']);
export type FileLeftOutReason = z.infer<typeof FileLeftOutReason>;

/** How a source reads, before anything is stored. Nothing in it is decided by a file's name. */
export const SourcePreview = z.object({
  conversationCount: Count,
  conversations: z.array(ConversationFound).max(conversationsListed),
  /** Stretches of files that belong to no conversation and were not understood, and the first of them. */
  notUnderstoodCount: Count,
  notUnderstoodSample: z.array(z.object({ path: z.string().max(200), line: Count, text: z.string().max(300) })).max(20),
  /** What must be asked; null where nothing. `settled` null: both orders are possible; with these examples. */
  dateOrder: z.object({ settled: DateOrder.nullable(), examples: z.array(z.object({ written: z.string(), dmy: z.string(), mdy: z.string() })).max(6) }).nullable(),
  /** A table whose columns she matches: its first rows, and what is taken for likely. */
  columns: z.object({ rows: z.array(z.array(z.string().max(300)).max(64)).max(12), likely: ColumnMatch.nullable() }).nullable(),
  /** Files of an archive or folder that are not read, and the first of them by name (no control or direction characters). */
  leftOutCount: Count,
  leftOut: z.array(z.object({ name: z.string().max(200), reason: FileLeftOutReason })).max(50),
});
export type SourcePreview = z.infer<typeof SourcePreview>;
