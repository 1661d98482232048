import { deepestTable, type LaidBlock, type LaidHidden, type LaidLook, type LaidParagraph, type LaidPiece, type LaidRow, type LaidTable } from '../../../model/laid-out';
import { childOf, elementsIn, textIn, within, type XmlElement } from '../xml-trees';
import type { DocxNumbering } from './docx-numbering';
import { docxPictures, type Relation } from './docx-pictures';
import { fillOf, isOn, type DocxStyles, type ParagraphLook, type RunLook } from './docx-styles';
import { plainParagraph, type LaidOutBuilder } from './laid-out-builder';
import { isUnseen } from './seen-colour';

/** What every part of one Word document is read with. */
export interface DocxReading {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  readonly builder: LaidOutBuilder;
  /** Numbers of notes and comments by their ids, in the order in which they are come upon; null where the file has none of that id. */
  note(kind: 'footnote' | 'endnote', id: string): number | null;
  comment(id: string): number | null;
}

/** What the words of a run stand in. */
interface Around { readonly change: number | null; readonly link: string; readonly look: RunLook; /** Null where it is not known. */ readonly ground: string | null }
interface Field { code: string; isShown: boolean; link: string }

const changed: ReadonlyMap<string, 'inserted' | 'deleted' | 'moved-here' | 'moved-away'> = new Map(Object.entries({ 'w:ins': 'inserted', 'w:del': 'deleted', 'w:moveTo': 'moved-here', 'w:moveFrom': 'moved-away' } satisfies Record<string, 'inserted' | 'deleted' | 'moved-here' | 'moved-away'>));
const formula = new Set(['m:t']);
const boxes = new Set(['w:txbxContent']);
const drawings = new Set(['w:drawing', 'w:pict', 'w:object']);
/** Smaller than this nobody reads: a point, in half points. */
const leastSize = 2;
const indentTwips = 567;

/** The paragraphs and tables of one part of a Word document (ECMA-376 part 1, 17). What it does not know it looks through: no words are passed over. */
export class DocxBlocks {
  readonly #by: DocxReading;
  readonly #relations: ReadonlyMap<string, Relation>;
  /** Fields go on over paragraphs. */
  readonly #fields: Field[] = [];
  #depth = 0;

  constructor(by: DocxReading, relations: ReadonlyMap<string, Relation>) {
    this.#by = by;
    this.#relations = relations;
  }

  /** Of a paragraph, a table, or what holds some. */
  blocksOf(element: XmlElement, ground: string | null = 'ffffff'): LaidBlock[] {
    if (this.#by.builder.isCut) return [];
    if (element.name === 'w:p') return this.#paragraph(element, ground);
    if (element.name === 'w:tbl') return this.#table(element, ground);
    // A mark around whole paragraphs (a comment) may stand between them.
    if (element.name === 'w:commentRangeStart' || element.name === 'w:commentRangeEnd') {
      const pieces = this.#inline([element], { change: null, link: '', look: {}, ground });
      return pieces.length === 0 ? [] : [paragraphOf(pieces)];
    }
    return elementsIn(element).flatMap((child) => (isProperties(child.name) ? [] : this.blocksOf(child, ground)));
  }

  #paragraph(element: XmlElement, ground: string | null): LaidBlock[] {
    const { styles, numbering, builder } = this.#by;
    const pPr = childOf(element, 'w:pPr');
    const { look, run } = styles.paragraph(pPr);
    if (!builder.hasRoomFor('block')) return [];
    builder.changedLooks += pPr === undefined ? 0 : within(pPr, new Set(['w:pPrChange', 'w:rPrChange'])).length;
    const pieces = this.#inline(elementsIn(element).filter((child) => child !== pPr), { change: null, link: '', look: run, ground: look.ground ?? ground });
    const { id = null, level = null } = look.numbering ?? {};
    const depth = level ?? 0;
    // A level without a number (Word numbers headings so that nothing is seen of it) is no list.
    const sign = (id === null || id === '0' ? null : numbering.next(id, depth)) || null;
    const whole: LaidParagraph = {
      is: 'paragraph', heading: look.heading ?? 0, list: sign === null ? null : { sign: sign.slice(0, 200), depth }, align: look.align ?? 'start', indent: sign === null ? indentOf(look) : 0, isExact: true,
      pieces: [], change: this.#changeOf(childOf(pPr, 'w:rPr')),
    };
    const blocks: LaidBlock[] = look.startsPage === true && builder.hasRoomFor('newPage') ? [{ is: 'new-page' }] : [];
    // A page that ends within a paragraph cuts it in two; what floats beside it (a box of words) stands after it.
    const parts: LaidPiece[][] = [[]];
    const after: LaidBlock[] = [];
    for (const piece of pieces) {
      if (piece === 'new-page') parts.push([]);
      else if ('blocks' in piece) after.push(...this.#box(piece.blocks));
      else parts.at(-1)?.push(piece);
    }
    for (const [index, part] of parts.entries()) {
      if (index > 0 && builder.hasRoomFor('newPage')) blocks.push({ is: 'new-page' });
      const isLast = index === parts.length - 1;
      if (parts.length === 1 || part.length > 0) blocks.push({ ...whole, list: index === 0 ? whole.list : null, pieces: joined(part), change: isLast ? whole.change : null });
    }
    return [...blocks, ...after];
  }

  #box(blocks: LaidBlock[]): LaidBlock[] {
    return this.#depth >= deepestTable ? blocks : [{ is: 'table', what: 'text-box', rows: [{ isHead: false, change: null, cells: [{ across: 1, down: 1, isHead: false, blocks }] }] }];
  }

