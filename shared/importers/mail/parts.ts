import { z } from 'zod';
import { FilePiecePart, NotUnderstoodPart } from '../parts';
import { TimeBasis } from '../../model/message-facts';

/**
 * A time that somebody or something wrote down. `at`, `offsetMinutes` and `basis` as in ../parts.ts; `utc` is the instant, where the source settles it, so that claims of different clocks can be compared.
 * Nothing here is known to be true: each time is a claim, and `TimeClaim.whose` says whose.
 */
export const MailTime = z.object({
  at: z.string().regex(/^(|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})$/),
  offsetMinutes: z.number().int().min(-1080).max(1080).nullable(),
  basis: TimeBasis,
  atAsWritten: z.string().max(300),
  utc: z.string().regex(/^(|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)$/),
});
export type MailTime = z.infer<typeof MailTime>;

/**
 * - `server`: a Received header, by the server that `by` names (each wrote its own; the lower ones can be forged by the sender);
 * - `resender`: Resent-Date; - `mailbox`: the program that kept the mailbox (the From_ line of an mbox, Delivery-date);
 * - `outlook-*`: what Outlook noted in the file (MAPI: submitted, delivered, created, last changed).
 */
export const TimeClaim = z.object({
  whose: z.enum(['server', 'resender', 'mailbox', 'outlook-sent', 'outlook-delivered', 'outlook-created', 'outlook-changed']),
  /** The server's name for itself, and for whoever handed the mail to it; '' where it says none. */
  by: z.string().max(500),
  from: z.string().max(1000),
  /** Index into `headers`; null where it is no header. */
  header: z.number().int().nonnegative().nullable(),
  time: MailTime,
});
export type TimeClaim = z.infer<typeof TimeClaim>;

/** Where the bytes lie, in the file that the mail names. `line` is 1-based and counts LF; 0 where the file has no lines to speak of. */
export const MailPlace = z.object({ line: z.number().int().nonnegative(), offset: z.number().int().nonnegative(), length: z.number().int().nonnegative() });
export type MailPlace = z.infer<typeof MailPlace>;

/** `name` and `address` as written (RFC 2047 words decoded in the name alone); `group`: the name of the group it stands in, '' mostly. */
export const MailAddress = z.object({ name: z.string().max(1000), address: z.string().max(1000), group: z.string().max(1000) });
export type MailAddress = z.infer<typeof MailAddress>;

/** One header as it stands. `raw`: name, colon and value with their folds, without the last line end. A line that is no header has the name ''. */
export const MailHeader = z.object({
  name: z.string().max(1000),
  /** Unfolded; RFC 2047 words decoded where they are whole. */
  value: z.string().max(1_100_000),
  raw: z.string().max(1_100_000),
  /** `bytes`: it is no UTF-8, and each character of `raw` stands for one byte. */
  rawIs: z.enum(['utf-8', 'bytes']),
  place: MailPlace,
});
export type MailHeader = z.infer<typeof MailHeader>;

/** Something in the HTML that a mail program would fetch from elsewhere when the mail is opened. It was not fetched. */
export const RemoteItem = z.object({
  url: z.string().max(2000),
  host: z.string().max(255),
  what: z.enum(['image', 'style', 'font-or-style-image', 'frame', 'script', 'media', 'object', 'link', 'refresh', 'preconnect']),
  /** Why it looks like a tracking pixel; empty where it does not. */
  looksLikeTracking: z.array(z.enum(['one-by-one', 'zero-size', 'hidden', 'known-form', 'names-recipient'])).max(5),
  /** Of a known form: whose. */
  tracker: z.string().max(60),
});
export type RemoteItem = z.infer<typeof RemoteItem>;

export const RemoteContent = z.object({
  count: z.number().int().nonnegative(),
  trackingCount: z.number().int().nonnegative(),
  /** Most first. */
  hosts: z.array(z.object({ host: z.string().max(255), count: z.number().int().positive() })).max(500),
  /** In the order of the HTML; the first of them where there are more than can be listed. */
  items: z.array(RemoteItem).max(500),
});
export type RemoteContent = z.infer<typeof RemoteContent>;

export const MailAttachment = z.object({
  /** As the mail names it, words decoded; '' where it has no name. */
  name: z.string().max(1024),
  /** As claimed: `type/subtype` in lower case; '' where nothing is said. */
  mediaType: z.string().max(255),
  /** It is shown within the text: said so, or the HTML refers to its Content-ID. */
  isInline: z.boolean(),
  /** Without angle brackets. */
  contentId: z.string().max(1000),
  kind: z.enum(['file', 'calendar', 'contact', 'mail', 'signature', 'encrypted', 'report', 'outlook-package']),
  /** Of a calendar: its method (`REQUEST`, `CANCEL` …), as claimed. */
  method: z.string().max(60),
  /** Id of the `file-piece` parts of this reading that carry its bytes; '' where there are none, and then why: or it is a mail that Outlook keeps in pieces of its own (`mail`). */
  file: z.string().max(64),
  /** `left-out`: the mail says that it was taken out or lies elsewhere. `not-opened`: it is there and was not read. */
  absent: z.enum(['left-out', 'not-opened']).nullable(),
  sizeBytes: z.number().int().nonnegative(),
  /** Which part of the mail, counted as IMAP does: `1.2`. */
  partNumber: z.string().max(200),
  /** How it is encoded there, as claimed, or `uuencode`. */
  encoding: z.string().max(100),
  /** Its part of the mail without its headers, or the lines from `begin` to `end`. */
  place: MailPlace,
  /** Id of the mail part read from it, where it is a mail; '' else. */
  mail: z.string().max(64),
});
export type MailAttachment = z.infer<typeof MailAttachment>;

