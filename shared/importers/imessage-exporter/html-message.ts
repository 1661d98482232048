import type { NamedFiles } from '../named-files';
import { readEnglishClock } from '../conversations/english-clock';
import { classesOf, findAll, findFirst, firstOfClass, hasClass, rawText, shownText, type HtmlElement } from '../html/tree';
import { clipped } from '../bytes/clipped';
import { emptyMessage, flagList } from '../conversations/empty-message';
import type { NeutralAttachment, NeutralMessage } from '../parts';
import type { SourceFile } from '../source';
import { mediaInWords, mediaWithin, tapbacksWithin } from './html-media';
import type { MessageFlag } from '../../model/message-facts';

/** A message of a page, with what the page says beside it. */
export interface PageMessage {
  readonly message: NeutralMessage;
  /** By which a reply is known both in its thread and in its own place; '' where nothing tells them together. */
  readonly identity: string;
  readonly isFromOwner: boolean;
  readonly replies: readonly PageMessage[];
  /** Drawings (handwriting, Digital Touch) that stand in the page itself. */
  readonly drawings: readonly HtmlElement[];
}

export interface Place { readonly line: number; readonly offset: number; readonly length: number }

/**
 * Reads one `div.message` of imessage-exporter (imessage-exporter/src/exporters/html.rs to version 3, html/templates/message.html and message_part.html from 4): header, parts, tapbacks,
 * the replies of its thread. Words that the exporter adds where a message has none of its own are kept as its words; what it marks by structure becomes flags.
 */
