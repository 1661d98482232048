import { repeatedHourOf, zoneOf } from '../dates/moment-zone';
import { sayMessageTime, sayRepeatedHour } from '../layouts/message-times';
import { saySize } from '../layouts/say';
import { bringingIn } from '../messages/en-gb/bringing-in';
import { flagsToSay, flagWords, sayCall } from '../messages/en-gb/message-words';
import { pages } from '../messages/en-gb/pages';
import { pagesOutputs } from '../messages/en-gb/pages-outputs';
import { sayNumber } from '../messages/plural';
import type { CasePageBlock, CitedText } from '../model/case/case-page';
import type { Conversation, Message, MessageAttachment } from '../model/conversation';
import type { ExportPlan, PlannedTalk } from '../model/export-plan';
import { TimeBasis } from '../model/message-facts';
import { type Cell, moment, number, type Sheet, text } from '../model/sheet';
import { showHidden } from '../text/show-hidden';
import type { Output } from './output';
import { footOf, noticesOf, sealBlocks } from './parts/plan-facts';
import { factsBlock, heading, paragraph, says, saysMark } from './parts/texts';

const words = pagesOutputs.messages;
const printed = pages.messages;

/** One stretch of messages: an extract under its mark, or a whole conversation, which has none. */
interface Stretch extends PlannedTalk { readonly mark: string | null; readonly shows: string }

/**
 * Messages as a schedule: sender, full date and time with its zone, the words, and the position in the source, so that each can be found in its file and compared. Files that went with a message are named, and by their mark where they are exhibits themselves.
 */
export const messageSchedule: Output<'messages'> = {
  withExhibits: false,
  isEmpty: (plan) => stretchesOf(plan).length === 0,
  paper: (plan) => ({ title: words.title, intro: words.intro, isLandscape: true, look: 'page', foot: footOf(words.title, plan), blocks: [...noticesOf(plan), ...stretchesOf(plan).flatMap((stretch) => stretchBlocks(stretch, marksOf(plan))), paragraph('quiet', `${printed.where} ${printed.clock}`), ...sealBlocks(plan)] }),
  sheets: (plan) => [messageSheet(plan)],
};

function stretchesOf({ talk, exhibits }: ExportPlan): Stretch[] {
  if (talk !== null) return [{ ...talk, mark: null, shows: '' }];
  return exhibits.flatMap(({ mark, thing }) => (thing.kind === 'excerpt' ? [{ mark, shows: thing.excerpt.shows.trim(), conversation: thing.conversation, messages: thing.messages, sources: thing.sources }] : []));
}

/** The marks of documents that are exhibits, by their ids. */
const marksOf = ({ exhibits }: ExportPlan): ReadonlyMap<string, string> => new Map(exhibits.flatMap(({ mark, thing }) => (thing.kind === 'document' ? [[thing.document.id, mark] as const] : [])));

const titleOf = ({ title }: Conversation): string => showHidden(title.trim());

function stretchBlocks(stretch: Stretch, marks: ReadonlyMap<string, string>): CasePageBlock[] {
  const { mark, shows, conversation, messages, sources } = stretch;
  const { columns } = words;
  return [
    heading(2, mark === null ? words.whole(titleOf(conversation)) : words.extract(mark, titleOf(conversation))),
    factsBlock([
      [words.count, printed.extractOf(sayNumber(messages.length), sayNumber(conversation.messageCount))],
      [printed.participants, conversation.participants.map(({ name, handle, isMe }) => [showHidden(name || handle), handle !== '' && name !== '' && handle !== name ? printed.handle(showHidden(handle)) : '', isMe ? printed.me : ''].filter((part) => part !== '').join(' ')).join('\n')],
      [printed.service, showHidden(conversation.service)],
      [printed.shows, shows],
      ...conversation.sources.flatMap((source, index) => {
        const file = sources.find(({ id }) => id === source.documentId);
        const within = messages.filter(({ sourceNumber }) => sourceNumber === index);
        if (file === undefined || within.length === 0) return [];
        const bases = TimeBasis.options.filter((basis) => within.some((message) => message.at !== '' && message.basis === basis));
        const said = [`${showHidden(file.originalName)} (${saySize(file.sizeBytes)})`, source.entryName === '' ? '' : showHidden(source.entryName), bringingIn.kinds[conversation.kind], ...bases.map((basis) => printed.basis[basis]), `SHA-256 ${file.sha256}`];
        return [[printed.ofSource(index + 1), said.filter((part) => part !== '').join('\n')] as const];
      }),
      [words.maybeMore, [conversation.mayBeTruncated ? printed.truncated : '', conversation.notUnderstoodCount > 0 ? printed.partsNotUnderstood(sayNumber(conversation.notUnderstoodCount)) : ''].filter((part) => part !== '').join(' ')],
    ]),
    {
      block: 'table', table: {
        caption: '', columns: [{ name: columns.number, width: 'narrow' }, { name: columns.sender, width: 'middle' }, { name: columns.when, width: 'middle' }, { name: columns.text, width: 'wide' }, { name: columns.place, width: 'middle' }],
        rows: messages.map((message) => [says(String(message.ordinal + 1)), says(senderOf(message)), says(whenOf(message)), textOf(message, marks), says(placeOf(message, conversation))]),
      },
    },
  ];
}

