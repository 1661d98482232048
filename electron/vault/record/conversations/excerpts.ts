import { Refusal } from '../../../../shared/contract/errors';
import type { Excerpt } from '../../../../shared/model/conversation';
import { undated, type Dated } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import { openingOf, removeLine, writeLine } from '../chronology/chronology-line';
import { getConversation, pageOfMessages } from './conversations';
import { appendHistory, erasePayloads } from '../history/history';
import { noteErased, purgeErased } from '../history/purge';
import { refreshIncident } from '../incidents/incidents';
import { forgetSaid } from '../exports/exhibits-said';
import { forgetAside } from '../put-aside';
import { linkedIncidents } from '../incidents/evidence-threads';
import type { RecordContext } from '../record-context';
import { oneRow, type Queries } from '../rows';
import { indexText, unindexText, type SearchText } from '../search/search-text';

type ExcerptRow = { id: string; conversation_id: string; title: string; first_ordinal: number; last_ordinal: number; shows: string; marked_utc: string; first_at: string; last_at: string; opening: string };
const select = `SELECT excerpt.*, conversation.title AS title FROM excerpt JOIN conversation ON conversation.id = excerpt.conversation_id`;

/** So many messages can be marked at once; more is a whole conversation, not an extract. */
const mostMessages = 5000;

function asExcerpt(from: Queries, row: ExcerptRow): Excerpt {
  return {
    id: row.id, conversationId: row.conversation_id, conversationTitle: row.title, firstOrdinal: row.first_ordinal, lastOrdinal: row.last_ordinal, shows: row.shows,
    markedUtc: row.marked_utc, firstAt: row.first_at, lastAt: row.last_at, linkedIncidentIds: linkedIncidents(from, 'excerpt', row.id),
  };
}

export function getExcerpt(from: Queries, id: Id): Excerpt {
  return asExcerpt(from, oneRow<ExcerptRow>(from, `${select} WHERE excerpt.id = ?`, [id]));
}

export function listExcerpts(from: Queries, conversationId: Id | null): Excerpt[] {
  const rows = conversationId === null
    ? from.all<ExcerptRow>(`${select} ORDER BY excerpt.first_at, excerpt.id`)
    : from.all<ExcerptRow>(`${select} WHERE excerpt.conversation_id = ? ORDER BY excerpt.first_ordinal, excerpt.last_ordinal`, [conversationId]);
  return rows.map((row) => asExcerpt(from, row));
}

/** Marks a range, both ends included. Refuses `not-found` outside the conversation and `too-large` past 5,000 messages. */
export async function markExcerpt(context: RecordContext, conversationId: Id, firstOrdinal: number, lastOrdinal: number, shows: string): Promise<Excerpt> {
  const id = context.newId();
  return context.store.transact((transaction) => {
    const { messageCount } = getConversation(transaction, conversationId);
    if (firstOrdinal < 0 || lastOrdinal < firstOrdinal || lastOrdinal >= messageCount) throw new Refusal('not-found');
    if (lastOrdinal - firstOrdinal >= mostMessages) throw new Refusal('too-large');
    const messages = pageOfMessages(transaction, conversationId, firstOrdinal, lastOrdinal - firstOrdinal + 1);
    const times = messages.map((message) => message.at).filter((at) => at !== '');
    const opening = openingOf(messages.slice(0, 12).map((message) => (message.sender === '' ? message.text : `${message.sender}: ${message.text}`)).join('\n'));
    transaction.run(`INSERT INTO excerpt (id, conversation_id, first_ordinal, last_ordinal, shows, marked_utc, first_at, last_at, opening) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
      id, conversationId, firstOrdinal, lastOrdinal, shows, context.now(), times[0] ?? '', times.at(-1) ?? '', opening,
    ]);
    appendHistory(context, transaction, 'excerpt-marked', 'excerpt', id, { conversationId, firstOrdinal, lastOrdinal, shows });
    refreshExcerpt(transaction, id);
    return getExcerpt(transaction, id);
  });
}

export async function amendExcerpt(context: RecordContext, id: Id, shows: string): Promise<Excerpt> {
  return context.store.transact((transaction) => {
    const before = getExcerpt(transaction, id);
    transaction.run(`UPDATE excerpt SET shows = ? WHERE id = ?`, [shows, id]);
    appendHistory(context, transaction, 'excerpt-amended', 'excerpt', id, { before: before.shows, after: shows });
    refreshExcerpt(transaction, id);
    return getExcerpt(transaction, id);
  });
}

/** Takes the mark away; the messages stay. An issued exhibit mark stays taken. */
export async function removeExcerpt(context: RecordContext, id: Id, reason: string): Promise<void> {
  await context.store.transact((transaction) => {
    getExcerpt(transaction, id);
    const incidents = linkedIncidents(transaction, 'excerpt', id);
    transaction.run(`DELETE FROM incident_link WHERE target_kind = 'excerpt' AND target_id = ?`, [id]);
    transaction.run(`DELETE FROM excerpt WHERE id = ?`, [id]);
    unindexText(transaction, 'excerpt', id);
    forgetAside(transaction, { kind: 'excerpt', id });
    forgetSaid(transaction, { kind: 'excerpt', id });
    removeLine(transaction, 'excerpt', id);
    erasePayloads(transaction, id);
    appendHistory(context, transaction, 'excerpt-removed', 'excerpt', id, { reason });
    for (const incident of incidents) refreshIncident(transaction, incident);
    noteErased(transaction);
  });
  await purgeErased(context);
}

/** What Find looks through of marked messages. */
export function excerptSearchText(from: Queries, id: Id): SearchText {
  const row = oneRow<ExcerptRow>(from, `${select} WHERE excerpt.id = ?`, [id]);
  const messages = pageOfMessages(from, row.conversation_id, row.first_ordinal, row.last_ordinal - row.first_ordinal + 1);
  return { subject: 'excerpt', id, day: row.first_at.slice(0, 10), lastDay: row.last_at.slice(0, 10), title: row.title, body: row.shows, words: messages.map((message) => message.text).join('\n') };
}

function refreshExcerpt(transaction: Transaction, id: Id): void {
  const row = oneRow<ExcerptRow>(transaction, `${select} WHERE excerpt.id = ?`, [id]);
  indexText(transaction, excerptSearchText(transaction, id));
  writeLine(transaction, {
    subject: 'excerpt', id, status: 'marked', title: row.title, text: row.shows || row.opening, happened: whenSaid(row.first_at, row.last_at),
    kinds: [], personIds: [], evidenceCount: 1, amended: false, firstRecordedUtc: row.marked_utc,
  });
}

/** The wall-clock days the messages carry, as EDTF; their times are the export's own. */
export function whenSaid(firstAt: string, lastAt: string): Dated {
  if (firstAt === '') return undated;
  const [first, last] = [firstAt.slice(0, 10), lastAt.slice(0, 10)];
  return { typed: '', edtf: first === last ? first : `${first}/${last}`, timeOfDay: firstAt.slice(11, 16), timeApproximate: false, basis: 'message' };
}
