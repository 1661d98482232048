import { joinedBytes } from '../bytes/joined-bytes';
import { attachmentKind, isBodyLeaf, leafName, readProtection } from './attachment-kinds';
import { findUuBlocks, mayHoldUuBlock, unflow } from './body-text';
import { clipped } from '../bytes/clipped';
import { bytesAsCharacters } from '../bytes/byte-text';
import { readText } from '../bytes/charsets';
import { Findings } from './findings';
import { unquoteFromLines } from './from-quoting';
import { readHeaders, firstValue } from './headers';
import { mailLimits } from './limits';
import { readMailboxNotes } from './mailbox-notes';
import { readHead } from './message-head';
import { contentIdsIn, wordsOf, type ReadBody } from './message-text';
import type { MailBody, MailPlace } from '../../model/mail-facts';
import type { MailAttachment, MailFilePiece, MailPart } from './parts';
import { findRemoteContent } from './remote-content';
import { readStructure, type MailLeaf } from './structure';
import { decodeTransfer, decodeWhole, isKnownEncoding } from './transfer-encodings';

/** A message in memory: `bytes` from `start` to `end`, which stand in the file from `offset`, line `line`, on. */
export interface RawMail {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly line: number;
  /** Where it lies packed in something else, that place; null where it stands in the file as it is. */
  readonly packedIn: MailPlace | null;
  readonly within: string;
  readonly envelopeLine: string;
  /** One `>` must be taken off lines that begin `>From ` (from-quoting.ts). */
  readonly isQuoted: boolean;
  /** Why only its headers are here: how long the whole message is in the file. Null where all of it is. */
  readonly wholeLength: number | null;
}

const deepestMail = 8;
const mostMailsWithin = 200;

/**
 * A message as neutral parts: the pieces of its files, then the mail; then the mails attached to it, each likewise. Without recursion.
 */
export function* readMail(first: RawMail): Generator<MailPart | MailFilePiece> {
  const waiting: { raw: RawMail; depth: number }[] = [{ raw: first, depth: 0 }];
  let mails = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { raw, depth } = next;
    const reading = new MessageReading(raw, depth < deepestMail && mails < mostMailsWithin);
    yield* reading.parts();
    for (const inner of reading.within) {
      mails += 1;
      waiting.push({ raw: inner, depth: depth + 1 });
    }
  }
}

class MessageReading {
  readonly #raw: RawMail;
  readonly #opensMails: boolean;
  readonly #findings = new Findings();
  readonly #bodies: MailBody[] = [];
  readonly #texts: ReadBody[] = [];
  readonly #attachments: MailAttachment[] = [];
  #unquoted = 0;
  readonly within: RawMail[] = [];

  constructor(raw: RawMail, opensMails: boolean) {
    this.#raw = raw;
    this.#opensMails = opensMails;
  }

