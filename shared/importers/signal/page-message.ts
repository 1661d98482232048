import { clipped } from '../bytes/clipped';
import { emptyMessage, flagList } from '../conversations/empty-message';
import { readEnglishClock } from '../conversations/english-clock';
import { classesOf, findAll, findFirst, firstOfClass, hasClass, rawText, shownText, type HtmlElement } from '../html/tree';
import type { NamedFiles } from '../named-files';
import type { NeutralAttachment, NeutralMessage } from '../parts';
import type { SourceFile } from '../source';
import { callInWords } from './call-words';
import type { MessageFlag } from '../../model/message-facts';

/** Who is who on a page: its owner, who is nowhere named, and in a chat of two the other. */
export const pageOwner = 'You';

/**
 * Reads one message of a page of signalbackup-tools (`--exporthtml`; signalbackup/htmlwrite.cc, HTMLwriteMessage): `div.msg`, in groups within `div.incoming-group-msg`. `other`: who writes
 * what came in, in a chat of two; '' in a group. `isMarked`: whether the exporter's own comment stands before it; markup that somebody's name smuggled in has none.
 */
export function readPageMessage(root: HtmlElement, place: { line: number; offset: number; length: number }, other: string, isMarked: boolean, files: NamedFiles, file: SourceFile): NeutralMessage {
  const bubble = hasClass(root, 'msg') ? root : firstOfClass(root, 'msg');
  const message = emptyMessage(place);
  const footer = bubble === null ? null : (bubble.children.find((child): child is HtmlElement => typeof child !== 'string' && (hasClass(child, 'footer') || hasClass(child, 'footer-status'))) ?? null);
  const written = footer === null ? '' : shownText(directOfClass(footer, 'msg-data') ?? footer);
  const clock = readEnglishClock(written);
  if (bubble === null || footer === null || clock === null || !isMarked) return { ...message, kind: 'not-understood', atAsWritten: clipped(written, 100), text: clipped(shownText(root), 1_000_000) };
  const classes = new Set(classesOf(bubble));
  const reading = new Reading(files, file);
  for (const child of bubble.children) if (typeof child !== 'string' && child !== footer) reading.take(child);
  const isStatus = classes.has('msg-status');
  const flags = reading.flags;
  if (classes.has('deleted-msg')) flags.add('deleted');
  if (classes.has('msg-viewonce')) flags.add('view-once');
  if (firstOfClass(footer, 'is-expiring') !== null) flags.add('disappearing');
  if (written.endsWith(', Send failed')) flags.add('failed');
  const history = directOfClass(footer, 'edited');
  if (history !== null) flags.add('edited');
  const words = reading.text();
  const call = isStatus ? callInWords(words) : null;
  if (call !== null) flags.add('call');
  if (isStatus && / set the disappearing message timer to | disabled disappearing messages\.$/.test(words)) flags.add('disappearing');
  const sender = classes.has('msg-outgoing') ? pageOwner : reading.sender !== '' ? reading.sender : other;
  return {
    ...message,
    // In a group a page does not say who wrote what was deleted.
    kind: isStatus || sender === '' ? 'system' : 'message',
    sender: isStatus ? '' : clipped(sender, 300),
    at: clock.at,
    atAsWritten: clipped(written.slice(0, clock.length), 100),
    text: clipped([words, history === null ? '' : historyOf(history)].filter((part) => part !== '').join('\n\n'), 1_000_000),
    attachments: reading.attachments.slice(0, 200),
    flags: flagList(flags),
    quoted: reading.quoted,
    reactions: reading.reactions.slice(0, 1000),
    call,
  };
}

function directOfClass(element: HtmlElement, name: string): HtmlElement | null {
  return element.children.find((child): child is HtmlElement => typeof child !== 'string' && hasClass(child, name)) ?? null;
}

/** Earlier versions of an edited message, each with its time, as the page shows them. */
function historyOf(edited: HtmlElement): string {
  const versions = [...findAll(edited, (element) => hasClass(element, 'msg'))].map((version) => {
    const footer = firstOfClass(version, 'footer');
    const when = footer === null ? null : firstOfClass(footer, 'msg-data');
    return [when === null ? '' : shownText(when), ...preTexts(version)].filter((part) => part !== '').join('\n');
  });
  return versions.length === 0 ? '' : ['Edit history', ...versions].join('\n');
}

