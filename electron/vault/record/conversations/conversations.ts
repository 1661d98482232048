import { z } from 'zod';
import { MessageFlag, TimeBasis } from '../../../../shared/model/message-facts';
import { ConversationSource, Message, Participant, type AbsentBecause, type Conversation, type MessageAttachment } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import { canonicalJson } from '../history/canonical-json';
import { appendHistory } from '../history/history';
import { lookFor, writtenIn } from '../search/search-query';
import type { RecordContext } from '../record-context';
import { fromJson, oneRow, type Queries } from '../rows';

type ConversationRow = {
  id: string; title: string; kind: string; service: string; sources: string; participants: string; message_count: number; call_count: number;
  first_at: string; last_at: string; bases: string; date_order: string | null; imported_utc: string; may_be_truncated: number; not_understood_count: number;
};
type AttachmentRow = { place: number; name: string; document_id: string | null; absent: number | null };
type MessageRow = {
  place: number; id: string; kind: string; sender: string; at: string; offset_minutes: number | null; basis: number; at_as_written: string; text: string;
  flags: string; details: string | null; source_number: number; source_line: number; source_offset: number; source_length: number;
};

/** A message's rowid: its conversation's number times this, plus its ordinal. Exact up to 2^21 conversations. */
export const placesEach = 2 ** 32;

/** How the table says why an attachment is not kept (message_attachment.absent). */
export const absentNumbers: Readonly<Record<AbsentBecause, number>> = { 'not-there': 0, 'left-out': 1, 'not-opened': 2, erased: 3 };
const becauseOf = Object.fromEntries(Object.entries(absentNumbers).map(([because, number]) => [number, because])) as Readonly<Record<number, AbsentBecause>>;

/** How the table says where a time comes from (message.basis). */
export const basisNumbers: Readonly<Record<TimeBasis, number>> = { 'as-written': 0, 'offset-written': 1, instant: 2 };
export const basisOf = Object.fromEntries(Object.entries(basisNumbers).map(([basis, number]) => [number, basis])) as Readonly<Record<number, TimeBasis>>;

const Participants = z.array(Participant);
const Sources = z.array(ConversationSource);
const Bases = z.array(TimeBasis);
const Details = Message.pick({ quoted: true, reactions: true, call: true, line: true }).partial();
const Flags = z.array(MessageFlag);

function asConversation(row: ConversationRow): Conversation {
  return {
    id: row.id, title: row.title, kind: row.kind as Conversation['kind'], service: row.service, sources: fromJson(Sources, row.sources), participants: fromJson(Participants, row.participants),
    messageCount: row.message_count, callCount: row.call_count, firstAt: row.first_at, lastAt: row.last_at, bases: fromJson(Bases, row.bases),
    dateOrder: row.date_order as Conversation['dateOrder'], importedUtc: row.imported_utc, mayBeTruncated: row.may_be_truncated === 1, notUnderstoodCount: row.not_understood_count,
  };
}

export function listConversations(from: Queries): Conversation[] {
  return from.all<ConversationRow>(`SELECT * FROM conversation WHERE ready = 1 ORDER BY last_at DESC, id`).map(asConversation);
}

export function getConversation(from: Queries, id: Id): Conversation {
  return asConversation(oneRow<ConversationRow>(from, `SELECT * FROM conversation WHERE id = ? AND ready = 1`, [id]));
}

/** Where a conversation's messages begin among all messages. */
export function firstPlace(from: Queries, conversationId: Id): number {
  return oneRow<{ number: number }>(from, `SELECT number FROM conversation_number WHERE conversation_id = ?`, [conversationId]).number * placesEach;
}

export async function amendConversation(context: RecordContext, id: Id, title: string, participants: Participant[]): Promise<Conversation> {
  return context.store.transact((transaction) => {
    const before = getConversation(transaction, id);
    transaction.run(`UPDATE conversation SET title = ?, participants = ? WHERE id = ?`, [title, canonicalJson(participants), id]);
    appendHistory(context, transaction, 'conversation-amended', 'conversation', id, { before: { title: before.title, participants: before.participants }, after: { title, participants } });
    return getConversation(transaction, id);
  });
}