/** A text of the mail: where it stands and how it was read. A mail often has two with the same words. */
export const MailBody = z.object({
  kind: z.enum(['plain', 'html', 'rtf']),
  partNumber: z.string().max(200),
  charsetAsClaimed: z.string().max(100),
  /** The WHATWG name of what it was read with. */
  charset: z.string().max(40),
  encoding: z.string().max(100),
  place: MailPlace,
});
export type MailBody = z.infer<typeof MailBody>;

/** What is noteworthy, each by its own code; `detail` is data, not a sentence. Facts to report, nothing was mended. */
export const MailFinding = z.object({
  code: z.enum([
    // times: minutes that Date is ahead of the first server's time (negative: behind); Received headers not in order; the day's name is not that day's
    'date-far-from-first-received', 'received-out-of-order', 'date-missing', 'date-not-understood', 'date-without-zone', 'date-weekday-wrong', 'received-not-understood',
    // headers: which
    'header-twice', 'header-not-understood', 'header-not-ascii', 'headers-cut', 'word-not-understood', 'from-missing', 'sender-differs', 'reply-to-differs', 'list-cut',
    // wholeness
    'too-large', 'cut-short', 'too-many-parts', 'nested-too-deep', 'boundary-missing', 'text-cut', 'html-cut',
    // encodings: what was claimed
    'charset-unknown', 'charset-guessed', 'text-broken', 'encoding-unknown', 'encoding-broken', 'from-lines-unquoted',
    // what the program that kept it notes; Outlook's own subject is not the one that was sent; an item of Outlook that is no mail: its class
    'deleted-in-mailbox', 'attachment-taken-out', 'outlook-package', 'draft', 'rtf-only', 'outlook-differs', 'not-a-mail',
  ]),
  detail: z.string().max(300),
});
export type MailFinding = z.infer<typeof MailFinding>;

export const MailPart = z.object({
  part: z.literal('mail'),
  /** Unique within the reading of one file. */
  id: z.string().min(1).max(64),
  path: z.string().max(4096),
  /** Of the whole message, its From_ line not included. */
  place: MailPlace,
  /** It lay encoded or packed inside something else: all its places are then the place of that. */
  isPacked: z.boolean(),
  /** Id of the mail it is attached to; '' where it stands alone. */
  within: z.string().max(64),
  /** `headers-only`: larger than the limit, so that nothing but the headers was read; the whole lies at `place`. */
  read: z.enum(['whole', 'headers-only']),
  /** The From_ line of an mbox, as it stands; '' where there is none. */
  envelopeLine: z.string().max(1000),
  headers: z.array(MailHeader).max(5000),
  from: z.array(MailAddress).max(10_000),
  sender: z.array(MailAddress).max(10_000),
  to: z.array(MailAddress).max(10_000),
  cc: z.array(MailAddress).max(10_000),
  bcc: z.array(MailAddress).max(10_000),
  replyTo: z.array(MailAddress).max(10_000),
  subject: z.string().max(100_000),
  /** The sender's claim (Date; in Outlook's files the time of submitting). Null where nothing is said. */
  date: MailTime.nullable(),
  /** Everybody else's, in the order in which they stand: of Received, the last server first. */
  claims: z.array(TimeClaim).max(1000),
  /** Without angle brackets, as are the next two; '' where there is none. */
  messageId: z.string().max(2000),
  inReplyTo: z.array(z.string().max(2000)).max(1000),
  /** Oldest first. */
  references: z.array(z.string().max(2000)).max(5000),
  /** The mailbox's own thread (Gmail's X-GM-THRID, Outlook's conversation index), labels, and flags: `read`, `answered`, `flagged`, `deleted`, `forwarded`, `draft`, `tag:…`. */
  mailbox: z.object({ thread: z.string().max(300), labels: z.array(z.string().max(500)).max(500), flags: z.array(z.string().max(60)).max(40) }),
  text: z.string().max(1_000_000),
  /** `html`, `rtf`: there is no plain text; this was made from the other, without loading or running anything. */
  textFrom: z.enum(['plain', 'html', 'rtf', 'none']),
  hasHtml: z.boolean(),
  bodies: z.array(MailBody).max(1000),
  remote: RemoteContent,
  attachments: z.array(MailAttachment).max(1000),
  /** Said by the mail's own structure; nothing was checked and nothing decrypted. */
  protection: z.array(z.enum(['smime-signed', 'smime-encrypted', 'pgp-signed', 'pgp-encrypted'])).max(4),
  findings: z.array(MailFinding).max(300),
});
export type MailPart = z.infer<typeof MailPart>;

/** Bytes of an attachment, decoded (../parts.ts). */
export type MailFilePiece = Omit<z.infer<typeof FilePiecePart>, 'bytes'> & { readonly bytes: Uint8Array };

/** Pieces of a mail's files come before or after the mail, not among those of another file. */
export const MailSourcePart = z.discriminatedUnion('part', [MailPart, FilePiecePart, NotUnderstoodPart]);
export type MailSourcePart = MailPart | MailFilePiece | z.infer<typeof NotUnderstoodPart>;
