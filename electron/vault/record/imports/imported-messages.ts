import { Refusal } from '../../../../shared/contract/errors';
import type { ConversationSourceKind } from '../../../../shared/model/message-facts';
import type { NeutralMessage } from '../../../../shared/importers/parts';
import type { ReadPart } from '../../../../shared/importers/read-part';
import type { DateOrder } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { SqlValue, Transaction } from '../../store/store';
import { absentNumbers, basisNumbers, firstPlace, placesEach } from '../conversations/conversations';
import type { ComingConversation, Importing } from './importing';
import type { RecordContext } from '../record-context';
import { oneRow } from '../rows';
import { signWords } from '../search/search-query';

/** Rows in one statement: few different statements, so that each is compiled once. SQLite takes 32,766 parameters; 17 a message. */
const rowsAtOnce = [500, 50, 8, 1] as const;

type Placed = { message: NeutralMessage; sourceNumber: number };

/** Stores what the reader found, out of sight. Refuses `not-found` for an import that is over or failed, `limit-exceeded`, and as `transact`. Returns how many messages the import holds now. */
export async function addParts(context: RecordContext, importing: Importing, parts: readonly ReadPart[]): Promise<number> {
  if (importing.failure !== null) throw new Refusal('not-found');
  try {
    return await context.store.transact((transaction) => {
      oneRow(transaction, `SELECT id FROM import WHERE id = ? AND ready = 0`, [importing.id]);
      const coming = new Map<ComingConversation, Placed[]>();
      for (const part of parts) takePart(context, transaction, importing, part, coming);
      // Upwards: the index would write out its words at every step back.
      for (const [conversation, messages] of [...coming].sort(([a], [b]) => a.start - b.start)) storeMessages(context, transaction, conversation, messages);
      for (const messages of coming.values()) importing.stored += messages.length;
      return importing.stored;
    });
  } catch (error) {
    importing.failure = error;
    throw error;
  }
}

function takePart(context: RecordContext, transaction: Transaction, importing: Importing, part: ReadPart, coming: Map<ComingConversation, Placed[]>): void {
  switch (part.part) {
    case 'conversation': {
      if (importing.conversations.has(part.key)) throw new Refusal('bad-call');
      if (importing.isWanted(part.key)) beginConversation(context, transaction, importing, part);
      else importing.conversations.set(part.key, null);
      return;
    }
    case 'messages': {
      const conversation = importing.conversations.get(part.key);
      if (conversation === undefined) throw new Refusal('bad-call');
      if (conversation === null) return;
      const sourceNumber = conversation.sourceNumber(importing.sourceOf(part));
      const messages = coming.get(conversation) ?? [];
      for (const message of part.messages) messages.push({ message, sourceNumber });
      coming.set(conversation, messages);
      return;
    }
    case 'not-understood': {
      importing.sourceOf(part);
      transaction.run(`INSERT INTO import_unclear (import_id, number, source, entry_name, text, line, offset, length, said, read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
        importing.id, importing.unclearCount, part.file, withoutNul(part.entryName), withoutNul(part.text), part.sourceLine, part.sourceOffset, part.sourceLength, part.counts?.said ?? null, part.counts?.read ?? null,
      ]);
      importing.unclearCount += 1;
    }
  }
}

function beginConversation(context: RecordContext, transaction: Transaction, importing: Importing, said: Extract<ReadPart, { part: 'conversation' }>): void {
  const id = context.newId();
  const { key, title, kind, service, dateOrder } = importing.whatIsSaid(said);
  importing.begin(said, id, emptyConversation(context, transaction, { id, importId: importing.id, key, title, kind, service, dateOrder }));
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

function storeMessages(context: RecordContext, transaction: Transaction, conversation: ComingConversation, placed: readonly Placed[]): void {
  const first = conversation.start + conversation.count;
  if (conversation.count + placed.length >= placesEach) throw new Refusal('limit-exceeded');
  for (const { message } of placed) conversation.add(message);
  insertRows(transaction, `INSERT INTO message (place, id, kind, sender, at, offset_minutes, basis, at_as_written, text, signs, flags, details, source_number, source_line, source_offset, source_length) VALUES`, 16, placed.length, (values, i) => {
    const { message, sourceNumber } = placed[i] as Placed;
    values.push(
      first + i, context.newId(), message.kind, withoutNul(message.sender), message.at, message.offsetMinutes, basisNumbers[message.basis], withoutNul(message.atAsWritten), withoutNul(message.text), signWords(message.text),
      message.flags.length === 0 ? '[]' : JSON.stringify(message.flags), detailsOf(message), sourceNumber, message.sourceLine, message.sourceOffset, message.sourceLength,
    );
  });
  const attached = placed.flatMap(({ message }, i) => message.attachments.map((attachment, number) => ({ ...attachment, number, place: first + i })));
  insertRows(transaction, `INSERT INTO message_attachment (place, number, name, document_id, absent, file) VALUES`, 6, attached.length, (values, i) => {
    const { place, number, name, file, absent } = attached[i] as (typeof attached)[number];
    values.push(place, number, withoutNul(name), null, file === '' ? absentNumbers[absent ?? 'not-there'] : null, withoutNul(file));
  });
  if (!conversation.isIndexed) return;
  indexMessages(transaction, first, first + placed.length);
  conversation.indexedCount = conversation.count;
}

/** Puts the words of messages at places [from, to) into the index. */
export function indexMessages(transaction: Transaction, from: number, to: number): void {
  transaction.run(`INSERT INTO message_index (docid, text, signs) SELECT place, text, signs FROM message WHERE place >= ? AND place < ? ORDER BY place`, [from, to]);
}

function insertRows(transaction: Transaction, insert: string, columns: number, count: number, push: (values: SqlValue[], row: number) => void): void {
  for (let from = 0; from < count;) {
    const rows = rowsAtOnce.find((size) => size <= count - from) ?? 1;
    const values: SqlValue[] = [];
    for (let row = from; row < from + rows; row += 1) push(values, row);
    transaction.run(statementFor(insert, columns, rows), values);
    from += rows;
  }
}

const statements = new Map<string, string>();

function statementFor(insert: string, columns: number, rows: number): string {
  const known = statements.get(`${rows} ${insert}`);
  if (known !== undefined) return known;
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const sql = `${insert} ${Array.from({ length: rows }, () => row).join(', ')}`;
  statements.set(`${rows} ${insert}`, sql);
  return sql;
}

/** What few messages have. */
function detailsOf({ quoted, reactions, call, line }: NeutralMessage): string | null {
  if (quoted === null && reactions.length === 0 && call === null && line === undefined) return null;
  return JSON.stringify({ ...(quoted !== null && { quoted }), ...(reactions.length > 0 && { reactions }), ...(call !== null && { call }), ...(line !== undefined && { line }) });
}

/** SQLite would end a text at NUL. The source keeps the byte; the record shows that something stood there. */
export function withoutNul(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '\uFFFD') : text;
}
