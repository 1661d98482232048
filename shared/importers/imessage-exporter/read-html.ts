import { NamedFiles, noFiles } from '../named-files';
import { readHtml, type HtmlPiece } from '../html/cutter';
import { hasClass } from '../html/tree';
import { clipped } from '../bytes/clipped';
import { flagList } from '../conversations/empty-message';
import { handleIn, keyOfFile, titleOfPath } from '../conversations/file-conversation';
import { MessageBatches } from '../conversations/message-batches';
import type { NeutralMessage, NeutralParticipant, NeutralPart } from '../parts';
import type { SourceFile } from '../source';
import { readAnnouncement, readPageMessage, type PageMessage } from './html-message';

/** Replies that wait for their own place in the page. */
const mostWaiting = 5000;
const longestQuote = 2000;
const mostDrawings = 10;
export const service = 'Apple Messages';

/** Whether a document is a page of imessage-exporter: told by the classes of its first message, which no other exporter uses together. */
export function isPage(head: Uint8Array): boolean {
  if (head[0] !== 0x3c) return false;
  const text = new TextDecoder().decode(head);
  if (!text.startsWith('<html>')) return false;
  const body = text.slice(Math.max(0, text.indexOf('</style>')));
  return /<div class ?="(?:sent [^"<>]{1,80}|received|announcement)">/.test(body) && body.includes('<span class="timestamp">');
}

/** The elements of a page that are read. */
export function isPageElement(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (name !== 'div') return false;
  const [kind] = (attributes.get('class') ?? '').trim().split(/\s+/);
  return kind === 'message' || kind === 'announcement';
}

/**
 * Reads one page of imessage-exporter. A reply stands twice: within the thread it belongs to, and in its own place; it becomes one message, in its own place, with what it answers. A reply
 * that has no place of its own (the export was cut to some dates) comes at the end.
 */
export async function* readPage(file: SourceFile, place: number, files: NamedFiles): AsyncGenerator<NeutralPart> {
  const key = keyOfFile(file.path, place);
  yield { part: 'conversation', key, title: titleOfPath(file.path), service, participants: await participantsOf(file) };
  const waiting = new Map<string, { reply: PageMessage; quoted: { sender: string; text: string } }>();
  const batch = new MessageBatches(files);
  for await (const pieces of readHtml(file.bytes(), isPageElement)) {
    for (const piece of pieces) {
      if (piece.kind !== 'element') {
        yield* batch.flush();
        yield { part: 'not-understood', path: file.path, text: piece.kind === 'outside' ? piece.text : '', sourceLine: piece.line, sourceOffset: piece.offset, sourceLength: piece.length };
        continue;
      }
      if (hasClass(piece.element, 'announcement')) {
        yield* batch.add(key, file.path, readAnnouncement(piece.element, piece));
        continue;
      }
      const read = readPageMessage(piece.element, piece, files, file);
      const known = waiting.get(read.identity);
      waiting.delete(read.identity);
      const message = { ...(await withDrawings(read, file, files)), quoted: known?.quoted ?? null, ...cutShort(piece) };
      yield* batch.add(key, file.path, message);
      if (read.drawings.length > 0) yield* batch.flush();
      for (const reply of read.replies) waiting.set(reply.identity, { reply, quoted: { sender: read.message.sender, text: clipped(read.message.text, longestQuote) } });
      for (const [identity, { reply, quoted }] of waiting) {
        if (waiting.size <= mostWaiting) break;
        waiting.delete(identity);
        yield* batch.add(key, file.path, alone(reply, quoted));
      }
    }
  }
  for (const { reply, quoted } of waiting.values()) yield* batch.add(key, file.path, alone(reply, quoted));
  yield* batch.flush();
}

/** A message that the page does not hold to its end is not taken for what it says. */
function cutShort(piece: HtmlPiece & { kind: 'element' }): Partial<NeutralMessage> {
  return piece.isWhole ? {} : { kind: 'not-understood', sender: '', at: '', flags: [], quoted: null, reactions: [] };
}

function alone(reply: PageMessage, quoted: { sender: string; text: string }): NeutralMessage {
  return reply.message.kind === 'message' ? { ...reply.message, flags: flagList(new Set([...reply.message.flags, 'reply'])), quoted } : reply.message;
}

/** With what is drawn in the page itself: an SVG picture each, as its bytes stand there. */
async function withDrawings(read: PageMessage, file: SourceFile, files: NamedFiles): Promise<NeutralMessage> {
  if (read.drawings.length === 0) return read.message;
  const attachments = [...read.message.attachments];
  for (const { offset, end } of read.drawings.slice(0, mostDrawings)) {
    attachments.push(files.inside('drawing.svg', await bytesOf(file, offset, end - offset)));
  }
  return { ...read.message, attachments: attachments.slice(0, 200) };
}

async function bytesOf(file: SourceFile, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  for await (const piece of file.bytes(offset)) {
    const taken = piece.subarray(0, length - filled);
    bytes.set(taken, filled);
    filled += taken.length;
    if (filled === length) break;
  }
  return bytes;
}

/** Who writes on the first of the page. Only what somebody sent is marked as the owner's, so a page in which the owner does not write at first names no owner. */
async function participantsOf(file: SourceFile): Promise<NeutralParticipant[]> {
  const found = new Map<string, NeutralParticipant>();
  const head = await file.head();
  async function* first(): AsyncGenerator<Uint8Array> {
    yield head;
  }
  const files = new NamedFiles('imessage-exporter', noFiles);
  for await (const pieces of readHtml(first(), isPageElement)) {
    for (const piece of pieces) {
      if (piece.kind !== 'element' || !piece.isWhole || hasClass(piece.element, 'announcement')) continue;
      const { message, isFromOwner } = readPageMessage(piece.element, piece, files, file);
      if (message.kind !== 'message' || found.size >= 200) continue;
      const known = found.get(message.sender);
      found.set(message.sender, { name: message.sender, handle: handleIn(message.sender), isOwner: isFromOwner || known?.isOwner === true });
    }
  }
  return [...found.values()];
}