/** Messages in the conversation's order, from an ordinal on. */
export function pageOfMessages(from: Queries, conversationId: Id, firstOrdinal: number, limit: number): Message[] {
  const start = firstPlace(from, conversationId);
  const rows = from.all<MessageRow>(`SELECT * FROM message WHERE place >= ? AND place < ? ORDER BY place LIMIT ?`, [start + firstOrdinal, start + placesEach, limit]);
  return asMessages(from, conversationId, start, rows);
}

/** Single messages, by their ordinals. */
export function messagesAt(from: Queries, conversationId: Id, ordinals: readonly number[]): Map<number, Message> {
  const start = firstPlace(from, conversationId);
  const rows = from.all<MessageRow>(`SELECT message.* FROM json_each(?) JOIN message ON message.place = ? + value ORDER BY place`, [JSON.stringify(ordinals), start]);
  return new Map(asMessages(from, conversationId, start, rows).map((message) => [message.ordinal, message]));
}

function asMessages(from: Queries, conversationId: Id, start: number, rows: readonly MessageRow[]): Message[] {
  const { participants } = getConversation(from, conversationId);
  const mine = new Set(participants.filter((participant) => participant.isMe).map((participant) => participant.name));
  const attachments = new Map<number, MessageAttachment[]>();
  const places = JSON.stringify(rows.map(({ place }) => place));
  for (const row of from.all<AttachmentRow>(`SELECT place, name, document_id, absent FROM json_each(?) JOIN message_attachment ON message_attachment.place = value ORDER BY place, number`, [places])) {
    attachments.set(row.place, [...(attachments.get(row.place) ?? []), { name: row.name, documentId: row.document_id, absent: row.document_id === null ? becauseOf[row.absent ?? 0] ?? 'not-there' : null }]);
  }
  return rows.map((row): Message => {
    const { quoted = null, reactions = [], call = null, line = '' } = row.details === null ? {} : fromJson(Details, row.details);
    return {
      id: row.id, conversationId, ordinal: row.place - start, kind: row.kind as Message['kind'], sender: row.sender, isMe: mine.has(row.sender), at: row.at, offsetMinutes: row.offset_minutes,
      basis: basisOf[row.basis] ?? 'as-written', atAsWritten: row.at_as_written, text: row.text, attachments: attachments.get(row.place) ?? [], flags: fromJson(Flags, row.flags), quoted, reactions, call, line,
      sourceNumber: row.source_number, sourceLine: row.source_line, sourceOffset: row.source_offset, sourceLength: row.source_length,
    };
  });
}

/** Ordinals of messages that hold every word, in order; at most 5,000. */
export function findInConversation(from: Queries, conversationId: Id, text: string): number[] {
  getConversation(from, conversationId);
  const looking = lookFor(text);
  if (looking === null) return [];
  const start = firstPlace(from, conversationId);
  const written = writtenIn(['text'], looking);
  const rows = from.all<{ place: number }>(
    `SELECT docid AS place FROM message_index WHERE message_index MATCH ? AND docid >= ? AND docid < ?${written.sql} ORDER BY docid LIMIT 5000`,
    [looking.match, start, start + placesEach, ...written.parameters],
  );
  return rows.map((row) => row.place - start);
}

/** The first message on or after a day; the last one when all are earlier. Lines without a date are passed over. */
export function ordinalAt(from: Queries, conversationId: Id, day: string): number {
  const { messageCount } = getConversation(from, conversationId);
  const start = firstPlace(from, conversationId);
  const [row] = from.all<{ place: number }>(`SELECT place FROM message WHERE place >= ? AND place < ? AND at >= ? ORDER BY place LIMIT 1`, [start, start + placesEach, day]);
  return row === undefined ? Math.max(0, messageCount - 1) : row.place - start;
}
