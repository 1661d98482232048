import { clipped } from '../bytes/clipped';
import { emptyMessage, flagList } from '../conversations/empty-message';
import { readEnglishClock } from '../conversations/english-clock';
import { handleIn, keyOfFile, titleOfPath } from '../conversations/file-conversation';
import { readLines, type SourceLine } from '../bytes/lines';
import { MessageBatches } from '../conversations/message-batches';
import type { NamedFiles } from '../named-files';
import type { NeutralMessage, NeutralPart } from '../parts';
import type { SourceFile } from '../source';
import { TimeOrder } from '../conversations/time-order';
import { callInWords } from './call-words';
import type { MessageFlag } from '../../model/message-facts';

const longestText = 900_000;

interface BackupHead { readonly kind: 'message' | 'status' | 'file'; readonly at: string; readonly written: string; readonly sender: string; readonly rest: string }

/** The beginning of an entry: `[Mar 02, 2024 09:05:07] <Sam> words`, `[…] *** status`, `[…] *** <Sam> sent file "name"` (signalbackup/exporttxt.cc). Null where a line is none. */
export function readBackupHead(line: string): BackupHead | null {
  if (!line.startsWith('[')) return null;
  const clock = readEnglishClock(line.slice(1, 40));
  if (clock === null || line.slice(1 + clock.length, 3 + clock.length) !== '] ') return null;
  const [written, rest] = [line.slice(1, 1 + clock.length), line.slice(3 + clock.length)];
  const named = /^(\*\*\* )?<([^\n]{1,300}?)> (.*)$/s.exec(rest);
  if (named !== null && named[1] === undefined) return { kind: 'message', at: clock.at, written, sender: named[2] ?? '', rest: named[3] ?? '' };
  if (named !== null && /^sent file(?: |$)/.test(named[3] ?? '')) return { kind: 'file', at: clock.at, written, sender: named[2] ?? '', rest: named[3] ?? '' };
  return rest.startsWith('*** ') ? { kind: 'status', at: clock.at, written, sender: '', rest: rest.slice(4) } : null;
}

interface Growing { head: BackupHead | null; lines: string[]; size: number; first: SourceLine; length: number; falseHeads: SourceLine[] }

async function* entriesOf(file: SourceFile, isRefused: (number: number) => boolean): AsyncGenerator<Growing> {
  let growing: Growing | null = null;
  let number = 0;
  let wasCut = false;
  for await (const lines of readLines(file.bytes())) {
    for (const line of lines) {
      const goesOn = wasCut;
      wasCut = line.isCut;
      const head = goesOn ? null : readBackupHead(line.text);
      const isFalse = head !== null && isRefused(number);
      if (head !== null) number += 1;
      if ((head !== null && !isFalse) || growing === null || growing.size + line.text.length > longestText) {
        if (growing !== null) yield growing;
        growing = { head: isFalse ? null : head, lines: [head === null || isFalse ? line.text : head.rest], size: line.text.length, first: line, length: line.length, falseHeads: [] };
        continue;
      }
      growing.lines.push(goesOn ? line.text : `\n${line.text}`);
      if (isFalse) growing.falseHeads.push(line);
      growing.size += line.text.length + 1;
      growing.length += line.length;
    }
  }
  if (growing !== null) yield growing;
}

/**
 * Reads one text of signalbackup-tools (`--exporttxt`). It is sorted by time and escapes nothing: a head out of order stays in the words it stands in, and is noted. Deleted messages and
 * media to be viewed once are left out by the exporter without a word.
 */
export async function* readBackupText(file: SourceFile, place: number, files: NamedFiles): AsyncGenerator<NeutralPart> {
  const key = keyOfFile(file.path, place);
  const order = new TimeOrder();
  const senders = new Set<string>();
  for await (const { head } of entriesOf(file, () => false)) {
    if (head === null) continue;
    order.add(head.at);
    if (head.sender !== '' && senders.size < 200) senders.add(head.sender);
  }
  const refused = order.outOfOrder();
  yield { part: 'conversation', key, title: titleOfPath(file.path).replace(/ \(_id\d+\)$/, ''), service: 'Signal', participants: [...senders].map((name) => ({ name, handle: handleIn(name), isOwner: false })) };
  const batch = new MessageBatches(files);
  for await (const entry of entriesOf(file, (number) => refused.has(number))) {
    yield* batch.add(key, file.path, messageOf(entry, files, file));
    for (const { text, number, offset, length } of entry.falseHeads) yield* batch.add(key, file.path, { ...emptyMessage({ line: number, offset, length }), kind: 'not-understood', text });
  }
  yield* batch.flush();
}

function messageOf({ head, lines, first, length }: Growing, files: NamedFiles, file: SourceFile): NeutralMessage {
  const message = emptyMessage({ line: first.number, offset: first.offset, length });
  const text = clipped(lines.join('').replace(/\s+$/, ''), 1_000_000);
  if (head === null) return { ...message, kind: 'not-understood', text };
  const timed = { ...message, at: head.at, atAsWritten: head.written, sender: head.sender, text };
  const flags = new Set<MessageFlag>();
  if (head.kind === 'status') {
    const call = callInWords(text);
    if (call !== null) flags.add('call');
    if (/ set the disappearing message timer to | disabled disappearing messages\.$/.test(text)) flags.add('disappearing');
    return { ...timed, kind: 'system', call, flags: flagList(flags) };
  }
  if (head.kind === 'message') {
    if (/^Poll: [^\n]*\n {20,}\[\d+\] /.test(text)) flags.add('poll');
    return { ...timed, flags: flagList(flags) };
  }
  const named = /^sent file "([^\n]{1,1000}?)"(?: \(|$)/.exec(text)?.[1];
  return { ...timed, attachments: [named === undefined ? { name: '', file: '', absent: 'left-out' } : files.attachment(named, file)] };
}
