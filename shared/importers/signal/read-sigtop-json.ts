import { clipped } from '../bytes/clipped';
import { emptyMessage, flagList } from '../conversations/empty-message';
import { keyOfFile, titleOfPath } from '../conversations/file-conversation';
import { member, objectAt, objectOf, objectsAt, textAt, wholeAt, type JsonObject } from '../json/members';
import { readJson, readJsonHead } from '../json/read-json';
import { take } from '../json/wanted';
import { MessageBatches } from '../conversations/message-batches';
import { instantTime } from '../conversations/message-times';
import type { NamedFiles } from '../named-files';
import { messageNotUnderstood, stretchNotUnderstood } from '../not-understood';
import type { NeutralMessage, NeutralPart } from '../parts';
import type { SourceFile } from '../source';
import { owner, participantOf } from './read-sigtop-text';
import type { SigtopFiles } from './signal-files';
import { textOfVersions } from './sigtop-content';
import type { MessageFlag, NeutralCall } from '../../model/message-facts';

const headBytes = 256 * 1024;

/** Whether a document is what `sigtop export-messages -f json` writes: a list of messages as Signal Desktop keeps them. */
export function isSigtopJson(head: Uint8Array): boolean {
  let at = 0;
  while (at < head.length && at < 64 && (head[at] ?? 0) <= 0x20) at += 1;
  if (head[at] !== 0x5b) return false;
  const values = readJsonHead(head.subarray(0, headBytes), [take]).filter((cut) => cut.cut === 'value').map((cut) => objectOf(cut.value));
  return values.slice(0, 20).some((message) => message !== null && textAt(message, 'conversationId') !== '' && typeof member(message, 'type') === 'string' && (wholeAt(message, 'sent_at') !== null || wholeAt(message, 'received_at') !== null));
}

/**
 * Reads one conversation of sigtop's JSON (cmd/sigtop/fmt_json.go): the rows of Signal Desktop's database (ts/model-types.d.ts, MessageAttributesType). People are named in it by their ids;
 * in a chat of two the other one is whom the file is named after. Times are instants.
 */
export async function* readSigtopJson(file: SourceFile, place: number, files: NamedFiles, attached: SigtopFiles): AsyncGenerator<NeutralPart> {
  const key = keyOfFile(file.path, place);
  const title = titleOfPath(file.path);
  const named = participantOf(title);
  // Only a name with a number or another mark behind it is a person's; old versions named groups and people alike.
  const other = named === null || named.handle === '' ? null : named;
  yield { part: 'conversation', key, title, service: 'Signal', participants: other === null ? [owner] : [owner, other] };
  const batch = new MessageBatches(files);
  const names = new Map<string, string>();
  if (other !== null) names.set(other.handle.toLowerCase(), other.name);
  for await (const cuts of readJson(file.bytes(), [take])) {
    for (const cut of cuts) {
      if (cut.cut === 'not-understood') {
        if (!cut.isRest) {
          yield* batch.add(key, file.path, messageNotUnderstood(cut.text, cut));
          continue;
        }
        yield* batch.flush();
        yield stretchNotUnderstood(file.path, cut.text, cut);
      }
      if (cut.cut !== 'value') continue;
      const row = objectOf(cut.value);
      if (row === null || typeof member(row, 'type') !== 'string') yield* batch.add(key, file.path, messageNotUnderstood(cut.text, cut));
      else yield* batch.add(key, file.path, messageOf(row, cut, { names, other: other?.name ?? '', attached, title }));
    }
  }
  yield* batch.flush();
}

interface Setting { readonly names: Map<string, string>; readonly other: string; readonly attached: SigtopFiles; readonly title: string }

/** A person's id, or their name where the file settles it: in a chat of two, whoever writes what comes in. */
function nameOf(id: string, { names, other }: Setting, isIncoming: boolean): string {
  if (id === '') return '';
  if (isIncoming && other !== '' && names.size === 1) names.set(id.toLowerCase(), other);
  return clipped(names.get(id.toLowerCase()) ?? id, 300);
}

