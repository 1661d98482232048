import { createHash } from 'node:crypto';
import type { MessageDifference } from '../../../../shared/model/same-conversation';
import type { Message } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import { minutesBetween, type Alignment, type ComparedRow } from './align-exports';
import { firstPlace, getConversation } from './conversations';
import { momentOf } from '../imports/coming-conversation';
import type { Queries } from '../rows';

const atOnce = 2000;
/** Longer words are held as their SHA-256: two that differ must never pass for the same. */
const heldLength = 64;

type Row = { place: number; at: string; at_as_written: string; offset_minutes: number | null; sender: string; kind: string; text: string; flags: string; call: string | null };

/** What is compared of a conversation's messages, in its order. Lets others go first between pages. */
export async function comparedRows(from: Queries, conversationId: Id): Promise<ComparedRow[]> {
  const { messageCount } = getConversation(from, conversationId);
  const start = firstPlace(from, conversationId);
  const rows: ComparedRow[] = [];
  for (let first = 0; first < messageCount; first += atOnce) {
    const within = [start + first, start + Math.min(messageCount, first + atOnce)];
    const files = new Map<number, string[]>();
    for (const { place, name } of from.all<{ place: number; name: string }>(`SELECT place, name FROM message_attachment WHERE place >= ? AND place < ? ORDER BY place, number`, within)) files.set(place, [...(files.get(place) ?? []), name]);
    for (const row of from.all<Row>(`SELECT place, at, at_as_written, offset_minutes, sender, kind, text, flags, details ->> '$.call' AS call FROM message WHERE place >= ? AND place < ? ORDER BY place`, within)) {
      rows.push({
        ordinal: row.place - start, at: row.at, moment: row.at === '' ? Number.NaN : momentOf(row.at, row.offset_minutes), hasSeconds: writesSeconds(row.at, row.at_as_written), sender: row.sender, kind: row.kind,
        body: bodyOf(row.text, row.call ?? ''), files: files.get(row.place) ?? none, flags: row.flags,
      });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

const none: readonly string[] = [];

function bodyOf(text: string, call: string): string {
  const whole = call === '' ? text : `${text}\u0000${call}`;
  return whole.length <= heldLength ? whole : createHash('sha256').update(whole).digest('base64');
}

/** A number alone (seconds since 1970) is as exact as can be. */
function writesSeconds(at: string, written: string): boolean {
  return !at.endsWith(':00') || /\p{Nd}[:.]\p{Nd}{2}[:.]\p{Nd}{2}|^\d{10,}$/u.test(written);
}

const asRow = (message: Message): ComparedRow => ({
  ordinal: message.ordinal, at: message.at, moment: message.at === '' ? Number.NaN : momentOf(message.at, message.offsetMinutes), hasSeconds: writesSeconds(message.at, message.atAsWritten), sender: message.sender, kind: message.kind,
  body: bodyOf(message.text, message.call === null ? '' : JSON.stringify(message.call)), files: message.attachments.map(({ name }) => name), flags: JSON.stringify(message.flags),
});

/** In what a message differs between two exports. A file that one of them does not name is not another file. */
export function differencesOf(older: ComparedRow, newer: ComparedRow): MessageDifference[] {
  const isCoarse = !older.hasSeconds || !newer.hasSeconds;
  const found: [MessageDifference, boolean][] = [
    ['time', isCoarse ? older.at.slice(0, 16) !== newer.at.slice(0, 16) : older.at !== newer.at],
    ['sender', older.sender !== newer.sender],
    ['text', older.body !== newer.body || older.kind !== newer.kind],
    ['attachments', older.files.length !== newer.files.length || older.files.some((name, i) => name !== '' && newer.files[i] !== '' && newer.files[i] !== name)],
    ['flags', older.flags !== newer.flags],
  ];
  return found.filter(([, isDifferent]) => isDifferent).map(([difference]) => difference);
}

export const messageDifferences = (older: Message, newer: Message): MessageDifference[] => differencesOf(asRow(older), asRow(newer));

/** Whether two paired messages are the same but for a name that is changed throughout and a time by which many are moved. */
export function isSame(older: ComparedRow, newer: ComparedRow, { renamed, shifts }: Alignment): boolean {
  return differencesOf(older, newer).every((difference) =>
    (difference === 'sender' && renamed.get(older.sender)?.newer === newer.sender) || (difference === 'time' && shifts.some(({ minutes }) => minutes === minutesBetween(older, newer))));
}
