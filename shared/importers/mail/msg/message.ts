import { joinedBytes } from '../../bytes/joined-bytes';
import { attachmentKind } from '../attachment-kinds';
import { clipped } from '../../bytes/clipped';
import { readText } from '../../bytes/charsets';
import { Findings } from '../findings';
import { readHeaders } from '../headers';
import { mailLimits } from '../limits';
import { readMailboxNotes } from '../mailbox-notes';
import { readHead, tellDistance, type MailHead } from '../message-head';
import { contentIdsIn, wordsOf, type ReadBody } from '../message-text';
import type { MailBody, MailPlace, TimeClaim } from '../../../model/mail-facts';
import type { MailAttachment, MailFilePiece, MailPart } from '../parts';
import { readMessageIds } from '../received';
import { findRemoteContent } from '../remote-content';
import { decodeTransfer } from '../transfer-encodings';
import { readRecipients, readSenders } from './addresses';
import type { CompoundFile } from './compound-file';
import { unpackRtf } from './compressed-rtf';
import { Properties } from './properties';
import { readRtf } from './rtf';

interface Waiting {
  readonly id: string;
  readonly within: string;
  readonly storage: number;
  readonly depth: number;
}

const deepest = 8;
const mostMails = 200;

/** The message of a `.msg` and those attached to it, each as its files' pieces and then the mail. `place`: the file, since everything in it is packed. Without recursion. */
export function* readOutlookMail(file: CompoundFile, path: string, place: MailPlace): Generator<MailPart | MailFilePiece> {
  const waiting: Waiting[] = [{ id: '1', within: '', storage: 0, depth: 0 }];
  let count = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const reading = new OutlookReading(file, path, place, next, next.depth < deepest && count < mostMails);
    yield* reading.parts();
    count += reading.attached.length;
    waiting.push(...reading.attached);
  }
}

/** The HTML of the message itself, not of those attached to it, and its files by the Content-ID under which the HTML names them. */
export function readOutlookHtml(file: CompoundFile): { htmls: string[]; files: Map<string, Uint8Array> } {
  const reading = new OutlookReading(file, '', { line: 0, offset: 0, length: 0 }, { id: '1', within: '', storage: 0, depth: 0 }, false);
  const pieces = new Map<string, Uint8Array[]>();
  const files = new Map<string, Uint8Array>();
  for (const part of reading.parts()) {
    if (part.part === 'file-piece') pieces.set(part.id, [...(pieces.get(part.id) ?? []), part.bytes]);
    else if (part.part === 'mail') for (const { contentId, file: id } of part.attachments) if (contentId !== '' && id !== '') files.set(contentId, joinedBytes(pieces.get(id) ?? []));
  }
  return { htmls: reading.htmls(), files };
}

class OutlookReading {
  readonly #file: CompoundFile;
  readonly #path: string;
  readonly #place: MailPlace;
  readonly #at: Waiting;
  readonly #opensMails: boolean;
  readonly #properties: Properties;
  readonly #findings = new Findings();
  readonly #attachments: MailAttachment[] = [];
  readonly attached: Waiting[] = [];

