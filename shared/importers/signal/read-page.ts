import { clipped } from '../bytes/clipped';
import { handleIn, titleOfPath } from '../conversations/file-conversation';
import { readHtml } from '../html/cutter';
import { classesOf, firstOfClass, hasClass, rawText, shownText, type HtmlElement } from '../html/tree';
import { MessageBatches } from '../conversations/message-batches';
import type { NamedFiles } from '../named-files';
import { stretchNotUnderstood } from '../not-understood';
import type { NeutralParticipant, NeutralPart } from '../parts';
import type { SourceFile } from '../source';
import { pageOwner, readPageMessage } from './page-message';

/** Whether a document is a conversation's page of signalbackup-tools: its first line says so, and its style names the header that only such pages have. */
export function isPage(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, 64 * 1024));
  return /^<!-- Generated on [^\n]{1,60} by signalbackup-tools \(/.test(text) && text.includes('#message-header {');
}

function isPageElement(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (name !== 'div') return false;
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  return attributes.get('id') === 'message-header' || attributes.get('id') === 'menu' || attributes.get('id') === 'theme' || attributes.get('id') === 'bottom' || classes.includes('incoming-group-msg') || classes.includes('msg') || classes.includes('conversation-link') || classes.includes('export-details');
}

/** The pages of one conversation: a long one is written as `Sam.html`, `Sam_1.html`, … into one folder. In their order. */
export function pagesByConversation(files: readonly SourceFile[]): SourceFile[][] {
  const byName = new Map<string, SourceFile[]>();
  for (const file of files) {
    const name = `${file.archive ?? ''}\n${file.path.replace(/(?:_\d{1,6})?\.html$/, '')}`;
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  const numberOf = (file: SourceFile): number => Number(/_(\d{1,6})\.html$/.exec(file.path)?.[1] ?? 0);
  return [...byName.values()].map((pages) => pages.sort((a, b) => numberOf(a) - numberOf(b)));
}

/** Reads the pages of one conversation. Their times are the clock of the machine that made them, and say no zone. */
export async function* readPages(pages: readonly SourceFile[], key: string, files: NamedFiles): AsyncGenerator<NeutralPart> {
  const batch = new MessageBatches(files);
  let header: Header | null = null;
  for (const file of pages) {
    for await (const pieces of readHtml(file.bytes(), isPageElement)) {
      for (const piece of pieces) {
        if (piece.kind === 'element' && piece.element.attributes.get('id') === 'message-header') {
          if (header !== null) continue;
          header = headerOf(piece.element, file);
          yield { part: 'conversation', key, title: header.title, service: 'Signal', participants: header.participants };
          continue;
        }
        if (header === null) {
          header = { title: titleOfPath(file.path), other: '', participants: [] };
          yield { part: 'conversation', key, title: header.title, service: 'Signal', participants: [] };
        }
        if (piece.kind !== 'element') {
          yield* batch.flush();
          yield stretchNotUnderstood(file.path, piece.kind === 'outside' ? piece.text : '', piece);
        } else if (isMessage(piece.element)) {
          const isMarked = /^Message: _id:-?\d+,type:-?\d+$/.test(piece.comment) && piece.isWhole;
          yield* batch.add(key, file.path, readPageMessage(piece.element, piece, header.other, isMarked, files, file));
        }
      }
    }
  }
  yield* batch.flush();
}

/** Neither the line that says a new day, nor a menu. */
function isMessage(element: HtmlElement): boolean {
  return (hasClass(element, 'msg') && !hasClass(element, 'msg-date-change')) || classesOf(element).includes('incoming-group-msg');
}

interface Header { readonly title: string; readonly other: string; readonly participants: NeutralParticipant[] }

function headerOf(element: HtmlElement, file: SourceFile): Header {
  const titled = firstOfClass(element, 'threadtitle');
  const title = clipped(titled === null ? '' : rawText(titled, (inner) => hasClass(inner, 'threadtitle-info')).trim(), 300) || titleOfPath(file.path);
  const owner: NeutralParticipant = { name: pageOwner, handle: '', isOwner: true };
  const subtitle = element.children.find((child): child is HtmlElement => typeof child !== 'string' && (child.attributes.get('id') === 'thread-subtitle' || hasClass(child, 'thread-subtitle')) && firstOfClass(child, 'msg-security-icon') === null) ?? null;
  const beneath = subtitle === null ? '' : shownText(subtitle);
  if (/^\d+ members?\b/.test(beneath)) return { title, other: '', participants: [owner, ...membersOf(subtitle)] };
  if (/^Note to [Ss]elf$/.test(title)) return { title, other: pageOwner, participants: [owner] };
  return { title, other: title, participants: [owner, { name: title, handle: handleIn(beneath.split('\n')[0] ?? '') || handleIn(title), isOwner: false }] };
}

/** Members of a group, as its header lists them; a name that holds a comma and a space is taken for two. */
function membersOf(subtitle: HtmlElement | null): NeutralParticipant[] {
  const column = subtitle === null ? null : firstOfClass(subtitle, 'columnview');
  const cells = column === null ? [] : column.children.filter((child): child is HtmlElement => typeof child !== 'string');
  const at = cells.findIndex((cell) => shownText(cell) === 'Members:');
  const named = cells[at + 1];
  if (at < 0 || named === undefined) return [];
  return shownText(named).split(', ').map((name) => name.replace(/ \(admin\)$/, '').trim()).filter((name) => name !== '').slice(0, 500).map((name) => ({ name: clipped(name, 300), handle: handleIn(name), isOwner: false }));
}
