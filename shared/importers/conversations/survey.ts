import { conversationsListed, type ConversationFound, type SourcePreview } from '../../model/source-preview';
import { clipped } from '../bytes/clipped';
import { shownPath } from '../file-names';
import { type ConversationSourceKind, TimeBasis } from '../../model/message-facts';
import { type NeutralMessage } from '../parts';
import type { ReadPart } from '../read-part';
import { titleFromNames } from './title-from-names';

const participantsListed = 200;
/** Names counted in one conversation, and in all of a source; whoever comes later is not listed in the preview. */
const mostNames = 5_000;
const mostNamesOfAll = 200_000;
const samplesShown = 20;
const firstShown = 5;

type Part<Name extends ReadPart['part']> = Extract<ReadPart, { part: Name }>;

class Found {
  readonly names = new Map<string, { handle: string; isOwner: boolean; count: number }>();
  readonly counts = { message: 0, system: 0, 'not-understood': 0 };
  callCount = 0;
  readonly attachments = { present: 0, leftOut: 0, notThere: 0, notOpened: 0 };
  firstAt = '';
  lastAt = '';
  readonly bases = new Set<TimeBasis>();
  readonly firstMessages: ConversationFound['firstMessages'] = [];
  readonly notUnderstoodSample: ConversationFound['notUnderstoodSample'] = [];

  constructor(readonly part: Part<'conversation'>) {
    for (const { name, handle, isOwner } of part.participants) if (!this.names.has(name)) this.names.set(name, { handle, isOwner, count: 0 });
  }
}

const absentAs = { 'left-out': 'leftOut', 'not-there': 'notThere', 'not-opened': 'notOpened' } as const;

/**
 * Counts what a reading gives, of any kind, for the preview of a source. Keeps counts, names and a few examples: its memory hangs on the number of conversations and people, not on that of messages.
 */
export class Survey {
  readonly #found = new Map<string, Found>();
  #namesOfAll = 0;
  #notUnderstoodCount = 0;
  readonly #notUnderstoodSample: SourcePreview['notUnderstoodSample'] = [];
  /** Files that a message named and that are still to come, with their conversation; and those that came before they were named. */
  readonly #awaited = new Map<string, Found[]>();
  readonly #came = new Map<string, boolean>();

  /** `pathOf`: where a part was read, for showing. */
  constructor(private readonly pathOf: (file: number, entryName: string) => string) {}

  get conversationCount(): number {
    return this.#found.size;
  }

  add(part: Exclude<ReadPart, { part: 'mail' | 'locations' }>): void {
    switch (part.part) {
      case 'conversation': return this.#conversation(part);
      case 'messages': return this.#messages(part);
      case 'not-understood': return this.#notUnderstood(part);
      default: return part satisfies never;
    }
  }

  /** A file that messages name has come whole, or could not be read. */
  file(id: string, isSound: boolean): void {
    const waiting = this.#awaited.get(id);
    if (!isSound || !waiting) this.#came.set(id, isSound);
    this.#awaited.delete(id);
    for (const { attachments } of isSound ? [] : (waiting ?? [])) {
      attachments.present -= 1;
      attachments.notOpened += 1;
    }
  }

  /**
   * `isOpen`: whether the order of day and month in a conversation of this kind waits for her answer. `mayBeTruncated`: whether so many messages look cut off by the exporter.
   */
  result(isOpen: (kind: ConversationSourceKind) => boolean, mayBeTruncated: (kind: ConversationSourceKind, count: number, hasAttachments: boolean) => boolean): Pick<SourcePreview, 'conversationCount' | 'conversations' | 'notUnderstoodCount' | 'notUnderstoodSample'> {
    const conversations = [...this.#found.values()].slice(0, conversationsListed).map((found): ConversationFound => {
      const { part, names, counts, attachments } = found;
      const participants = [...names].map(([name, of]) => ({ name, ...of })).sort((a, b) => b.count - a.count).slice(0, participantsListed);
      const waits = part.dateOrder === undefined && isOpen(part.kind);
      return {
        key: part.key, kind: part.kind, title: part.title || titleFromNames(participants.filter(({ isOwner }) => !isOwner).map(({ name }) => name)), service: part.service, participants,
        messageCount: counts.message, systemCount: counts.system, callCount: found.callCount, notUnderstoodCount: counts['not-understood'], attachments: { ...attachments },
        firstAt: waits ? '' : found.firstAt, lastAt: waits ? '' : found.lastAt, bases: TimeBasis.options.filter((basis) => found.bases.has(basis)),
        mayBeTruncated: mayBeTruncated(part.kind, counts.message + counts.system, attachments.present + attachments.notOpened > 0),
        firstMessages: found.firstMessages, notUnderstoodSample: found.notUnderstoodSample,
      };
    });
    return { conversationCount: this.#found.size, conversations, notUnderstoodCount: this.#notUnderstoodCount, notUnderstoodSample: this.#notUnderstoodSample };
  }

  #conversation(part: Part<'conversation'>): void {
    if (!this.#found.has(part.key)) this.#found.set(part.key, new Found(part));
  }

  #messages(part: Part<'messages'>): void {
    const found = this.#found.get(part.key);
    if (!found) return;
    for (const message of part.messages) this.#message(found, message);
  }

  #message(found: Found, message: NeutralMessage): void {
    found.counts[message.kind] += 1;
    if (message.kind === 'not-understood') {
      if (found.notUnderstoodSample.length < samplesShown) found.notUnderstoodSample.push({ line: message.sourceLine, text: clipped(message.text, 300) });
      return;
    }
    if (message.call) found.callCount += 1;
    if (message.at !== '') {
      if (found.firstAt === '' || message.at < found.firstAt) found.firstAt = message.at;
      if (message.at > found.lastAt) found.lastAt = message.at;
      found.bases.add(message.basis);
    }
    for (const { file, absent } of message.attachments) {
      if (absent) found.attachments[absentAs[absent]] += 1;
      else if (file !== '') this.#attachment(found, file);
    }
    if (message.kind !== 'message') return;
    this.#name(found, message.sender);
    if (found.firstMessages.length < firstShown) found.firstMessages.push({ sender: message.sender, atAsWritten: message.atAsWritten, text: clipped(message.text, 300) });
  }

  #attachment(found: Found, file: string): void {
    const came = this.#came.get(file);
    found.attachments[came === false ? 'notOpened' : 'present'] += 1;
    // One that came whole is forgotten when it is named: there may be very many, each named once.
    if (came) this.#came.delete(file);
    if (came !== undefined) return;
    const waiting = this.#awaited.get(file);
    if (waiting) waiting.push(found);
    else this.#awaited.set(file, [found]);
  }

  #name(found: Found, name: string): void {
    const known = found.names.get(name);
    if (known) known.count += 1;
    else if (found.names.size < mostNames && this.#namesOfAll < mostNamesOfAll) {
      this.#namesOfAll += 1;
      found.names.set(name, { handle: '', isOwner: false, count: 1 });
    }
  }

  #notUnderstood(part: Part<'not-understood'>): void {
    this.#notUnderstoodCount += 1;
    if (this.#notUnderstoodSample.length >= samplesShown) return;
    this.#notUnderstoodSample.push({ path: shownPath(this.pathOf(part.file, part.entryName)), line: part.sourceLine, text: clipped(part.text, 300) });
  }
}
