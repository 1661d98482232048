import { Refusal } from '../../../../shared/contract/errors';
import type { Id } from '../../../../shared/model/identity';
import { placesEach } from './conversations';
import { emptyConversation, indexMessages } from '../imports/imported-messages';
import { momentOf, type ComingConversation } from '../imports/coming-conversation';
import type { RecordContext } from '../record-context';

/** So many messages in one save: her own saves come in between. */
const atOnce = 2000;

type DatedRow = { place: number; at: string; offset_minutes: number | null };

/**
 * Puts a conversation whose messages came out of order in order, out of sight, and its words into the index. What has no time stays behind what it stood behind. `isOver`: asked between saves;
 * true ends it with `cancelled`.
 */
export async function putInOrder(context: RecordContext, importId: Id, conversation: ComingConversation, isOver: () => boolean): Promise<void> {
  const { store } = context;
  const from = conversation.start;
  const order = orderOf(store.all<DatedRow>(`SELECT place, at, offset_minutes FROM message WHERE place >= ? AND place < ? ORDER BY place`, [from, from + placesEach]), conversation.bases.has('as-written'));
  await inSteps(conversation.indexedCount, isOver, (first, last) => store.transact((transaction) => {
    transaction.run(`DELETE FROM message_index WHERE docid IN (SELECT place FROM message WHERE place >= ? AND place < ?)`, [from + first, from + last]);
  }));
  // What is cut short now leaves two halves: the other one belongs to a conversation of its own, which goes with the import.
  const otherId = context.newId();
  const to = await store.transact((transaction) => emptyConversation(context, transaction, { id: otherId, importId, key: null, title: '', kind: conversation.kind, service: '', dateOrder: null }));
  await inSteps(order.length, isOver, (first, last) => store.transact((transaction) => {
    const parameters = [to + first, JSON.stringify(order.slice(first, last))];
    const columns = `id, kind, sender, at, offset_minutes, basis, at_as_written, text, signs, flags, details, source_number, source_line, source_offset, source_length`;
    transaction.run(`INSERT INTO message (place, ${columns}) SELECT ? + moved.key, ${columns.replace('id', 'message.id')} FROM json_each(?) AS moved JOIN message ON message.place = moved.value`, parameters);
    transaction.run(
      `INSERT INTO message_attachment (place, number, name, document_id, absent, file)
       SELECT ? + moved.key, number, name, document_id, absent, file FROM json_each(?) AS moved JOIN message_attachment ON message_attachment.place = moved.value`,
      parameters,
    );
    indexMessages(transaction, to + first, to + last);
  }));
  await inSteps(order.length, isOver, (first, last) => store.transact((transaction) => {
    for (const table of ['message', 'message_attachment']) transaction.run(`DELETE FROM ${table} WHERE place >= ? AND place < ?`, [from + first, from + last]);
  }));
  await store.transact((transaction) => {
    transaction.run(`DELETE FROM conversation WHERE id = ?`, [otherId]);
    transaction.run(`DELETE FROM conversation_number WHERE conversation_id = ?`, [conversation.id]);
    transaction.run(`UPDATE conversation_number SET conversation_id = ? WHERE conversation_id = ?`, [conversation.id, otherId]);
  });
  conversation.start = to;
  conversation.indexedCount = order.length;
}

/** Places as they are to follow one another. Of clock times alone the whole is turned round, which keeps what stood together together. */
function orderOf(rows: readonly DatedRow[], isByClock: boolean): number[] {
  if (isByClock) return rows.map(({ place }) => place).reverse();
  let before = Number.MIN_SAFE_INTEGER;
  const moments = rows.map(({ at, offset_minutes: offset }) => (before = at === '' ? before : momentOf(at, offset)));
  return rows.map((_, i) => i).sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0) || a - b).map((i) => rows[i]?.place ?? 0);
}

async function inSteps(count: number, isOver: () => boolean, step: (first: number, last: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += atOnce) {
    if (isOver()) throw new Refusal('cancelled');
    await step(first, Math.min(count, first + atOnce));
  }
}
