import { deepestTable, nothingHeld, type LaidBlock, type LaidOut, type LaidParagraph, type LaidPiece, type LaidRow } from '../../../model/laid-out';
import { asClaim, PaperFound } from '../paper-found';
import { lookAtRelations } from '../office-parts';
import type { PaperPackage } from '../package-parts';
import { childOf, elementsIn, takeElements, textIn, within, type XmlElement } from '../xml-trees';
import { hiddenBy, joined, looksOf } from './docx-blocks';
import { sayNumber } from './docx-numbering';
import type { RunLook } from './docx-styles';
import { LaidOutBuilder, saysSomething } from './laid-out-builder';
import { millimetres, OdtStyles } from './odt-styles';

const topmost = new Set(['text:p', 'text:h', 'text:list', 'table:table', 'text:section', 'draw:frame', 'office:annotation', 'text:tracked-changes']);
const skipped = new Set(['office:forms', 'office:scripts', 'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls', 'draw:control']);
const indentMm = 10;

/** What words stand in. `ground` null: not known. */
interface Around { readonly look: RunLook; readonly ground: string | null; readonly link: string; readonly isHidden: boolean; readonly change: number | null }
type Inline = LaidPiece | { readonly blocks: LaidBlock[] };
interface Region { readonly change: number | null; readonly deleted: readonly XmlElement[] }

/** An OpenDocument text as it is laid out here (OpenDocument 1.3), and where the pictures it shows lie in it; `locked` where it is encrypted, null for what is none. */
export async function layOutOdt(paper: PaperPackage): Promise<{ laidOut: LaidOut; pictures: readonly string[] } | 'locked' | null> {
  if (!paper.names.includes('content.xml')) return null;
  if (/<manifest:encryption-data[\s>]/.test(await paper.read('META-INF/manifest.xml'))) return 'locked';
  const [content, styles] = [await paper.read('content.xml'), await paper.read('styles.xml')];
  const builder = new LaidOutBuilder();
  const reading = new OdtReading(builder, new OdtStyles([content, styles]), paper.names);
  const body: LaidBlock[] = [];
  takeElements(content, topmost, skipped, (element) => body.push(...reading.blocksOf(element)));
  const edges: LaidOut['edges'] = [];
  takeElements(styles, new Set(['style:header', 'style:footer', 'style:header-left', 'style:footer-left', 'style:header-first', 'style:footer-first']), skipped, (element) => {
    // Of other styles than pages', an element of this name is empty.
    const blocks = elementsIn(element).flatMap((child) => reading.blocksOf(child));
    const on = element.name.endsWith('-left') ? ('even' as const) : element.name.endsWith('-first') ? ('first' as const) : ('all' as const);
    if (saysSomething(blocks) && edges.length < 300) edges.push({ edge: element.name.startsWith('style:header') ? 'head' : 'foot', on: [on], blocks });
  });
  const found = new PaperFound();
  await lookAtRelations(paper, found);
  const embedded = paper.names.filter((name) => /^Object [^/]*\/content\.xml$|\.bin$/.test(name)).slice(0, 50).map((name) => asClaim(name, 300));
  return { laidOut: builder.result({ body, edges, notes: reading.notes, comments: reading.comments, holds: { ...nothingHeld, macros: found.has('macros'), embedded } }), pictures: builder.pictures };
}

class OdtReading {
  readonly notes: LaidOut['notes'] = [];
  readonly comments: LaidOut['comments'] = [];
  readonly #builder: LaidOutBuilder;
  readonly #styles: OdtStyles;
  readonly #names: ReadonlySet<string>;
  readonly #regions = new Map<string, Region>();
  readonly #commentNumbers = new Map<string, number>();
  /** Insertions go on over paragraphs. */
  #open: string[] = [];
  readonly #counts = new Map<string, number[]>();
  #tableDepth = 0;

  constructor(builder: LaidOutBuilder, styles: OdtStyles, names: readonly string[]) {
    this.#builder = builder;
    this.#styles = styles;
    this.#names = new Set(names);
  }

