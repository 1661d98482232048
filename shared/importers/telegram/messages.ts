import { clipped } from '../bytes/clipped';
import type { TakenCut } from '../json/cutter';
import { member, objectOf, objectsAt, textAt, wholeAt, type JsonObject } from '../json/members';
import { instantTime, localTime, type MessageTime } from '../conversations/message-times';
import { leftOut, type NamedFiles } from '../named-files';
import { messageNotUnderstood } from '../not-understood';
import { type NeutralAttachment, type NeutralMessage } from '../parts';
import type { People } from '../conversations/people';
import type { RecentMessages } from '../conversations/recent-messages';
import type { SourceFile } from '../source';
import { idAt, nameAt } from './ids';
import { mediaText, serviceText, textOf } from './text';
import { MessageFlag, type NeutralCall } from '../../model/message-facts';

/** What a message is read with: its chat's people, and what stands around it. */
export interface ChatReading {
  readonly people: People;
  readonly ownerId: string;
  readonly recent: RecentMessages;
  readonly files: NamedFiles;
  readonly file: SourceFile;
}

/** One element of `messages` (SerializeMessage in Telegram Desktop's export_output_json.cpp). What Telegram itself could not export (`unsupported`), and what is no message, is not understood. */
export function messageOf(cut: TakenCut, chat: ChatReading): NeutralMessage {
  const message = objectOf(cut.value);
  const type = message === null ? '' : textAt(message, 'type');
  if (message === null || (type !== 'message' && type !== 'service')) return messageNotUnderstood(cut.text, cut);
  const isCall = type === 'service' && textAt(message, 'action') === 'phone_call';
  const answered = wholeAt(message, 'reply_to_message_id');
  const sender = nameAt(chat.people, message, type === 'service' ? 'actor' : 'from');
  const read: NeutralMessage = {
    kind: type === 'service' && !isCall ? 'system' : 'message',
    sender: type === 'service' && !isCall ? '' : sender,
    ...timeOf(message),
    text: clipped(isCall ? textAt(message, 'discard_reason') : type === 'service' ? serviceText(message, sender) : [textOf(message), mediaText(message)].filter((part) => part !== '').join('\n'), 1_000_000),
    attachments: attachmentsOf(message, chat),
    flags: flagsOf(message, isCall),
    quoted: answered === null || member(message, 'reply_to_peer_id') !== undefined ? null : chat.recent.quoted(String(answered)),
    reactions: reactionsOf(message, chat.people),
    call: isCall || textAt(message, 'action') === 'group_call' ? callOf(message, chat, isCall) : null,
    sourceLine: cut.line, sourceOffset: cut.offset, sourceLength: cut.length,
  };
  const id = wholeAt(message, 'id');
  if (id !== null) chat.recent.see(String(id), read);
  return read;
}

/** `date_unixtime` is an instant. Before 2021 there is only `date`, on the clock of the computer that exported. */
function timeOf(message: JsonObject): MessageTime {
  const seconds = wholeAt(message, 'date_unixtime');
  const instant = instantTime(seconds === null ? null : seconds * 1000, String(seconds));
  return instant.at === '' ? localTime(textAt(message, 'date')) : instant;
}

/** The first versions wrote `edited` into every message: of those that were not, the beginning of 1970. */
function isEdited(message: JsonObject): boolean {
  return member(message, 'edited_unixtime') !== undefined || !/^(?:|1970-01-01T.*|1969-12-31T.*)$/.test(textAt(message, 'edited').slice(0, 40));
}

function flagsOf(message: JsonObject, isCall: boolean): MessageFlag[] {
  const has = (key: string): boolean => member(message, key) !== undefined;
  const mediaType = textAt(message, 'media_type');
  const holds: Partial<Record<MessageFlag, boolean>> = {
    edited: isEdited(message),
    forwarded: has('forwarded_from') || has('forwarded_from_id') || has('saved_from'),
    location: has('location_information') || has('place_name'),
    contact: has('contact_information'),
    poll: has('poll'),
    call: isCall || textAt(message, 'action') === 'group_call',
    reply: has('reply_to_message_id'),
    'voice-note': mediaType === 'voice_message',
    sticker: mediaType === 'sticker',
    disappearing: has('self_destruct_period_seconds'),
  };
  return MessageFlag.options.filter((flag) => holds[flag] === true);
}

/** What stands for a file that was not exported: `(File not included. Change data exporting settings to download.)`, `(Photo exceeds maximum size. …)`, `(File unavailable, please try again later)`. */
const notExported = /\((?:File|Photo) (?:not included|exceeds maximum size|unavailable)[^()]{0,100}\)$/;

function attachmentsOf(message: JsonObject, { files, file }: ChatReading): NeutralAttachment[] {
  return ['photo', 'file', 'contact_vcard'].flatMap((key) => {
    const named = member(message, key);
    if (typeof named !== 'string') return [];
    const name = key === 'file' ? textAt(message, 'file_name') : '';
    return [named === '' || notExported.test(named.slice(-200)) ? leftOut(name) : files.attachment(clipped(named, 4096), file, name)];
  });
}

/** Who reacted is said of the last few only; of the others their number. */
function reactionsOf(message: JsonObject, people: People): NeutralMessage['reactions'] {
  return objectsAt(message, 'reactions', 50).flatMap((reaction) => {
    const what = textAt(reaction, 'emoji') || textAt(reaction, 'document_id') || textAt(reaction, 'type');
    const recent = objectsAt(reaction, 'recent', 15).map((who) => ({ by: nameAt(people, who, 'from'), what: clipped(what, 100) }));
    const others = Math.max(0, (wholeAt(reaction, 'count') ?? 0) - recent.length);
    return others === 0 ? recent : [...recent, { by: '', what: others === 1 ? clipped(what, 100) : `${clipped(what, 80)} × ${others}` }];
  });
}

/** Telegram does not say whether a call had a picture. Which way it went follows from who began it, where it is known whose export this is. */
function callOf(message: JsonObject, { ownerId }: ChatReading, isPhoneCall: boolean): NeutralCall {
  const reason = textAt(message, 'discard_reason');
  const actor = idAt(message, 'actor_id');
  const seconds = wholeAt(message, isPhoneCall ? 'duration_seconds' : 'duration');
  const isOwn = ownerId !== '' && actor === ownerId;
  const kind = !isPhoneCall ? 'not-said' : isOwn ? 'outgoing' : reason === 'missed' ? 'missed' : ownerId === '' ? 'not-said' : reason === 'busy' ? 'rejected' : 'incoming';
  return { kind, isVideo: false, seconds: seconds !== null && seconds >= 0 ? seconds : null };
}
