import { findMarks, needsScan } from '../../../shared/search/find-marks';
import type { SearchHit } from '../../../shared/model/search';
import { placesEach } from './conversations';
import type { Queries } from './rows';
import { likePattern, matchQuery, wantedPart } from './search-query';

type TextRow = { subject: string; id: string; day: string; title: string; body: string; words: string };
type MessageRow = { place: number; id: string; at: string; text: string; sender: string; conversation_id: string; title: string };

const snippetLength = 200;

/** Everything that holds what she typed: her own entries, people and papers first, then messages: the conversation brought in last first, and in each the newest first. */
export function findEverywhere(from: Queries, text: string, offset: number, limit: number): { total: number; hits: SearchHit[] } {
  const query = matchQuery(text);
  const wanted = wantedPart(text);
  if (query === null && !needsScan.test(text)) return { total: 0, hits: [] };
  const own = query === null
    ? { where: `search_text WHERE title LIKE ?1 ESCAPE '\\' OR body LIKE ?1 ESCAPE '\\' OR words LIKE ?1 ESCAPE '\\'`, parameters: [likePattern(text)] }
    : { where: `search_text WHERE docid IN (SELECT docid FROM search_index WHERE search_index MATCH ?1)`, parameters: [query] };
  // By place, which the index gives in order: half a million dates need not be sorted.
  const said = query === null
    ? { places: `SELECT place FROM message WHERE text LIKE ?1 ESCAPE '\\'`, parameters: [likePattern(text)] }
    : { places: `SELECT docid AS place FROM message_index WHERE message_index MATCH ?1`, parameters: [query] };
  const cutShort = from.all(`SELECT id FROM conversation WHERE ready = 0`).length > 0;
  const ready = cutShort ? `WHERE place / ${placesEach} IN (SELECT number FROM conversation_number JOIN conversation ON conversation.id = conversation_id WHERE ready = 1)` : '';
  const ownTotal = from.all<{ n: number }>(`SELECT count(*) AS n FROM ${own.where}`, own.parameters)[0]?.n ?? 0;
  const saidTotal = from.all<{ n: number }>(`SELECT count(*) AS n FROM (${said.places}) ${ready}`, said.parameters)[0]?.n ?? 0;
  const hits: SearchHit[] = [];
  if (offset < ownTotal) {
    const rows = from.all<TextRow>(`SELECT subject, id, day, title, body, words FROM ${own.where} ORDER BY day DESC, docid DESC LIMIT ?2 OFFSET ?3`, [...own.parameters, limit, offset]);
    for (const row of rows) hits.push({ subject: row.subject as SearchHit['subject'], id: row.id, ...markedPlace(from, row), title: row.title, day: row.day, ...snippetOf([row.body, row.words].join('\n'), wanted) });
  }
  if (hits.length < limit && saidTotal > 0) {
    const rows = from.all<MessageRow>(
      `SELECT message.place AS place, message.id AS id, message.at AS at, message.text AS text, message.sender AS sender, conversation.id AS conversation_id, conversation.title AS title
       FROM (SELECT place FROM (${said.places}) ${ready} ORDER BY place DESC LIMIT ?2 OFFSET ?3) AS chosen
       JOIN message ON message.place = chosen.place
       JOIN conversation_number ON conversation_number.number = message.place / ${placesEach}
       JOIN conversation ON conversation.id = conversation_number.conversation_id ORDER BY message.place DESC`,
      [...said.parameters, limit - hits.length, Math.max(0, offset - ownTotal)],
    );
    for (const row of rows) {
      hits.push({ subject: 'message', id: row.id, conversationId: row.conversation_id, ordinal: row.place % placesEach, title: row.sender === '' ? row.title : `${row.title} · ${row.sender}`, day: row.at.slice(0, 10), ...snippetOf(row.text, wanted) });
    }
  }
  return { total: ownTotal + saidTotal, hits };
}

/** Where a marked stretch begins; nothing for other subjects. */
function markedPlace(from: Queries, { subject, id }: TextRow): Pick<SearchHit, 'conversationId' | 'ordinal'> {
  const [marked] = subject === 'excerpt' ? from.all<{ conversation_id: string; first_ordinal: number }>(`SELECT conversation_id, first_ordinal FROM excerpt WHERE id = ?`, [id]) : [];
  return { conversationId: marked?.conversation_id ?? null, ordinal: marked?.first_ordinal ?? null };
}

/** The part of a text around the first word found, on whole code points, with the places of every wanted word in it. */
export function snippetOf(text: string, wanted: string): Pick<SearchHit, 'snippet' | 'marks'> {
  const [first] = findMarks(text.slice(0, 200_000), wanted);
  const from = Math.max(0, (first?.[0] ?? 0) - 60);
  const start = from === 0 ? 0 : boundaryAfter(text, from);
  const snippet = wholePoints(text.slice(start, start + snippetLength)).replace(/\s+/g, (space) => ' '.repeat(space.length));
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