function messageOf(row: JsonObject, place: { line: number; offset: number; length: number }, setting: Setting): NeutralMessage {
  const type = textAt(row, 'type');
  const isMessage = type === 'incoming' || type === 'outgoing' || type === 'story';
  const source = textAt(row, 'sourceServiceId') || textAt(row, 'sourceUuid') || textAt(row, 'source');
  const sent = wholeAt(row, 'sent_at') ?? wholeAt(row, 'timestamp') ?? wholeAt(row, 'received_at_ms');
  const time = instantTime(sent, sent === null ? '' : String(sent));
  const versions = objectsAt(row, 'editHistory', 1000);
  const body = textAt(row, 'body');
  const words = versions.length < 2 ? body : textOfVersions(versions.map((version, at) => ({ number: versions.length - at, sent: String(wholeAt(version, 'timestamp') ?? ''), text: at === 0 ? body : textAt(version, 'body') })));
  const call = type === 'call-history' ? callOf(objectAt(row, 'callHistoryDetails')) : null;
  const quote = objectAt(row, 'quote');
  const clock = time.at.slice(14).replace(':', '-');
  return {
    ...emptyMessage(place),
    ...time,
    kind: isMessage ? 'message' : 'system',
    sender: !isMessage ? '' : type === 'outgoing' ? owner.name : nameOf(source, setting, true) || 'Unknown',
    text: clipped(isMessage ? words : [type, timerOf(row), words].filter((part) => part !== '').join('\n'), 1_000_000),
    attachments: attachmentsOf(row, clock, setting),
    flags: flagsOf(row, type, versions.length > 1, call !== null),
    quoted: quote === null ? null : { sender: nameOf(textAt(quote, 'authorAci') || textAt(quote, 'authorUuid') || textAt(quote, 'author'), setting, false), text: clipped(textAt(quote, 'text'), 20_000) },
    reactions: objectsAt(row, 'reactions', 1000).map((reaction) => ({ by: nameOf(textAt(reaction, 'fromId'), setting, false), what: clipped(textAt(reaction, 'emoji'), 100) })),
    call,
  };
}

function flagsOf(row: JsonObject, type: string, isEdited: boolean, isCall: boolean): MessageFlag[] {
  const flags = new Set<MessageFlag>();
  const is = (key: string): boolean => member(row, key) === true;
  if (isEdited) flags.add('edited');
  if (is('deletedForEveryone')) flags.add('deleted');
  if (is('isViewOnce')) flags.add('view-once');
  if ((wholeAt(row, 'expireTimer') ?? 0) > 0 || objectAt(row, 'expirationTimerUpdate') !== null) flags.add('disappearing');
  if (objectAt(row, 'quote') !== null) flags.add('reply');
  if (objectAt(row, 'sticker') !== null) flags.add('sticker');
  if (objectAt(row, 'poll') !== null) flags.add('poll');
  if (objectsAt(row, 'contact', 1).length > 0) flags.add('contact');
  if (type === 'story' || textAt(row, 'storyId') !== '') flags.add('story');
  if (isCall) flags.add('call');
  if (objectsAt(row, 'attachments', 200).some((attachment) => ((wholeAt(attachment, 'flags') ?? 0) & 1) === 1)) flags.add('voice-note');
  const states = Object.values(objectAt(row, 'sendStateByConversationId') ?? {}).map((state) => textAt(objectOf(state) ?? {}, 'status'));
  if (type === 'outgoing' && states.includes('Failed')) flags.add('failed');
  return flagList(flags);
}

function timerOf(row: JsonObject): string {
  const update = objectAt(row, 'expirationTimerUpdate');
  const seconds = update === null ? null : wholeAt(update, 'expireTimer');
  return seconds === null ? '' : `expireTimer: ${seconds}`;
}

/** Older databases keep a call's details with its message; newer ones keep them elsewhere, and sigtop does not export them. */
function callOf(details: JsonObject | null): NeutralCall {
  if (details === null) return { kind: 'not-said', isVideo: false, seconds: null };
  const [accepted, ended] = [wholeAt(details, 'acceptedTime'), wholeAt(details, 'endedTime')];
  const isIncoming = member(details, 'wasIncoming') === true;
  const kind = typeof member(details, 'wasIncoming') !== 'boolean' ? 'not-said' : member(details, 'wasDeclined') === true ? 'rejected' : accepted === null && isIncoming ? 'missed' : isIncoming ? 'incoming' : 'outgoing';
  return { kind, isVideo: member(details, 'wasVideoCall') === true, seconds: accepted !== null && ended !== null && ended >= accepted ? Math.round((ended - accepted) / 1000) : null };
}

function attachmentsOf(row: JsonObject, sentClock: string, { attached, title }: Setting): NeutralMessage['attachments'] {
  const sticker = objectAt(row, 'sticker');
  const data = sticker === null ? null : objectAt(sticker, 'data');
  return [...objectsAt(row, 'attachments', 200), ...(data === null ? [] : [data])].slice(0, 200).map((attachment) => {
    const said = { name: textAt(attachment, 'fileName'), bytes: wholeAt(attachment, 'size'), sentClock };
    if (member(attachment, 'pending') === true) return { name: clipped(said.name, 255), file: '', absent: 'left-out' as const };
    return attached.attachment(said, title);
  });
}