  *parts(): Generator<MailPart | MailFilePiece> {
    const { bytes, start, end, wholeLength } = this.#raw;
    const isWhole = wholeLength === null;
    const structure = isWhole ? readStructure(bytes, start, end) : { ...readHeadersOnly(bytes, start, end), leaves: [], multiparts: [], problems: new Set<never>() };
    const head = readHead(structure.fields, (field) => this.#place(field.offset, field.length, field.line), this.#findings);
    if (structure.headersCut) this.#findings.add('headers-cut');
    if (!isWhole) this.#findings.add('too-large', String(wholeLength));
    for (const problem of structure.problems) this.#findings.add(problem);
    for (const leaf of structure.leaves) yield* isBodyLeaf(leaf) ? this.#readBody(leaf) : this.#readAttachment(leaf);
    if (this.#unquoted > 0) this.#findings.add('from-lines-unquoted', String(this.#unquoted));
    const { text, textFrom, isCut } = wordsOf(this.#texts);
    if (isCut) this.#findings.add('text-cut');
    const htmls = this.#texts.filter(({ kind }) => kind === 'html').map((body) => clipped(body.text, mailLimits.htmlChars));
    if (this.#texts.some((body) => body.text.length > mailLimits.htmlChars)) this.#findings.add('html-cut');
    const shownWithin = new Set(htmls.flatMap((html) => [...contentIdsIn(html)]));
    const people = [...head.to, ...head.cc, ...head.bcc].map(({ address }) => address).slice(0, 50);
    yield {
      part: 'mail', id: this.#raw.id, path: this.#raw.path, place: this.#place(start, wholeLength ?? end - start, 0), isPacked: this.#raw.packedIn !== null, within: this.#raw.within,
      read: isWhole ? 'whole' : 'headers-only', envelopeLine: this.#raw.envelopeLine, ...head, mailbox: readMailboxNotes(head.headers, this.#findings),
      text, textFrom, hasHtml: htmls.length > 0, bodies: this.#bodies, remote: findRemoteContent(htmls, people),
      attachments: this.#attachments.map((attachment) => (shownWithin.has(attachment.contentId) ? { ...attachment, isInline: true } : attachment)),
      protection: readProtection(structure.multiparts, structure.leaves, text), findings: this.#findings.list(),
    };
  }

  #place(at: number, length: number, linesBefore: number): MailPlace {
    const { packedIn, offset, line, start } = this.#raw;
    return packedIn ?? { line: line + linesBefore, offset: offset + at - start, length };
  }

  #bytesOf(leaf: MailLeaf): Uint8Array {
    const own = this.#raw.bytes.subarray(leaf.bodyStart, leaf.bodyEnd);
    if (!this.#raw.isQuoted) return own;
    const { bytes, count } = unquoteFromLines(own);
    this.#unquoted += count;
    return bytes;
  }

  #encodingOf(leaf: MailLeaf): string {
    if (!isKnownEncoding(leaf.encoding)) this.#findings.add('encoding-unknown', leaf.encoding);
    return leaf.encoding;
  }

  *#readBody(leaf: MailLeaf): Generator<MailFilePiece> {
    const encoding = this.#encodingOf(leaf);
    const { bytes, isSound } = decodeWhole(this.#bytesOf(leaf), encoding);
    if (!isSound) this.#findings.add('encoding-broken', leaf.number);
    const kind = leaf.type === 'text/html' ? 'html' : 'plain';
    const rest = kind === 'plain' ? yield* this.#takeUuBlocks(leaf, bytes) : bytes;
    const charsetAsClaimed = clipped(leaf.content.parameters.get('charset') ?? '', 100);
    const { text, charset, problem } = readText(rest, charsetAsClaimed);
    if (problem !== null) this.#findings.add(problem, charsetAsClaimed);
    const isFlowed = kind === 'plain' && leaf.content.parameters.get('format')?.toLowerCase() === 'flowed';
    this.#texts.push({ kind, group: leaf.alternative === '' ? leaf.number : leaf.alternative, text: isFlowed ? unflow(text, leaf.content.parameters.get('delsp')?.toLowerCase() === 'yes') : text });
    this.#bodies.push({ kind, partNumber: leaf.number, charsetAsClaimed, charset, encoding, place: this.#leafPlace(leaf) });
  }

  #leafPlace(leaf: MailLeaf): MailPlace {
    return this.#place(leaf.bodyStart, leaf.bodyEnd - leaf.bodyStart, leaf.line);
  }

  /** Files that stand uuencoded in a plain text become attachments; what is left is the text. */
  *#takeUuBlocks(leaf: MailLeaf, bytes: Uint8Array): Generator<MailFilePiece, Uint8Array<ArrayBufferLike>> {
    if (!mayHoldUuBlock(bytes)) return bytes;
    const characters = bytesAsCharacters(bytes);
    const isAsItStands = leaf.bodyEnd - leaf.bodyStart === bytes.length && leaf.encoding !== 'quoted-printable' && leaf.encoding !== 'base64';
    const left: Uint8Array[] = [];
    let at = 0;
    for (const { name, start, end } of findUuBlocks(characters)) {
      const block = bytes.subarray(start, end);
      if (!decodeWhole(block, 'uuencode').isSound) continue;
      left.push(bytes.subarray(at, start));
      at = end;
      const linesBefore = characters.slice(0, start).split('\n').length - 1;
      const place = isAsItStands ? this.#place(leaf.bodyStart + start, end - start, leaf.line + linesBefore) : this.#leafPlace(leaf);
      yield* this.#giveFile(leaf, { name: clipped(name, 1024), mediaType: '', encoding: 'uuencode', place }, block);
    }
    if (left.length === 0) return bytes;
    left.push(bytes.subarray(at));
    return joinedBytes(left);
  }

