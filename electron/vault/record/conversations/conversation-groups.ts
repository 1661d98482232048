import { Refusal } from '../../../../shared/contract/errors';
import type { Conversation } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import { handlesOf, namesOf } from '../../../../shared/model/person';
import type { ConversationGroup, SuggestedGroup, SuggestedPerson } from '../../../../shared/model/same-conversation';
import { sameHandle } from '../../../../shared/text/phone-number';
import type { Transaction } from '../../store/store';
import { getConversation, listConversations } from './conversations';
import { appendHistory } from '../history/history';
import { listPeople } from '../people/people';
import type { RecordContext } from '../record-context';
import { oneRow, type Queries } from '../rows';

type MemberRow = { group_id: string; conversation_id: string; grouped_utc: string };

/** Exports in groups, the one that ends first foremost. */
export function listGroups(from: Queries): ConversationGroup[] {
  const rows = from.all<MemberRow>(
    `SELECT group_id, conversation_id, grouped_utc FROM conversation_in_group JOIN conversation_group ON conversation_group.id = group_id JOIN conversation ON conversation.id = conversation_id
     ORDER BY grouped_utc, group_id, last_at, imported_utc, conversation_id`);
  const groups = new Map<string, ConversationGroup>();
  for (const { group_id: id, conversation_id, grouped_utc: groupedUtc } of rows) {
    const known = groups.get(id);
    if (known === undefined) groups.set(id, { id, conversationIds: [conversation_id], groupedUtc });
    else known.conversationIds.push(conversation_id);
  }
  return [...groups.values()];
}

/** Refuses `not-found`. */
export function getGroup(from: Queries, id: Id): ConversationGroup {
  const group = listGroups(from).find((each) => each.id === id);
  if (group === undefined) throw new Refusal('not-found');
  return group;
}

/** She says that these are exports of one conversation. A group that one of them is in comes along whole. */
export async function groupConversations(context: RecordContext, conversationIds: readonly Id[]): Promise<ConversationGroup> {
  return context.store.transact((transaction) => {
    for (const id of conversationIds) getConversation(transaction, id);
    const joined = listGroups(transaction).filter((group) => group.conversationIds.some((id) => conversationIds.includes(id)));
    const all = [...new Set([...conversationIds, ...joined.flatMap((group) => group.conversationIds)])];
    if (all.length < 2) throw new Refusal('bad-call');
    const id = joined[0]?.id ?? context.newId();
    for (const group of joined) dissolve(transaction, group.id);
    transaction.run(`INSERT INTO conversation_group (id, grouped_utc) VALUES (?, ?)`, [id, context.now()]);
    for (const member of all) transaction.run(`INSERT INTO conversation_in_group (conversation_id, group_id) VALUES (?, ?)`, [member, id]);
    for (const [one, other] of pairsOf(all)) transaction.run(`DELETE FROM conversation_apart WHERE one_id = ? AND other_id = ?`, [one, other]);
    for (const member of all) appendHistory(context, transaction, 'conversations-grouped', 'conversation', member, { groupId: id, conversationIds: all });
    return getGroup(transaction, id);
  });
}

/** Takes an export out of its group; a group of one is none. */
export async function ungroupConversation(context: RecordContext, conversationId: Id): Promise<void> {
  await context.store.transact((transaction) => {
    const { group_id: id } = oneRow<{ group_id: string }>(transaction, `SELECT group_id FROM conversation_in_group WHERE conversation_id = ?`, [conversationId]);
    transaction.run(`DELETE FROM conversation_in_group WHERE conversation_id = ?`, [conversationId]);
    if (transaction.all(`SELECT conversation_id FROM conversation_in_group WHERE group_id = ?`, [id]).length < 2) dissolve(transaction, id);
    appendHistory(context, transaction, 'conversation-ungrouped', 'conversation', conversationId, { groupId: id });
  });
}

