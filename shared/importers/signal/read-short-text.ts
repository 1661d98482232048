import { isRealDay } from '../../dates/calendar';
import { clipped } from '../bytes/clipped';
import { emptyMessage, flagList } from '../conversations/empty-message';
import { keyOfFile, titleOfPath } from '../conversations/file-conversation';
import { readLines, type SourceLine } from '../bytes/lines';
import { MessageBatches } from '../conversations/message-batches';
import type { NeutralMessage, NeutralPart } from '../parts';
import type { SourceFile } from '../source';
import { owner } from './read-sigtop-text';
import type { MessageFlag } from '../../model/message-facts';

const longestText = 900_000;

/** The beginning of a message in `sigtop export-messages -f text-short` (fmt_text_short.go): `2024-03-02 09:05 Sam Ashdown: …`. Null where a line is none. */
export function readShortHead(line: string): { at: string; written: string; sender: string; rest: string } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}) (?![-\u2013] )([^:\n]{1,300}):(?: (.*)|)$/s.exec(line);
  if (found === null) return null;
  const [, year, month, day, hour, minute, sender = '', rest = ''] = found;
  if (!isRealDay(Number(year), Number(month), Number(day)) || Number(hour) > 23 || Number(minute) > 59) return null;
  return { at: `${year}-${month}-${day}T${hour}:${minute}:00`, written: `${year}-${month}-${day} ${hour}:${minute}`, sender, rest };
}

/**
 * Reads sigtop's short text: minutes, no zone, a name, and in brackets what is not shown. Words may hold line ends and anything else, so a line that looks like a beginning is taken for one
 * (docs/IMPORTS.md), and what stands in brackets stays among the words.
 */
export async function* readShortText(file: SourceFile, place: number): AsyncGenerator<NeutralPart> {
  const key = keyOfFile(file.path, place);
  yield { part: 'conversation', key, title: titleOfPath(file.path), service: 'Signal', participants: [owner] };
  const batch = new MessageBatches(null);
  let growing: { head: ReturnType<typeof readShortHead>; words: string[]; size: number; first: SourceLine; length: number } | null = null;
  let wasCut = false;
  function* finish(): Generator<NeutralPart> {
    if (growing !== null) yield* batch.add(key, file.path, messageOf(growing));
    growing = null;
  }
  for await (const lines of readLines(file.bytes())) {
    for (const line of lines) {
      const goesOn = wasCut;
      wasCut = line.isCut;
      const head = goesOn ? null : readShortHead(line.text);
      if (head !== null || growing === null || growing.size + line.text.length > longestText) {
        yield* finish();
        growing = { head, words: [head === null ? line.text : head.rest], size: line.text.length, first: line, length: line.length };
        continue;
      }
      growing.words.push(goesOn ? line.text : `\n${line.text}`);
      growing.size += line.text.length + 1;
      growing.length += line.length;
    }
  }
  yield* finish();
  yield* batch.flush();
}

function messageOf({ head, words, first, length }: { head: ReturnType<typeof readShortHead>; words: readonly string[]; first: SourceLine; length: number }): NeutralMessage {
  const message = emptyMessage({ line: first.number, offset: first.offset, length });
  const text = clipped(words.join('').replace(/\s+$/, ''), 1_000_000);
  if (head === null) return { ...message, kind: 'not-understood', text };
  const system = /^\[([a-z0-9-]{1,60}) message\]$/.exec(text)?.[1];
  const flags = new Set<MessageFlag>();
  const details = /^\[((?:reply to [^\]\n]{1,300} on (?:\d{4}-\d{2}-\d{2} \d{2}:\d{2}|unknown)|edited|\d{1,4} attachments?)(?:, (?:edited|\d{1,4} attachments?)){0,2})\](?: |$)/.exec(text)?.[1] ?? '';
  if (details.startsWith('reply to ')) flags.add('reply');
  if (/(?:^|, )edited(?:,|$)/.test(details)) flags.add('edited');
  if (system === 'call-history') flags.add('call');
  return {
    ...message, kind: system === undefined ? 'message' : 'system', sender: system === undefined ? head.sender : '', at: head.at, atAsWritten: head.written, flags: flagList(flags),
    text: system === undefined ? text : `${head.sender}: ${text}`, call: system === 'call-history' ? { kind: 'not-said', isVideo: false, seconds: null } : null,
  };
}
