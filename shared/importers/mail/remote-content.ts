import { clipped } from '../bytes/clipped';
import { readHtmlTokens } from './html-tokens';
import type { RemoteContent, RemoteItem } from '../../model/mail-facts';
import { knownTracker, namesSomebody } from './trackers';
import { cssUrls, remoteUrl, srcsetUrls } from './urls';

type What = RemoteItem['what'];
type Reason = RemoteItem['looksLikeTracking'][number];
type Attributes = Readonly<Record<string, string>>;

/** What a mail program or browser fetches by itself, by element and attribute (HTML Standard; SVG and Outlook's VML where mail programs draw them). A link that must be clicked is not among it. */
const loading: readonly (readonly [elements: readonly string[], attribute: string, what: What])[] = [
  [['img', 'image', 'use', 'feimage', 'v:fill', 'v:imagedata', 'v:image'], 'src', 'image'], [['img'], 'lowsrc', 'image'], [['img'], 'dynsrc', 'media'], [['input'], 'src', 'image'],
  [['image', 'use', 'feimage'], 'href', 'image'], [['image', 'use', 'feimage'], 'xlink:href', 'image'], [['video'], 'poster', 'image'],
  [['body', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'col', 'colgroup', 'div'], 'background', 'image'],
  [['video', 'audio', 'source', 'track', 'bgsound'], 'src', 'media'], [['iframe', 'frame'], 'src', 'frame'], [['iframe'], 'longdesc', 'frame'], [['script'], 'src', 'script'],
  [['embed'], 'src', 'object'], [['object'], 'data', 'object'], [['object', 'applet'], 'codebase', 'object'], [['object'], 'classid', 'object'], [['applet'], 'archive', 'object'], [['html'], 'manifest', 'link'],
];
const mostItems = 500;

/**
 * Everything in a mail's HTML that would be fetched from elsewhere when it is opened: counted, and listed by host. Nothing is fetched. What Outlook alone reads (in conditional comments) counts too.
 * `people`: addresses of those it was sent to, which a tracking address may hold.
 */
export function findRemoteContent(htmls: readonly string[], people: readonly string[]): RemoteContent {
  const gathered = new Gathered(people.map((person) => person.toLowerCase()));
  for (const html of htmls) readHtml(html, gathered);
  return gathered.result();
}

class Gathered {
  readonly #people: readonly string[];
  readonly #items: RemoteItem[] = [];
  readonly #hosts = new Map<string, number>();
  #count = 0;
  #trackingCount = 0;
  base = '';

  constructor(people: readonly string[]) {
    this.#people = people;
  }