  /** The pieces of what stands in a line; a box of words as its blocks, an end of a page as that. */
  #inline(elements: readonly XmlElement[], around: Around): (LaidPiece | { blocks: LaidBlock[] } | 'new-page')[] {
    const { builder } = this.#by;
    return elements.flatMap((element) => {
      const { name, attributes } = element;
      if (name === 'w:r') return this.#run(element, around);
      const kind = changed.get(name);
      if (kind !== undefined) return this.#inline(elementsIn(element), { ...around, change: builder.change(kind, attributes['w:author'] ?? '', attributes['w:date'] ?? '') ?? around.change });
      if (name === 'w:hyperlink') {
        const target = this.#relations.get(attributes['r:id'] ?? '')?.target ?? '';
        const anchor = attributes['w:anchor'] ?? '';
        return this.#inline(elementsIn(element), { ...around, link: target === '' ? '' : `${target}${anchor === '' ? '' : `#${anchor}`}`.slice(0, 4000) });
      }
      if (name === 'w:fldSimple') return this.#field(attributes['w:instr'] ?? '', elementsIn(element), around);
      if (name === 'w:commentRangeStart' || name === 'w:commentRangeEnd') {
        const number = this.#by.comment(attributes['w:id'] ?? '');
        return number === null ? [] : [{ is: 'comment' as const, comment: number, at: name === 'w:commentRangeStart' ? ('begin' as const) : ('end' as const) }];
      }
      if (name === 'm:oMath' || name === 'm:oMathPara') return this.#words(within(element, formula).map(textIn).join(''), around, {});
      if (name === 'mc:AlternateContent') return this.#inline(alternative(element), around);
      if (drawings.has(name)) return this.#drawing(element, around);
      if (name === 'w:p' || name === 'w:tbl') return [{ blocks: this.blocksOf(element, around.ground) }];
      return isProperties(name) ? [] : this.#inline(elementsIn(element), around);
    });
  }

  #field(code: string, shown: readonly XmlElement[], around: Around): (LaidPiece | { blocks: LaidBlock[] } | 'new-page')[] {
    return this.#inline(shown, { ...around, link: linkOf(code) || around.link });
  }

  #run(run: XmlElement, around: Around): (LaidPiece | { blocks: LaidBlock[] } | 'new-page')[] {
    const { styles, builder } = this.#by;
    const rPr = childOf(run, 'w:rPr');
    const look = styles.run(around.look, rPr);
    if (childOf(rPr, 'w:rPrChange') !== undefined) builder.changedLooks += 1;
    return elementsIn(run).flatMap((child): (LaidPiece | { blocks: LaidBlock[] } | 'new-page')[] => {
      const value = child.attributes['w:val'] ?? '';
      switch (child.name) {
        case 'w:rPr': return [];
        case 'w:t': case 'w:delText': return this.#words(textIn(child), around, look);
        case 'w:tab': case 'w:ptab': return this.#words('\t', around, look);
        case 'w:cr': return this.#words('\n', around, look);
        case 'w:br': return child.attributes['w:type'] === 'page' ? ['new-page'] : this.#words('\n', around, look);
        case 'w:noBreakHyphen': return this.#words('\u2011', around, look);
        case 'w:softHyphen': return this.#words('\u00ad', around, look);
        case 'w:sym': return this.#words(signOf(child), around, look);
        case 'w:footnoteReference': case 'w:endnoteReference': {
          const note = this.#by.note(child.name === 'w:footnoteReference' ? 'footnote' : 'endnote', child.attributes['w:id'] ?? '');
          return note === null ? [] : [{ is: 'note', note, change: around.change }];
        }
        case 'w:commentReference': {
          // A comment on no words has no range, only this.
          const comment = this.#by.comment(child.attributes['w:id'] ?? '');
          return comment === null ? [] : [{ is: 'comment', comment, at: 'end' }];
        }
        case 'w:fldChar': return this.#fieldMark(child, around, look);
        case 'w:instrText': case 'w:delInstrText': {
          const field = this.#fields.at(-1);
          if (field !== undefined && field.code.length < 10_000) field.code += textIn(child);
          return [];
        }
        case 'w:ruby': return this.#inline(elementsIn(child).filter(({ name }) => name === 'w:rubyBase'), around);
        case 'mc:AlternateContent': return this.#inline(alternative(child), { ...around, look });
        case 'w:checkBox': return this.#words(isOn(value) ? '☒' : '☐', around, look);
        default: return drawings.has(child.name) ? this.#drawing(child, { ...around, look }) : isProperties(child.name) ? [] : this.#inline([child], { ...around, look });
      }
    });
  }

  #fieldMark(mark: XmlElement, around: Around, look: RunLook): LaidPiece[] {
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') {
      this.#fields.push({ code: '', isShown: false, link: '' });
      const [box] = within(mark, new Set(['w:checkBox']));
      if (box === undefined) return [];
      const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
      const [field] = this.#fields.splice(-1);
      const pieces = this.#words(state !== undefined && isOn(state.attributes['w:val'] ?? '') ? '☒' : '☐', around, look);
      if (field !== undefined) this.#fields.push(field);
      return pieces;
    }
    const field = this.#fields.at(-1);
    if (type === 'separate' && field !== undefined) {
      field.isShown = true;
      field.link = linkOf(field.code);
    } else if (type === 'end') this.#fields.pop();
    return [];
  }

  #drawing(element: XmlElement, around: Around): (LaidPiece | { blocks: LaidBlock[] })[] {
    const pieces: (LaidPiece | { blocks: LaidBlock[] })[] = docxPictures(element, this.#relations, this.#by.builder, around.change);
    this.#depth += 1;
    // What a box is filled with is not looked at, so that nothing can be said of what is seen on it.
    for (const box of within(element, boxes)) pieces.push({ blocks: elementsIn(box).flatMap((child) => this.blocksOf(child, null)) });
    this.#depth -= 1;
    return pieces;
  }

  #words(text: string, around: Around, look: RunLook): LaidPiece[] {
    const words = this.#by.builder.words(text);
    if (words === '') return [];
    const hidden = this.#fields.some(({ isShown }) => !isShown) ? 'field-code' : hiddenBy(look, around.ground);
    return [{ is: 'words', words, looks: looksOf(look), change: around.change, hidden: words.trim() === '' && hidden !== 'marked-hidden' ? null : hidden, link: this.#fields.findLast(({ link }) => link !== '')?.link ?? around.link }];
  }

  #table(element: XmlElement, ground: string | null): LaidBlock[] {
    if (this.#depth >= deepestTable) return elementsIn(element).flatMap((row) => (isProperties(row.name) ? [] : elementsIn(row).flatMap((cell) => (isProperties(cell.name) ? [] : this.blocksOf(cell, null)))));
    // A table's style may fill its cells: only where a cell says its own colour is its ground known.
    const below = childOf(childOf(element, 'w:tblPr'), 'w:tblStyle') === undefined ? ground : null;
    this.#depth += 1;
    const rows: LaidRow[] = [];
    /** By column: the cell that goes on downwards. */
    const going = new Map<number, LaidRow['cells'][number]>();
    for (const row of rowsIn(element)) {
      if (!this.#by.builder.hasRoomFor('block') || rows.length >= 50_000) break;
      const trPr = childOf(row, 'w:trPr');
      const cells: LaidRow['cells'] = [];
      let column = number(childOf(trPr, 'w:gridBefore')?.attributes['w:val'], 0);
      for (const cell of cellsIn(row)) {
        const tcPr = childOf(cell, 'w:tcPr');
        const across = Math.max(1, Math.min(60, number(childOf(tcPr, 'w:gridSpan')?.attributes['w:val'], 1)));
        const merge = childOf(tcPr, 'w:vMerge');
        const blocks = this.#cell(cell, fillOf(childOf(tcPr, 'w:shd')) ?? below);
        const above = merge !== undefined && merge.attributes['w:val'] !== 'restart' ? going.get(column) : undefined;
        if (above !== undefined && above.down < 10_000) {
          above.down += 1;
          above.blocks.push(...blocks.filter((block) => block.is !== 'paragraph' || block.pieces.length > 0));
        } else {
          const own = { across, down: 1, isHead: false, blocks };
          if (cells.length < 100) cells.push(own);
          if (merge === undefined) going.delete(column);
          else going.set(column, own);
        }
        column += across;
      }
      rows.push({ isHead: trPr !== undefined && childOf(trPr, 'w:tblHeader') !== undefined && isOn(childOf(trPr, 'w:tblHeader')?.attributes['w:val'] ?? ''), change: this.#changeOf(trPr), cells });
    }
    this.#depth -= 1;
    return [{ is: 'table', what: 'table', rows } satisfies LaidTable];
  }

  #cell(cell: XmlElement, ground: string | null): LaidBlock[] {
    return elementsIn(cell).flatMap((child) => (isProperties(child.name) ? [] : this.blocksOf(child, ground)));
  }

  /** Of a paragraph's end or a row: who put it in or took it out. */
  #changeOf(properties: XmlElement | undefined): number | null {
    for (const child of properties === undefined ? [] : elementsIn(properties)) {
      const kind = changed.get(child.name);
      if (kind !== undefined) return this.#by.builder.change(kind, child.attributes['w:author'] ?? '', child.attributes['w:date'] ?? '');
    }
    return null;
  }
}

/** Names of elements that say how others look (`w:rPr`, `w:tblPr`, `w:sectPr`) or looked. */
function isProperties(name: string): boolean {
  return /Pr(?:Change|Ex)?$/.test(name) || name === 'w:tblGrid';
}

/** Of two forms of the same thing, the newer one. */
function alternative(element: XmlElement): XmlElement[] {
  const chosen = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
  return chosen === undefined ? [] : elementsIn(chosen);
}

/** Rows and cells may stand in content controls. */
function rowsIn(table: XmlElement): XmlElement[] { return within(table, new Set(['w:tr'])); }
function cellsIn(row: XmlElement): XmlElement[] { return within(row, new Set(['w:tc'])); }

function number(written: string | undefined, other: number): number {
  return written !== undefined && /^\d{1,3}$/.test(written) ? Number(written) : other;
}

export function linkOf(code: string): string {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]{1,4000})"|([^\s"\\]{1,4000}))/i.exec(code.slice(0, 10_000)) ?? [];
  return quoted ?? bare ?? '';
}

