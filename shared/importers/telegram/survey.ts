import { clipped } from '../bytes/clipped';
import { objectOf, textAt, wholeAt, type JsonObject } from '../json/members';
import { readJson } from '../json/read-json';
import { People } from '../conversations/people';
import type { SourceFile } from '../source';
import { chatMember, isChatPlace, telegramFile } from './layout';
import { idAt, nameAt } from './ids';

/** A chat of an export, before its messages are read. */
export interface Chat {
  readonly people: People;
  name: string;
  type: string;
  id: string;
  hasMessages: boolean;
}

export interface TelegramSurvey {
  /** `user12345`, '' where the export does not say whose it is. */
  readonly ownerId: string;
  /** In the file's order; a file that is one chat has one. */
  readonly chats: readonly Chat[];
}

/** Reads a file through once: its chats with their names, who writes in them, and whose account it is. Each chat's people are told apart here, before any message is sent. */
export async function surveyOf(file: SourceFile): Promise<TelegramSurvey> {
  let ownerId = '';
  const chats: Chat[] = [];
  let owner: JsonObject | null = null;
  for await (const cuts of readJson(file.bytes(), telegramFile)) {
    for (const cut of cuts) {
      if (cut.cut === 'opened' && isChatPlace(cut.at)) chats.push({ people: new People(), name: '', type: '', id: '', hasMessages: false });
      const chat = chats.at(-1);
      if (chat === undefined) continue;
      const inner = chatMember(cut.at);
      if (cut.cut === 'opened' && inner === 'messages') chat.hasMessages = true;
      if (cut.cut !== 'value') continue;
      if (cut.at === 'personal_information') {
        owner ??= objectOf(cut.value);
        const id = owner === null ? null : wholeAt(owner, 'user_id');
        if (id !== null) ownerId = `user${id}`;
      } else if (inner === 'messages/*') meet(chat.people, objectOf(cut.value));
      else if (inner === 'name' && typeof cut.value === 'string') chat.name = clipped(cut.value, 300);
      else if (inner === 'type' && typeof cut.value === 'string') chat.type = clipped(cut.value, 60);
      else if (inner === 'id' && typeof cut.value === 'number') chat.id = String(cut.value);
    }
  }
  return { ownerId, chats };
}

function meet(people: People, message: JsonObject | null): void {
  if (message === null) return;
  if (textAt(message, 'type') === 'message') nameAt(people, message, 'from');
  if (idAt(message, 'actor_id') !== '') nameAt(people, message, 'actor');
}

/**
 * Whose export a chat by itself is: of a chat with one person (`personal_chat`, whose `id` is that person's) the other who writes in it; of `saved_messages` the one whose notes they are.
 * '' where it does not follow.
 */
export function ownerOf(chat: Chat, ownerId: string): string {
  if (ownerId !== '') return ownerId;
  if (chat.type === 'saved_messages' && chat.id !== '') return `user${chat.id}`;
  if (chat.type !== 'personal_chat' || chat.id === '') return '';
  const others = chat.people.ids().filter((id) => id !== `user${chat.id}`);
  return others.length === 1 ? (others[0] ?? '') : '';
}
