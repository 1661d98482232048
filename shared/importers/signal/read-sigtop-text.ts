import { clipped } from '../bytes/clipped';
import { emptyMessage, flagList } from '../conversations/empty-message';
import { keyOfFile, titleOfPath } from '../conversations/file-conversation';
import type { SourceLine } from '../bytes/lines';
import { MessageBatches } from '../conversations/message-batches';
import type { NamedFiles } from '../named-files';
import { messageNotUnderstood, stretchNotUnderstood } from '../not-understood';
import type { NeutralMessage, NeutralParticipant, NeutralPart } from '../parts';
import type { SourceFile } from '../source';
import type { SigtopFiles } from './signal-files';
import { readSigtopBlocks, type SigtopBlock, type SigtopField } from './sigtop-blocks';
import { readSigtopTime } from './sigtop-clock';
import { readContent, readVersions, textOfVersions } from './sigtop-content';
import type { MessageFlag } from '../../model/message-facts';

export const owner: NeutralParticipant = { name: 'You', handle: '', isOwner: true };

/** The person or group that sigtop names, as `Name (+447700900123)` or `Name (group)`: with the number where it says one. */
export function participantOf(named: string): NeutralParticipant | null {
  const detail = / \(([^()]{1,200})\)$/.exec(named)?.[1] ?? '';
  return named === '' || detail === 'group' ? null : { name: clipped(named, 300), handle: detail, isOwner: false };
}

/** Reads one text of `sigtop export-messages -f text` (cmd/sigtop/fmt_text.go). Its times have their zone. Who sent a message is told by its head, and nothing in the text is escaped. */
export async function* readSigtopText(file: SourceFile, place: number, files: NamedFiles, attached: SigtopFiles): AsyncGenerator<NeutralPart> {
  const key = keyOfFile(file.path, place);
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.txt$/, '');
  const batch = new MessageBatches(files);
  let isBegun = false;
  for await (const blocks of readSigtopBlocks(file.bytes())) {
    for (const block of blocks) {
      if (!isBegun) {
        isBegun = true;
        const named = /^Conversation: (.*)$/.exec(block.fields.length === 0 ? (block.lines[0]?.text ?? '') : '')?.[1] ?? '';
        const other = participantOf(named);
        yield { part: 'conversation', key, title: clipped(named, 300) || titleOfPath(file.path), service: 'Signal', participants: other === null ? [owner] : [owner, other] };
      }
      if (block.fields.length > 0) {
        yield* batch.add(key, file.path, messageOf(block, attached, stem));
        for (const lines of block.falseHeads) yield* batch.add(key, file.path, noteOf(lines));
      } else {
        const words = block.lines.filter(({ text }, at) => text !== '' && !(at === 0 && block.offset === 0 && text.startsWith('Conversation: ')));
        if (words.length === 0) continue;
        yield* batch.flush();
        yield stretchNotUnderstood(file.path, words.map(({ text }) => text).join('\n'), block);
      }
    }
  }
  yield* batch.flush();
}

/** Says beside a message that lines in it look like the head of another one, and are not taken for one. */
function noteOf(lines: readonly SourceLine[]): NeutralMessage {
  const [first] = lines;
  const place = { line: first?.number ?? 0, offset: first?.offset ?? 0, length: lines.reduce((sum, { length }) => sum + length, 0) };
  return messageNotUnderstood(lines.map(({ text }) => text).join('\n'), place);
}

function messageOf(block: SigtopBlock, attached: SigtopFiles, stem: string): NeutralMessage {
  const valueOf = (name: string): string => block.fields.find((field) => field.name === name)?.value ?? '';
  const type = valueOf('Type');
  const flags = new Set<MessageFlag>();
  const lines = block.lines.map((line) => line.text);
  const sent = valueOf('Sent');
  const time = readSigtopTime(sent) ?? readSigtopTime(valueOf('Received'));
  const count = Number(/^(\d{1,4}) versions$/.exec(valueOf('Edited'))?.[1] ?? 0);
  const versions = count === 0 ? null : readVersions(lines, count);
  if (count > 0) flags.add('edited');
  const content = versions?.[0]?.content ?? readContent(lines);
  const text = versions === null ? content.text : textOfVersions(versions.map(({ number, fields, content: { text: words } }) => ({ number, sent: fields.find(({ name }) => name === 'Sent')?.value ?? '', text: words })));
  if (content.quoted !== null) flags.add('reply');
  if (type === 'story') flags.add('story');
  if (type === 'call-history') flags.add('call');
  const isMessage = type === 'incoming' || type === 'outgoing' || type === 'story';
  const sentClock = time?.at.replace(/[T:]/g, '-') ?? '';
  const attachmentsIn = (fields: readonly SigtopField[]): string[] => fields.flatMap(({ name, value }) => (name === 'Attachment' ? [value] : []));
  const said = attachmentsIn(block.fields);
  // A version names again what the message has now; only what was taken out of it since is more.
  const before = new Set((versions ?? []).flatMap(({ fields }) => attachmentsIn(fields)).filter((value) => !said.includes(value)));
  return {
    ...emptyMessage(block),
    ...(time ?? { atAsWritten: clipped(sent, 100) }),
    kind: isMessage ? 'message' : 'system',
    sender: isMessage ? clipped(valueOf('From') || 'Unknown', 300) : '',
    text: clipped(isMessage ? text : [type, valueOf('From'), text].filter((part) => part !== '').join('\n'), 1_000_000),
    attachments: [...said, ...before].slice(0, 200).map((value) => attachmentOf(value, sentClock, attached, stem)),
    flags: flagList(flags),
    quoted: content.quoted === null ? null : { sender: clipped(content.quoted.sender, 300), text: clipped(content.quoted.text, 20_000) },
    reactions: block.fields.filter(({ name }) => name === 'Reaction').slice(0, 1000).map(({ value }) => reactionOf(value)),
    call: type === 'call-history' ? { kind: 'not-said', isVideo: false, seconds: null } : null,
  };
}

function attachmentOf(value: string, sentClock: string, attached: SigtopFiles, stem: string): NeutralMessage['attachments'][number] {
  const found = /^(.*) \([^()]*, (\d{1,15}) bytes\)$/s.exec(value);
  const name = found?.[1] ?? value;
  return attached.attachment({ name: name === 'no filename' ? '' : name, bytes: found === null ? null : Number(found[2]), sentClock }, stem);
}

function reactionOf(value: string): { by: string; what: string } {
  const at = value.indexOf(' from ');
  return at < 0 ? { by: '', what: clipped(value, 100) } : { by: clipped(value.slice(at + ' from '.length), 300), what: clipped(value.slice(0, at), 100) };
}
