import { Refusal } from '../../../../shared/contract/errors';
import { titleFromNames } from '../../../../shared/importers/conversations/title-from-names';
import type { NeutralParticipant } from '../../../../shared/importers/parts';
import type { ReadPart } from '../../../../shared/importers/read-part';
import type { Participant } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import { TimeBasis } from '../../../../shared/model/message-facts';
import type { ImportChoices } from '../../../../shared/model/source-preview';
import type { Transaction } from '../../store/store';
import { absentNumbers, getConversation, placesEach } from '../conversations/conversations';
import { putInOrder } from '../conversations/message-order';
import { canonicalJson } from '../history/canonical-json';
import { appendHistory } from '../history/history';
import { arriveInInbox } from '../inbox/inbox';
import type { RecordContext } from '../record-context';
import { countOf } from '../rows';
import { ComingConversation } from './coming-conversation';
import { emptyConversation, indexAll, storeMessages, type PlacedMessage } from './imported-messages';
import type { ImportSession } from './session';
import { withoutNul } from './without-nul';

/** Most conversations of one import. */
const mostConversations = 20_000;

type Said = Extract<ReadPart, { part: 'conversation' }>;
type Messages = Extract<ReadPart, { part: 'messages' }>;

/** The conversations of an import on their way in. */
export class ConversationsIn {
  /** Messages of the import so far. */
  stored = 0;
  /** Null: not chosen, or brought in before. */
  readonly #coming = new Map<string, ComingConversation | null>();
  readonly #chosen: Map<string, NonNullable<ImportChoices['conversations']>[number]> | null;

  /** `knownKeys`: of conversations that were brought in from the very same files before. */
  constructor(private readonly session: ImportSession, private readonly knownKeys: ReadonlySet<string>) {
    const { conversations } = session.choices;
    this.#chosen = conversations === null ? null : new Map(conversations.map((chosen) => [chosen.key, chosen]));
  }

  /** Stores what of these parts is of conversations, out of sight. Refuses `bad-call` for a conversation used before it is said, and `limit-exceeded`. */
  take(context: RecordContext, transaction: Transaction, parts: readonly ReadPart[]): void {
    const coming = new Map<ComingConversation, PlacedMessage[]>();
    for (const part of parts) {
      if (part.part === 'conversation') this.#begin(context, transaction, part);
      else if (part.part === 'messages') this.#gather(part, coming);
    }
    // Upwards: the index would write out its words at every step back.
    for (const [conversation, messages] of [...coming].sort(([a], [b]) => a.start - b.start)) {
      storeMessages(transaction, conversation, messages);
      this.stored += messages.length;
    }
  }

