import { readHtml, type HtmlPiece } from '../html/cutter';
import { hasClass, shownText, type HtmlElement } from '../html/tree';
import { MessageBatches } from '../conversations/message-batches';
import { NamedFiles } from '../named-files';
import { messageNotUnderstood, stretchNotUnderstood } from '../not-understood';
import type { NeutralMessage, NeutralPart } from '../parts';
import { Conversations, nobody } from '../conversations/phone-conversations';
import type { Importer } from '../reading';
import type { SourceFile } from '../source';
import { VoiceFiles } from './attachments';
import { saysDeleted, type Card } from './elements';
import { factsOf, isWanted, type FileFacts } from './facts';
import { callOf, callerOf, messageOf, type Page } from './messages';

const ascii = new TextDecoder('windows-1252');

function recognises(head: Uint8Array): boolean {
  let first = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (first < head.length && (head[first] === 0x20 || head[first] === 0x0a || head[first] === 0x0d || head[first] === 0x09)) first += 1;
  if (head[first] !== 0x3c) return false;
  const text = ascii.decode(head);
  if (text.includes('<div class="hChatLog hfeed">')) return true;
  return text.includes('<div class="haudio">') && text.includes('<div class="contributor vcard">') && text.includes('<abbr class="published"');
}

/**
 * The pages of Google Voice in a Google Takeout (`Voice/Calls/*.html`, one for each call and each stretch of a conversation): texts, group conversations, calls, voicemails, recorded calls. Google documents none
 * of it; after the pages that wjcarpenter/gvoice-sms-takeout-xml and psanford/google-voice-takeout-parser keep as tests, and these two readers.
 *
 * One conversation for each set of numbers. A stretch in which only the owner wrote names the other by name alone: it stays a conversation of its own, for a name may have several numbers.
 */
export const googleVoice: Importer = {
  kind: 'google-voice',
  recognises,
  question: null,
  async *read(files, source) {
    const conversations = new Conversations('google-voice');
    const named = new NamedFiles('google-voice', source);
    const voiceFiles = new VoiceFiles(source, named);
    const batches = new MessageBatches(named);
    for (const file of files) {
      const facts = await factsOf(file, (number) => conversations.learnOwn(number));
      yield* readPage(file, facts, { conversations, voiceFiles, batches });
      yield* batches.flush();
    }
  },
  mayBeTruncated: () => false,
};

interface Reading {
  readonly conversations: Conversations;
  readonly voiceFiles: VoiceFiles;
  readonly batches: MessageBatches;
}

async function* readPage(file: SourceFile, facts: FileFacts, { conversations, voiceFiles, batches }: Reading): AsyncGenerator<NeutralPart> {
  const attachment = voiceFiles.of(file, facts.named);
  /** Null when there are more conversations than are told apart. */
  const pageWith = (cards: readonly Card[], isDeleted: boolean): { page: Page; begun: NeutralPart[] } | null => {
    for (const { number, name } of cards) if (number !== '') conversations.learnName(number, name);
    const found = conversations.with({ key: null, addresses: cards.map(({ number, name }) => number || name), contactName: '', isByName: cards.every(({ number }) => number === '') }, 'Google Voice', nobody);
    return found && { page: { conversation: found.conversation, isDeleted, attachment }, begun: found.begun === null ? [] : [found.begun] };
  };
  for await (const pieces of readHtml(file.bytes(), isWanted)) {
    for (const piece of pieces) {
      const place = { sourceLine: piece.line, sourceOffset: piece.offset, sourceLength: piece.length };
      if (piece.kind !== 'element') {
        yield* batches.flush();
        yield stretchNotUnderstood(file.path, piece.kind === 'outside' ? piece.text : '', piece);
        continue;
      }
      const { element } = piece;
      const isCall = hasClass(element, 'haudio');
      if (!isCall && !hasClass(element, 'message') && !hasClass(element, 'noteContainer')) continue;
      const caller = isCall ? callerOf(element) : null;
      const opened = pageWith(isCall ? (caller === null || caller.number + caller.name === '' ? [] : [caller]) : facts.others, isCall ? isDeletedCall(element) : facts.isDeleted);
      if (opened === null) {
        yield stretchNotUnderstood(file.path, shownText(element), piece);
        continue;
      }
      const { page, begun } = opened;
      yield* begun;
      yield* batches.add(page.conversation.key, file.path, readElement(piece, page, place));
    }
  }
}

function readElement(piece: HtmlPiece & { kind: 'element' }, page: Page, place: Pick<NeutralMessage, 'sourceLine' | 'sourceOffset' | 'sourceLength'>): NeutralMessage {
  const { element, isWhole } = piece;
  const read = !isWhole || hasClass(element, 'noteContainer') ? null : hasClass(element, 'haudio') ? callOf(element, page, place) : messageOf(element, page, place);
  return read ?? messageNotUnderstood(shownText(element), piece);
}

function isDeletedCall(element: HtmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string' && hasClass(child, 'deletedStatusContainer') && saysDeleted(child));
}
