import { nothingHeld, type LaidBlock, type LaidCell, type LaidHidden, type LaidLook, type LaidOut, type LaidParagraph, type LaidRow } from '../../../model/laid-out';
import { LaidOutBuilder, saysSomething } from '../../papers/lay-out/laid-out-builder';
import { sayNumber } from '../../papers/lay-out/docx-numbering';
import { isUnseen } from '../../papers/lay-out/seen-colour';
import { asClaim } from '../../papers/paper-found';
import { readHtmlTokens } from '../html-tokens';
import { textOfHtml } from '../html-text';
import { cssUrls, remoteUrl, srcsetUrls } from '../urls';
import { colourOf, declarationsOf, pixelsOf, StyleRules, type Declarations } from './css-looks';

type Attributes = Readonly<Record<string, string>>;

/** How what stands in an element is shown. `ground` null: it is a picture, or not known. */
interface Around { readonly looks: ReadonlySet<LaidLook>; readonly hidden: LaidHidden | null; readonly link: string; readonly colour: string | null; readonly ground: string | null; readonly isPre: boolean; readonly align: LaidParagraph['align']; readonly indent: number; readonly heading: number }
interface Open { readonly name: string; readonly around: Around; readonly list: { readonly isOrdered: boolean; readonly format: string; readonly depth: number; next: number } | null }
interface OpenTable { readonly isForLook: boolean; readonly rows: LaidRow[]; hasTable: boolean; isInHead: boolean; readonly outer: LaidBlock[] }

const plain: Around = { looks: new Set(), hidden: null, link: '', colour: '000000', ground: 'ffffff', isPre: false, align: 'start', indent: 0, heading: 0 };
const unshown = new Set(['script', 'style', 'title', 'template', 'object', 'applet', 'svg', 'math', 'iframe', 'audio', 'video', 'canvas', 'frameset']);
const drawnKinds = new Set(['object', 'applet', 'svg', 'audio', 'video', 'canvas', 'embed']);
const blockNames = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'dt', 'dd', 'li', 'blockquote', 'pre', 'table', 'caption', 'tr', 'td', 'th', 'section', 'article', 'header', 'footer', 'address', 'center', 'form', 'fieldset', 'legend', 'nav', 'aside', 'main', 'figure', 'figcaption', 'option', 'body']);
const lookOf: ReadonlyMap<string, LaidLook> = new Map(Object.entries({ b: 'bold', strong: 'bold', th: 'bold', i: 'italic', em: 'italic', cite: 'italic', var: 'italic', u: 'underlined', ins: 'underlined', s: 'struck', strike: 'struck', del: 'struck', sup: 'raised', sub: 'lowered', mark: 'marked' } satisfies Record<string, LaidLook>));
const bullets = ['•', '◦', '▪'];
/** No mail means to be read below this, in CSS pixels. */
const leastPixels = 2;
const mostRows = 20_000;
const mostOpen = 3000;

/**
 * The HTML of a mail or a saved page as it is laid out here, read as a stream of tags: nothing is run, fetched or followed. Words that a mail program or browser would not show are there and named; each remote picture is marked in its place. A table that only places things stands as what it holds, one
 * thing after another; one that is data stays a table. `pictureAt`: under which name the file itself holds the picture of an address; null where it does not.
 */
export function layOutHtml(htmls: readonly string[], pictureAt: (address: string) => string | null): { laidOut: LaidOut; pictures: readonly string[] } {
  const builder = new LaidOutBuilder();
  const reading = new HtmlReading(builder, pictureAt);
  const body = htmls.flatMap((html) => reading.read(html));
  return { laidOut: builder.result({ body, edges: [], notes: [], comments: [], holds: { ...nothingHeld, scripts: reading.scripts, fields: reading.fields } }), pictures: builder.pictures };
}

