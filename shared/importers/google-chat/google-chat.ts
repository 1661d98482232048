import { clipped } from '../bytes/clipped';
import { objectAt, objectOf, textAt, type JsonObject } from '../json/members';
import { readJson } from '../json/read-json';
import { MessageBatches } from '../conversations/message-batches';
import { NamedFiles } from '../named-files';
import { messageNotUnderstood, stretchNotUnderstood } from '../not-understood';
import type { NeutralPart } from '../parts';
import { People } from '../conversations/people';
import type { Importer } from '../reading';
import type { Source, SourceFile } from '../source';
import { chatFile, chatFileKind } from './layout';
import { messagesOf, personName } from './messages';

/**
 * Google Chat as Google Takeout exports it. Google describes the files nowhere; their members are those that public readers of Takeout list from real exports (creator, created_date,
 * updated_date, deleted_date, message_state, deletion_metadata, previous_message_versions, quoted_message_metadata, reactions, annotations, attached_files). Takeout exports all there is.
 */
export const googleChat: Importer = {
  kind: 'google-chat',
  recognises: (head) => chatFileKind(head) !== null,
  question: null,
  read: readGoogleChat,
  mayBeTruncated: () => false,
};

/** What a group's own file says, by the folder it lies in. */
interface Group {
  name: string;
  members: JsonObject[];
}

async function* readGoogleChat(files: readonly SourceFile[], source: Source): AsyncGenerator<NeutralPart> {
  const groups = new Map<string, Group>();
  const owners = new Set<string>();
  const withMessages: SourceFile[] = [];
  for (const file of files) {
    const kind = chatFileKind(await file.head());
    if (kind === 'user' || kind === 'group') yield* readAbout(file, kind, groups, owners);
    else withMessages.push(file);
  }
  // Two accounts in one source: whose a conversation is cannot be told.
  const [owner = ''] = owners.size === 1 ? owners : [];
  const named = new NamedFiles('google-chat', source, true);
  for (const [number, file] of withMessages.entries()) yield* readGroup(file, `google-chat/${number}`, groups.get(folderOf(file)) ?? { name: '', members: [] }, owner, named, source);
}

function folderOf(file: SourceFile): string {
  return file.path.slice(0, file.path.lastIndexOf('/') + 1);
}

/** Who is in a group, or whose account it is. */
async function* readAbout(file: SourceFile, kind: 'user' | 'group', groups: Map<string, Group>, owners: Set<string>): AsyncGenerator<NeutralPart> {
  const group: Group = { name: '', members: [] };
  for await (const cuts of readJson(file.bytes(), chatFile)) {
    for (const cut of cuts) {
      if (cut.cut === 'not-understood') yield stretchNotUnderstood(file.path, cut.text, cut);
      const value = cut.cut === 'value' ? objectOf(cut.value) : null;
      if (cut.cut === 'value' && cut.at === 'name' && typeof cut.value === 'string') group.name = cut.value;
      else if (value !== null && cut.at === 'members/*' && group.members.length < 2000) group.members.push(value);
      else if (value !== null && cut.at === 'user' && kind === 'user') owners.add(textAt(value, 'email').toLowerCase());
    }
  }
  if (kind === 'group') groups.set(folderOf(file), group);
}

async function* readGroup(file: SourceFile, key: string, group: Group, owner: string, files: NamedFiles, source: Source): AsyncGenerator<NeutralPart> {
  const people = new People();
  for (const person of group.members) personName(people, person);
  for await (const cuts of readJson(file.bytes(), chatFile)) {
    for (const cut of cuts) if (cut.cut === 'value' && cut.at === 'messages/*') personName(people, objectAt(objectOf(cut.value) ?? {}, 'creator'));
  }
  const participants = people.participants(owner);
  const others = clipped(participants.filter(({ isOwner }) => !isOwner).map(({ name }) => name).join(', '), 300);
  yield { part: 'conversation', key, title: clipped(group.name, 300) || others, service: 'Google Chat', participants };
  const batches = new MessageBatches(files);
  for await (const cuts of readJson(file.bytes(), chatFile)) {
    for (const cut of cuts) {
      if (cut.cut === 'value' && cut.at === 'messages/*') for (const message of messagesOf(cut, { people, files, source, file })) yield* batches.add(key, file.path, message);
      else if (cut.cut === 'not-understood') yield* batches.add(key, file.path, messageNotUnderstood(cut.text, cut));
    }
  }
  yield* batches.flush();
}
