import { plainFileName } from '../file-names';
import type { NeutralMessage } from '../neutral';
import { calls, deleted, edited, fileAttached, kindOmitted, liveLocation, mediaOmitted, places, polls, systemTexts } from './phrases';
import { withoutLeadingMarks } from './numerals';

type Content = Pick<NeutralMessage, 'text' | 'attachmentName' | 'attachmentOmitted' | 'flags'>;

/** Who is said to have written a line, and the rest; `sender` '' for a line of the program itself. */
export function splitSender(rest: string): { sender: string; body: string } {
  const opened = withoutLeadingMarks(rest);
  const at = opened.search(/ ?[:：](?: |$)/);
  if (at <= 0) return { sender: '', body: rest };
  const name = opened.slice(0, at).trim();
  // "Ali changed the subject from "a: b" to …": a colon within quotation marks ends no name.
  const quotes = name.match(/["\u201c\u201d\u00ab\u00bb]/g)?.length ?? 0;
  if (name === '' || name.length > 200 || quotes % 2 === 1) return { sender: '', body: rest };
  return { sender: name, body: opened.slice(at).replace(/^ ?[:：] ?/, '') };
}

/** Whether a text that iOS shows as sent is one of WhatsApp's own lines: it begins with a direction mark and says one of its phrases. */
export function isSystemText(body: string): boolean {
  if (body.charCodeAt(0) !== 0x200e) return false;
  const text = fold(body);
  return systemTexts.some((phrase) => phrase.test(text));
}

const iosAttached = /[\u200e\u200f]?<[^<>:：\n]{2,24}\s?[:：]\s?([^<>\n]{1,255}\.[\p{L}\p{N}]{1,8})>/u;
const androidAttached = /^[\u200e\u200f]?(.{1,255}\.[\p{L}\p{N}]{1,8}) \(([^()\n]{2,40})\)[\u200e\u200f]?(?:\n|$)/u;
const phoneFileName = /^(?:IMG|VID|AUD|PTT|DOC|STK)-\d{8}-WA\d{4,6}\.\w{1,5}$/;
const editedSuffix = /[\u200e\u200f]*<([^<>\n]{4,60})>\s*$/;

/** What a message's text says besides words: files, deletions, edits, places. The text keeps everything but WhatsApp's own markers. */
export function readContent(body: string): Content {
  const flags: Content['flags'] = [];
  let text = body;
  let attachmentName = '';
  let attachmentOmitted = false;
  const marker = editedSuffix.exec(text.slice(-80));
  if (marker && edited.includes(fold(marker[1] ?? ''))) {
    flags.push('edited');
    text = text.slice(0, text.length - Math.min(80, text.length) + marker.index).trimEnd();
  }
  const isMarked = /^[\u200e\u200f]/.test(text) || /[\u200e\u200f]<?[^\n]{0,300}$/.test(text.slice(0, 700));
  const opening = text.slice(0, 700);
  const onPhone = androidAttached.exec(opening);
  const onIos = iosAttached.exec(opening);
  if (onPhone && (phoneFileName.test(onPhone[1] ?? '') || fileAttached.has(fold(onPhone[2] ?? '')))) {
    attachmentName = onPhone[1] ?? '';
    text = text.slice(onPhone[0].length);
  } else if (onIos && (isMarked || /^\d{5,10}-/.test(onIos[1] ?? ''))) {
    attachmentName = onIos[1] ?? '';
    text = `${text.slice(0, onIos.index)}${text.slice(onIos.index + onIos[0].length)}`.trim();
  } else if (isOmitted(text)) {
    attachmentOmitted = true;
  }
  const said = fold(text.slice(0, 400));
  if (deleted.has(said.replace(/\.$/, ''))) flags.push('deleted');
  if (places.test(said) || liveLocation.has(said)) flags.push('location');
  if (/\.vcf$/i.test(attachmentName) || (attachmentOmitted && /contact|contacto|contato|kontakt|contatto|контакт|kişi|جهة|رابطہ/.test(said))) flags.push('contact');
  if (polls.test(said)) flags.push('poll');
  if (calls.some((call) => call.test(said)) && said.length < 80) flags.push('call');
  return { text: withoutLeadingMarks(text), attachmentName: plainFileName(attachmentName), attachmentOmitted, flags };
}

function isOmitted(text: string): boolean {
  if (text.length > 400) return false;
  const [first = ''] = text.split('\n');
  if (mediaOmitted.has(fold(first))) return true;
  // iOS: "‎image omitted", "‎Report.pdf • 3 pages ‎document omitted".
  if (!/[\u200e\u200f]/.test(text) || text.includes('\n')) return false;
  const words = fold(text.slice(Math.max(text.lastIndexOf('\u200e'), text.lastIndexOf('\u200f')) + 1));
  return words.length < 48 && kindOmitted.some((phrase) => words.endsWith(phrase));
}

function fold(text: string): string {
  return withoutLeadingMarks(text.normalize('NFC').toLowerCase()).replace(/[\u200e\u200f\u202a-\u202e]/g, '').replace(/[\u00a0\u202f]/g, ' ').replace(/\u2019/g, "'").trim();
}
