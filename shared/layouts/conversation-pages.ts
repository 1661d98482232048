import { bringingIn } from '../messages/en-gb/bringing-in';
import { pages } from '../messages/en-gb/pages';
import { TimeBasis } from '../model/message-facts';
import type { Message, Participant } from '../model/conversation';
import type { PlannedExhibit } from '../model/export-plan';
import { fact, wideFact } from './document';
import { inLine, inName, inParagraphs } from './her-words';
import { html, type Piece } from './markup';
import { messageBox } from './message-box';
import { sayMessageTime } from './message-times';
import type { Rendition } from './rendition';
import { sayCount, sayDay, sayInstant, saySize } from './say';

type ExcerptThing = Extract<PlannedExhibit['thing'], { kind: 'excerpt' }>;

const words = pages.messages;

/** An extract as people know it from a phone: what it is, its sources and where their times come from, then each message with sender, full date and time, and its place in its source. */
export function conversationPages(thing: ExcerptThing, rendition: Rendition, cites: Piece): Piece {
  const { excerpt, conversation, messages } = thing;
  const callCount = messages.filter(({ call }) => call !== null).length;
  return html`<dl role="list">
      ${fact(pages.exhibit.what, html`${words.what}: ${words.extractOf(sayCount(messages.length, 'message', 'messages'), sayCount(conversation.messageCount, 'message', 'messages'))}${callCount > 0 && `, ${words.calls(sayCount(callCount, 'call', 'calls'))}`}`)}
      ${fact(words.participants, conversation.participants.length === 0 ? null : namesOf(conversation.participants))}
      ${fact(words.service, conversation.service === '' ? null : inName(conversation.service))}
      ${fact(words.period, excerpt.firstAt === '' ? null : `${sayWhen(excerpt.firstAt, messages)} to ${sayWhen(excerpt.lastAt, messages)}`)}
      ${fact(words.shows, excerpt.shows.trim() === '' ? null : inParagraphs(excerpt.shows))}
      ${cites}
    </dl>
    ${sourceBlocks(thing)}
    <p>${words.where} ${words.clock}${conversation.mayBeTruncated && html` ${words.truncated}`}${conversation.notUnderstoodCount > 0 && html` ${words.partsNotUnderstood(sayCount(conversation.notUnderstoodCount, 'part', 'parts'))}`}</p>
    <div class="talk">${withDays(thing, rendition)}</div>`;
}

/** Each file in which messages of the extract stand, with its SHA-256 and how the times in it are known. */
function sourceBlocks({ conversation, messages, sources }: ExcerptThing): Piece {
  return html`<h3>${words.sourcesTitle}</h3>${conversation.sources.map((source, number) => {
    const within = messages.filter(({ sourceNumber }) => sourceNumber === number);
    const file = sources.find(({ id }) => id === source.documentId);
    if (within.length === 0 || file === undefined) return null;
    const bases = TimeBasis.options.filter((basis) => within.some((message) => message.at !== '' && message.basis === basis));
    return html`<dl role="list" class="source">
      ${fact(conversation.sources.length > 1 ? words.ofSource(number + 1) : words.file, html`${inName(file.originalName)} <span class="quiet">(${saySize(file.sizeBytes)})</span>`)}
      ${fact(words.sourceText, source.entryName === '' ? null : inName(source.entryName))}
      ${fact(words.writtenBy, bringingIn.kinds[conversation.kind])}
      ${fact(words.times, html`${bases.map((basis, index) => html`${index > 0 && ' '}${words.basis[basis]}`)}${within.some(({ at }) => at === '') && html` ${words.undatedToo}`}`)}
      ${wideFact(pages.exhibit.sha256, html`<span class="hash">${file.sha256}</span>`)}
      ${fact(pages.exhibit.added, sayInstant(file.addedUtc))}</dl>`;
  })}`;
}

/** Names with the number or address that the export gives beside them. */
function namesOf(participants: readonly Participant[]): Piece {
  return participants.map(({ name, handle, isMe }, index) => html`${index === 0 ? '' : index === participants.length - 1 ? ' and ' : ', '}${inName(name === '' ? handle : name)}${handle !== '' && name !== '' && handle !== name && html` ${inLine(words.handle(handle))}`}${isMe && ` ${words.me}`}`);
}

/** A time of the extract, as precise as the message that carries it. */
function sayWhen(at: string, messages: readonly Message[]): string {
  const carrier = messages.find((message) => message.at === at);
  return sayMessageTime(carrier ?? { at, atAsWritten: '', offsetMinutes: null, basis: 'as-written' });
}

function withDays({ conversation, messages }: ExcerptThing, rendition: Rendition): Piece {
  let day = '';
  return messages.map((message) => {
    const ownDay = message.at.slice(0, 10);
    const startsDay = ownDay !== '' && ownDay !== day;
    if (startsDay) day = ownDay;
    return html`${startsDay && html`<p class="day">${sayDay(ownDay)}</p>`}${messageBox(message, conversation.sources.length > 1, rendition)}`;
  });
}
