import { plainFileName } from '../file-names';
import { plainName } from '../conversations/plain-name';
import { MessageFlag, type NeutralCall } from '../../model/message-facts';
import { callOf } from './calls';
import { withoutLeadingMarks } from './numerals';
import { contactWords, deleted, deletedByAdmin, disappearing, edited, fileAttached, kindOmitted, liveLocation, mediaOmitted, omittedFirst, omittedInBrackets, places, polls, stickerWords, systemTexts, viewOnce, voiceWords } from './phrases';

/** What a message's text says besides words. */
export interface Content {
  readonly text: string;
  /** '' where it names no file. Of a file left out, its name where the export gives that. */
  readonly attachmentName: string;
  /** The export says that a file was left out. */
  readonly isOmitted: boolean;
  readonly flags: MessageFlag[];
  readonly call: NeutralCall | null;
}

/** Who is said to have written a line, and the rest; `sender` '' for a line of the program itself. */
export function splitSender(rest: string): { sender: string; body: string } {
  const opened = withoutLeadingMarks(rest);
  const at = senderEnd(opened);
  if (at <= 0) return { sender: '', body: rest };
  const name = plainName(opened.slice(0, at));
  // "Ali changed the subject from "a: b" to …": a colon within quotation marks ends no name.
  const quotes = /["\u201c\u201d\u00ab\u00bb]/.test(name) ? (name.match(/["\u201c\u201d\u00ab\u00bb]/g)?.length ?? 0) : 0;
  if (name === '' || name.length > 200 || quotes % 2 === 1) return { sender: '', body: rest };
  return { sender: name, body: opened.slice(at).replace(/^ ?[:：] ?/, '') };
}

/** Where the name ends: at the first colon before a space or the end of the text, in the first line. -1 where there is none. */
function senderEnd(text: string): number {
  const most = Math.min(text.length, 1000);
  for (let at = 0; at < most; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) return -1;
    if (code !== 0x3a && code !== 0xff1a) continue;
    if (at + 1 < text.length && text.charCodeAt(at + 1) !== 0x20) continue;
    return at > 0 && text.charCodeAt(at - 1) === 0x20 ? at - 1 : at;
  }
  return -1;
}

/** Whether a text that iOS shows as sent is one of WhatsApp's own lines: it begins with a direction mark and says one of its phrases. */
export function isSystemText(body: string): boolean {
  if (body.charCodeAt(0) !== 0x200e) return false;
  const text = fold(body.slice(0, 2000));
  return systemTexts.some((phrase) => phrase.test(text));
}

/** Whether a line of the program tells of messages that go after a while. */
export function tellsOfDisappearing(text: string): boolean {
  return disappearing.test(fold(text.slice(0, 2000)));
}

const iosAttached = /[\u200e\u200f]?<[^<>:：\n]{2,24}\s?[:：]\s?([^<>\n]{1,255}\.[\p{L}\p{N}]{1,8})>/u;
const androidAttached = /^[\u200e\u200f]?(.{1,255}\.[\p{L}\p{N}]{1,8}) \(([^()\n]{2,40})\)[\u200e\u200f]?(?:\n|$)/u;
const phoneFileName = /^(?:IMG|VID|AUD|PTT|DOC|STK)-\d{8}-WA\d{4,6}\.\w{1,5}$/;
/** iOS, of a document it leaves out: `Letter.pdf • 3 pages document omitted`. */
const documentLeftOut = /^[\u200e\u200f]?(.{1,255}\.[\p{L}\p{N}]{1,8}) \u2022 /u;
const editedSuffix = /[\u200e\u200f]*<([^<>\n]{4,60})>\s*$/;
/** Voice notes and stickers by the names phones give them: `PTT-20190313-WA0003.opus`, `00000014-AUDIO-2019-03-13-08-00-20.opus`. */
const voiceNoteName = /^PTT-\d|^\d{5,10}-AUDIO-\d|\.opus$/i;
const stickerName = /^STK-\d|^\d{5,10}-STICKER-\d|\.was$/i;

