import { clipped } from '../bytes/clipped';
import { textOfHtml } from './html-text';
import { mailLimits } from './limits';
import type { MailPart } from './parts';

/** A text as it was read from one part. */
export interface ReadBody {
  readonly kind: 'plain' | 'html';
  /** The number of the multipart/alternative that it stands in with its likes; its own part's where it stands in none. */
  readonly group: string;
  readonly text: string;
}

/** The words of a mail (NUL shown as U+FFFD): of each group of alternatives the plain text, and where there is none the words of the HTML; groups in their order. */
export function wordsOf(bodies: readonly ReadBody[]): { text: string; textFrom: MailPart['textFrom']; isCut: boolean } {
  const groups = new Map<string, ReadBody[]>();
  for (const body of bodies) groups.set(body.group, [...(groups.get(body.group) ?? []), body]);
  const texts: string[] = [];
  const from = new Set<'plain' | 'html'>();
  for (const group of groups.values()) {
    const plain = group.filter(({ kind, text }) => kind === 'plain' && text.trim() !== '');
    const taken = plain.length > 0 ? plain : group.filter(({ kind }) => kind === 'html');
    for (const { kind, text } of taken) {
      const words = kind === 'plain' ? text.replace(/[\r\n]+$/, '') : textOfHtml(clipped(text, mailLimits.htmlChars));
      if (words === '') continue;
      texts.push(words);
      from.add(kind);
    }
  }
  const whole = texts.join('\n\n').replaceAll('\r\n', '\n').replaceAll('\0', '\ufffd');
  return { text: clipped(whole, mailLimits.textChars), textFrom: from.has('plain') ? 'plain' : from.has('html') ? 'html' : 'none', isCut: whole.length > mailLimits.textChars };
}

/** The Content-IDs that an HTML text refers to (RFC 2392). */
export function contentIdsIn(html: string): Set<string> {
  const ids = new Set<string>();
  for (const [, id] of html.matchAll(/\bcid:([^"'\s)>&]{1,500})/gi)) {
    if (id !== undefined && ids.size < 1000) ids.add(id.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  }
  return ids;
}