/** She says that these are not exports of one: it is not suggested again. */
export async function keepApart(context: RecordContext, conversationIds: readonly Id[]): Promise<void> {
  await context.store.transact((transaction) => {
    for (const id of conversationIds) getConversation(transaction, id);
    for (const [one, other] of pairsOf(conversationIds)) transaction.run(`INSERT INTO conversation_apart (one_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING`, [one, other]);
  });
}

function dissolve(transaction: Transaction, groupId: Id): void {
  transaction.run(`DELETE FROM conversation_in_group WHERE group_id = ?`, [groupId]);
  transaction.run(`DELETE FROM conversation_group WHERE id = ?`, [groupId]);
}

function pairsOf(ids: readonly Id[]): [Id, Id][] {
  const sorted = [...new Set(ids)].sort();
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other): [Id, Id] => [one, other]));
}

/** Conversations of the same kind with the same people or the same title, out of different imports, that stand in no group together and were not said to be different. */
export function suggestGroups(from: Queries): SuggestedGroup[] {
  const importOf = new Map(from.all<{ id: string; import_id: string }>(`SELECT id, import_id FROM conversation`).map((row) => [row.id, row.import_id]));
  const groupOf = new Map(listGroups(from).flatMap(({ id, conversationIds }) => conversationIds.map((member) => [member, id] as const)));
  const apart = new Set(from.all<{ one_id: string; other_id: string }>(`SELECT one_id, other_id FROM conversation_apart`).map((row) => `${row.one_id} ${row.other_id}`));
  const conversations = listConversations(from);
  const suggested: SuggestedGroup[] = [];
  const seen = new Set<string>();
  for (const [because, keyOf] of [['participants', peopleKey], ['title', titleKey]] as const) {
    for (const alike of alikeBy(conversations, keyOf)) {
      const chosen: Id[] = [];
      for (const { id } of alike) {
        const fits = chosen.every((other) => importOf.get(other) !== importOf.get(id) && !apart.has([other, id].sort().join(' ')));
        if (fits) chosen.push(id);
      }
      const isGrouped = groupOf.has(chosen[0] ?? '') && new Set(chosen.map((id) => groupOf.get(id))).size === 1;
      const key = [...chosen].sort().join(' ');
      if (chosen.length < 2 || isGrouped || seen.has(key)) continue;
      seen.add(key);
      suggested.push({ conversationIds: chosen, because });
    }
  }
  return suggested;
}

/** Conversations with the same key, by the day on which they end. */
function alikeBy(conversations: readonly Conversation[], keyOf: (conversation: Conversation) => string | null): Conversation[][] {
  const byKey = new Map<string, Conversation[]>();
  for (const conversation of conversations) {
    const key = keyOf(conversation);
    if (key !== null) byKey.set(key, [conversation, ...(byKey.get(key) ?? [])]);
  }
  return [...byKey.values()].filter((alike) => alike.length > 1);
}

/** Two people at least: one alone says nothing of whom they wrote to. */
function peopleKey({ kind, participants }: Conversation): string | null {
  if (participants.length < 2) return null;
  return [kind, ...participants.map(({ name, handle }) => sameHandle(handle) || plainName(name)).sort()].join('\n');
}

const titleKey = ({ kind, title }: Conversation): string | null => (plainName(title) === '' ? null : [kind, plainName(title)].join('\n'));

const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Participants who have nobody in People yet, and somebody there of the same name or handle. */
export function suggestPeople(from: Queries, conversationId: Id): SuggestedPerson[] {
  const people = listPeople(from);
  return getConversation(from, conversationId).participants.filter(({ personId }) => personId === null).flatMap(({ name, handle }): SuggestedPerson[] => {
    const known = [handle, name].filter((each) => each.trim() !== '').map(sameHandle);
    const byHandle = people.find((person) => handlesOf(person).some((each) => known.includes(sameHandle(each))));
    if (byHandle !== undefined) return [{ participant: name, personId: byHandle.id, because: 'handle' }];
    const byName = people.find((person) => plainName(name) !== '' && namesOf(person).some((each) => plainName(each) === plainName(name)));
    return byName === undefined ? [] : [{ participant: name, personId: byName.id, because: 'name' }];
  });
}
