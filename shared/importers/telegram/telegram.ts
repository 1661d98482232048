import { clipped } from '../bytes/clipped';
import { readJson } from '../json/read-json';
import { MessageBatches } from '../conversations/message-batches';
import { NamedFiles } from '../named-files';
import { messageNotUnderstood, stretchNotUnderstood } from '../not-understood';
import type { NeutralPart } from '../parts';
import type { Importer } from '../reading';
import { RecentMessages } from '../conversations/recent-messages';
import type { Source, SourceFile } from '../source';
import { chatMember, isChatPlace, isTelegramHead, telegramFile } from './layout';
import { messageOf, type ChatReading } from './messages';
import { ownerOf, surveyOf, type Chat } from './survey';

/**
 * Telegram Desktop's `result.json`, of one chat or of everything. Follows the exporter's own source: telegramdesktop/tdesktop,
 * Telegram/SourceFiles/export/output/export_output_json.cpp, as it was in 2018 (numbers for ids, no instants), 2021 and 2024. Telegram exports all it has: nothing is cut off by a limit.
 */
export const telegram: Importer = {
  kind: 'telegram',
  recognises: isTelegramHead,
  question: null,
  read: readTelegram,
  mayBeTruncated: () => false,
};

async function* readTelegram(files: readonly SourceFile[], source: Source): AsyncGenerator<NeutralPart> {
  const named = new NamedFiles('telegram', source, true);
  for (const [number, file] of files.entries()) yield* readFile(file, `telegram/${number}`, named);
}

async function* readFile(file: SourceFile, fileKey: string, files: NamedFiles): AsyncGenerator<NeutralPart> {
  const { ownerId, chats } = await surveyOf(file);
  const batches = new MessageBatches(files);
  const recent = new RecentMessages();
  let next = 0;
  let key = '';
  let reading: ChatReading | null = null;
  for await (const cuts of readJson(file.bytes(), telegramFile)) {
    for (const cut of cuts) {
      const inner = chatMember(cut.at);
      if (cut.cut === 'opened' && isChatPlace(cut.at)) {
        const chat = chats[next];
        key = `${fileKey}/${next}`;
        next += 1;
        if (chat === undefined || !chat.hasMessages) continue;
        yield* batches.flush();
        yield conversationOf(chat, key, ownerOf(chat, ownerId));
        recent.clear();
        reading = { people: chat.people, ownerId: ownerOf(chat, ownerId), recent, files, file };
      } else if (cut.cut === 'value' && inner === 'messages/*' && reading !== null) yield* batches.add(key, file.path, messageOf(cut, reading));
      else if (cut.cut === 'not-understood' && reading !== null && (inner === 'messages/*' || cut.isRest)) yield* batches.add(key, file.path, messageNotUnderstood(cut.text, cut));
      else if (cut.cut === 'not-understood' || (cut.cut === 'value' && inner === 'messages/*')) yield stretchNotUnderstood(file.path, cut.text, cut);
      else if (cut.cut === 'closed' && isChatPlace(cut.at)) reading = null;
    }
  }
  yield* batches.flush();
}

function conversationOf(chat: Chat, key: string, ownerId: string): NeutralPart {
  // The one she talks with may never have written.
  if ((chat.type === 'personal_chat' || chat.type === 'bot_chat') && chat.id !== '') chat.people.nameOf(`user${chat.id}`, chat.name);
  const participants = chat.people.participants(ownerId);
  const others = clipped(participants.filter(({ isOwner }) => !isOwner).map(({ name }) => name).join(', '), 300);
  return { part: 'conversation', key, title: chat.name || others || chat.type, service: 'Telegram', participants };
}