export function readPageMessage(root: HtmlElement, place: Place, files: NamedFiles, file: SourceFile, isNested = false): PageMessage {
  const bubble = root.children.find((child): child is HtmlElement => typeof child !== 'string' && (hasClass(child, 'sent') || hasClass(child, 'received')));
  const reading = new Reading(files, file);
  for (const child of root.children) {
    if (child === bubble && bubble !== undefined) for (const inner of bubble.children) reading.take(inner);
    else reading.take(child);
  }
  const within = bubble ?? root;
  const timestamp = firstOfClass(within, 'timestamp');
  const sender = clipped(shownText(firstOfClass(within, 'sender') ?? emptyElement), 300);
  const link = timestamp === null ? null : findFirst(timestamp, ({ name }) => name === 'a');
  const written = timestamp === null ? '' : rawText(timestamp).trim().replace(/\s*\n\s*/g, ' ');
  const clock = readEnglishClock(written);
  const isUnderstood = clock !== null && sender !== '' && bubble !== undefined;
  const message: NeutralMessage = {
    ...emptyMessage(place),
    kind: isUnderstood ? 'message' : 'not-understood',
    sender: isUnderstood ? sender : '',
    at: isUnderstood ? clock.at : '',
    atAsWritten: clipped(written, 100),
    text: clipped(isUnderstood ? reading.text() : shownText(root), 1_000_000),
    attachments: reading.attachments.slice(0, 200),
    flags: isUnderstood ? flagList(reading.flags) : [],
    reactions: isUnderstood ? reading.reactions.slice(0, 1000) : [],
  };
  const guid = /message-guid=([^&"]+)/.exec(link?.attributes.get('href') ?? '')?.[1] ?? '';
  return {
    message,
    identity: guid !== '' ? guid : `${message.at} ${message.sender} ${message.text}`,
    isFromOwner: bubble !== undefined && classesOf(bubble).includes('sent'),
    replies: isNested ? [] : reading.replies.map((reply) => readPageMessage(reply, { line: reply.line, offset: reply.offset, length: reply.end - reply.offset }, files, file, true)),
    drawings: reading.drawings,
  };
}

const emptyElement: HtmlElement = { name: '', attributes: new Map(), children: [], line: 0, offset: 0, end: 0 };

/** `div.announcement`: the conversation named, somebody added, a message unsent. */
export function readAnnouncement(root: HtmlElement, place: Place): NeutralMessage {
  const timestamp = firstOfClass(root, 'timestamp');
  const written = timestamp === null ? '' : rawText(timestamp).trim();
  const text = clipped(shownText(root, (element) => element === timestamp), 1_000_000);
  return { ...emptyMessage(place), kind: 'system', at: readEnglishClock(written)?.at ?? '', atAsWritten: clipped(written, 100), text, flags: / unsent a message[.!]$/.test(text) ? ['deleted'] : [] };
}

class Reading {
  readonly attachments: NeutralAttachment[] = [];
  readonly flags = new Set<MessageFlag>();
  readonly reactions: { by: string; what: string }[] = [];
  readonly replies: HtmlElement[] = [];
  readonly drawings: HtmlElement[] = [];
  readonly #words: string[] = [];
  readonly #files: NamedFiles;
  readonly #file: SourceFile;

  constructor(files: NamedFiles, file: SourceFile) {
    this.#files = files;
    this.#file = file;
  }

  text(): string {
    return this.#words.filter((words) => words !== '').join('\n');
  }

  /** One thing within a message or one of its parts. */
  take(child: HtmlElement | string): void {
    if (typeof child !== 'string') this.#takeElement(child);
    else for (const line of child.split('\n')) this.#said(line.trim());
  }

  #takeElement(element: HtmlElement): void {
    const [kind] = classesOf(element);
    switch (kind) {
      case 'message_part': for (const inner of element.children) this.take(inner); return;
      case 'bubble': this.#bubble(element); return;
      case 'edited': this.#edited(element); return;
      case 'attachment_error': this.#said(shownText(element)); return;
      case 'sticker': this.flags.add('sticker'); this.#media(element); return;
      case 'app': this.#app(element); return;
      case 'unsent': this.flags.add('deleted'); this.#words.push(shownText(element)); return;
      case 'deleted': this.flags.add('deleted'); return;
      case 'shared_location': this.flags.add('location'); this.#words.push(shownText(element)); return;
      case 'tapbacks': case 'reactions':
        for (const { by, what } of tapbacksWithin(element)) this.reactions.push({ by: clipped(by, 300), what: clipped(what, 100) });
        return;
      case 'replies': for (const reply of findAll(element, (inner) => hasClass(inner, 'message'))) this.replies.push(reply); return;
      case 'reply_context': this.flags.add('reply'); return;
      case 'timestamp': case 'sender': case 'reply_anchor': return;
      case 'translated': case 'expressive': case 'shareplay': case 'subject': case 'app_error': this.#words.push(shownText(element)); return;
      default: this.#other(element);
    }
  }

  /** The header's paragraph, a subject, a file that an old version showed without a frame, or what is not known. */
  #other(element: HtmlElement): void {
    if (element.name === 'hr') return;
    const header = firstOfClass(element, 'timestamp') ?? firstOfClass(element, 'sender');
    if (header !== null) return;
    const subject = firstOfClass(element, 'subject');
    if (subject !== null) this.#words.push(shownText(subject));
    else this.#media(element);
  }

  #bubble(element: HtmlElement): void {
    const stickers = mediaWithin({ ...element, children: element.children.filter((child) => typeof child !== 'string' && hasClass(child, 'inline_sticker')) });
    if (stickers.length > 0) this.flags.add('sticker');
    for (const { path } of stickers) this.attachments.push(this.#files.attachment(path, this.#file));
    this.#words.push(rawText(element).replace(/^\n+|\s+$/g, ''));
  }

  #edited(element: HtmlElement): void {
    this.flags.add('edited');
    for (const row of findAll(element, ({ name }) => name === 'tr')) {
      const [when = '', ...texts] = [...findAll(row, ({ name }) => name === 'td')].map((cell) => rawText(cell).trim());
      this.#words.push([when, texts.join('\n')].filter((part) => part !== '').join(': '));
    }
  }

  /** Words of the exporter itself: some say what became of a file. */
  #said(words: string): void {
    const media = mediaInWords(words);
    if (media === null) this.#words.push(words);
    else if ('path' in media) this.#attach(media.path, '');
    else this.attachments.push({ name: clipped(media.missing, 1024), file: '', absent: 'left-out' });
  }

  #media(element: HtmlElement): void {
    const media = mediaWithin({ ...element, attributes: new Map(), children: [element] });
    const transcription = firstOfClass(element, 'transcription');
    for (const { path, name } of media) this.#attach(path, name);
    if (transcription !== null) {
      this.flags.add('voice-note');
      this.flags.add('machine-transcript');
      this.#words.push(shownText(transcription));
      return;
    }
    const shown = shownText(element);
    if (media.length === 0 || !/^(?:Click to (?:download|open)|Unknown attachment type|Folder:)/.test(shown)) this.#said(shown);
  }

  #attach(path: string, name: string): void {
    const attachment = this.#files.attachment(path, this.#file, name);
    if (/\.loc\.vcf$/i.test(attachment.name)) this.flags.add('location');
    else if (/\.vcf$/i.test(attachment.name)) this.flags.add('contact');
    this.attachments.push(attachment);
  }

  #app(element: HtmlElement): void {
    this.drawings.push(...findAll(element, ({ name }) => name === 'svg'));
    if (firstOfClass(element, 'poll-container') !== null) this.flags.add('poll');
    for (const { path } of mediaWithin(element)) this.#attach(path, '');
    const shown = shownText(element);
    const links = [...findAll(element, ({ name }) => name === 'a')].map((link) => link.attributes.get('href')?.trim() ?? '').filter((href) => href !== '' && !shown.includes(href));
    if (links.some((href) => /^https?:\/\/maps\.apple\.com\//i.test(href))) this.flags.add('location');
    this.#words.push([shown, ...links].filter((part) => part !== '').join('\n'));
  }
}