/** Signs of Wingdings that forms tick their boxes with; another sign of a face of signs is named by its face and number. */
const ticks: ReadonlyMap<string, string> = new Map(Object.entries({ F06F: '☐', F0A8: '☐', F0FE: '☑', F0FC: '✓', F0FD: '☒', F078: '☒', F0FB: '✗', F0E0: '→', F04A: '☺', F06C: '●', F0A7: '▪', F0B7: '•' } satisfies Record<string, string>));

function signOf({ attributes }: XmlElement): string {
  const code = (attributes['w:char'] ?? '').toUpperCase();
  const face = attributes['w:font'] ?? '';
  return (/^(?:Wingdings|Symbol)/.test(face) ? ticks.get(code) : undefined) ?? `[sign ${code.slice(0, 8)}${face === '' ? '' : ` of ${face.slice(0, 60)}`}]`;
}

function indentOf({ indentTwips: twips }: ParagraphLook): number {
  return Math.max(0, Math.min(8, Math.round((twips ?? 0) / indentTwips)));
}

/** Why words of this look are not seen on this ground; `ground` null where it is not known. */
export function hiddenBy(look: RunLook, ground: string | null): LaidHidden | null {
  if (look.isHidden === true) return 'marked-hidden';
  if (look.size !== undefined && look.size <= leastSize) return 'size';
  const below = look.ground ?? ground;
  return below !== null && look.isMarked !== true && look.colour !== undefined && isUnseen(look.colour, below) ? 'colour' : null;
}

