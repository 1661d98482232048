import { member, objectAt, objectOf, textAt, type JsonObject } from '../json/members';
import { readJsonHead } from '../json/read-json';
import { take, type Wanted } from '../json/wanted';

/** The three files of Google Takeout's Chat: `Groups/<id>/messages.json`, `Groups/<id>/group_info.json`, `Users/User <id>/user_info.json`. Recognised by what is in them. */
export const chatFile = { messages: [take], name: take, members: [take], user: take, membership_info: [take] } satisfies Wanted;

export type ChatFileKind = 'messages' | 'group' | 'user';

export function chatFileKind(head: Uint8Array): ChatFileKind | null {
  let user: JsonObject | null = null;
  for (const cut of readJsonHead(head, chatFile)) {
    if (cut.cut === 'opened' && cut.at === 'membership_info' && user !== null && isPerson(user)) return 'user';
    const value = cut.cut === 'value' ? objectOf(cut.value) : null;
    if (value === null) continue;
    if (cut.at === 'messages/*' && isMessage(value)) return 'messages';
    if (cut.at === 'members/*' && isPerson(value)) return 'group';
    if (cut.at === 'user') user = value;
  }
  return null;
}

function isMessage(message: JsonObject): boolean {
  const hasDate = ['created_date', 'updated_date', 'deleted_date'].some((key) => textAt(message, key) !== '') || member(message, 'previous_message_versions') !== undefined;
  return hasDate && (objectAt(message, 'creator') !== null || textAt(message, 'topic_id') !== '' || textAt(message, 'message_id') !== '');
}

function isPerson(person: JsonObject): boolean {
  return textAt(person, 'user_type') !== '' && (textAt(person, 'email') !== '' || textAt(person, 'name') !== '');
}
