import type { SearchHit } from '../../../../shared/model/search';
import { samePersonIds } from '../people/people';
import { placesEach } from '../conversations/conversations';
import type { Queries } from '../rows';
import { countedAtLeast, numbersIn, overlapOf, pageOf, stretchesOf, writtenSo, type Asked, type Found } from './asked';
import { narrowedMessages } from './narrowed-messages';
import type { Searched } from './own-rows';
import { findDocids } from './postings/find-docids';
import { snippetOf } from './snippet';

type MessageRow = { place: number; id: string; at: string; text: string; sender: string; conversation_id: string; title: string };

/** Messages: the conversation brought in last first, and in each the newest first. */
export function findMessages(from: Searched, asked: Asked, offset: number, limit: number): Found {
  const counted = Math.max(countedAtLeast, offset + limit);
  const { total, more, chosen } = pageOf(placesOf(from, asked, counted + 1), counted, offset, limit);
  return { total, more, hits: hitsAt(from, chosen, asked.text) };
}

/** Places of messages, the newest first, of `most` as many as there are. */
function placesOf(from: Searched, { looking, filter }: Asked, most: number): number[] {
  const shown = shownConversations(from, filter.personId);
  const narrowed = narrowedMessages(from, filter);
  const within = overlapOf(shown === null ? null : stretchesOf(shown, placesEach), narrowed.within);
  const writes = writtenSo(from, looking, { table: 'message', key: 'place', columns: ['text'] });
  const fits = writes === null ? narrowed.fits : (places: readonly number[]) => writes(narrowed.fits?.(places) ?? places);
  return findDocids(from, 'message_index', looking, { within, fits, most });
}

/** Numbers of the conversations to look in; null for all there are: nothing is on its way in, and nobody was asked for. */
function shownConversations(from: Queries, personId: string | null): number[] | null {
  const isComing = from.all(`SELECT id FROM conversation WHERE ready = 0 LIMIT 1`).length > 0;
  if (personId === null && !isComing) return null;
  const withPerson = ` AND EXISTS (SELECT 1 FROM json_each(participants) WHERE json_extract(value, '$.personId') IN (SELECT value FROM json_each(?)))`;
  return numbersIn(from, `SELECT number AS n FROM conversation_number JOIN conversation ON conversation.id = conversation_id WHERE ready = 1${personId === null ? '' : withPerson}`, personId === null ? [] : [JSON.stringify(samePersonIds(from, personId))]);
}

function hitsAt(from: Queries, places: readonly number[], text: string): SearchHit[] {
  if (places.length === 0) return [];
  const rows = from.all<MessageRow>(
    `SELECT message.place AS place, message.id AS id, message.at AS at, message.text AS text, message.sender AS sender, conversation.id AS conversation_id, conversation.title AS title
     FROM message JOIN conversation_number ON conversation_number.number = message.place / ${placesEach} JOIN conversation ON conversation.id = conversation_number.conversation_id
     WHERE message.place IN (SELECT value FROM json_each(?)) ORDER BY message.place DESC`,
    [JSON.stringify(places)],
  );
  return rows.map((row) => ({
    subject: 'message', id: row.id, conversationId: row.conversation_id, ordinal: row.place % placesEach, page: null, caseKind: null, isMachineRead: false,
    title: row.sender === '' || row.sender === row.title ? row.title : `${row.title} · ${row.sender}`, day: row.at.slice(0, 10), ...snippetOf(row.text, text),
  }));
}
