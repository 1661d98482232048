import { clipped } from '../bytes/clipped';
import type { TakenCut } from '../json/cutter';
import { listAt, member, objectAt, objectOf, objectsAt, textAt, type JsonObject } from '../json/members';
import { leftOut, type NamedFiles } from '../named-files';
import { messageNotUnderstood } from '../not-understood';
import { type NeutralAttachment, type NeutralMessage } from '../parts';
import type { People } from '../conversations/people';
import type { Source, SourceFile } from '../source';
import { annotationLines, callOf } from './annotations';
import { chatTime } from './dates';
import { MessageFlag } from '../../model/message-facts';

/** What a group's messages are read with. */
export interface GroupReading {
  readonly people: People;
  readonly files: NamedFiles;
  readonly source: Source;
  readonly file: SourceFile;
}

/** A creator, member or user: `{ name, email, user_type }`, in which the address may be missing (an account that is gone). */
export function personName(people: People, person: JsonObject | null): string {
  return person === null ? '' : people.nameOf(textAt(person, 'email').toLowerCase(), textAt(person, 'name'));
}

/**
 * One element of `messages`, and before it what it said before it was changed, where the export has that (`previous_message_versions`): each such version is a line of the program's own, at
 * its own time, so that it counts as no further message.
 */
export function messagesOf(cut: TakenCut, group: GroupReading): NeutralMessage[] {
  const message = objectOf(cut.value);
  if (message === null || (objectAt(message, 'creator') === null && textAt(message, 'created_date') === '' && member(message, 'previous_message_versions') === undefined)) return [messageNotUnderstood(cut.text, cut)];
  const versions = objectsAt(message, 'previous_message_versions', 50);
  const sender = personName(group.people, objectAt(message, 'creator'));
  const where = { sourceLine: cut.line, sourceOffset: cut.offset, sourceLength: cut.length };
  const earlier = versions.map((version): NeutralMessage => ({
    kind: 'system', sender: '', ...chatTime(textAt(version, 'updated_date') || textAt(version, 'created_date')),
    text: clipped(['previous_message_versions', sender, textOf(version)].filter((part) => part !== '').join(' · '), 1_000_000),
    attachments: attachmentsOf(version, group), flags: ['edited'], quoted: null, reactions: [], call: null, ...where,
  }));
  // Of a message that was changed the export may give the time of sending with its first version only.
  const created = [message, ...versions].map((version) => textAt(version, 'created_date')).find((date) => date !== '') ?? '';
  const call = callOf(message);
  return [...earlier, {
    kind: 'message', sender, ...chatTime(created),
    text: clipped(textOf(message) || deletionText(message), 1_000_000),
    attachments: attachmentsOf(message, group),
    flags: flagsOf(message, call !== null),
    quoted: quotedOf(message, group.people),
    reactions: reactionsOf(message, group.people),
    call,
    ...where,
  }];
}

function textOf(message: JsonObject): string {
  const text = textAt(message, 'text');
  return [text, ...annotationLines(message, text)].filter((line) => line !== '').join('\n');
}

/** Of a deleted message the export has no words, but by whom and when it was deleted. */
function deletionText(message: JsonObject): string {
  const type = textAt(objectAt(message, 'deletion_metadata') ?? {}, 'deletion_type');
  return [['deletion_type', type], ['deleted_date', textAt(message, 'deleted_date')]].filter(([, said]) => said !== '').map(([key, said]) => `${key}: ${said}`).join(' · ');
}

function flagsOf(message: JsonObject, isCall: boolean): MessageFlag[] {
  const holds: Partial<Record<MessageFlag, boolean>> = {
    edited: textAt(message, 'updated_date') !== '' || objectsAt(message, 'previous_message_versions', 1).length > 0,
    deleted: textAt(message, 'message_state') === 'DELETED' || textAt(message, 'deleted_date') !== '' || objectAt(message, 'deletion_metadata') !== null,
    call: isCall,
    reply: quotation(message) !== null,
  };
  return MessageFlag.options.filter((flag) => holds[flag] === true);
}

function quotation(message: JsonObject): JsonObject | null {
  return objectAt(message, 'quoted_message_metadata') ?? objectsAt(message, 'quoted_message_metadata', 1)[0] ?? null;
}

function quotedOf(message: JsonObject, people: People): NeutralMessage['quoted'] {
  const quoted = quotation(message);
  return quoted === null ? null : { sender: personName(people, objectAt(quoted, 'creator')), text: clipped(textAt(quoted, 'text'), 20_000) };
}

/** `{ emoji: { unicode } | { custom_emoji: { short_code } }, reactor_emails: [] }`. */
function reactionsOf(message: JsonObject, people: People): NeutralMessage['reactions'] {
  return objectsAt(message, 'reactions', 50).flatMap((reaction) => {
    const emoji = objectAt(reaction, 'emoji') ?? {};
    const what = clipped(textAt(emoji, 'unicode') || textAt(objectAt(emoji, 'custom_emoji') ?? {}, 'short_code'), 100);
    const by = listAt(reaction, 'reactor_emails', 20).filter((email) => typeof email === 'string').map((email) => people.nameOf(email.toLowerCase(), ''));
    return (by.length === 0 ? [''] : by).map((name) => ({ by: name, what }));
  });
}

/** Files lie in the group's own folder under `export_name`, with `_` for what a file name may not hold. */
function attachmentsOf(message: JsonObject, { files, source, file }: GroupReading): NeutralAttachment[] {
  return objectsAt(message, 'attached_files', 100).map((attached) => {
    const exported = clipped(textAt(attached, 'export_name'), 1024);
    const original = textAt(attached, 'original_name');
    if (exported === '') return leftOut(original);
    const asStored = [exported, exported.replace('?', '_'), exported.replace(/[?&=:*"<>|\\/%#]/g, '_')].find((name) => source.find(name, file) !== null);
    return files.attachment(asStored ?? exported, file, original || exported);
  });
}