function preTexts(element: HtmlElement): string[] {
  return [...findAll(element, ({ name, attributes }) => name === 'pre' || /(?:^| )(?:msg-quote|footer|msg-reactions)(?: |$)/.test(attributes.get('class') ?? ''))].filter(({ name }) => name === 'pre').map((pre) => rawText(pre).trim());
}

class Reading {
  readonly attachments: NeutralAttachment[] = [];
  readonly flags = new Set<MessageFlag>();
  readonly reactions: { by: string; what: string }[] = [];
  quoted: { sender: string; text: string } | null = null;
  sender = '';
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

  take(element: HtmlElement): void {
    const [kind = ''] = classesOf(element);
    switch (kind) {
      case 'msg-name': this.#name(element); return;
      case 'msg-quote': this.#quote(element); return;
      case 'attachment': this.#attachment(element); return;
      case 'msg-reactions': this.#reactions(element); return;
      case 'shared-contact': this.flags.add('contact'); this.#words.push(shownText(element)); return;
      case 'poll': this.flags.add('poll'); this.#words.push(shownText(element)); return;
      case 'linkpreview': case 'viewonce': this.#words.push(shownText(element)); return;
      default: {
        const pres = preTexts(element);
        this.#words.push(pres.length > 0 ? pres.join('\n') : shownText(element));
      }
    }
  }

  #name(element: HtmlElement): void {
    const name = shownText(element);
    if (name === 'Reacted to your story') {
      this.flags.add('story');
      this.#words.push(name);
    } else this.sender = name;
  }

  #quote(element: HtmlElement): void {
    const name = firstOfClass(element, 'msg-name');
    const sender = name === null ? '' : shownText(name).replace(/ \u00b7 Story$/, '');
    if (name !== null && sender !== shownText(name)) this.flags.add('story');
    const named = [...findAll(element, ({ name: tag }) => tag === 'img' || tag === 'source')].map((shown) => shown.attributes.get('src') ?? '').filter((path) => path !== '');
    this.flags.add('reply');
    this.quoted = { sender: clipped(sender, 300), text: clipped([...preTexts(firstOfClass(element, 'msg-quote-message') ?? element), ...named].filter((part) => part !== '').join('\n'), 20_000) };
  }

  #attachment(element: HtmlElement): void {
    if (firstOfClass(element, 'pending-attachment') !== null) {
      this.attachments.push({ name: '', file: '', absent: 'left-out' });
      return;
    }
    const shown = findFirst(element, ({ name, attributes }) => (name === 'img' || name === 'source' || name === 'a') && (attributes.has('src') || attributes.has('href')));
    const path = decoded(shown?.attributes.get('src') ?? shown?.attributes.get('href') ?? '');
    const called = /\[?Attachment '([^\n]{1,1000})'\]?/.exec(shownText(element))?.[1] ?? '';
    if (path === '' || /^[a-z][a-z0-9+.-]*:/i.test(path)) this.#words.push(shownText(element));
    else this.attachments.push(this.#files.attachment(path, this.#file, called));
    const caption = firstOfClass(element, 'caption');
    if (caption !== null) this.#words.push(shownText(caption));
  }

  #reactions(element: HtmlElement): void {
    for (const reaction of findAll(element, (inner) => hasClass(inner, 'msg-reaction'))) {
      const what = clipped(shownText(firstOfClass(reaction, 'msg-emoji') ?? reaction), 100);
      const info = firstOfClass(reaction, 'msg-reaction-info');
      const lines = info === null ? [] : shownText(info).split('\n');
      for (const line of lines) {
        const by = /^From:? (.*)$/.exec(line)?.[1];
        if (by !== undefined) this.reactions.push({ by: clipped(by, 300), what });
      }
      if (lines.length === 0) this.reactions.push({ by: '', what });
    }
  }
}

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