export function looksOf(look: RunLook): LaidLook[] {
  const looks: LaidLook[] = [];
  if (look.bold === true) looks.push('bold');
  if (look.italic === true) looks.push('italic');
  if (look.underlined === true) looks.push('underlined');
  if (look.struck === true) looks.push('struck');
  if (look.raised === 'up') looks.push('raised');
  if (look.raised === 'down') looks.push('lowered');
  if (look.capitals === true) looks.push('capitals');
  if (look.smallCapitals === true) looks.push('small-capitals');
  if (look.isMarked === true) looks.push('marked');
  return looks;
}

/** Words that look and stand alike are one: Word cuts a sentence into many runs. */
export function joined(pieces: readonly LaidPiece[]): LaidPiece[] {
  const whole: LaidPiece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.is === 'words' && last?.is === 'words' && last.change === piece.change && last.hidden === piece.hidden && last.link === piece.link && last.looks.join() === piece.looks.join()) whole[whole.length - 1] = { ...last, words: last.words + piece.words };
    // The end of a comment's words and its reference stand side by side.
    else if (piece.is === 'comment' && last?.is === 'comment' && last.comment === piece.comment && last.at === piece.at) continue;
    else whole.push(piece);
  }
  return whole;
}

function paragraphOf(pieces: readonly (LaidPiece | object | 'new-page')[]): LaidParagraph {
  return plainParagraph(pieces.filter((piece): piece is LaidPiece => typeof piece === 'object' && 'is' in piece));
}