function senderOf({ kind, sender, isMe }: Message): string {
  return kind !== 'message' ? words.kinds[kind] : isMe ? words.me(showHidden(sender)) : showHidden(sender);
}

function whenOf(message: Message): string {
  if (message.at === '') return [printed.undated, message.atAsWritten].filter((part) => part !== '').join('\n');
  const hour = sayRepeatedHour(message);
  return [sayMessageTime(message), hour === '' ? '' : `(${hour})`, message.basis === 'instant' && message.atAsWritten !== '' ? `${printed.asWritten} ${message.atAsWritten}` : ''].filter((part) => part !== '').join('\n');
}

function textOf(message: Message, marks: ReadonlyMap<string, string>): CitedText {
  const lines: CitedText[] = [
    ...(message.quoted === null ? [] : [says(quotedOf(message.quoted))]),
    ...(message.call === null ? [] : [says(sayCall(message.call))]),
    ...(message.text === '' ? [] : [says(message.text)]),
    ...message.attachments.map((attachment): CitedText => {
      const mark = attachment.documentId === null ? undefined : marks.get(attachment.documentId);
      return mark === undefined ? says(sayAttachment(attachment)) : [...says(`${sayAttachment(attachment)} `), ...saysMark(mark)];
    }),
    ...(notesOf(message) === '' ? [] : [says(notesOf(message))]),
  ];
  return lines.flatMap((line, index) => (index === 0 ? line : [...says('\n'), ...line]));
}

const quotedOf = ({ sender, text: quoted }: NonNullable<Message['quoted']>): string => `${sender === '' ? printed.answers : `${printed.answersTo} ${showHidden(sender)}`}: “${quoted}”`;

function sayAttachment({ name, documentId, absent }: MessageAttachment): string {
  const what = documentId === null ? printed.absent[absent ?? 'not-there'] : printed.attachment;
  return name === '' ? what : `${what}: ${showHidden(name)}`;
}

/** What the source says of a message beside its words. */
function notesOf(message: Message): string {
  return [
    ...(message.reactions.length > 0 ? [`${printed.reactions}: ${message.reactions.map(({ by, what }) => [what, showHidden(by)].filter((part) => part !== '').join(' ')).join('; ')}`] : []),
    ...flagsToSay(message).map((flag) => flagWords[flag]), ...(message.line === '' ? [] : [printed.phoneLine(showHidden(message.line))]),
  ].join(' · ');
}

function placeOf({ sourceNumber, sourceLine, sourceOffset, sourceLength }: Message, { sources }: Conversation): string {
  const bytes = printed.bytes(sayNumber(sourceOffset), sayNumber(lastByte(sourceOffset, sourceLength)));
  const place = [...(sourceLine > 0 ? [printed.line(sayNumber(sourceLine))] : []), bytes].join(', ');
  return sources.length > 1 ? `${printed.ofSource(sourceNumber + 1)}, ${place}` : place;
}

const lastByte = (offset: number, length: number): number => Math.max(offset, offset + length - 1);

function messageSheet(plan: ExportPlan): Sheet {
  const keys = Object.keys(words.table) as (keyof typeof words.table)[];
  const wide: Partial<Record<keyof typeof words.table, number>> = { text: 70, conversation: 24, sender: 24, when: 22, basis: 30, attachments: 30, source: 34, sha256: 66, number: 10, line: 10, exhibit: 10, hers: 10 };
  const marks = marksOf(plan);
  return {
    name: words.sheet, columns: keys.map((key) => ({ name: words.table[key], width: wide[key] ?? 16 })),
    rows: stretchesOf(plan).flatMap((stretch) => stretch.messages.map((message) => { const row = rowOf(message, stretch, marks); return keys.map((key) => row[key]); })),
  };
}

function rowOf(message: Message, { mark, conversation, sources }: Stretch, marks: ReadonlyMap<string, string>): Record<keyof typeof words.table, Cell> {
  const source = conversation.sources[message.sourceNumber];
  const file = sources.find(({ id }) => id === source?.documentId);
  const zone = zoneOf(message).name;
  const hour = repeatedHourOf(message);
  return {
    exhibit: text(mark ?? ''), conversation: text(titleOf(conversation)), number: number(message.ordinal + 1), kind: text(words.kinds[message.kind]), sender: text(showHidden(message.sender)), hers: text(message.kind !== 'message' ? '' : message.isMe ? words.yes : words.no),
    when: moment(message.at), zone: text(message.at === '' ? '' : zone || words.noZone), hour: text(hour === null ? '' : printed.hours[hour]), basis: text(message.at === '' ? '' : words.bases[message.basis]), written: text(message.atAsWritten),
    text: text([message.call === null ? '' : sayCall(message.call), message.text].filter((part) => part !== '').join('\n')), answers: text(message.quoted === null ? '' : quotedOf(message.quoted)),
    attachments: text(message.attachments.map(sayAttachment).join('\n')), marks: text(message.attachments.flatMap(({ documentId }) => (documentId === null ? [] : marks.get(documentId) ?? [])).join(', ')), notes: text(notesOf(message)),
    source: text(file === undefined ? '' : showHidden(file.originalName)), within: text(showHidden(source?.entryName ?? '')), line: message.sourceLine > 0 ? number(message.sourceLine) : text(''), firstByte: number(message.sourceOffset), lastByte: number(lastByte(message.sourceOffset, message.sourceLength)), sha256: text(file?.sha256 ?? ''),
  };
}
