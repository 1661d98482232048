import { clipped } from '../bytes/clipped';
import type { TakenCut } from '../json/cutter';
import { member, objectAt, objectOf, objectsAt, textAt, wholeAt, type JsonObject } from '../json/members';
import { instantTime } from '../conversations/message-times';
import { leftOut, type NamedFiles } from '../named-files';
import { messageNotUnderstood } from '../not-understood';
import { type NeutralAttachment, type NeutralMessage } from '../parts';
import type { SourceFile } from '../source';
import { undoubled } from './double-encoded';
import { sentMs } from './thread-files';
import { MessageFlag, type NeutralCall } from '../../model/message-facts';

/** What a thread's messages are read with. `owner`: the name of the account's owner in it; '' where it is not known. */
export interface ThreadReading {
  readonly owner: string;
  readonly files: NamedFiles;
  readonly file: SourceFile;
}

/** What Meta writes in place of a message that was taken back, where it writes anything. */
const unsentTexts = new Set(['This message was unsent', 'This message was unsent.', 'User unsent a message', 'You unsent a message']);

/** One element of `messages` of a thread of Facebook or Instagram. */
export function messageOf(cut: TakenCut, thread: ThreadReading): NeutralMessage {
  const message = objectOf(cut.value);
  const ms = message === null ? null : sentMs(message);
  if (message === null || (ms === null && typeof member(message, 'sender_name') !== 'string')) return messageNotUnderstood(cut.text, cut);
  const said = (key: string): string => undoubled(textAt(message, key));
  const sender = clipped(said('sender_name'), 300);
  const type = textAt(message, 'type');
  const isSystem = type === 'Subscribe' || type === 'Unsubscribe';
  const share = objectAt(message, 'share');
  const users = objectsAt(message, 'users', 200).map((user) => undoubled(textAt(user, 'name')));
  const lines = isSystem && said('content') === '' ? [`${sender} · ${type} · ${users.join(', ')}`] : [said('content'), ...shareLines(share, said('content'))];
  const call = type === 'Call' || member(message, 'call_duration') !== undefined ? callOf(message, sender, said('content'), thread.owner) : null;
  return {
    kind: isSystem ? 'system' : 'message',
    sender: isSystem ? '' : sender,
    ...instantTime(ms, ms === null ? '' : String(wholeAt(message, 'timestamp_ms') ?? wholeAt(message, 'timestamp'))),
    text: clipped(lines.filter((line) => line !== '').join('\n'), 1_000_000),
    attachments: attachmentsOf(message, thread),
    flags: flagsOf(message, share, said('content'), call !== null),
    quoted: null,
    reactions: reactionsOf(message, undoubled),
    call,
    sourceLine: cut.line, sourceOffset: cut.offset, sourceLength: cut.length,
  };
}

/** One element of `messages` of the end-to-end encrypted download, whose text is not doubled. */
export function encryptedMessageOf(cut: TakenCut, thread: ThreadReading): NeutralMessage {
  const message = objectOf(cut.value);
  const ms = message === null ? null : sentMs(message);
  if (message === null || (ms === null && typeof member(message, 'senderName') !== 'string')) return messageNotUnderstood(cut.text, cut);
  const text = textAt(message, 'text');
  return {
    kind: 'message',
    sender: clipped(textAt(message, 'senderName'), 300),
    ...instantTime(ms, ms === null ? '' : String(ms)),
    text: clipped(text, 1_000_000),
    attachments: objectsAt(message, 'media', 200).map((file) => attachment(textAt(file, 'uri'), thread)),
    flags: member(message, 'isUnsent') === true || unsentTexts.has(text) ? ['deleted'] : [],
    quoted: null,
    reactions: reactionsOf(message, (written) => written),
    call: null,
    sourceLine: cut.line, sourceOffset: cut.offset, sourceLength: cut.length,
  };
}

/** What was shared, where the message's own words do not say it already. */
function shareLines(share: JsonObject | null, content: string): string[] {
  if (share === null) return [];
  return ['share_text', 'original_content_owner', 'profile_share_name', 'profile_share_username', 'link'].map((key) => undoubled(textAt(share, key))).filter((said) => !content.includes(said));
}

function flagsOf(message: JsonObject, share: JsonObject | null, content: string, isCall: boolean): MessageFlag[] {
  const holds: Partial<Record<MessageFlag, boolean>> = {
    deleted: member(message, 'is_unsent') === true || unsentTexts.has(content),
    location: share !== null && ((textAt(share, 'link') === '' && /\blocation\b/i.test(content.slice(0, 300))) || /^https:\/\/(?:maps\.google\.com|www\.google\.com\/maps|maps\.apple\.com)\//.test(textAt(share, 'link'))),
    call: isCall,
    'voice-note': objectsAt(message, 'audio_files', 20).some((file) => textAt(file, 'uri').includes('audioclip')),
    sticker: member(message, 'sticker') !== undefined,
    story: share !== null && /^https:\/\/(?:www\.)?instagram\.com\/stories\//.test(textAt(share, 'link')),
  };
  return MessageFlag.options.filter((flag) => holds[flag] === true);
}

function attachmentsOf(message: JsonObject, thread: ThreadReading): NeutralAttachment[] {
  const files = ['photos', 'videos', 'audio_files', 'files', 'gifs'].flatMap((key) => objectsAt(message, key, 199));
  const sticker = objectAt(message, 'sticker');
  return [...files, ...(sticker === null ? [] : [sticker])].slice(0, 200).map((file) => attachment(textAt(file, 'uri'), thread));
}

/** Meta leaves out what it holds elsewhere (an address of the web), and what it failed to fetch (`Failed to download media`). */
function attachment(uri: string, { files, file }: ThreadReading): NeutralAttachment {
  const named = clipped(uri, 4096).replace(/^\.\//, '');
  if (named === '' || /^https?:/i.test(named)) return leftOut(named.replace(/[?#].*$/s, ''));
  return /^failed to download media$/i.test(named) ? leftOut('') : files.attachment(named, file);
}

function reactionsOf(message: JsonObject, written: (text: string) => string): NeutralMessage['reactions'] {
  return objectsAt(message, 'reactions', 1000).map((reaction) => ({ by: clipped(written(textAt(reaction, 'actor')), 300), what: clipped(written(textAt(reaction, 'reaction')), 100) }));
}

/** Which way a call went follows from who began it, where it is known whose export this is. `call_duration` is in seconds. */
function callOf(message: JsonObject, sender: string, content: string, owner: string): NeutralCall {
  const seconds = wholeAt(message, 'call_duration');
  const isOwn = owner !== '' && sender === owner;
  const kind = isOwn ? 'outgoing' : member(message, 'missed') === true ? 'missed' : owner === '' ? 'not-said' : 'incoming';
  return { kind, isVideo: /\bvideo (?:call|chat)\b/i.test(content.slice(0, 300)), seconds: seconds !== null && seconds >= 0 ? seconds : null };
}
