import { z } from 'zod';
import { TimeBasis } from './message-facts';

/**
 * A time that somebody or something wrote down. `at`, `offsetMinutes` and `basis` as of a message (importers/parts.ts); `utc` is the instant, where the source settles it, so that claims of different clocks can be compared.
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