  constructor(file: CompoundFile, path: string, place: MailPlace, at: Waiting, opensMails: boolean) {
    [this.#file, this.#path, this.#place, this.#at, this.#opensMails] = [file, path, place, at, opensMails];
    this.#properties = new Properties(file, at.storage, at.depth === 0 ? 32 : 24);
  }

  htmls(): string[] {
    return this.#readBodies().texts.flatMap(({ body }) => (body.kind === 'html' ? [clipped(body.text, mailLimits.htmlChars)] : []));
  }

  *parts(): Generator<MailPart | MailFilePiece> {
    const properties = this.#properties;
    const messageClass = properties.text(0x001a);
    if (messageClass !== '' && !/^(?:IPM\.Note|REPORT\.)/i.test(messageClass)) this.#findings.add('not-a-mail', messageClass);
    const { texts, bodies } = this.#readBodies();
    const storages = properties.storages.filter(({ name }) => name.startsWith('__attach_version1.0_'));
    if (storages.length > mailLimits.parts) this.#findings.add('too-many-parts', String(storages.length));
    for (const [index, { index: storage }] of storages.slice(0, mailLimits.parts).entries()) yield* this.#readAttachment(storage, String(index + 1));
    const head = this.#readHead();
    const { text, textFrom, isCut } = wordsOf(texts.map(({ body }) => body));
    if (isCut) this.#findings.add('text-cut');
    const htmls = texts.flatMap(({ body }) => (body.kind === 'html' ? [clipped(body.text, mailLimits.htmlChars)] : []));
    const isFromRtf = texts.some(({ isWords }) => isWords);
    if (isFromRtf) this.#findings.add('rtf-only');
    const shownWithin = new Set(htmls.flatMap((html) => [...contentIdsIn(html)]));
    const isUnsent = ((properties.number(0x0e07) ?? 0) & 8) !== 0;
    const mailbox = readMailboxNotes(head.headers, this.#findings);
    if (isUnsent) this.#findings.add('draft');
    const conversation = properties.binary(0x0071);
    yield {
      part: 'mail', id: this.#at.id, path: this.#path, place: this.#place, isPacked: true, within: this.#at.within, read: 'whole', envelopeLine: '', ...head,
      mailbox: {
        ...mailbox, thread: conversation === null ? mailbox.thread : hexOf(conversation.subarray(0, 22)),
        flags: [...new Set([...mailbox.flags, ...(((properties.number(0x0e07) ?? 0) & 1) === 0 ? [] : ['read']), ...(isUnsent ? ['draft'] : [])])],
      },
      text, textFrom: isFromRtf && textFrom === 'plain' ? 'rtf' : textFrom, hasHtml: htmls.length > 0, bodies,
      remote: findRemoteContent(htmls, [...head.to, ...head.cc, ...head.bcc].map(({ address }) => address).slice(0, 50)),
      attachments: this.#attachments.map((attachment) => (attachment.contentId !== '' && shownWithin.has(attachment.contentId) ? { ...attachment, isInline: true } : attachment)),
      protection: /^IPM\.Note\.SMIME\.MultipartSigned/i.test(messageClass) ? ['smime-signed'] : /^IPM\.Note\.SMIME/i.test(messageClass) ? ['smime-encrypted'] : [],
      findings: this.#findings.list(),
    };
  }

  /** Plain text, HTML, or RTF with one of them wrapped in it: one group, so that words are taken from the plain text where there is one. */
  #readBodies(): { texts: { body: ReadBody; isWords: boolean }[]; bodies: MailBody[] } {
    const texts: { body: ReadBody; isWords: boolean }[] = [];
    const bodies: MailBody[] = [];
    const add = (kind: 'plain' | 'html', as: MailBody['kind'], text: string, charset: string, isWords = false): void => {
      if (text === '') return;
      texts.push({ body: { kind, group: '1', text }, isWords });
      bodies.push({ kind: as, partNumber: '', charsetAsClaimed: '', charset: clipped(charset, 40), encoding: '', place: this.#place });
    };
    const properties = this.#properties;
    add('plain', 'plain', properties.text(0x1000), properties.charsetOf(0x1000));
    const html = properties.binary(0x1013);
    const page = properties.number(0x3fde);
    const read = html === null ? null : readText(html, page === null ? '' : page === 65001 ? 'utf-8' : String(page));
    if (read !== null) add('html', 'html', read.text, read.charset);
    else add('html', 'html', properties.text(0x1013), properties.charsetOf(0x1013));
    const packed = properties.binary(0x1009);
    const rtf = packed === null ? null : unpackRtf(packed);
    if (packed !== null && rtf === null) this.#findings.add('encoding-broken', 'RTF');
    if (rtf !== null && rtf.length > 0) {
      const { kind, text } = readRtf(rtf, mailLimits.htmlChars);
      const hasPlain = texts.some(({ body }) => body.kind === 'plain');
      if (kind === 'html') {
        if (!texts.some(({ body }) => body.kind === 'html')) add('html', 'rtf', text, '');
      } else if (!hasPlain && !texts.some(({ body }) => body.kind === 'html')) add('plain', 'rtf', text.trim(), '', true);
    }
    return { texts, bodies };
  }

  /** What the mail's own headers say, where Outlook kept them; what they do not say from its properties. */
  #readHead(): MailHead {
    const properties = this.#properties;
    const bytes = new TextEncoder().encode(properties.text(0x007d));
    const { fields, isCut } = readHeaders(bytes, 0, bytes.length);
    if (isCut) this.#findings.add('headers-cut');
    const hasHeaders = fields.length > 0;
    const own = readHead(fields, () => this.#place, hasHeaders ? this.#findings : new Findings());
    const { from, sender } = readSenders(properties);
    const recipients = readRecipients(this.#file, properties);
    const subject = properties.text(0x0037);
    if (hasHeaders && own.subject !== '' && subject !== '' && plain(own.subject) !== plain(subject)) this.#findings.add('outlook-differs', `subject: ${own.subject}`);
    const submitted = properties.time(0x0039);
    const claims: TimeClaim[] = [...own.claims];
    for (const [whose, id] of [['outlook-sent', 0x0039], ['outlook-delivered', 0x0e06], ['outlook-created', 0x3007], ['outlook-changed', 0x3008]] as const) {
      const time = properties.time(id);
      if (time !== null && claims.length < 1000) claims.push({ whose, by: '', from: '', header: null, time });
    }
    if (!hasHeaders && from.length === 0) this.#findings.add('from-missing');
    if (own.date === null && submitted === null) this.#findings.add('date-missing');
    if (own.date === null && submitted !== null) tellDistance(submitted, claims, this.#findings);
    const ids = (property: number, most: number): string[] => readMessageIds(properties.text(property), most);
    const or = <T>(first: T[], second: T[]): T[] => (first.length > 0 ? first : second);
    return {
      ...own, from: or(own.from, from), sender: hasHeaders ? own.sender : sender, to: or(own.to, recipients.to), cc: or(own.cc, recipients.cc), bcc: or(own.bcc, recipients.bcc),
      subject: subject === '' ? own.subject : clipped(subject, 100_000), date: own.date ?? submitted, claims, messageId: own.messageId === '' ? (ids(0x1035, 1)[0] ?? '') : own.messageId,
      inReplyTo: or(own.inReplyTo, ids(0x1042, 1000)), references: or(own.references, ids(0x1039, mailLimits.references)),
    };
  }

  *#readAttachment(storage: number, number: string): Generator<MailFilePiece> {
    const properties = new Properties(this.#file, storage, 8);
    properties.codePage = this.#properties.codePage;
    const name = clipped(properties.text(0x3707) || properties.text(0x3704) || properties.text(0x3001), 1024);
    const mediaType = clipped(properties.text(0x370e).toLowerCase(), 255);
    const method = properties.number(0x3705) ?? 0;
    const message = properties.storages.find((one) => one.name.toLowerCase() === '__substg1.0_3701000d');
    const kind = method === 5 ? 'mail' : attachmentKind(mediaType, name);
    if (kind === 'outlook-package') this.#findings.add('outlook-package', name);
    const common = {
      name, mediaType, isInline: false, contentId: clipped(properties.text(0x3712).replace(/^<|>$/g, ''), 1000), kind, method: '', partNumber: number, encoding: '', place: this.#place,
    } as const;
    if (method === 5 && message !== undefined) {
      if (!this.#opensMails) this.#findings.add('nested-too-deep', number);
      const mail = this.#opensMails ? `${this.#at.id}.m${this.attached.length + 1}` : '';
      if (mail !== '') this.attached.push({ id: mail, within: this.#at.id, storage: message.index, depth: this.#at.depth + 1 });
      this.#attachments.push({ ...common, file: '', absent: mail === '' ? 'not-opened' : null, sizeBytes: 0, mail });
      return;
    }
    const bytes = properties.binary(0x3701);
    if (bytes === null || properties.isCut(0x3701)) {
      // 2, 3, 4 and 7: it lies elsewhere, and only where is noted (PidTagAttachMethod).
      const isElsewhere = bytes === null && [2, 3, 4, 7].includes(method);
      if (bytes !== null) this.#findings.add('encoding-broken', number);
      this.#attachments.push({ ...common, file: '', absent: isElsewhere ? 'left-out' : 'not-opened', sizeBytes: 0, mail: '' });
      return;
    }
    const id = `${this.#at.id}.f${this.#attachments.length + 1}`;
    for (const piece of decodeTransfer(bytes, 'binary')) yield { part: 'file-piece', id, name, bytes: piece.bytes, last: piece.isLast, isSound: true };
    this.#attachments.push({ ...common, file: id, absent: null, sizeBytes: bytes.length, mail: '' });
  }
}

function plain(subject: string): string {
  return subject.replace(/\s+/g, ' ').trim();
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
