import type { MailFinding, RemoteItem, TimeClaim } from '../../model/mail-facts';
import { countOf } from '../plural';

/** What is said of a mail, the same on a screen and in print. */

/** Whose a time is. */
export const whoseTime: Record<TimeClaim['whose'], (by: string) => string> = {
  server: (by) => (by === '' ? 'Noted by a server that gives no name' : `Noted by the server that calls itself ${by}`),
  resender: () => 'Claimed by who sent it on',
  mailbox: () => 'Noted by the mailbox it was kept in',
  'outlook-sent': () => 'Noted by Outlook as sent', 'outlook-delivered': () => 'Noted by Outlook as delivered', 'outlook-created': () => 'Noted by Outlook as created', 'outlook-changed': () => 'Noted by Outlook as last changed',
};

export const remoteKinds: Record<RemoteItem['what'], string> = {
  image: 'picture', style: 'style sheet', 'font-or-style-image': 'font or background', frame: 'page in a frame', script: 'script', media: 'sound or video', object: 'object', link: 'linked file', refresh: 'jump to another page', preconnect: 'connection made beforehand',
};

export const trackingReasons: Record<RemoteItem['looksLikeTracking'][number], string> = {
  'one-by-one': 'one dot in size', 'zero-size': 'no size', hidden: 'hidden', 'known-form': 'the form of a known service', 'names-recipient': 'its address holds the recipient’s address',
};

/** Minutes with their sign, as words: `2 hours 5 minutes`. */
function duration(minutes: number): string {
  const all = Math.abs(Math.round(minutes));
  const parts = [[Math.floor(all / 1440), 'day', 'days'], [Math.floor(all / 60) % 24, 'hour', 'hours'], [all % 60, 'minute', 'minutes']] as const;
  return parts.filter(([count]) => count > 0).map(([count, one, many]) => countOf(count, one, many)).join(' ') || countOf(0, 'minute', 'minutes');
}

const findings: Record<MailFinding['code'], (detail: string) => string> = {
  'date-far-from-first-received': (detail) => `The sender’s date is ${duration(Number(detail))} ${Number(detail) > 0 ? 'later' : 'earlier'} than the first server’s time. A wrong clock, an e-mail written long before it was sent, or a changed date can each be the reason.`,
  'received-out-of-order': (detail) => `The times of the servers do not follow one another (${detail} minutes).`,
  'date-missing': () => 'The e-mail has no date of its sender.',
  'date-not-understood': (detail) => `The sender’s date could not be read: “${detail}”.`,
  'date-without-zone': () => 'The sender’s date says no time zone, so the moment cannot be known.',
  'date-weekday-wrong': (detail) => `The day of the week in the sender’s date is not that day’s: “${detail}”.`,
  'received-not-understood': (detail) => `${countOf(Number(detail), 'line', 'lines')} of the servers could not be read.`,
  'header-twice': (detail) => `The header “${detail}” stands there more than once.`,
  'header-not-understood': () => 'A line among the headers is not a header.',
  'header-not-ascii': (detail) => `The header “${detail}” holds bytes that do not belong there.`,
  'headers-cut': () => 'The headers are longer than the program reads; the rest stands in the file.',
  'word-not-understood': (detail) => `Coded words could not be read in “${detail}”.`,
  'from-missing': () => 'The e-mail names no sender.',
  'sender-differs': (detail) => `Sent by another address than it names as its author: ${detail}.`,
  'reply-to-differs': (detail) => `Answers would go to another address: ${detail}.`,
  'list-cut': (detail) => `The list “${detail}” is longer than the program reads.`,
  'too-large': () => 'The e-mail is larger than 64 MB: only its headers were read. The whole of it is kept in its file.',
  'cut-short': () => 'The e-mail ends before its own end. The rest is not in the file.',
  'too-many-parts': () => 'The e-mail has more parts than the program reads. They are kept in its file.',
  'nested-too-deep': () => 'E-mails lie too deep in each other to be read. They are kept in the file.',
  'boundary-missing': () => 'A mark between the parts of the e-mail is missing.',
  'text-cut': () => 'The text is longer than is shown. The whole of it is kept in its file.',
  'html-cut': () => 'The formatted text was too long to be looked through to its end: it may load more than is counted here.',
  'charset-unknown': (detail) => `The text names a way of writing letters that is not known: “${detail}”.`,
  'charset-guessed': () => 'The text does not say how its letters are written; the program had to choose.',
  'text-broken': () => 'Some letters of the text could not be read.',
  'encoding-unknown': (detail) => `A part is packed in a way that is not known: “${detail}”.`,
  'encoding-broken': (detail) => `Part ${detail} of the e-mail is damaged or cut short.`,
  'from-lines-unquoted': (detail) => `A “>” was taken off ${countOf(Number(detail), 'line', 'lines')} that begin with “From”: the mailbox put it there, as far as can be told.`,
  'deleted-in-mailbox': () => 'The mailbox marks this e-mail as deleted.',
  'attachment-taken-out': (detail) => `An attachment was taken out by the program that kept the e-mail: “${detail}”.`,
  'outlook-package': () => 'An attachment is packed by Outlook (winmail.dat) and was not opened.',
  draft: () => 'A draft: as far as the mailbox says, it was never sent.',
  'rtf-only': () => 'The text exists only in Outlook’s own form; the words here were made from it.',
  'outlook-differs': (detail) => `Outlook keeps something else than was sent (${detail}): it was changed in Outlook afterwards.`,
  'not-a-mail': (detail) => `Not an e-mail, but another item of Outlook (${detail}).`,
};

/** A finding as a sentence. Facts alone: what they mean is for her and her solicitor to say. */
export function sayFinding({ code, detail }: MailFinding): string {
  return findings[code](detail);
}

export const protections = { 'smime-signed': 'Signed (S/MIME). The signature was not checked.', 'smime-encrypted': 'Encrypted (S/MIME). It was not decrypted.', 'pgp-signed': 'Signed (PGP). The signature was not checked.', 'pgp-encrypted': 'Encrypted (PGP). It was not decrypted.' } as const;

export const attachmentAbsent = { 'left-out': 'not in the file: the program that kept the e-mail took it out', 'not-opened': 'could not be read whole', erased: 'erased from the record' } as const;

export const madeFrom = { plain: '', html: 'These words were taken out of the formatted e-mail. Nothing of it was loaded or run.', rtf: 'These words were taken out of Outlook’s formatted text.', none: 'The e-mail has no text.' } as const;
