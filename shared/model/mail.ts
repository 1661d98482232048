import { z } from 'zod';
import { Document } from './document';
import { Id, UtcInstant } from './identity';
import { MailAddress, MailBody, MailFinding, MailHeader, MailPlace, MailTime, RemoteContent, TimeClaim } from './mail-facts';

const Count = z.number().int().nonnegative();

/** What is known of a mail besides what has a column of its own. */
export const MailDetails = z.object({
  read: z.enum(['whole', 'headers-only']),
  envelopeLine: z.string(),
  claims: z.array(TimeClaim),
  inReplyTo: z.array(z.string()),
  references: z.array(z.string()),
  mailbox: z.object({ thread: z.string(), labels: z.array(z.string()), flags: z.array(z.string()) }),
  hasHtml: z.boolean(),
  bodies: z.array(MailBody),
  remote: RemoteContent,
  protection: z.array(z.enum(['smime-signed', 'smime-encrypted', 'pgp-signed', 'pgp-encrypted'])),
  findings: z.array(MailFinding),
});
export type MailDetails = z.infer<typeof MailDetails>;

/** A file that goes with a mail, as the mail claims it, and the document that has its bytes. */
export const KeptAttachment = z.object({
  name: z.string(),
  mediaType: z.string(),
  isInline: z.boolean(),
  kind: z.enum(['file', 'calendar', 'contact', 'mail', 'signature', 'encrypted', 'report', 'outlook-package']),
  method: z.string(),
  sizeBytes: Count,
  partNumber: z.string(),
  documentId: Id.nullable(),
  /** Why there is no document. `erased`: she erased it. */
  absent: z.enum(['left-out', 'not-opened', 'erased']).nullable(),
  /** The mail read from it, where it is one. */
  mailId: Id.nullable(),
});
export type KeptAttachment = z.infer<typeof KeptAttachment>;

/** One mail. Every time in it is a claim of somebody; nothing was mended, fetched or checked. */
export const Mail = z.object({
  id: Id,
  /** The file it was read from, the path inside that where it is an archive or from a folder's name on, and where its bytes lie there. */
  source: z.object({ documentId: Id, entryName: z.string(), place: MailPlace, isPacked: z.boolean() }),
  importedUtc: UtcInstant,
  /** The mail it is attached to. */
  withinId: Id.nullable(),
  messageId: z.string(),
  from: z.array(MailAddress), sender: z.array(MailAddress), replyTo: z.array(MailAddress), to: z.array(MailAddress), cc: z.array(MailAddress), bcc: z.array(MailAddress),
  subject: z.string(),
  /** The sender's claim; null where there is none. */
  date: MailTime.nullable(),
  text: z.string(),
  /** `html`, `rtf`: made from these without loading or running anything. */
  textFrom: z.enum(['plain', 'html', 'rtf', 'none']),
  headers: z.array(MailHeader),
  details: MailDetails,
  attachments: z.array(KeptAttachment),
  /** Mails with the same Message-ID, from this or another source; the same mail as long as nobody forged it. */
  copyIds: z.array(Id),
  linkedIncidentIds: z.array(Id),
});
export type Mail = z.infer<typeof Mail>;

/** A mail in a list. */
export const MailLine = z.object({
  id: Id,
  from: z.array(MailAddress), to: z.array(MailAddress),
  subject: z.string(),
  date: MailTime.nullable(),
  /** Its first words. */
  beginning: z.string(),
  attachmentCount: Count, remoteCount: Count, trackingCount: Count, findingCount: Count,
  /** 0 for what begins a thread. */
  depth: Count,
});
export type MailLine = z.infer<typeof MailLine>;

/** Mails that answer one another, by what they say of themselves; never by their subject. */
export const MailThread = z.object({
  /** Its first mail. */
  id: Id,
  subject: z.string(),
  /** Who wrote in it, as they are named, at most five. */
  names: z.array(z.string()),
  mailCount: Count, attachmentCount: Count, trackingCount: Count, findingCount: Count,
  /** The sender's date of the newest; null without. */
  lastDate: MailTime.nullable(),
});
export type MailThread = z.infer<typeof MailThread>;

/** Which mails she looks at; '' and false: all. A thread is listed when one of its mails fits. */
export const MailFilter = z.object({
  /** Words in subject, names or text, as in Find. */
  text: z.string().max(500),
  /** An address in lower case, or part of one, or of a name. */
  who: z.string().max(300),
  fromDay: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/),
  untilDay: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/),
  hasAttachment: z.boolean(),
  looksTracked: z.boolean(),
});
export type MailFilter = z.infer<typeof MailFilter>;

/** A mail as an exhibit: with its source. */
export const PlannedMail = z.object({ mail: Mail, source: Document, attachments: z.array(Document) });
export type PlannedMail = z.infer<typeof PlannedMail>;
