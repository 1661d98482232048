import { member, objectAt, objectOf, objectsAt, textAt, wholeAt, type JsonObject } from '../json/members';
import { readJsonHead } from '../json/read-json';
import { take, type Wanted } from '../json/wanted';
import { undoubled } from './double-encoded';

/**
 * The files of Meta's "Download your information" that are read: a thread's `message_1.json` (Facebook and Instagram alike), a chat of the end-to-end encrypted download, and the file that
 * says whose account it is (`profile_information.json`, `personal_information.json`).
 */
export const metaFile = {
  participants: take, messages: [take], title: take, thread_path: take, threadName: take, profile_v2: { name: take }, profile_user: take,
} satisfies Wanted;

export type MetaFileKind = 'facebook' | 'instagram' | 'encrypted';

/** Which of Meta's files this is, and of which service; null for any other. A thread that has nothing of Instagram's is taken for Facebook's. */
export function metaFileKind(head: Uint8Array): MetaFileKind | null {
  let [hasList, hasPeople, hasNames, hasTitle, hasThreadName] = [false, false, false, false, false];
  const messages: JsonObject[] = [];
  const people: string[] = [];
  for (const cut of readJsonHead(head, metaFile)) {
    if (cut.cut === 'opened' && cut.at === 'messages') hasList = true;
    if (cut.cut !== 'value') continue;
    if (cut.at === 'profile_v2/name' && textAt(objectOf(cut.value) ?? {}, 'full_name') !== '') return 'facebook';
    if (cut.at === 'profile_user' && instagramNames(cut.value).length > 0) return 'instagram';
    if (cut.at === 'title' || cut.at === 'thread_path') hasTitle = typeof cut.value === 'string';
    if (cut.at === 'threadName') hasThreadName = typeof cut.value === 'string';
    if (cut.at === 'participants' && Array.isArray(cut.value)) {
      const list = cut.value as readonly unknown[];
      hasNames = list.every((one) => typeof one === 'string');
      people.push(...list.slice(0, 200).map((one) => textAt(objectOf(one) ?? {}, 'name')));
      hasPeople = list.length > 0 && people.every((name) => name !== '');
    }
    const message = cut.at === 'messages/*' ? objectOf(cut.value) : null;
    if (message !== null) messages.push(message);
  }
  if (!hasList) return null;
  if (messages.length === 0 ? hasNames && hasThreadName : messages.some(isEncrypted)) return 'encrypted';
  if (messages.length === 0 ? !(hasPeople && hasTitle) : !messages.some(isOfThread)) return null;
  if (messages.some(isFacebooks) || people.some((name) => /^facebook user$/i.test(name))) return 'facebook';
  return messages.some(isInstagrams) || people.some((name) => /^instagram ?user$/i.test(name)) ? 'instagram' : 'facebook';
}

function isOfThread(message: JsonObject): boolean {
  return typeof member(message, 'sender_name') === 'string' && (wholeAt(message, 'timestamp_ms') !== null || wholeAt(message, 'timestamp') !== null);
}

function isEncrypted(message: JsonObject): boolean {
  return typeof member(message, 'senderName') === 'string' && wholeAt(message, 'timestamp') !== null && (member(message, 'isUnsent') !== undefined || member(message, 'media') !== undefined || member(message, 'text') !== undefined);
}

function urisOf(message: JsonObject): string[] {
  return ['photos', 'videos', 'audio_files', 'gifs', 'files'].flatMap((key) => objectsAt(message, key, 20).map((file) => textAt(file, 'uri')));
}

function isFacebooks(message: JsonObject): boolean {
  return member(message, 'sticker') !== undefined || member(message, 'is_unsent_image_by_messenger_kid_parent') !== undefined || urisOf(message).some((uri) => /^your_(?:facebook_activity|activity_across_facebook)\//.test(uri));
}

function isInstagrams(message: JsonObject): boolean {
  const share = objectAt(message, 'share') ?? {};
  const content = textAt(message, 'content');
  if (textAt(share, 'original_content_owner') !== '' || content === 'Liked a message' || urisOf(message).some((uri) => uri.startsWith('your_instagram_activity/'))) return true;
  return /^https:\/\/(?:www\.)?instagram\.com\//.test(textAt(share, 'link')) && (content === '' || content.endsWith(' sent an attachment.'));
}

/** The names an account goes by in its own profile file: Facebook's one, Instagram's name and user name (whose labels are in her language). */
export function ownerNames(at: string, value: unknown): string[] {
  if (at === 'profile_v2/name') return [undoubled(textAt(objectOf(value) ?? {}, 'full_name'))].filter((name) => name !== '');
  return at === 'profile_user' ? instagramNames(value) : [];
}

function instagramNames(value: unknown): string[] {
  const [profile] = objectsAt({ list: value }, 'list', 1);
  const data = profile === undefined ? null : objectAt(profile, 'string_map_data');
  if (data === null) return [];
  const labelled = (label: string): string => undoubled(textAt(objectAt(data, label) ?? {}, 'value'));
  return [labelled('Name'), labelled('Username')].filter((name) => name !== '');
}