class HtmlReading {
  readonly #builder: LaidOutBuilder;
  readonly #pictureAt: (address: string) => string | null;
  scripts = 0;
  fields = 0;
  #rules = new StyleRules();
  #open: Open[] = [];
  #tables: OpenTable[] = [];
  #skipping: string[] = [];
  #css: string[] | null = null;
  #blocks: LaidBlock[] = [];
  #paragraph: LaidParagraph | null = null;
  /** The next paragraph begins an item of a list. */
  #item: LaidParagraph['list'] = null;
  #hasSpace = false;
  #base = '';

  constructor(builder: LaidOutBuilder, pictureAt: (address: string) => string | null) {
    this.#builder = builder;
    this.#pictureAt = pictureAt;
  }

  read(html: string): LaidBlock[] {
    this.#rules = new StyleRules();
    // Rules may stand after what they hide.
    for (const [, css] of html.matchAll(/<style[^>]{0,1000}>([^]*?)<\/style/gi)) this.#rules.add(css ?? '');
    [this.#open, this.#tables, this.#skipping, this.#blocks, this.#paragraph, this.#item, this.#hasSpace, this.#base] = [[], [], [], [], null, null, false, ''];
    readHtmlTokens(html, {
      onopentag: (name, attributes) => this.#begin(name, attributes),
      onclosetag: (name) => this.#end(name),
      ontext: (text) => { if (this.#skipping.length === 0) this.#text(text); },
      oncomment: (comment) => this.#comment(comment),
    }, { recognizeSelfClosing: false });
    this.#endParagraph();
    while (this.#tables.length > 0) this.#endTable();
    return this.#blocks;
  }

  get #around(): Around { return this.#open.at(-1)?.around ?? plain; }

  #begin(name: string, attributes: Attributes): void {
    if (this.#skipping.length > 0) return void (unshown.has(name) && this.#skipping.length < 1000 && this.#skipping.push(name));
    if (name === 'base' && this.#base === '') this.#base = attributes['href'] ?? '';
    const style = new Map([...this.#rules.of(name, (attributes['class'] ?? '').slice(0, 2000).split(/\s+/).filter((one) => one !== '').slice(0, 50), attributes['id'] ?? ''), ...declarationsOf(attributes['style'] ?? '')]);
    const around = this.#aroundOf(name, attributes, style);
    if (blockNames.has(name)) this.#endParagraph();
    if (this.#open.length < mostOpen) this.#open.push({ name, around, list: this.#listOf(name, attributes) });
    this.#background(attributes, style);
    if (name === 'script') this.scripts += 1;
    if (drawnKinds.has(name)) this.#add({ is: 'no-picture', why: 'kind', address: '', description: '', change: null, hidden: around.hidden });
    if (name === 'iframe' || name === 'frame') this.#remote(attributes['src'] ?? '', '');
    if (unshown.has(name)) return void this.#skipping.push(name);
    switch (name) {
      case 'br': return this.#line();
      case 'hr': this.#endParagraph(); if (this.#builder.hasRoomFor('block')) this.#blocks.push({ is: 'rule' }); return;
      case 'img': case 'image': return this.#image(attributes);
      case 'input': return this.#input(attributes);
      case 'textarea': case 'select': this.fields += 1; return;
      case 'li': return this.#beginItem(attributes);
      case 'table': this.#tables.push({ isForLook: /^(?:presentation|none)$/i.test(attributes['role'] ?? ''), rows: [], hasTable: false, isInHead: false, outer: this.#blocks }); this.#blocks = []; return;
      case 'thead': { const table = this.#tables.at(-1); if (table !== undefined) table.isInHead = true; return; }
      case 'tr': return this.#beginRow();
      case 'td': case 'th': return this.#beginCell(name, attributes);
    }
  }

  #end(name: string): void {
    if (this.#skipping.length > 0) {
      const at = this.#skipping.lastIndexOf(name);
      if (at < 0) return;
      this.#skipping.length = at;
      if (this.#skipping.length > 0) return;
    }
    if (blockNames.has(name)) this.#endParagraph();
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at >= 0) this.#open.length = at;
    const table = this.#tables.at(-1);
    if (name === 'thead' && table !== undefined) table.isInHead = false;
    if (name === 'table') this.#endTable();
    if (name === 'li') this.#item = null;
  }

  /** What Outlook alone reads: not shown by others. */
  #comment(comment: string): void {
    if (this.#skipping.length > 0 || !/^\s{0,100}\[if\s/i.test(comment)) return;
    const words = this.#builder.words(textOfHtml(comment.slice(comment.indexOf(']>') + 2)));
    if (words !== '') this.#add({ is: 'words', words, looks: [], change: null, hidden: 'not-displayed', link: '' });
  }

  #aroundOf(name: string, attributes: Attributes, style: Declarations): Around {
    const above = this.#around;
    const looks = new Set(above.looks);
    const own = lookOf.get(name);
    if (own !== undefined) looks.add(own);
    const weight = style.get('font-weight');
    if (weight !== undefined) { if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) looks.add('bold'); else if (/^(?:normal|lighter|[1-4]00)$/.test(weight)) looks.delete('bold'); }
    const slant = style.get('font-style');
    if (slant !== undefined) { if (/^(?:italic|oblique)/.test(slant)) looks.add('italic'); else looks.delete('italic'); }
    const lines = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
    if (lines.includes('underline') && name !== 'a') looks.add('underlined');
    if (lines.includes('line-through')) looks.add('struck');
    if (style.get('text-transform') === 'uppercase') looks.add('capitals');
    const colour = style.get('color') ?? (name === 'font' ? attributes['color'] : undefined);
    const background = style.get('background-color') ?? style.get('background') ?? attributes['bgcolor'];
    const seen = { colour: colour === undefined ? above.colour : colourOf(colour), ground: groundOf(background, style, attributes, above.ground) };
    const href = name === 'a' ? (attributes['href'] ?? '').replace(/[\u0000-\u001f]/g, '').trim().slice(0, 4000) : '';
    const aligned = style.get('text-align') ?? (name === 'center' ? 'center' : attributes['align']?.toLowerCase());
    return {
      looks, ...seen, hidden: hiddenBy(above.hidden, name, attributes, style, seen), link: name === 'a' ? (href.startsWith('#') ? '' : href) : above.link,
      isPre: above.isPre || name === 'pre' || name === 'textarea' || (style.get('white-space') ?? '').startsWith('pre'), align: aligned === undefined ? above.align : aligned === 'center' ? 'centre' : aligned === 'right' || aligned === 'end' ? 'end' : 'start',
      indent: Math.min(8, above.indent + (name === 'blockquote' || name === 'dd' ? 1 : 0)), heading: /^h[1-6]$/.test(name) ? Number(name[1]) : name === 'td' || name === 'th' ? 0 : above.heading,
    };
  }

  #listOf(name: string, attributes: Attributes): Open['list'] {
    if (name !== 'ul' && name !== 'ol') return null;
    const formats: ReadonlyMap<string, string> = new Map(Object.entries({ a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' } satisfies Record<string, string>));
    const start = attributes['start'] ?? '';
    return { isOrdered: name === 'ol', format: formats.get(attributes['type'] ?? '') ?? 'decimal', depth: Math.min(8, this.#open.filter(({ list }) => list !== null).length), next: /^-?\d{1,6}$/.test(start) ? Number(start) : 1 };
  }

  #beginItem({ value = '' }: Attributes): void {
    const list = this.#open.findLast((one) => one.list !== null)?.list;
    if (list !== undefined && list !== null && /^-?\d{1,6}$/.test(value)) list.next = Number(value);
    this.#item = list === undefined || list === null ? { sign: '•', depth: 0 } : { sign: list.isOrdered ? `${sayNumber(list.next, list.format)}.` : (bullets[list.depth % bullets.length] ?? '•'), depth: list.depth };
    if (list !== undefined && list !== null) list.next += 1;
  }

  #text(text: string): void {
    const around = this.#around;
    if (around.isPre) return this.#write(text.replaceAll('\r\n', '\n'), around);
    // As a browser joins spaces: one, and none where a line begins. What does not break is a space of its own.
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words === ' ' || words === '') return void (this.#hasSpace ||= words === ' ' && this.#paragraph !== null);
    const begins = words.startsWith(' ') || this.#hasSpace;
    this.#write(`${begins && this.#paragraph !== null && !this.#endsLine() ? ' ' : ''}${words.replace(/^ | $/g, '')}`, around);
    this.#hasSpace = words.endsWith(' ');
  }

  #write(text: string, around: Around): void {
    const words = this.#builder.words(text);
    if (words === '') return;
    const looks = [...around.looks];
    const hidden = words.trim() === '' ? null : around.hidden;
    const last = this.#paragraph?.pieces.at(-1);
    if (this.#paragraph !== null && last?.is === 'words' && last.hidden === hidden && last.link === around.link && last.looks.join() === looks.join()) last.words += words;
    else this.#add({ is: 'words', words, looks, change: null, hidden, link: around.link });
  }

  #endsLine(): boolean {
    const last = this.#paragraph?.pieces.at(-1);
    return last?.is === 'words' && last.words.endsWith('\n');
  }

  #line(): void {
    this.#hasSpace = false;
    this.#write('\n', { ...this.#around, hidden: null, link: '' });
  }

  #add(piece: LaidParagraph['pieces'][number]): void {
    if (this.#builder.isCut) return;
    if (this.#paragraph === null) {
      if (!this.#builder.hasRoomFor('block')) return;
      const { heading, align, indent, isPre } = this.#around;
      this.#paragraph = { is: 'paragraph', heading, list: this.#item, align, indent: this.#item === null ? indent : 0, isExact: isPre, pieces: [], change: null };
      this.#item = null;
    }
    if (this.#paragraph.pieces.length < 200_000) this.#paragraph.pieces.push(piece);
  }

  #endParagraph(): void {
    if (this.#paragraph !== null && (saysSomething([this.#paragraph]) || this.#blocks.at(-1)?.is === 'paragraph')) this.#blocks.push(this.#paragraph);
    this.#paragraph = null;
    this.#hasSpace = false;
  }

  #image(attributes: Attributes): void {
    const [chosen] = srcsetUrls(attributes['srcset'] ?? '');
    const source = attributes['src'] ?? attributes['href'] ?? chosen ?? '';
    const description = asClaim(attributes['alt'] ?? attributes['title'] ?? '', 1000);
    const common = { description, change: null, hidden: this.#around.hidden };
    const name = this.#pictureAt(source.trim());
    if (name === null) {
      const remote = remoteUrl(source, this.#base);
      return this.#add({ is: 'no-picture', why: remote === null ? 'absent' : 'remote', address: remote?.url.slice(0, 4000) ?? '', ...common });
    }
    const picture = this.#builder.hasRoomFor('picture') ? this.#builder.picture(name) : null;
    if (picture === null) return this.#add({ is: 'no-picture', why: 'too-many', address: '', ...common });
    const inMm = (written: string | undefined): number | null => { const pixels = pixelsOf(written?.toLowerCase()); return pixels === null || pixels <= 0 || pixels > 15_000 ? null : (pixels * 25.4) / 96; };
    this.#add({ is: 'picture', picture, widthMm: inMm(attributes['width']), heightMm: inMm(attributes['height']), cut: null, ...common });
  }

  #remote(source: string, description: string): void {
    const remote = remoteUrl(source, this.#base);
    if (remote !== null) this.#add({ is: 'no-picture', why: 'remote', address: remote.url.slice(0, 4000), description, change: null, hidden: this.#around.hidden });
  }

  /** A picture beneath words is fetched, too. */
  #background(attributes: Attributes, style: Declarations): void {
    for (const { url } of [...cssUrls(style.get('background') ?? ''), ...cssUrls(style.get('background-image') ?? '')]) this.#remote(url, '');
    if (attributes['background'] !== undefined) this.#remote(attributes['background'], '');
  }

  #input(attributes: Attributes): void {
    const type = (attributes['type'] ?? 'text').toLowerCase();
    if (type === 'image') return this.#image(attributes);
    this.fields += 1;
    const around = type === 'hidden' ? { ...this.#around, hidden: 'not-displayed' as const } : this.#around;
    const said = type === 'checkbox' || type === 'radio' ? (attributes['checked'] === undefined ? '☐' : '☒') : (attributes['value'] ?? attributes['placeholder'] ?? '');
    this.#write(said.replace(/\s+/g, ' '), around);
  }

  #beginRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    if (table.rows.length < mostRows && this.#builder.hasRoomFor('block')) table.rows.push({ isHead: table.isInHead, change: null, cells: [] });
  }

  #beginCell(name: string, attributes: Attributes): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    if (table.rows.length === 0) this.#beginRow();
    const row = table.rows.at(-1);
    const span = (written: string | undefined, most: number): number => (written !== undefined && /^\d{1,5}$/.test(written) ? Math.max(1, Math.min(most, Number(written))) : 1);
    const cell: LaidCell = { across: span(attributes['colspan'], 60), down: span(attributes['rowspan'], 1000), isHead: name === 'th', blocks: [] };
    // Beyond what a table may hold, words go on in its last cell.
    if (row !== undefined && row.cells.length < 100) row.cells.push(cell);
    this.#blocks = row?.cells.at(-1)?.blocks ?? this.#blocks;
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const around = this.#tables.at(-1);
    if (around !== undefined) around.hasTable = true;
    const isData = !table.isForLook && !table.hasTable && table.rows.filter(({ cells }) => cells.filter(({ blocks }) => saysSomething(blocks)).length > 1).length > 1;
    // What stood in the table before its first cell, then the cells.
    const before = table.rows.length === 0 ? this.#blocks : [];
    if (isData) for (const row of table.rows) row.isHead ||= row.cells.length > 0 && row === table.rows[0] && row.cells.every(({ isHead }) => isHead);
    const held: LaidBlock[] = isData ? [{ is: 'table', what: 'table', rows: table.rows.filter(({ cells }) => cells.length > 0) }] : table.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
    table.outer.push(...before, ...held);
    this.#blocks = table.outer;
  }
}

function groundOf(background: string | undefined, style: Declarations, attributes: Attributes, above: string | null): string | null {
  if (attributes['background'] !== undefined || /url\(|gradient\(/.test(`${style.get('background') ?? ''} ${style.get('background-image') ?? ''}`)) return null;
  if (background === undefined) return above;
  const colour = colourOf(background.split(/\s+(?![^(]*\))/)[0] ?? '');
  return colour === 'transparent' || background === 'none' || background === 'inherit' ? above : colour;
}

function hiddenBy(above: LaidHidden | null, name: string, attributes: Attributes, style: Declarations, { colour, ground }: Pick<Around, 'colour' | 'ground'>): LaidHidden | null {
  // What is not displayed hides all that is in it; a colour or size is its own.
  if (above === 'not-displayed') return above;
  const overflows = /hidden|clip/.test(style.get('overflow') ?? '');
  const isNothing = (property: string): boolean => { const pixels = pixelsOf(style.get(property)); return pixels !== null && pixels <= 1; };
  const isAway = (property: string): boolean => (pixelsOf(style.get(property)) ?? 0) <= -500;
  if (attributes['hidden'] !== undefined || style.get('display') === 'none' || style.get('visibility') === 'hidden' || /^0?\.?0+%?$/.test(style.get('opacity') ?? '') || style.get('mso-hide') === 'all') return 'not-displayed';
  if ((overflows && (isNothing('height') || isNothing('max-height') || isNothing('width') || isNothing('max-width'))) || isAway('left') || isAway('top') || isAway('text-indent') || isAway('margin-left')) return 'not-displayed';
  const size = pixelsOf(style.get('font-size'));
  if (size !== null) { if (size <= leastPixels) return 'size'; } else if (above === 'size') return above;
  if (colour === 'transparent') return 'colour';
  return name !== 'img' && colour !== null && ground !== null && isUnseen(colour, ground) ? 'colour' : null;
}