  /** In several saves of its own: messages that came out of order are put in order, and what is not yet in the index is put there. */
  async settle(context: RecordContext, isOver: () => boolean): Promise<void> {
    for (const conversation of this.#whole()) if (conversation.isOutOfOrder) await putInOrder(context, this.session.id, conversation, isOver);
    await indexAll(context, this.#whole(), isOver);
  }

  /** Shows those of which messages came; gives their ids. `mayBeTruncated`: keys. */
  finish(context: RecordContext, transaction: Transaction, mayBeTruncated: ReadonlySet<string>): Id[] {
    for (const [key, conversation] of this.#coming) {
      if (conversation === null) continue;
      if (conversation.count === 0) removeConversation(transaction, conversation.id, conversation.start);
      else this.#finish(context, transaction, conversation, mayBeTruncated.has(key));
    }
    return this.#whole().map(({ id }) => id);
  }

  note(context: RecordContext, transaction: Transaction, ids: readonly Id[]): void {
    const hashOf = new Map(this.session.sealed.map(({ documentId, sha256 }) => [documentId, sha256]));
    for (const id of ids) {
      const { title, kind, sources, messageCount, dateOrder, notUnderstoodCount, importedUtc } = getConversation(transaction, id);
      arriveInInbox(transaction, 'conversation', id, importedUtc);
      appendHistory(context, transaction, 'conversation-imported', 'conversation', id, {
        title, kind, importId: this.session.id, messageCount, dateOrder, notUnderstoodCount, sources: sources.map(({ documentId, entryName }) => ({ documentId, entryName, sha256: hashOf.get(documentId) ?? null })),
      });
    }
  }

  /** Whether it passed over some that were brought in before, or were not wanted. */
  get hasPassedOver(): boolean {
    return [...this.#coming.values()].includes(null);
  }

  #begin(context: RecordContext, transaction: Transaction, said: Said): void {
    if (this.#coming.has(said.key)) throw new Refusal('bad-call');
    if (this.#coming.size >= mostConversations) throw new Refusal('limit-exceeded');
    const chosen = this.#chosen?.get(said.key);
    if (this.knownKeys.has(said.key) || (this.#chosen !== null && chosen === undefined)) return void this.#coming.set(said.key, null);
    const id = context.newId();
    const start = emptyConversation(context, transaction, { id, importId: this.session.id, key: said.key, title: chosen?.title || said.title, kind: said.kind, service: said.service, dateOrder: said.dateOrder ?? null });
    const conversation = new ComingConversation(id, said.kind, chosen === undefined ? null : { name: chosen.meName }, start, context.newId());
    for (const participant of said.participants) conversation.name(participant);
    this.#coming.set(said.key, conversation);
  }

  #gather(part: Messages, coming: Map<ComingConversation, PlacedMessage[]>): void {
    const conversation = this.#coming.get(part.key);
    if (conversation === undefined) throw new Refusal('bad-call');
    if (conversation === null) return;
    const sourceNumber = conversation.sourceNumber(this.session.sourceOf(part));
    const messages = coming.get(conversation) ?? [];
    for (const message of part.messages) messages.push({ message, sourceNumber });
    coming.set(conversation, messages);
  }

  /** What came of it: conversations with something in them. */
  #whole(): ComingConversation[] {
    return [...this.#coming.values()].filter((conversation) => conversation !== null).filter(({ count }) => count > 0);
  }

  /** By file, which program wrote what lies in it. */
  kinds(): Map<Id, ComingConversation['kind']> {
    return new Map(this.#whole().flatMap(({ kind, sources }) => sources.map(({ documentId }) => [documentId, kind] as const)));
  }

  #finish(context: RecordContext, transaction: Transaction, conversation: ComingConversation, mayBeTruncated: boolean): void {
    const within = [conversation.start, conversation.start + placesEach];
    // A document that came before, and was erased meanwhile, is not there any more.
    transaction.run(
      `UPDATE message_attachment SET document_id = (SELECT document.id FROM import_file JOIN document ON document.id = import_file.document_id AND document.status <> 'erased' WHERE import_id = ? AND import_file.file = message_attachment.file)
       WHERE place >= ? AND place < ? AND file <> ''`,
      [this.session.id, ...within],
    );
    transaction.run(`UPDATE message_attachment SET absent = CASE WHEN document_id IS NULL THEN ${absentNumbers['not-opened']} END, file = '' WHERE place >= ? AND place < ? AND file <> ''`, within);
    const isMe = (each: NeutralParticipant): boolean => conversation.isMe(each);
    const participants = [...conversation.participants.values()].map((each): Participant => ({ name: withoutNul(each.name), handle: withoutNul(each.handle), isMe: isMe(each), personId: null })).sort(byName);
    transaction.run(
      `UPDATE conversation SET ready = 1, sources = ?, participants = ?, message_count = ?, call_count = ?, first_at = ?, last_at = ?, bases = ?, may_be_truncated = ?, not_understood_count = ?, imported_utc = ? WHERE id = ?`,
      [
        canonicalJson(conversation.sources.map(({ documentId, entryName }) => ({ documentId, entryName: withoutNul(entryName) }))), canonicalJson(participants), conversation.count, conversation.callCount,
        conversation.firstAt, conversation.lastAt, canonicalJson(TimeBasis.options.filter((basis) => conversation.bases.has(basis))), mayBeTruncated ? 1 : 0, conversation.unclearCount, context.now(), conversation.id,
      ],
    );
    // What the source gives no title is called by who is in it.
    const [{ title } = { title: '' }] = transaction.all<{ title: string }>(`SELECT title FROM conversation WHERE id = ?`, [conversation.id]);
    if (title !== '') return;
    const others = participants.filter(({ isMe: isHer }) => !isHer);
    transaction.run(`UPDATE conversation SET title = ? WHERE id = ?`, [titleFromNames((others.length > 0 ? others : participants).map(({ name, handle }) => name || handle)), conversation.id]);
  }
}

const byName = (a: Participant, b: Participant): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Leaves nothing of the conversations of an import that is not finished. */
export function removeConversations(transaction: Transaction, importId: Id): void {
  const conversations = transaction.all<{ id: string; number: number }>(`SELECT id, number FROM conversation JOIN conversation_number ON conversation_id = id WHERE import_id = ?`, [importId]);
  for (const { id, number } of conversations) removeConversation(transaction, id, number * placesEach);
}

function removeConversation(transaction: Transaction, id: Id, start: number): void {
  const within = [start, start + placesEach];
  if (countOf(transaction, `message WHERE place >= ? AND place < ?`, within) > 0) {
    transaction.run(`DELETE FROM message_index WHERE docid IN (SELECT place FROM message WHERE place >= ? AND place < ?)`, within);
    transaction.run(`DELETE FROM message_attachment WHERE place >= ? AND place < ?`, within);
    transaction.run(`DELETE FROM message WHERE place >= ? AND place < ?`, within);
  }
  transaction.run(`DELETE FROM conversation_number WHERE conversation_id = ?`, [id]);
  transaction.run(`DELETE FROM conversation WHERE id = ?`, [id]);
}
