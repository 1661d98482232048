import { writeDay, type CalendarDay } from '../../dates/calendar';
import type { DateOrder } from '../../model/date-order';
import type { NeutralAttachment, NeutralMessage } from '../parts';
import { isSystemText, readContent, splitSender, tellsOfDisappearing } from './content';
import { dayOf, isSomeDay, onlyDayOf } from './date-order';
import type { Entry } from './entries';
import type { MessageFlag } from '../../model/message-facts';

/** Finds a file that a message names. */
export type FindFile = (name: string) => NeutralAttachment;

const bare = { offsetMinutes: null, basis: 'as-written', quoted: null, reactions: [] } as const;

/**
 * The neutral message of one entry. An entry whose day does not exist under `dateOrder` is not understood, and kept. `dateOrder` null: not known; only a date that says the same in every order
 * gives a time.
 */
export function messageOf(entry: Entry, dateOrder: DateOrder | null, findFile: FindFile): NeutralMessage {
  const place = { sourceLine: entry.line, sourceOffset: entry.offset, sourceLength: entry.length };
  const { head } = entry;
  const day = head && (dateOrder === null ? onlyDayOf(head) : dayOf(head, dateOrder));
  if (!head || (!day && (dateOrder !== null || !isSomeDay(head)))) {
    return { kind: 'not-understood', sender: '', at: '', atAsWritten: entry.written, text: entry.lead + entry.rest, attachments: [], flags: [], call: null, ...bare, reactions: [], ...place };
  }
  const at = day ? `${writtenDay(day)}T${two(head.hour)}:${two(head.minute)}:${two(head.second)}` : '';
  const { sender, body } = splitSender(withoutLastLineEnds(entry.rest));
  const { text, attachmentName, isOmitted, flags, call } = readContent(body);
  const isSystem = sender === '' || (attachmentName === '' && !isOmitted && flags.length === 0 && isSystemText(body));
  const attachments: NeutralAttachment[] = isOmitted ? [{ name: attachmentName, file: '', absent: 'left-out' }] : attachmentName !== '' ? [findFile(attachmentName)] : [];
  const said: MessageFlag[] = isSystem && tellsOfDisappearing(body) ? [...flags, 'disappearing'] : flags;
  return { kind: isSystem ? 'system' : 'message', sender: isSystem ? '' : sender, at, atAsWritten: entry.written, text, attachments, flags: said, call, ...bare, reactions: [], ...place };
}

/** A trailing line end before the next message is the export's, not the writer's. */
function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x0a) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** The day written last: most messages share it with the one before. */
let last: { readonly day: CalendarDay; readonly written: string } | null = null;
function writtenDay(day: CalendarDay): string {
  if (last?.day.year !== day.year || last.day.month !== day.month || last.day.day !== day.day) last = { day, written: writeDay(day) };
  return last.written;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