  *#readAttachment(leaf: MailLeaf): Generator<MailFilePiece> {
    const name = clipped(leafName(leaf.disposition, leaf.content), 1024);
    if (leaf.disposition.isBroken || leaf.content.isBroken) this.#findings.add('word-not-understood', leaf.number);
    yield* this.#giveFile(leaf, { name, mediaType: leaf.type, encoding: this.#encodingOf(leaf), place: this.#leafPlace(leaf) }, this.#bytesOf(leaf));
  }

  *#giveFile(leaf: MailLeaf, as: Pick<MailAttachment, 'name' | 'mediaType' | 'encoding' | 'place'>, bytes: Uint8Array): Generator<MailFilePiece> {
    const { name, mediaType, encoding, place } = as;
    const kind = attachmentKind(mediaType, name);
    if (kind === 'outlook-package') this.#findings.add('outlook-package', name);
    if (this.#attachments.length >= mailLimits.parts) return;
    const common = {
      name, mediaType, isInline: leaf.disposition.value === 'inline' && encoding !== 'uuencode', contentId: clipped(firstValue(leaf.fields, 'content-id').replace(/^<|>$/g, ''), 1000), kind,
      method: clipped(leaf.content.parameters.get('method') ?? '', 60), partNumber: leaf.number, encoding, place,
    };
    const takenOut = takenOutBy(leaf);
    if (takenOut !== '') {
      this.#findings.add('attachment-taken-out', takenOut);
      this.#attachments.push({ ...common, file: '', absent: 'left-out', sizeBytes: 0, mail: '' });
      return;
    }
    const file = `${this.#raw.id}.f${this.#attachments.length + 1}`;
    let [sizeBytes, isSound] = [0, true];
    for (const piece of decodeTransfer(bytes, encoding)) {
      sizeBytes += piece.bytes.length;
      if (piece.isLast) isSound = piece.isSound;
      yield { part: 'file-piece', id: file, name, bytes: piece.bytes, last: piece.isLast, isSound: piece.isSound };
    }
    if (!isSound) this.#findings.add('encoding-broken', leaf.number);
    const mail = isSound && kind === 'mail' ? this.#openMail(leaf, bytes, encoding, place) : '';
    this.#attachments.push({ ...common, file: isSound ? file : '', absent: isSound ? null : 'not-opened', sizeBytes: isSound ? sizeBytes : 0, mail });
  }

  /** An attached mail, to be read after this one; '' where mails lie too deep in each other. */
  #openMail(leaf: MailLeaf, bytes: Uint8Array, encoding: string, place: MailPlace): string {
    if (!this.#opensMails) {
      this.#findings.add('nested-too-deep', leaf.number);
      return '';
    }
    const { id, path, isQuoted, packedIn, offset, line, start } = this.#raw;
    const mail = `${id}.m${this.within.length + 1}`;
    const stands = encoding === '' || encoding === '7bit' || encoding === '8bit' || encoding === 'binary';
    const common = { id: mail, path, within: id, envelopeLine: '', wholeLength: null };
    if (stands) this.within.push({ ...common, bytes: this.#raw.bytes, start: leaf.bodyStart, end: leaf.bodyEnd, offset: offset + leaf.bodyStart - start, line: line + leaf.line, packedIn, isQuoted });
    else {
      const decoded = decodeWhole(bytes, encoding).bytes;
      this.within.push({ ...common, bytes: decoded, start: 0, end: decoded.length, offset: 0, line: 0, packedIn: packedIn ?? place, isQuoted: false });
    }
    return mail;
  }
}

function readHeadersOnly(bytes: Uint8Array, start: number, end: number): { fields: ReturnType<typeof readHeaders>['fields']; headersCut: boolean } {
  const { fields, isCut } = readHeaders(bytes, start, end);
  return { fields, headersCut: isCut };
}

/** Thunderbird's note in place of an attachment that somebody deleted or saved elsewhere (nsMessenger.cpp): `AttachmentDeleted; date="…"`. '' where it is there. */
function takenOutBy(leaf: MailLeaf): string {
  const altered = firstValue(leaf.fields, 'x-mozilla-altered');
  const isGone = leaf.type === 'text/x-moz-deleted' || altered.startsWith('AttachmentDeleted') || altered.startsWith('AttachmentDetached') || firstValue(leaf.fields, 'x-mozilla-external-attachment-url') !== '';
  return isGone ? altered || leaf.type : '';
}