/** What a message's text says besides words: files, deletions, edits, places. The text keeps everything but WhatsApp's own markers. */
export function readContent(body: string): Content {
  const flags = new Set<MessageFlag>();
  let text = body;
  let attachmentName = '';
  let isOmitted = false;
  if (text.endsWith('>') || /\s$/.test(text)) {
    const marker = editedSuffix.exec(text.slice(-80));
    if (marker && edited.has(withoutStop(fold(marker[1] ?? '')))) {
      flags.add('edited');
      text = text.slice(0, text.length - Math.min(80, text.length) + marker.index).trimEnd();
    }
  }
  const isMarked = /^[\u200e\u200f]/.test(text);
  const opening = text.slice(0, 700);
  const onPhone = opening.includes('(') ? androidAttached.exec(opening) : null;
  const onIos = opening.includes('<') ? iosAttached.exec(opening) : null;
  if (onPhone && (phoneFileName.test(onPhone[1] ?? '') || fileAttached.has(fold(onPhone[2] ?? '')))) {
    attachmentName = onPhone[1] ?? '';
    text = text.slice(onPhone[0].length);
  } else if (onIos && (isMarked || /[\u200e\u200f]/.test(opening.slice(0, onIos.index + 1)) || /^\d{5,10}-/.test(onIos[1] ?? ''))) {
    attachmentName = onIos[1] ?? '';
    text = `${text.slice(0, onIos.index)}${text.slice(onIos.index + onIos[0].length)}`.trim();
  } else {
    isOmitted = saysOmitted(text);
    if (isOmitted) attachmentName = documentLeftOut.exec(opening)?.[1] ?? '';
  }
  attachmentName = plainFileName(attachmentName);
  const call = flagged(text, attachmentName, isOmitted, isMarked, flags);
  return { text: withoutLeadingMarks(text), attachmentName, isOmitted, flags: MessageFlag.options.filter((flag) => flags.has(flag)), call };
}

function flagged(text: string, attachmentName: string, isOmitted: boolean, isMarked: boolean, flags: Set<MessageFlag>): NeutralCall | null {
  // Its own words are short; a long text is somebody's.
  const said = fold(text.slice(0, 400));
  const bare = withoutStop(said);
  if (deleted.has(bare) || deletedByAdmin.test(said)) flags.add('deleted');
  if (places.test(said) || liveLocation.has(bare)) flags.add('location');
  if (/\.vcf$/i.test(attachmentName) || (isOmitted && contactWords.test(said))) flags.add('contact');
  if (polls.test(said)) flags.add('poll');
  if (voiceNoteName.test(attachmentName) || (isOmitted && voiceWords.test(said))) flags.add('voice-note');
  if (stickerName.test(attachmentName) || (isOmitted && stickerWords.test(said))) flags.add('sticker');
  if (viewOnce.test(said) && (isOmitted || isMarked)) flags.add('view-once');
  const call = attachmentName === '' && !isOmitted ? callOf(said, isMarked) : null;
  if (call) flags.add('call');
  return call;
}

function saysOmitted(text: string): boolean {
  if (text.length > 400) return false;
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  const isBracketed = /^[\u200e\u200f]*</.test(first);
  if (isBracketed) {
    const said = fold(first);
    if (mediaOmitted.has(said) || omittedInBrackets.test(said)) return true;
  }
  // iOS: "‎image omitted", "‎Report.pdf • 3 pages ‎document omitted".
  if (end >= 0 || !/[\u200e\u200f]/.test(text)) return false;
  const words = fold(text.slice(Math.max(text.lastIndexOf('\u200e'), text.lastIndexOf('\u200f')) + 1));
  return words.length < 48 && (kindOmitted.some((phrase) => words.endsWith(phrase)) || omittedFirst.some((phrase) => words.startsWith(phrase)));
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}

function fold(text: string): string {
  return withoutLeadingMarks(text.normalize('NFC').toLowerCase()).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ').replace(/\u2019/g, "'").trim();
}