  blocksOf(element: XmlElement, ground: string | null = 'ffffff', isHidden = false): LaidBlock[] {
    if (this.#builder.isCut) return [];
    switch (element.name) {
      case 'text:p': case 'text:h': return this.#paragraph(element, ground, isHidden, null);
      case 'text:list': return this.#list(element, ground, isHidden, '', 1, null);
      case 'table:table': return this.#table(element, ground, isHidden);
      case 'text:tracked-changes': this.#addRegions(element); return [];
      case 'text:section': return elementsIn(element).flatMap((child) => this.blocksOf(child, ground, isHidden || element.attributes['text:display'] === 'none'));
      case 'draw:frame': case 'office:annotation': return this.#asBlocks(this.#inline([element], { look: {}, ground, link: '', isHidden, change: null }), null);
      default: return skipped.has(element.name) ? [] : elementsIn(element).flatMap((child) => this.blocksOf(child, ground, isHidden));
    }
  }

  #addRegions(element: XmlElement): void {
    for (const region of within(element, new Set(['text:changed-region']))) {
      const [what] = elementsIn(region);
      if (what === undefined) continue;
      const info = childOf(what, 'office:change-info');
      const said = (name: string): string => { const one = info === undefined ? undefined : childOf(info, name); return one === undefined ? '' : textIn(one); };
      if (what.name === 'text:format-change') this.#builder.changedLooks += 1;
      const kind = what.name === 'text:insertion' ? 'inserted' : what.name === 'text:deletion' ? 'deleted' : null;
      const id = region.attributes['text:id'] ?? region.attributes['xml:id'] ?? '';
      this.#regions.set(id, { change: kind === null ? null : this.#builder.change(kind, said('dc:creator'), said('dc:date')), deleted: kind === 'deleted' ? elementsIn(what).filter(({ name }) => name !== 'office:change-info') : [] });
    }
  }

