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

const Day = z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/);

/**
 * Which mails of a source she wants: those that say any of these addresses among From, Sender, Reply-To, To, Cc or Bcc, that carry any of these labels, and whose Date (the sender's claim) lies on or
 * between these days, '' for no limit. Null: whoever, whatever the label. A mail without a date that can be read is in every period. Addresses in lower case.
 */
export const MailChoice = z.object({ addresses: z.array(z.string().max(1000)).max(2000).nullable(), labels: z.array(z.string().max(500)).max(500).nullable(), fromDay: Day, untilDay: Day });
export type MailChoice = z.infer<typeof MailChoice>;
/** Most mails that one vault keeps: their rows are in memory while it is open. */
export const mostMails = 1_000_000;
export const everyMail: MailChoice = { addresses: null, labels: null, fromDay: '', untilDay: '' };

/**
 * What she says of a source when she brings it in. `conversations` null: all of them, by the titles and with the owners that the source gives. `mail` null and `locations` false: none of these,
 * whatever the source holds.
 */
export const ImportChoices = z.object({
  dateOrder: DateOrder.nullable(), columns: ColumnMatch.nullable(), conversations: z.array(ConversationChosen).max(100_000).nullable(),
  mail: MailChoice.nullable(), locations: z.boolean(),
});
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

/** Most addresses, and most labels, that are listed by name; all are counted. */
export const addressesListed = 500;
export const labelsListed = 200;

/** The mail of a source, counted before anything is stored. Mails attached to mails come with those and are not counted. */
export const MailFound = z.object({
  mailCount: Count,
  /** Days of the senders' own dates, '' where none can be read. */
  firstDay: Day, lastDay: Day,
  /** '' of mails without a date that can be read. */
  years: z.array(z.object({ year: z.string().max(4), count: Count })).max(300),
  /** Who is named in most mails, the most first. `fromCount`: mails of which From says so. The name as it is written there most lately. */
  addresses: z.array(z.object({ address: z.string().max(1000), name: z.string().max(300), count: Count, fromCount: Count })).max(addressesListed),
  addressCount: Count,
  labels: z.array(z.object({ label: z.string().max(500), count: Count })).max(labelsListed),
  attachmentCount: Count, attachmentBytes: Count,
  /** Things that a mail program would have fetched when a mail was opened, and how many of them look like tracking. Nothing was fetched. */
  remoteCount: Count, trackingCount: Count,
  /** Mails of which something is noteworthy, and mails of which only the headers are read. */
  findingCount: Count, headersOnlyCount: Count,
});
export type MailFound = z.infer<typeof MailFound>;

/** What a service says of where a device was, counted before anything is stored. */
export const LocationsFound = z.object({ claimCount: Count, visitCount: Count, journeyCount: Count, passedCount: Count, readingCount: Count, firstDay: Day, lastDay: Day });
export type LocationsFound = z.infer<typeof LocationsFound>;

/** Why a file of an archive or folder is not read: its path leads out or holds control characters; it is a link or a device; another has its name; it is locked; packed in a way not known; larger than one may be; folders in folders beyond the limit; it could not be opened; there is nothing in it. */
export const FileLeftOutReason = z.enum(['unsafe-name', 'not-a-file', 'same-name', 'encrypted', 'unknown-packing', 'too-large', 'too-deep', 'unreadable', 'damaged-archive', 'empty', 'gone', 'changed']);
export type FileLeftOutReason = z.infer<typeof FileLeftOutReason>;

/** How a source reads, before anything is stored. Nothing in it is decided by a file's name. */
export const SourcePreview = z.object({
  conversationCount: Count,
  conversations: z.array(ConversationFound).max(conversationsListed),
  /** Null where there is none. */
  mail: MailFound.nullable(),
  locations: LocationsFound.nullable(),
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
