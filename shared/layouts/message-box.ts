import { flagsToSay, flagWords, isUnsent, sayCall } from '../messages/en-gb/message-words';
import { pages } from '../messages/en-gb/pages';
import { sayNumber } from '../messages/plural';
import type { Message, MessageAttachment } from '../model/conversation';
import { showHidden } from '../text/show-hidden';
import { inLine, inName, inParagraphs } from './her-words';
import { html, type Piece } from './markup';
import { sayMessageTime, sayRepeatedHour } from './message-times';
import { pictureOf, type Rendition } from './rendition';
import { saySize } from './say';

const words = pages.messages;

/** Longer messages may break over pages; shorter ones stay whole. In UTF-16 units. */
const longMessage = 900;

/** One message in print: who, what it answers, call, words, files, reactions, what the export says of it, its time and where it stands in its source. */
export function messageBox(message: Message, hasSeveralSources: boolean, rendition: Rendition): Piece {
  const isLong = message.text.length + (message.quoted?.text.length ?? 0) > longMessage || message.attachments.length > 2;
  const classes = ['message', message.isMe ? 'hers' : 'theirs', message.kind !== 'message' || isUnsent(message) ? 'notice-line' : '', isLong ? 'long' : ''].filter((name) => name !== '').join(' ');
  const heading = message.kind === 'message' ? html`${inName(message.sender)}${message.isMe && ` ${words.me}`}` : message.kind === 'system' ? words.system : words.notUnderstood;
  const flags = flagsToSay(message).map((flag) => flagWords[flag]);
  if (message.line !== '') flags.push(words.phoneLine(showHidden(message.line)));
  return html`<div class="${classes}"><p class="who">${heading}</p>
    ${message.quoted !== null && quotedBlock(message.quoted)}
    ${message.call !== null && html`<p class="call">${sayCall(message.call)}</p>`}
    ${message.text !== '' && inParagraphs(message.text)}
    ${message.attachments.map((attachment) => attachmentOf(attachment, message.flags.includes('voice-note'), rendition))}
    ${message.reactions.length > 0 && html`<p class="note">${words.reactions}: ${message.reactions.map(({ by, what }, index) => html`${index > 0 && '; '}${inLine(what)}${by !== '' && html` ${inName(by)}`}`)}</p>`}
    ${flags.length > 0 && html`<p class="note">${inLine(flags.join(' · '))}</p>`}
    <p class="at"><span>${timeOf(message)}</span><span>${placeOf(message, hasSeveralSources)}</span></p></div>`;
}

function quotedBlock({ sender, text }: NonNullable<Message['quoted']>): Piece {
  return html`<div class="quoted"><p class="note">${sender === '' ? words.answers : html`${words.answersTo} ${inName(sender)}`} (${words.quotedNote})</p>${text !== '' && inParagraphs(text)}</div>`;
}

/** The moment; under it, where the program worked it out, what the export itself writes. */
function timeOf(message: Message): Piece {
  const written = message.atAsWritten === '' ? null : inLine(message.atAsWritten);
  if (message.at === '') return html`${words.undated}${written !== null && html` (${written})`}`;
  const hour = sayRepeatedHour(message);
  return html`${sayMessageTime(message)}${hour !== '' && html` <span class="aside">(${hour})</span>`}${message.basis === 'instant' && written !== null && html`<br><span class="aside">${words.asWritten} ${written}</span>`}`;
}

function placeOf({ sourceNumber, sourceLine, sourceOffset, sourceLength }: Message, hasSeveralSources: boolean): string {
  const place = sourceLine > 0 ? words.line(sayNumber(sourceLine)) : words.bytes(sayNumber(sourceOffset), sayNumber(Math.max(sourceOffset, sourceOffset + sourceLength - 1)));
  const whole = hasSeveralSources ? `${words.ofSource(sourceNumber + 1)}, ${place}` : place;
  return whole.slice(0, 1).toUpperCase() + whole.slice(1);
}

function attachmentOf({ name, documentId, absent }: MessageAttachment, isVoiceNote: boolean, rendition: Rendition): Piece {
  if (documentId === null) return html`<p class="note">${words.absent[absent ?? 'not-there']}${name !== '' && html`: ${inName(name)}`}</p>`;
  const known = rendition.kind === 'messages' ? rendition : null;
  const picture = known?.pictures.get(documentId);
  const file = known?.attachments.get(documentId);
  return html`${picture !== undefined && pictureOf(picture, showHidden(name))}<p class="note">${isVoiceNote && file?.form !== 'image' ? words.voiceNote : words.attachment}${name !== '' && html`: ${inName(name)}`}${file !== undefined && html` (${saySize(file.sizeBytes)})`}</p>${file !== undefined && html`<p class="note">SHA-256 <span class="hash">${file.sha256}</span></p>`}`;
}
