import { withoutEntities } from './plain-bytes';

/** Elements within a word or a line: what stands before and after them is one. Everything else parts words. */
const within = new Set(['r', 't', 'rpr', 'b', 'i', 'u', 'em', 'strong', 'span', 'a', 'font', 'small', 'mark', 'sub', 'sup', 'wbr', 'code', 's', 'del', 'ins', 'prooferr', 'bookmarkstart', 'bookmarkend', 'lang', 'noproof', 'sz', 'szcs', 'rfonts', 'color', 'rph', 'phoneticpr', 'deltext', 'highlight', 'rstyle', 'bdo', 'bdi', 'big', 'abbr', 'softhyphen', 'lastrenderedpagebreak', 'smarttag', 'sdt', 'sdtcontent', 'commentrangestart', 'commentrangeend', 'kern', 'spacing', 'w', 'vertalign', 'bcs', 'ics', 'caps', 'vanish', 'strike']);
const piece = /<!--([\s\S]*?)(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\/?([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<[?!][^>]*>/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export interface MarkupRead {
  /** Words between tags, pieces of one word put together; scripts and styles too. */
  readonly text: string;
  readonly comments: string;
  /** Values of attributes, a line each. */
  readonly attributes: string;
  /** Words that are marked as struck out (w:del, w:moveFrom). */
  readonly struckOut: string;
  /** Values of attributes that name who wrote something. */
  readonly authors: readonly string[];
}

/** Takes XML or HTML apart as text: nothing is run or believed. For looking through, not for showing. */
export function readMarkup(source: string): MarkupRead {
  const text: string[] = [];
  const struck: string[] = [];
  const comments: string[] = [];
  const attributes: string[] = [];
  const authors = new Set<string>();
  let [at, isStruck] = [0, false];
  const put = (words: string): void => {
    text.push(words);
    if (isStruck) struck.push(words);
  };
  for (const match of source.matchAll(piece)) {
    if (match.index > at) put(source.slice(at, match.index));
    at = match.index + match[0].length;
    const [, comment, data, tag, inTag] = match;
    if (comment !== undefined) comments.push(comment);
    else if (data !== undefined) put(data);
    else if (tag !== undefined) {
      const name = (tag.split(':').at(-1) ?? '').toLowerCase();
      if (!within.has(name)) put('\n');
      else if (name === 'deltext' || tag === 'w:del') isStruck = !match[0].startsWith('</');
      for (const [, key = '', double, single] of (inTag ?? '').matchAll(attribute)) {
        const value = withoutEntities(double ?? single ?? '');
        if (value.length > 2 && /[\p{L}\d]/u.test(value)) attributes.push(value);
        if (/^(?:w:|)(?:author|lastmodifiedby)$/i.test(key) && value.trim() !== '') authors.add(value.trim());
      }
    }
  }
  put(source.slice(at));
  return { text: withoutEntities(text.join('')), comments: comments.join('\n'), attributes: attributes.join('\n'), struckOut: withoutEntities(struck.join('')), authors: [...authors] };
}
