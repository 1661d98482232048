import type { DateOrder } from '../../model/date-order';
import type { NeutralMessage } from '../neutral';
import type { Entry } from './entries';
import { messageOf } from './messages';

const flags = ['edited', 'deleted', 'forwarded', 'location', 'contact', 'poll', 'call'] as const;

/** A message with its file by name, as long as the reading process asks for one text at a time. */
export function plainMessageOf(entry: Entry, order: DateOrder): NeutralMessage {
  const { kind, sender, at, atAsWritten, text, attachments, flags: said, sourceLine, sourceOffset, sourceLength } = messageOf(entry, order, (name) => ({ name, file: '', absent: 'not-there' }));
  const [attachment] = attachments;
  return {
    kind, sender, at, atAsWritten, text, attachmentName: attachment?.name ?? '', attachmentOmitted: attachment?.absent === 'left-out',
    flags: flags.filter((flag) => said.includes(flag)), sourceLine, sourceOffset, sourceLength,
  };
}
