import { writeDay } from '../../dates/calendar';
import type { DateOrder } from '../../model/conversation';
import type { NeutralMessage } from '../neutral';
import { isSystemText, readContent, splitSender } from './content';
import { dayOf } from './date-order';
import type { Entry } from './entries';

/** The neutral record of one entry. An entry whose day does not exist under `dateOrder` is not understood, and kept. */
export function messageOf(entry: Entry, dateOrder: DateOrder): NeutralMessage {
  const place = { sourceLine: entry.line, sourceOffset: entry.offset, sourceLength: entry.length };
  const day = entry.head && dayOf(entry.head, dateOrder);
  if (!entry.head || !day) {
    return { kind: 'not-understood', sender: '', at: '', atAsWritten: entry.written, text: entry.lead + entry.rest, attachmentName: '', attachmentOmitted: false, flags: [], ...place };
  }
  const at = `${writeDay(day)}T${[entry.head.hour, entry.head.minute, entry.head.second].map((part) => String(part).padStart(2, '0')).join(':')}`;
  // A trailing line end before the next message is the export's, not the writer's.
  const rest = entry.rest.replace(/\n+$/, '');
  const { sender, body } = splitSender(rest);
  const content = readContent(body);
  const isSystem = sender === '' || (isSystemText(body) && content.attachmentName === '' && !content.attachmentOmitted && content.flags.length === 0);
  return { kind: isSystem ? 'system' : 'message', sender: isSystem ? '' : sender, at, atAsWritten: entry.written, ...content, ...place };
}
