import { pages } from '../messages/en-gb/pages';
import type { Message, MessageAttachment } from '../model/conversation';
import type { Document } from '../model/document';
import type { PlannedExhibit } from '../model/export-plan';
import type { Id } from '../model/identity';
import { fact, wideFact } from './document';
import { pictureOf, type PrintedPicture, type Rendition } from './rendition';
import { inLine, inName, inParagraphs } from './her-words';
import { showHidden } from '../text/show-hidden';
import { html, type Piece } from './markup';
import { sayCount, sayDay, sayInstant, sayList, saySize } from './say';

type ExcerptThing = Extract<PlannedExhibit['thing'], { kind: 'excerpt' }>;

/** Longer messages may break over pages; shorter ones stay whole. In UTF-16 units. */
const longMessage = 900;

/** An extract as people know it from a phone, each message with sender, full date and time, and its line in the source. */
export function conversationPages(thing: ExcerptThing, rendition: Rendition, cites: Piece): Piece {
  const words = pages.messages;
  const { excerpt, conversation, sources, messages } = thing;
  const people = conversation.participants.map((participant) => (participant.isMe ? `${participant.name} ${words.me}` : participant.name));
  return html`<dl>
      ${fact(pages.exhibit.what, `${words.what}: ${words.extractOf(sayCount(messages.length, 'message', 'messages'), sayCount(conversation.messageCount, 'message', 'messages'))}`)}
      ${fact(words.participants, people.length === 0 ? null : people.map((name, index) => html`${index === 0 ? '' : index === people.length - 1 ? ' and ' : ', '}${inName(name)}`))}
      ${fact(words.period, excerpt.firstAt === '' ? null : `${sayWhen(excerpt.firstAt, messages)} to ${sayWhen(excerpt.lastAt, messages)}`)}
      ${fact(words.shows, excerpt.shows.trim() === '' ? null : inParagraphs(excerpt.shows))}
      ${sources.map((source) => html`
      ${fact(words.source, html`${inName(source.originalName)} <span class="quiet">(${saySize(source.sizeBytes)})</span>`)}
      ${entriesOf(thing, source.id).map((entryName) => fact(words.sourceText, inName(entryName)))}
      ${wideFact(pages.exhibit.sha256, html`<span class=\"hash\">${source.sha256}</span>`)}
      ${fact(pages.exhibit.added, sayInstant(source.addedUtc))}`)}
      ${cites}
    </dl><p>${words.times}${conversation.mayBeTruncated && html` ${words.truncated}`}${conversation.notUnderstoodCount > 0 && html` ${words.linesNotUnderstood(sayCount(conversation.notUnderstoodCount, 'line', 'lines'))}`}</p>
    <div class="talk">${withDays(messages, rendition)}</div>`;
}

/** The paths inside one of its files at which messages of the extract stand. */
function entriesOf({ conversation, messages }: ExcerptThing, documentId: Id): string[] {
  const used = new Set(messages.map(({ sourceNumber }) => sourceNumber));
  return conversation.sources.filter((source, number) => used.has(number) && source.documentId === documentId && source.entryName !== '').map(({ entryName }) => entryName);
}

/** `2019-03-12T21:04:00` → `12 March 2019, 21:04:00`, or `21:04` where the source wrote no seconds; wall clock, no zone. */
function sayWallClock(at: string, atAsWritten: string): string {
  if (at === '') return '';
  const wroteSeconds = /\p{Nd}[:.]\p{Nd}{2}[:.]\p{Nd}{2}/u.test(atAsWritten);
  return `${sayDay(at.slice(0, 10)).replace(/^\S+ /, '')}, ${at.slice(11, wroteSeconds ? 19 : 16)}`;
}

/** A time of the extract, as precise as the message that carries it. */
function sayWhen(at: string, messages: readonly Message[]): string {
  return sayWallClock(at, messages.find((message) => message.at === at)?.atAsWritten ?? '');
}

function withDays(messages: readonly Message[], rendition: Rendition): Piece {
  let day = '';
  return messages.map((message) => {
    const ownDay = message.at.slice(0, 10);
    const startsDay = ownDay !== '' && ownDay !== day;
    if (startsDay) day = ownDay;
    return html`${startsDay && html`<p class="day">${sayDay(ownDay)}</p>`}${messageBox(message, rendition)}`;
  });
}

function messageBox(message: Message, rendition: Rendition): Piece {
  const words = pages.messages;
  const classes = ['message', message.isMe ? 'hers' : 'theirs', message.kind === 'message' ? '' : 'notice-line', message.text.length > longMessage ? 'long' : ''].filter((name) => name !== '').join(' ');
  const heading = message.kind === 'message' ? html`${inName(message.sender)}${message.isMe && ` ${words.me}`}` : message.kind === 'system' ? words.system : words.notUnderstood;
  return html`<div class="${classes}"><p class="who">${heading}</p>
    ${message.text !== '' && inParagraphs(message.text)}
    ${message.attachments.map((attachment) => attachmentOf(attachment, rendition))}
    ${message.flags.length > 0 && html`<p class="note">${sayList(message.flags.map((flag) => words.flags[flag]))}</p>`}
    <p class="at"><span>${message.at === '' ? html`${words.undated}${message.atAsWritten !== '' && html` (${inLine(message.atAsWritten)})`}` : sayWallClock(message.at, message.atAsWritten)}</span><span>${words.line(message.sourceLine)}</span></p></div>`;
}

function attachmentOf(attachment: MessageAttachment, rendition: Rendition): Piece {
  const words = pages.messages;
  if (attachment.documentId === null) return html`<p class="note">${words.absent[attachment.absent ?? 'not-there']}${attachment.name !== '' && html`: ${inName(attachment.name)}`}</p>`;
  const known = rendition.kind === 'messages' ? rendition : null;
  const picture: PrintedPicture | undefined = known?.pictures.get(attachment.documentId);
  const file: Document | undefined = known?.attachments.get(attachment.documentId);
  return html`${picture !== undefined && pictureOf(picture, showHidden(attachment.name))}<p class="note">${words.attachment}: ${inName(attachment.name)}${file !== undefined && html` (${saySize(file.sizeBytes)})`}</p>${file !== undefined && html`<p class="note">SHA-256 <span class="hash">${file.sha256}</span></p>`}`;
}