  add(written: string, what: What, seen: readonly Reason[]): void {
    const remote = remoteUrl(written, this.base);
    if (remote === null) return;
    const { url, host } = remote;
    const isImage = what === 'image' || what === 'font-or-style-image';
    const tracker = isImage ? knownTracker(url, host) : '';
    const reasons: Reason[] = [...seen];
    if (tracker !== '') reasons.push('known-form');
    if (isImage && namesSomebody(url, this.#people)) reasons.push('names-recipient');
    this.#count += 1;
    if (reasons.length > 0) this.#trackingCount += 1;
    // A mail can name any number of hosts; they are listed up to a limit, and all counted.
    if (this.#hosts.has(host) || this.#hosts.size < 10_000) this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
    if (this.#items.length < mostItems) this.#items.push({ url: clipped(url, 2000), host, what, looksLikeTracking: reasons, tracker });
  }

  result(): RemoteContent {
    const hosts = [...this.#hosts].map(([host, count]) => ({ host, count })).sort((a, b) => b.count - a.count || (a.host < b.host ? -1 : 1));
    return { count: this.#count, trackingCount: this.#trackingCount, hosts: hosts.slice(0, 500), items: this.#items };
  }
}

function readHtml(html: string, gathered: Gathered): void {
  // What Outlook reads in `<!--[if mso]>…<![endif]-->`, and pages written into a frame: one level, so that nothing can nest without end.
  const inner: string[] = [];
  walk(html, gathered, inner);
  for (const page of inner) walk(page, gathered, []);
}

function walk(html: string, gathered: Gathered, inner: string[]): void {
  const hidden: string[] = [];
  let style: string[] | null = null;
  readHtmlTokens(html, {
    onopentagname(name) {
      if (name === 'style') style = [];
    },
    onopentag(name, attributes) {
      const own = hides(attributes);
      readElement(name, attributes, gathered, own || hidden.length > 0);
      if (attributes['srcdoc'] !== undefined && inner.length < 1000) inner.push(attributes['srcdoc']);
      if ((own || hidden.length > 0) && hidden.length < 1000 && name !== 'img' && name !== 'br' && name !== 'meta' && name !== 'link' && name !== 'input' && name !== 'hr') hidden.push(name);
    },
    ontext(data) {
      style?.push(data);
    },
    onclosetag(name) {
      if (name === 'style' && style !== null) {
        readCss(style.join(''), gathered);
        style = null;
      }
      const at = hidden.lastIndexOf(name);
      if (at >= 0) hidden.length = at;
    },
    oncomment(data) {
      if (/^\s{0,100}\[if\s/i.test(data) && inner.length < 1000) inner.push(data.slice(data.indexOf(']>') + 2));
    },
  }, { recognizeSelfClosing: true });
}

function readElement(name: string, attributes: Attributes, gathered: Gathered, isHidden: boolean): void {
  if (name === 'base' && attributes['href'] !== undefined && gathered.base === '') gathered.base = attributes['href'];
  const seen = name === 'img' || name === 'image' ? sizeReasons(attributes, isHidden) : [];
  for (const [elements, attribute, what] of loading) {
    const url = attributes[attribute];
    if (url !== undefined && elements.includes(name)) gathered.add(url, what, what === 'image' ? seen : []);
  }
  for (const attribute of ['srcset', 'imagesrcset']) for (const url of srcsetUrls(attributes[attribute] ?? '')) gathered.add(url, 'image', seen);
  if (name === 'link') readLink(attributes, gathered);
  if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
    const url = /url\s{0,50}=\s{0,50}["']?([^"']{1,2000})/i.exec(attributes['content'] ?? '')?.[1];
    if (url !== undefined) gathered.add(url, 'refresh', []);
  }
  readCss(attributes['style'] ?? '', gathered);
}

function readLink(attributes: Attributes, gathered: Gathered): void {
  const url = attributes['href'];
  const relation = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  if (url === undefined) return;
  if (relation.includes('stylesheet')) gathered.add(url, 'style', []);
  else if (relation.some((one) => one === 'preconnect' || one === 'dns-prefetch')) gathered.add(url, 'preconnect', []);
  else if (relation.some((one) => /icon|prefetch|preload|prerender|import|manifest/.test(one))) gathered.add(url, 'link', []);
}

function readCss(css: string, gathered: Gathered): void {
  if (css === '') return;
  for (const { url, isImport } of cssUrls(css)) gathered.add(url, isImport ? 'style' : 'font-or-style-image', []);
}

function hides(attributes: Attributes): boolean {
  const style = (attributes['style'] ?? '').toLowerCase();
  return attributes['hidden'] !== undefined || /display\s{0,20}:\s{0,20}none|visibility\s{0,20}:\s{0,20}hidden|opacity\s{0,20}:\s{0,20}0?\.?0{0,5}\s{0,20}(?:;|!|$)/.test(style);
}

function sizeReasons(attributes: Attributes, isHidden: boolean): Reason[] {
  const style = (attributes['style'] ?? '').toLowerCase();
  const width = pixels(attributes['width']) ?? styledPixels(style, 'width');
  const height = pixels(attributes['height']) ?? styledPixels(style, 'height');
  const reasons: Reason[] = [];
  if (width === 0 || height === 0) reasons.push('zero-size');
  else if (width !== null && height !== null && width <= 1 && height <= 1) reasons.push('one-by-one');
  if (isHidden) reasons.push('hidden');
  return reasons;
}

function pixels(written: string | undefined): number | null {
  const found = /^\s{0,20}(\d{1,5}(?:\.\d{1,5})?)\s{0,20}(?:px)?\s{0,20}$/i.exec(written ?? '');
  return found === null ? null : Number(found[1]);
}

function styledPixels(style: string, property: string): number | null {
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim();
    if (colon > 0 && (name === property || name === `max-${property}`)) return pixels(declaration.slice(colon + 1).replace('!important', ''));
  }
  return null;
}
