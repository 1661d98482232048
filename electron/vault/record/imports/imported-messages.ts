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

/** Rows in one statement: few different statements, so that each is compiled once. SQLite takes 32,766 parameters; 16 a message. */
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
  const plain: StoredRow[] = [];
  const others: StoredRow[] = [];
  placed.forEach(({ message, sourceNumber }, i) => {
    const row = { place: first + i, message, sourceNumber, signs: signWords(message.text), details: detailsOf(message) };
    (message.kind === 'message' && message.flags.length === 0 && row.details === null && row.signs === '' ? plain : others).push(row);
  });
  insertRows(transaction, `INSERT INTO message (${always}, kind, signs, flags, details) VALUES`, `${question(12)}, 'message', '', '[]', NULL`, plain.length, (values, i) => pushAlways(context, values, plain[i] as StoredRow));
  insertRows(transaction, `INSERT INTO message (${always}, kind, signs, flags, details) VALUES`, question(16), others.length, (values, i) => {
    const row = others[i] as StoredRow;
    pushAlways(context, values, row);
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

interface StoredRow extends Placed { readonly place: number; readonly signs: string; readonly details: string | null }

function pushAlways(context: RecordContext, values: SqlValue[], { place, message, sourceNumber }: StoredRow): void {
  values.push(
    place, context.newId(), withoutNul(message.sender), message.at, message.offsetMinutes, basisNumbers[message.basis], withoutNul(message.atAsWritten), withoutNul(message.text),
    sourceNumber, message.sourceLine, message.sourceOffset, message.sourceLength,
  );
}

/**
 * Messages whose words go into the index in one save: each save writes out what it gathered and merges it with what is there, so few large ones cost less than many small ones. So many take
 * a tenth of a second, for which a save of hers may wait.
 */
const indexedAtOnce = 5000;

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

const question = (columns: number): string => Array.from({ length: columns }, () => '?').join(', ');

/** `row`: what stands for one row between its brackets. */
function insertRows(transaction: Transaction, insert: string, row: string, count: number, push: (values: SqlValue[], i: number) => void): void {
  for (let from = 0; from < count;) {
    const rows = rowsAtOnce.find((size) => size <= count - from) ?? 1;
    const values: SqlValue[] = [];
    for (let i = from; i < from + rows; i += 1) push(values, i);
    transaction.run(statementFor(insert, row, rows), values);
    from += rows;
  }
}

const statements = new Map<string, string>();

function statementFor(insert: string, row: string, rows: number): string {
  const key = `${rows} ${insert} ${row}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const sql = `${insert} ${Array.from({ length: rows }, () => `(${row})`).join(', ')}`;
  statements.set(key, sql);
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