  #paragraph(element: XmlElement, ground: string | null, isHidden: boolean, list: LaidParagraph['list']): LaidBlock[] {
    if (!this.#builder.hasRoomFor('block')) return [];
    const style = this.#styles.of('paragraph', element.attributes['text:style-name'] ?? '');
    const outline = element.attributes['text:outline-level'] ?? '';
    const heading = element.name === 'text:h' ? (/^[1-6]$/.test(outline) ? Number(outline) : 6) : (style.level ?? 0);
    const pieces = this.#inline(element.children, { look: style.run, ground: style.ground ?? ground, link: '', isHidden, change: null });
    const blocks: LaidBlock[] = style.startsPage === true && this.#builder.hasRoomFor('newPage') ? [{ is: 'new-page' }] : [];
    return [...blocks, ...this.#asBlocks(pieces, { is: 'paragraph', heading, list, align: style.align ?? 'start', indent: list === null ? Math.max(0, Math.min(8, Math.round((style.indentMm ?? 0) / indentMm))) : 0, isExact: true, pieces: [], change: null })];
  }

  #asBlocks(inline: readonly Inline[], like: LaidParagraph | null): LaidBlock[] {
    const pieces = inline.filter((piece): piece is LaidPiece => !('blocks' in piece));
    const boxes = inline.flatMap((piece) => ('blocks' in piece ? [piece.blocks] : []));
    const own: LaidBlock[] = like === null && pieces.length === 0 ? [] : [{ ...(like ?? { is: 'paragraph', heading: 0, list: null, align: 'start', indent: 0, isExact: true, change: null }), pieces: joined(pieces) }];
    return [...own, ...boxes.flatMap((blocks): LaidBlock[] => (this.#tableDepth >= deepestTable ? blocks : [{ is: 'table', what: 'text-box', rows: [{ isHead: false, change: null, cells: [{ across: 1, down: 1, isHead: false, blocks }] }] }]))];
  }

  #inline(children: readonly (XmlElement | string)[], around: Around): Inline[] {
    return children.flatMap((child): Inline[] => {
      // White space as OpenDocument joins it (6.1.2).
      if (typeof child === 'string') return this.#words(child.replace(/[ \t\r\n]+/g, ' '), around);
      const { name, attributes } = child;
      switch (name) {
        case 'text:span': return this.#inline(child.children, { ...around, look: { ...around.look, ...this.#styles.of('text', attributes['text:style-name'] ?? '').run } });
        case 'text:a': return this.#inline(child.children, { ...around, link: (attributes['xlink:href'] ?? '').startsWith('#') ? '' : (attributes['xlink:href'] ?? '').slice(0, 4000) });
        case 'text:s': return this.#words(' '.repeat(Math.min(200, Number(/^\d{1,4}$/.exec(attributes['text:c'] ?? '1')?.[0] ?? 1))), around);
        case 'text:tab': return this.#words('\t', around);
        case 'text:line-break': return this.#words('\n', around);
        case 'text:note': return this.#note(child);
        case 'office:annotation': return this.#comment(child);
        case 'office:annotation-end': { const comment = this.#commentNumbers.get(attributes['office:name'] ?? ''); return comment === undefined ? [] : [{ is: 'comment', comment, at: 'end' }]; }
        case 'text:change-start': this.#open = [...this.#open, attributes['text:change-id'] ?? ''].slice(-100); return [];
        case 'text:change-end': this.#open = this.#open.filter((id) => id !== attributes['text:change-id']); return [];
        case 'text:change': return this.#deleted(this.#regions.get(attributes['text:change-id'] ?? ''), around);
        case 'text:hidden-text': return this.#words(attributes['text:string-value'] ?? textIn(child), { ...around, isHidden: true });
        case 'text:ruby': return this.#inline(elementsIn(child).filter((one) => one.name === 'text:ruby-base'), around);
        case 'draw:frame': return this.#frame(child, around);
        case 'text:p': case 'text:h': case 'text:list': case 'table:table': return [{ blocks: this.blocksOf(child, around.ground, around.isHidden) }];
        case 'text:script': case 'office:event-listeners': return [];
        default: return skipped.has(name) ? [] : this.#inline(child.children, around);
      }
    });
  }

  #words(text: string, around: Around): LaidPiece[] {
    const words = this.#builder.words(text);
    if (words === '') return [];
    const change = around.change ?? this.#open.map((id) => this.#regions.get(id)?.change ?? null).findLast((one) => one !== null) ?? null;
    const hidden = around.isHidden ? ('marked-hidden' as const) : hiddenBy(around.look, around.ground);
    return [{ is: 'words', words, looks: looksOf(around.look), change, hidden: words.trim() === '' && hidden !== 'marked-hidden' ? null : hidden, link: around.link }];
  }

  /** What was taken out stands apart from the text; where it was stands a mark. Its paragraphs are parted by line ends. */
  #deleted(region: Region | undefined, around: Around): Inline[] {
    if (region === undefined) return [];
    return region.deleted.flatMap((element, index) => [...(index === 0 ? [] : this.#words('\n', { ...around, change: region.change })), ...this.#inline(element.name === 'text:p' || element.name === 'text:h' ? element.children : [element], { ...around, change: region.change })]);
  }

  #note(element: XmlElement): LaidPiece[] {
    if (this.notes.length >= 20_000) return [];
    const citation = childOf(element, 'text:note-citation');
    const place = this.notes.push({ kind: element.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote', sign: citation === undefined ? '' : textIn(citation).slice(0, 40), blocks: [] });
    const body = childOf(element, 'text:note-body');
    const note = this.notes[place - 1];
    if (note !== undefined && body !== undefined) note.blocks = elementsIn(body).flatMap((child) => this.blocksOf(child));
    return [{ is: 'note', note: place, change: null }];
  }

  #comment(element: XmlElement): LaidPiece[] {
    if (this.comments.length >= 20_000) return [];
    const said = (name: string): string => { const one = childOf(element, name); return one === undefined ? '' : textIn(one); };
    const name = element.attributes['office:name'] ?? '';
    const parent = this.#commentNumbers.get(element.attributes['loext:parent-name'] ?? '');
    const place = this.comments.push({ by: asClaim(said('dc:creator'), 300), at: asClaim(said('dc:date'), 100), answers: parent ?? null, isDone: element.attributes['loext:resolved'] === 'true', blocks: elementsIn(element).filter((child) => child.name.startsWith('text:')).flatMap((child) => this.blocksOf(child)) });
    if (name !== '') this.#commentNumbers.set(name, place);
    return [{ is: 'comment', comment: place, at: name === '' ? 'end' : 'begin' }];
  }

  #frame(frame: XmlElement, around: Around): Inline[] {
    const said = (name: string): string => { const one = childOf(frame, name); return one === undefined ? '' : textIn(one); };
    const description = asClaim(said('svg:desc') || said('svg:title'), 1000);
    const common = { description, change: around.change, hidden: around.isHidden ? ('marked-hidden' as const) : null };
    const box = childOf(frame, 'draw:text-box');
    if (box !== undefined) {
      this.#tableDepth += 1;
      const blocks = elementsIn(box).flatMap((child) => this.blocksOf(child, null, around.isHidden));
      this.#tableDepth -= 1;
      return [{ blocks }];
    }
    const image = childOf(frame, 'draw:image');
    const href = image?.attributes['xlink:href'] ?? '';
    if (image === undefined) return [{ is: 'no-picture', why: 'kind', address: '', ...common }];
    if (/^[a-z][a-z0-9+.-]{1,20}:/i.test(href) || href.startsWith('//')) return [{ is: 'no-picture', why: 'remote', address: href.slice(0, 4000), ...common }];
    const name = href.replace(/^\.\//, '');
    if (!this.#names.has(name)) return [{ is: 'no-picture', why: 'absent', address: '', ...common }];
    const picture = this.#builder.hasRoomFor('picture') ? this.#builder.picture(name) : null;
    if (picture === null) return [{ is: 'no-picture', why: 'too-many', address: '', ...common }];
    const size = (side: 'svg:width' | 'svg:height'): number | null => { const mm = millimetres(frame.attributes[side]); return mm !== null && mm > 0 && mm <= 5000 ? mm : null; };
    return [{ is: 'picture', picture, widthMm: size('svg:width'), heightMm: size('svg:height'), cut: null, ...common }];
  }

  /** `above`: the counts of the list that this one stands in. */
  #list(element: XmlElement, ground: string | null, isHidden: boolean, outer: string, depth: number, above: number[] | null): LaidBlock[] {
    const style = element.attributes['text:style-name'] ?? outer;
    const goesOn = element.attributes['text:continue-numbering'] === 'true' || element.attributes['text:continue-list'] !== undefined;
    const before = this.#counts.get(element.attributes['text:continue-list'] ?? '') ?? this.#counts.get(`style ${style}`);
    const counts = above ?? (goesOn && before !== undefined ? before : []);
    if (above === null) for (const key of [element.attributes['xml:id'] ?? '', `style ${style}`]) this.#counts.set(key, counts);
    const level = this.#styles.level(style, depth);
    return elementsIn(element).flatMap((item): LaidBlock[] => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return this.blocksOf(item, ground, isHidden);
      const start = item.attributes['text:start-value'];
      if (item.name === 'text:list-item') counts[depth] = start !== undefined && /^\d{1,6}$/.test(start) ? Number(start) : (counts[depth] ?? (level?.start ?? 1) - 1) + 1;
      counts.length = Math.min(counts.length, depth + 1);
      let sign: string | null = item.name === 'text:list-header' ? null : this.#signOf(style, depth, counts);
      return elementsIn(item).flatMap((child) => {
        if (child.name === 'text:list') return depth < 100 ? this.#list(child, ground, isHidden, style, depth + 1, counts) : [];
        if (child.name !== 'text:p' && child.name !== 'text:h') return this.blocksOf(child, ground, isHidden);
        const blocks = this.#paragraph(child, ground, isHidden, { sign: sign ?? '', depth: Math.min(8, depth - 1) });
        sign = null;
        return blocks;
      });
    });
  }

  #signOf(style: string, depth: number, counts: readonly (number | undefined)[]): string {
    const own = this.#styles.level(style, depth);
    if (own === null) return '•';
    if (own.bullet !== null) return own.bullet;
    if (own.format === 'none') return '';
    const numbers: string[] = [];
    for (let at = Math.max(1, depth - own.shown + 1); at <= depth; at += 1) numbers.push(sayNumber(counts[at] ?? 1, this.#styles.level(style, at)?.format ?? 'decimal'));
    return `${own.prefix}${numbers.join('.')}${own.suffix}`.slice(0, 200);
  }

  #table(element: XmlElement, ground: string | null, isHidden: boolean): LaidBlock[] {
    if (this.#tableDepth >= deepestTable) return within(element, new Set(['table:table-cell'])).flatMap((cell) => elementsIn(cell).flatMap((child) => this.blocksOf(child, null, isHidden)));
    this.#tableDepth += 1;
    const rows: LaidRow[] = [];
    const look = (holder: XmlElement, isHead: boolean): void => {
      for (const child of elementsIn(holder)) {
        if (child.name === 'table:table-row') {
          if (rows.length >= 50_000 || !this.#builder.hasRoomFor('block')) return;
          rows.push({ isHead, change: null, cells: elementsIn(child).filter(({ name }) => name === 'table:table-cell').slice(0, 100).map((cell) => this.#cell(cell, ground, isHidden)) });
        } else if (child.name === 'table:table-header-rows') look(child, true);
        else if (child.name === 'table:table-rows' || child.name === 'table:table-row-group') look(child, isHead);
      }
    };
    look(element, false);
    this.#tableDepth -= 1;
    return [{ is: 'table', what: 'table', rows }];
  }

  #cell(cell: XmlElement, ground: string | null, isHidden: boolean): LaidRow['cells'][number] {
    const span = (name: string, most: number): number => { const written = cell.attributes[name] ?? ''; return /^\d{1,5}$/.test(written) ? Math.max(1, Math.min(most, Number(written))) : 1; };
    const own = this.#styles.of('table-cell', cell.attributes['table:style-name'] ?? '').ground ?? ground;
    return { across: span('table:number-columns-spanned', 60), down: span('table:number-rows-spanned', 10_000), isHead: false, blocks: elementsIn(cell).flatMap((child) => this.blocksOf(child, own, isHidden)) };
  }
}
