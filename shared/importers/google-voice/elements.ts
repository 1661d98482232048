import { clipped } from '../bytes/clipped';
import { findAll, findFirst, firstOfClass, hasClass, rawText, shownText, type HtmlElement } from '../html/tree';

/** Someone as an hCard of the export has them. `number`: as in `tel:`; '' where it was withheld or is not known. `name`: '' where the number is in no contact. */
export interface Card {
  readonly number: string;
  readonly name: string;
  /** The account's owner: Google writes their name (`Me`) as an abbreviation. */
  readonly isOwner: boolean;
}

/** The first hCard within; null where there is none. */
export function cardOf(element: HtmlElement): Card | null {
  const tel = findFirst(element, (inner) => inner.name === 'a' && hasClass(inner, 'tel'));
  return tel === null ? null : cardAt(tel);
}

/** All hCards within, as those of a group are listed. */
export function cardsOf(element: HtmlElement): Card[] {
  return [...findAll(element, (inner) => inner.name === 'a' && hasClass(inner, 'tel'))].map(cardAt);
}

function cardAt(tel: HtmlElement): Card {
  const name = firstOfClass(tel, 'fn');
  const href = tel.attributes.get('href') ?? '';
  const number = href.startsWith('tel:') ? clipped(href.slice(4).trim(), 300) : '';
  return { number, name: name === null ? '' : clipped(shownText(name).replaceAll('\n', ' '), 300), isOwner: name?.name === 'abbr' };
}

/** What a file's tags say (`http://www.google.com/voice#missed`), whatever the language of the account. */
export function tagsOf(element: HtmlElement): string[] {
  return [...findAll(element, (inner) => inner.name === 'a' && inner.attributes.get('rel') === 'tag')].map((tag) => (tag.attributes.get('href') ?? '').split('#').at(-1) ?? '');
}

/** `User Deleted: True`: the owner had deleted it, and Google still had it. */
export function saysDeleted(element: HtmlElement): boolean {
  return /:\s*true$/i.test(rawText(element).trim());
}

/** Names of files that a message gives: pictures, sound and film by `src`, contact cards by `href`. Nothing of it is ever fetched. */
export function filesNamedIn(element: HtmlElement): string[] {
  const named: string[] = [];
  for (const inner of findAll(element, ({ name, attributes }) => ['img', 'audio', 'video'].includes(name) || (name === 'a' && !hasClassOf(attributes, 'tel') && (hasClassOf(attributes, 'vcard') || attributes.get('rel') === 'enclosure')))) {
    const file = inner.attributes.get(inner.name === 'a' ? 'href' : 'src') ?? findFirst(inner, (link) => link.name === 'a')?.attributes.get('href') ?? '';
    if (file !== '') named.push(clipped(file, 1024));
  }
  return named;
}

function hasClassOf(attributes: ReadonlyMap<string, string>, name: string): boolean {
  return (attributes.get('class') ?? '').split(/\s+/).includes(name);
}

/** An ISO 8601 duration of hours, minutes and seconds (`PT1M2S`) in seconds; null where it is none. */
export function secondsOf(written: string): number | null {
  const found = /^PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.\d{1,9})?S)?$/.exec(written);
  return found === null || written === 'PT' ? null : Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}
