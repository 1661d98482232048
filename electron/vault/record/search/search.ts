import { findMarks } from '../../../../shared/search/find-marks';
import type { SearchHit } from '../../../../shared/model/search';
import { placesEach } from '../conversations/conversations';
import type { SqlValue } from '../../store/store';
import { countOf, type Queries } from '../rows';
import { lookFor, ownWordsHold, wantedPart, type Looking } from './search-query';

type TextRow = { subject: string; id: string; day: string; title: string; body: string; words: string };
type MessageRow = { place: number; id: string; at: string; text: string; sender: string; conversation_id: string; title: string };

const snippetLength = 200;

/** So many messages are counted at least; where there are more, counting would take longer than finding. */
const countedMessages = 1000;

/**
 * Everything that holds what she typed: her own entries, people and papers first, then messages: the conversation brought in last first,
 * and in each the newest first. `more`: there are more messages than `total` counts.
 */
export function findEverywhere(from: Queries, text: string, offset: number, limit: number): { total: number; more: boolean; hits: SearchHit[] } {
  const looking = lookFor(text);
  if (looking === null) return { total: 0, more: false, hits: [] };
  const wanted = wantedPart(text);
  const ownTotal = countOwn(from, looking);
  const fromMessage = Math.max(0, offset - ownTotal);
  const counted = Math.max(countedMessages, fromMessage + limit);
  const places = placesOf(from, looking, counted + 1);
  const hits = offset < ownTotal ? ownHits(from, looking, wanted, offset, limit) : [];
  const chosen = places.slice(0, counted).slice(fromMessage, fromMessage + limit - hits.length);
  return { total: ownTotal + Math.min(places.length, counted), more: places.length > counted, hits: [...hits, ...messageHits(from, chosen, wanted)] };
}

function countOwn(from: Queries, looking: Looking): number {
  if (looking.like === null) return countOf(from, `search_index WHERE search_index MATCH ?`, [looking.match]);
  const { sql, parameters } = ownWordsHold(looking);
  return countOf(from, `search_text WHERE ${sql}`, parameters);
}

function ownHits(from: Queries, looking: Looking, wanted: string, offset: number, limit: number): SearchHit[] {
  const { sql, parameters } = ownWordsHold(looking);
  // Leafing through the days is cheaper than sorting what was found when a word is in every entry.
  const rows = from.all<TextRow>(`SELECT subject, id, day, title, body, words FROM search_text INDEXED BY search_text_by_day WHERE ${sql} ORDER BY day DESC, docid DESC LIMIT ? OFFSET ?`, [...parameters, limit, offset]);
  return rows.map((row) => ({ subject: row.subject as SearchHit['subject'], id: row.id, ...markedPlace(from, row), title: row.title, day: row.day, ...snippetOf([row.body, row.words].join('\n'), wanted) }));
}

/** Places of messages, the newest first. The index gives them in this order, so that it is read no further than `most` asks. */
function placesOf(from: Queries, { match, like }: Looking, most: number): number[] {
  const parameters: SqlValue[] = [match];
  let also = '';
  if (like !== null) {
    also += ` AND text LIKE ? ESCAPE '\\'`;
    parameters.push(like);
  }
  if (from.all(`SELECT id FROM conversation WHERE ready = 0`).length > 0) also += ` AND docid / ${placesEach} IN (SELECT number FROM conversation_number JOIN conversation ON conversation.id = conversation_id WHERE ready = 1)`;
  return from.all<{ docid: number }>(`SELECT docid FROM message_index WHERE message_index MATCH ?${also} ORDER BY docid DESC LIMIT ?`, [...parameters, most]).map(({ docid }) => docid);
}

function messageHits(from: Queries, places: readonly number[], wanted: string): SearchHit[] {
  const rows = from.all<MessageRow>(
    `SELECT message.place AS place, message.id AS id, message.at AS at, message.text AS text, message.sender AS sender, conversation.id AS conversation_id, conversation.title AS title
     FROM message JOIN conversation_number ON conversation_number.number = message.place / ${placesEach} JOIN conversation ON conversation.id = conversation_number.conversation_id
     WHERE message.place IN (SELECT value FROM json_each(?)) ORDER BY message.place DESC`,
    [JSON.stringify(places)],
  );
  return rows.map((row) => ({
    subject: 'message', id: row.id, conversationId: row.conversation_id, ordinal: row.place % placesEach, title: row.sender === '' || row.sender === row.title ? row.title : `${row.title} · ${row.sender}`, day: row.at.slice(0, 10), ...snippetOf(row.text, wanted),
  }));
}

/** Where a marked stretch begins; nothing for other subjects. */
function markedPlace(from: Queries, { subject, id }: TextRow): Pick<SearchHit, 'conversationId' | 'ordinal'> {
  const [marked] = subject === 'excerpt' ? from.all<{ conversation_id: string; first_ordinal: number }>(`SELECT conversation_id, first_ordinal FROM excerpt WHERE id = ?`, [id]) : [];
  return { conversationId: marked?.conversation_id ?? null, ordinal: marked?.first_ordinal ?? null };
}

/** The part of a text around the first word found, on whole code points, its lines kept apart by dots, with the places of every wanted word in it. */
export function snippetOf(text: string, wanted: string): Pick<SearchHit, 'snippet' | 'marks'> {
  const [first] = findMarks(text.slice(0, 200_000), wanted);
  const from = Math.max(0, (first?.[0] ?? 0) - 60);
  const start = from === 0 ? 0 : boundaryAfter(text, from);
  const part = wholePoints(text.slice(start, start + snippetLength)).trim().replace(/\s*\n\s*/g, ' · ').replace(/\s/g, ' ');
  const snippet = `${start > 0 ? '… ' : ''}${part}${start + snippetLength < text.length ? ' …' : ''}`;
  return { snippet, marks: findMarks(snippet, wanted) };
}

function boundaryAfter(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/);
  if (space >= 0) return at + space + 1;
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

function wholePoints(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
