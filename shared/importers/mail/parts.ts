import { z } from 'zod';
import { MailAddress, MailBody, MailFinding, MailHeader, MailPlace, MailTime, RemoteContent, TimeClaim } from '../../model/mail-facts';
import { FilePiecePart, NotUnderstoodPart } from '../parts';

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
