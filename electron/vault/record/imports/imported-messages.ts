import { Refusal } from '../../../../shared/contract/errors';
import type { ConversationSourceKind } from '../../../../shared/model/message-facts';
import type { NeutralMessage } from '../../../../shared/importers/parts';
import type { DateOrder } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { SqlValue, Transaction } from '../../store/store';
import { absentNumbers, basisNumbers, firstPlace, placesEach } from '../conversations/conversations';
import type { ComingConversation } from './coming-conversation';
import { insertRows, question } from './insert-rows';
import type { RecordContext } from '../record-context';
import { signWords } from '../search/search-query';
import { withoutNul } from './without-nul';

export interface PlacedMessage {
  readonly message: NeutralMessage;
  readonly sourceNumber: number;
}

/** Makes room for a conversation of an import, out of sight. Returns where its messages begin among all messages. */
export function emptyConversation(context: RecordContext, transaction: Transaction, made: { id: Id; importId: Id; key: string | null; title: string; kind: ConversationSourceKind; service: string; dateOrder: DateOrder | null }): number {
  transaction.run(
    `INSERT INTO conversation (id, import_id, key, ready, title, kind, service, sources, participants, message_count, call_count, first_at, last_at, bases, date_order, imported_utc, may_be_truncated, not_understood_count)
     VALUES (?, ?, ?, 0, ?, ?, ?, '[]', '[]', 0, 0, '', '', '[]', ?, ?, 0, 0)`,
    [made.id, made.importId, made.key === null ? null : withoutNul(made.key), withoutNul(made.title), made.kind, withoutNul(made.service), made.dateOrder, context.now()],
  );
  transaction.run(`INSERT INTO conversation_number (conversation_id) VALUES (?)`, [made.id]);
  return firstPlace(transaction, made.id);
}

/** Puts messages behind those that a conversation has already. Refuses `limit-exceeded`. */
export function storeMessages(transaction: Transaction, conversation: ComingConversation, placed: readonly PlacedMessage[]): void {
  const already = conversation.count;
  const first = conversation.start + already;
  if (conversation.count + placed.length >= placesEach) throw new Refusal('limit-exceeded');
  for (const { message } of placed) conversation.add(message);
  const plain: StoredRow[] = [];
  const others: StoredRow[] = [];
  placed.forEach(({ message, sourceNumber }, i) => {
    const row = { place: first + i, id: conversation.messageId(already + i), message, sourceNumber, signs: signWords(message.text), details: detailsOf(message) };
    (message.kind === 'message' && message.flags.length === 0 && row.details === null && row.signs === '' ? plain : others).push(row);
  });
  insertRows(transaction, `INSERT INTO message (${always}, kind, signs, flags, details) VALUES`, `${question(12)}, 'message', '', '[]', NULL`, plain.length, (values, i) => pushAlways(values, plain[i] as StoredRow));
  insertRows(transaction, `INSERT INTO message (${always}, kind, signs, flags, details) VALUES`, question(16), others.length, (values, i) => {
    const row = others[i] as StoredRow;
    pushAlways(values, row);
    values.push(row.message.kind, row.signs, JSON.stringify(row.message.flags), row.details);
  });
  const attached = placed.flatMap(({ message }, i) => message.attachments.map((attachment, number) => ({ ...attachment, number, place: first + i })));
  insertRows(transaction, `INSERT INTO message_attachment (place, number, name, document_id, absent, file) VALUES`, question(6), attached.length, (values, i) => {
    const { place, number, name, file, absent } = attached[i] as (typeof attached)[number];
    values.push(place, number, withoutNul(name), null, file === '' ? absentNumbers[absent ?? 'not-there'] : null, withoutNul(file));
  });
  if (conversation.isIndexed && conversation.count - conversation.indexedCount >= indexedAtOnce) indexRest(transaction, conversation);
}

/** Every message has these; nearly all have nothing else to say, and each value that is not handed over saves its way into SQLite and into the journal. */
const always = 'place, id, sender, at, offset_minutes, basis, at_as_written, text, source_number, source_line, source_offset, source_length';

interface StoredRow extends PlacedMessage { readonly place: number; readonly id: Id; readonly signs: string; readonly details: string | null }

function pushAlways(values: SqlValue[], { place, id, message, sourceNumber }: StoredRow): void {
  values.push(
    place, id, withoutNul(message.sender), message.at, message.offsetMinutes, basisNumbers[message.basis], withoutNul(message.atAsWritten), withoutNul(message.text),
    sourceNumber, message.sourceLine, message.sourceOffset, message.sourceLength,
  );
}

/**
 * Messages whose words go into the index in one save: each save writes out what it gathered and merges it with what is there, so few large ones cost less than many small ones. So many take
 * a seventh of a second beside what the save does otherwise, for which a save of hers may wait.
 */
const indexedAtOnce = 10_000;

function indexRest(transaction: Transaction, conversation: ComingConversation): void {
  indexMessages(transaction, conversation.start + conversation.indexedCount, conversation.start + conversation.count);
  conversation.indexedCount = conversation.count;
}

/** Puts into the index what is not yet there of conversations that stay in their order, upwards; her own saves come in between. `isOver`: true ends it with `cancelled`. */
export async function indexAll(context: RecordContext, conversations: readonly ComingConversation[], isOver: () => boolean): Promise<void> {
  const waiting = conversations.filter(({ indexedCount, count }) => indexedCount < count).sort((a, b) => a.start - b.start);
  while (waiting.length > 0) {
    if (isOver()) throw new Refusal('cancelled');
    await context.store.transact((transaction) => {
      for (let done = 0; done < indexedAtOnce && waiting.length > 0;) {
        const conversation = waiting.shift() as ComingConversation;
        done += conversation.count - conversation.indexedCount;
        indexRest(transaction, conversation);
      }
    });
  }
}

/** Puts the words of messages at places [from, to) into the index. */
export function indexMessages(transaction: Transaction, from: number, to: number): void {
  transaction.run(`INSERT INTO message_index (docid, text, signs) SELECT place, text, signs FROM message WHERE place >= ? AND place < ? ORDER BY place`, [from, to]);
}

/** What few messages have. */
function detailsOf({ quoted, reactions, call, line }: NeutralMessage): string | null {
  if (quoted === null && reactions.length === 0 && call === null && line === undefined) return null;
  return JSON.stringify({ ...(quoted !== null && { quoted }), ...(reactions.length > 0 && { reactions }), ...(call !== null && { call }), ...(line !== undefined && { line }) });
}
