import type { NamedFiles } from '../named-files';
import type { SourceLine } from '../bytes/lines';
import { clipped } from '../bytes/clipped';
import { emptyMessage, flagList } from '../conversations/empty-message';
import { handleIn, keyOfFile, titleOfPath } from '../conversations/file-conversation';
import { MessageBatches } from '../conversations/message-batches';
import type { NeutralAttachment, NeutralMessage, NeutralPart } from '../parts';
import type { SourceFile } from '../source';
import { service } from './read-html';
import { readBlocks, readTimeLine, type TextBlock } from './text-blocks';
import { identityOfReply, repliesWithin } from './text-replies';
import { surveyText, type TextSurvey } from './text-survey';
import { flagsOfLines, isFilePath, stickerPath } from './text-words';

const mostQuotes = 5000;
const longestQuote = 2000;

/**
 * Reads one text of imessage-exporter, twice: first to know which heads stand in the order of time and which replies stand in their own place, then its messages. Nothing in such a text is
 * escaped, so what cannot be verified stays in the words it stands in (docs/IMPORTS.md): a thread's reply and a file's path are taken out only where the reply or the file is found.
 */
export async function* readText(file: SourceFile, place: number, files: NamedFiles): AsyncGenerator<NeutralPart> {
  const key = keyOfFile(file.path, place);
  const survey = await surveyText(file);
  const participants = survey.senders.map((name) => ({ name, handle: handleIn(name), isOwner: name === survey.owner }));
  yield { part: 'conversation', key, title: titleOfPath(file.path), service, participants };
  const quotes = new Map<number, { sender: string; text: string }>();
  const batch = new MessageBatches(files);
  for await (const blocks of readBlocks(file.bytes(), (number) => survey.refused.has(number))) {
    for (const block of blocks) {
      for (const message of messagesOf(block, survey, quotes, files, file)) yield* batch.add(key, file.path, message);
    }
  }
  yield* batch.flush();
}

function messagesOf(block: TextBlock, survey: TextSurvey, quotes: Map<number, { sender: string; text: string }>, files: NamedFiles, file: SourceFile): NeutralMessage[] {
  const message = { ...emptyMessage(block), at: block.at, atAsWritten: clipped(block.written, 100) };
  if (block.kind === 'stray') return strayOf(block);
  if (block.kind === 'announcement') {
    const text = wordsOf(block.lines.slice(0, 1));
    const rest = block.lines.slice(1).filter((line) => line.text.trim() !== '');
    return [{ ...message, kind: 'system', text, flags: / unsent a message[.!]$/.test(text) ? ['deleted'] : [] }, ...(rest.length > 0 ? [noteOf(rest)] : [])];
  }
  const { replies, doubtful } = repliesWithin(block.lines, (identity) => survey.replies.has(identity));
  const own = identityOfReply(block);
  const quoted = own === null ? undefined : quotes.get(own.identity);
  if (own !== null) quotes.delete(own.identity);
  const kept = block.lines.filter((_, at) => !replies.some(({ first, end }) => at >= first && at < end) && !(quoted !== undefined && at === own?.mark));
  const { lines, attachments } = withoutFiles(kept, survey, files, file);
  const flags = flagsOfLines(kept.map((line) => line.text));
  if (own !== null) flags.add('reply');
  for (const { name } of attachments) if (/\.vcf$/i.test(name)) flags.add(/\.loc\.vcf$/i.test(name) ? 'location' : 'contact');
  const text = wordsOf(lines);
  for (const { identity } of replies) {
    if (quotes.size >= mostQuotes) break;
    quotes.set(identity, { sender: block.sender, text: clipped(text, longestQuote) });
  }
  return [
    { ...message, sender: block.sender, text, attachments, flags: flagList(flags), quoted: quoted ?? null },
    ...doubtful.map((at) => noteOf(block.lines.slice(at, at + 2))),
    ...falseHeads(block.lines).map((at) => noteOf(block.lines.slice(at, at + 2))),
  ];
}

const timeLike = /^\p{L}{3,4} \d{1,2}, \d{4} {1,2}\d{1,2}:\d{2}:\d{2}(?: [AP]M)?(?: \(|$)/u;

/** What looks like heads within a block's lines: refused for their time, or no time that exists. */
function falseHeads(lines: readonly SourceLine[]): number[] {
  return lines.flatMap(({ text }, at) => (at > 0 && lines[at - 1]?.text === '' && text.length < 600 && (readTimeLine(text) !== null || timeLike.test(text)) && (lines[at + 1]?.text.trim() ?? '') !== '' ? [at] : []));
}

/** Says beside a message that lines in it look like the beginning of another one, and are not taken for one. */
function noteOf(lines: readonly SourceLine[]): NeutralMessage {
  const [first] = lines;
  const last = lines.at(-1);
  const place = { line: first?.number ?? 0, offset: first?.offset ?? 0, length: (last?.offset ?? 0) + (last?.length ?? 0) - (first?.offset ?? 0) };
  return { ...emptyMessage(place), kind: 'not-understood', text: clipped(lines.map((line) => line.text).join('\n'), 1_000_000) };
}

function strayOf(block: TextBlock): NeutralMessage[] {
  const text = wordsOf(block.lines);
  return text === '' ? [] : [{ ...emptyMessage(block), kind: 'not-understood', text }];
}

function wordsOf(lines: readonly SourceLine[]): string {
  const words = lines.map((line, at) => (lines[at - 1]?.isCut === true ? line.text : `\n${line.text}`)).join('');
  return clipped(words.slice(1).replace(/\s+$/, ''), 1_000_000);
}

/** Lines that are a path and nothing else, with the file they name: out of the words where the file is there and one message alone names it. */
function withoutFiles(kept: readonly SourceLine[], survey: TextSurvey, files: NamedFiles, file: SourceFile): { lines: SourceLine[]; attachments: NeutralAttachment[] } {
  const attachments: NeutralAttachment[] = [];
  const lines = kept.filter(({ text }) => {
    if (attachments.length >= 200) return true;
    if (text === 'Attachment missing!') attachments.push({ name: '', file: '', absent: 'left-out' });
    const sticker = stickerPath(text);
    const named = sticker ?? (isFilePath(text) ? text : null);
    if (named === null || survey.disputed.has(text)) return true;
    const attachment = files.attachment(named, file);
    if (attachment.absent !== 'not-there' || !named.startsWith('/') || /\/(?:Messages|SMS|Attachments)\//.test(named)) attachments.push(attachment);
    return attachment.file === '' || sticker !== null;
  });
  return { lines, attachments };
}
