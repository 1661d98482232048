import { type NeutralMessage } from '../parts';
import { MessageFlag } from '../../model/message-facts';

/** A message of which nothing is known but where it stands. */
export function emptyMessage(place: { readonly line: number; readonly offset: number; readonly length: number }): NeutralMessage {
  return {
    kind: 'message', sender: '', at: '', offsetMinutes: null, basis: 'as-written', atAsWritten: '', text: '', attachments: [], flags: [], quoted: null, reactions: [], call: null,
    sourceLine: place.line, sourceOffset: place.offset, sourceLength: place.length,
  };
}

/** Each flag once, in the agreed order. */
export function flagList(flags: ReadonlySet<MessageFlag>): MessageFlag[] {
  return MessageFlag.options.filter((flag) => flags.has(flag));
}
