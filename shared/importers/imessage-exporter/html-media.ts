import { findAll, findFirst, hasClass, shownText, type HtmlElement } from '../html/tree';

/** A file as a page of imessage-exporter names it: by path, or only by a name where it could not be found when the export was made. */
export interface NamedMedia { readonly path: string; readonly name: string }

const remote = /^(?:https?|data|sms|mailto|tel|blob|cid|about|javascript|ftp):/i;

/** Files that are shown or linked within an element, in order, each path once (a video names its file twice). Nothing that lies on a network. */
export function mediaWithin(element: HtmlElement): NamedMedia[] {
  const found = new Map<string, string>();
  for (const shown of findAll(element, ({ name, attributes }) => (name === 'img' || name === 'source' || name === 'audio' || name === 'video' || name === 'a') && (attributes.has('src') || attributes.has('href')))) {
    const address = (shown.attributes.get('src') ?? shown.attributes.get('href') ?? '').trim();
    const path = address.replace(/^file:\/\//i, '');
    if (path === '' || path.startsWith('#') || remote.test(address) || found.has(path)) {
      if (shown.name === 'a' || shown.name === 'video' || shown.name === 'audio') for (const inner of mediaWithin({ ...shown, attributes: new Map() })) if (!found.has(inner.path)) found.set(inner.path, inner.name);
      continue;
    }
    found.set(path, /^Click to download (.{1,500}?)(?: \([^()]*\))?$/s.exec(shownText(shown))?.[1] ?? '');
    for (const inner of mediaWithin({ ...shown, attributes: new Map() })) if (!found.has(inner.path)) found.set(inner.path, inner.name);
  }
  return [...found].map(([path, name]) => ({ path, name }));
}

const unembedded = /^Unable to embed [^\n]{1,200} attachments: ([^\n]+)$/;
const unlocated = /^(?:Unable to locate attachment: ?|Unable to convert and display file: ?)([^\n]*)$/;

/** Of an attachment that is shown by words alone: the path, or the name of what the exporter could not find; null where the words say neither. */
export function mediaInWords(text: string): { path: string } | { missing: string } | null {
  const path = unembedded.exec(text)?.[1];
  if (path !== undefined) return { path };
  const missing = unlocated.exec(text)?.[1];
  if (missing !== undefined) return { missing: missing.trim() };
  return text === 'Attachment does not exist!' || text === 'Attachment missing!' ? { missing: '' } : null;
}

/** What somebody put on a message. `Loved by Sam`, a sticker from somebody; older versions say Reactions. */
export function tapbacksWithin(element: HtmlElement): { by: string; what: string }[] {
  return [...findAll(element, (inner) => hasClass(inner, 'tapback') || hasClass(inner, 'reaction'))].flatMap((tapback) => {
    const words = shownText(tapback).replace(/\u00a0/g, ' ');
    const kind = findFirst(tapback, ({ name }) => name === 'b');
    const [media] = mediaWithin(tapback);
    if (kind !== null) {
      const what = shownText(kind);
      return [{ by: words.slice(what.length).replace(/^\s*by\s+/, ''), what }];
    }
    const by = /(?:^|\s)(?:by|from) ([^\n]+?)(?: not found!)?$/.exec(words)?.[1];
    if (by === undefined && media === undefined) return words === '' ? [] : [{ by: '', what: words }];
    return [{ by: by ?? '', what: media === undefined ? 'Sticker' : `Sticker ${media.path}` }];
  });
}
