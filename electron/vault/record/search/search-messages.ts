import type { SearchHit } from '../../../../shared/model/search';
import type { SqlValue } from '../../store/store';
import { placesEach } from '../conversations/conversations';
import type { Queries } from '../rows';
import { countedAtLeast, hasPeriod, inStretches, numbersIn, pageOf, periodOf, type Asked, type Found } from './asked';
import { writtenIn } from './search-query';
import { snippetOf } from './snippet';

type MessageRow = { place: number; id: string; at: string; text: string; sender: string; conversation_id: string; title: string };

/** As message_stretch has it (schema 4). */
const stretchLength = 512;

/** Messages: the conversation brought in last first, and in each the newest first. */
export function findMessages(from: Queries, asked: Asked, offset: number, limit: number): Found {
  const counted = Math.max(countedAtLeast, offset + limit);
  const { total, more, chosen } = pageOf(placesOf(from, asked, counted + 1), counted, offset, limit);
  return { total, more, hits: hitsAt(from, chosen, asked.text) };
}

/** Places of messages, the newest first. The index gives them in this order, so that it is read no further than `most` asks. */
function placesOf(from: Queries, { looking, filter }: Asked, most: number): number[] {
  const written = writtenIn(['text'], looking);
  let sql = written.sql;
  const parameters: SqlValue[] = [looking.match, ...written.parameters];
  const within = (numbers: readonly number[], length: number): void => {
    const stretches = inStretches(numbers, length);
    sql += stretches.sql;
    parameters.push(...stretches.parameters);
  };
  const shown = shownConversations(from, filter.personId);
  if (shown !== null) {
    if (shown.length === 0) return [];
    within(shown, placesEach);
  }
  if (hasPeriod(filter)) {
    const [fromDay, toDay] = periodOf(filter);
    const touched = numbersIn(from, `SELECT number AS n FROM message_stretch WHERE last_at >= ? AND substr(first_at, 1, 10) <= ?`, [fromDay, toDay]);
    if (touched.length === 0) return [];
    within(touched, stretchLength);
    sql += ` AND (SELECT at >= ? AND substr(at, 1, 10) <= ? FROM message WHERE place = docid)`;
    parameters.push(fromDay, toDay);
  }
  if (filter.hasFile) sql += ` AND EXISTS (SELECT 1 FROM message_attachment WHERE place = docid)`;
  return from.all<{ docid: number }>(`SELECT docid FROM message_index WHERE message_index MATCH ?${sql} ORDER BY docid DESC LIMIT ?`, [...parameters, most]).map(({ docid }) => docid);
}

/** Numbers of the conversations to look in; null for all there are: nothing is on its way in, and nobody was asked for. */
function shownConversations(from: Queries, personId: string | null): number[] | null {
  const isComing = from.all(`SELECT id FROM conversation WHERE ready = 0 LIMIT 1`).length > 0;
  if (personId === null && !isComing) return null;
  const withPerson = ` AND EXISTS (SELECT 1 FROM json_each(participants) WHERE json_extract(value, '$.personId') = ?)`;
  return numbersIn(from, `SELECT number AS n FROM conversation_number JOIN conversation ON conversation.id = conversation_id WHERE ready = 1${personId === null ? '' : withPerson}`, personId === null ? [] : [personId]);
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
