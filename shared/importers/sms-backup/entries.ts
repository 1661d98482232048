import type { NeutralAttachment, NeutralMessage } from '../parts';
import type { Place } from '../xml/stretch';
import { lineOf, piecesOf, timeOf, type Fields } from './values';
import type { MessageFlag, NeutralCall } from '../../model/message-facts';

/** Characters of one message's words, and files of one message; what goes beyond becomes a further message with the same place. */
const mostCharacters = 900_000;
const mostFiles = 200;

/** What an `sms`, `mms` or `call` says. */
export interface Entry {
  readonly fields: Fields;
  readonly place: Place;
  readonly sender: string;
  readonly text: string;
  readonly flags: readonly MessageFlag[];
  readonly attachments: readonly NeutralAttachment[];
  readonly call: NeutralCall | null;
}

/** The message of an entry; more than one only where it is larger than a message may be. */
export function messagesOf({ fields, place, sender, text, flags, attachments, call }: Entry): NeutralMessage[] {
  const texts = piecesOf(text, mostCharacters);
  const count = Math.max(texts.length, Math.ceil(attachments.length / mostFiles));
  return Array.from({ length: count }, (_, number): NeutralMessage => ({
    kind: 'message', sender, ...timeOf(fields), text: texts[number] ?? '', attachments: attachments.slice(number * mostFiles, (number + 1) * mostFiles), flags: [...flags],
    quoted: null, reactions: [], call, ...lineOf(fields), ...placeOf(place),
  }));
}

/** An entry that belongs to a conversation and cannot be read as a message: cut off, or without a direction that is known. `source`: as it stands. */
export function notUnderstoodMessages(fields: Fields, place: Place, source: string, attachments: readonly NeutralAttachment[]): NeutralMessage[] {
  return messagesOf({ fields, place, sender: '', text: source, flags: [], attachments, call: null }).map((message) => ({ ...message, kind: 'not-understood' }));
}

export function placeOf({ offset, length, line }: Place): Pick<NeutralMessage, 'sourceLine' | 'sourceOffset' | 'sourceLength'> {
  return { sourceLine: line, sourceOffset: offset, sourceLength: length };
}
