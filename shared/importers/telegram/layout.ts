import { objectOf, textAt, wholeAt, member } from '../json/members';
import { readJsonHead } from '../json/read-json';
import { take, type Wanted } from '../json/wanted';

/** A chat as Telegram Desktop writes it (JsonWriter::writeDialogStart in its export_output_json.cpp). */
const chat = { name: take, type: take, id: take, messages: [take] } satisfies Wanted;

/** `result.json`: either one chat, exported by itself, or everything, with the chats in two lists. */
export const telegramFile = { ...chat, personal_information: take, chats: { list: [chat] }, left_chats: { list: [chat] } } satisfies Wanted;

/** TypeString in the same file. */
const chatTypes = new Set([
  'saved_messages', 'replies', 'verify_codes', 'personal_chat', 'bot_chat', 'private_group', 'private_supergroup', 'public_supergroup', 'private_channel', 'public_channel',
]);

const chatPlaces = ['', 'chats/list/*', 'left_chats/list/*'] as const;
const membersByPlace = new Map(chatPlaces.flatMap((place) => ['name', 'type', 'id', 'messages', 'messages/*'].map((inner) => [place === '' ? inner : `${place}/${inner}`, inner] as const)));

/** Where a chat begins: the file itself, or an element of a list. */
export function isChatPlace(at: string): boolean {
  return at === '' || at === 'chats/list/*' || at === 'left_chats/list/*';
}

/** The member of a chat that a place is: `name`, `type`, `id`, `messages`, `messages/*`; null for other places. */
export function chatMember(at: string): string | null {
  return membersByPlace.get(at) ?? null;
}

/** Before the chats an export of everything may have a long list of contacts. */
const headOfFile = { ...telegramFile, about: take, contacts: { list: [take] } } satisfies Wanted;

export function isTelegramHead(head: Uint8Array): boolean {
  let [hasType, hasMessages, hasAbout] = [false, false, false];
  for (const cut of readJsonHead(head, headOfFile)) {
    if (cut.cut === 'value' && cut.at === 'about') hasAbout = typeof cut.value === 'string';
    if (cut.cut === 'value' && cut.at === 'contacts/list/*' && hasAbout) {
      const contact = objectOf(cut.value);
      if (contact !== null && textAt(contact, 'date') !== '' && member(contact, 'first_name') !== undefined && member(contact, 'phone_number') !== undefined) return true;
    }
    const inner = chatMember(cut.at);
    if (cut.cut === 'value' && cut.at === 'personal_information') {
      const person = objectOf(cut.value);
      if (person !== null && wholeAt(person, 'user_id') !== null && member(person, 'first_name') !== undefined) return true;
    }
    if (cut.cut === 'value' && inner === 'type') hasType = typeof cut.value === 'string' && chatTypes.has(cut.value);
    if (cut.cut === 'opened' && inner === 'messages') hasMessages = true;
    if (hasType && hasMessages) return true;
    if (cut.cut === 'value' && inner === 'messages/*' && isMessage(cut.value)) return true;
    if (cut.cut === 'opened' && isChatPlace(cut.at)) [hasType, hasMessages] = [false, false];
  }
  return false;
}

/** For exports in which a chat's type is not said. */
function isMessage(value: unknown): boolean {
  const message = objectOf(value);
  return message !== null && wholeAt(message, 'id') !== null && ['message', 'service'].includes(textAt(message, 'type')) && textAt(message, 'date') !== '' && (member(message, 'text') !== undefined || member(message, 'action') !== undefined);
}
