import { nothingHeld, type LaidBlock, type LaidOut, type LaidSheet } from '../../../../model/laid-out';
import { columnLetters, placeOfCell } from '../../../../model/column-letters';
import { lookAtRelations } from '../../office-parts';
import type { PaperPackage } from '../../package-parts';
import { asClaim, PaperFound } from '../../paper-found';
import { sharedStrings } from '../../xlsx-words';
import { childOf, elementsIn, takeElements, textIn, type XmlElement } from '../../xml-trees';
import type { Relation } from '../docx-pictures';
import { LaidOutBuilder, plainParagraph, plainWords } from '../laid-out-builder';
import { relationsOf } from '../office-relations';
import { shownAs } from './number-formats';
import { SheetReading, type Merge } from './sheet-reading';
import { readSheetNotes, type SheetNotes } from './xlsx-notes';
import { XlsxStyles } from './xlsx-styles';
import { textOf, xmlOf } from './xlsx-xml';

const book = 'xl/workbook.xml';
const mostSheets = 200;
const mostMerges = 20_000;
/** Of shared texts more than is laid out at all. */
const mostText = 64 * 1024 * 1024;
const parts = new Set(['col', 'row', 'mergeCell', 'hyperlink', 'pane', 'autoFilter', 'conditionalFormatting', 'tableParts', 'drawing']);

/** An Excel workbook as it is laid out here (ECMA-376 part 1, 18): every sheet in its order, hidden ones too. Null for what is none. */
export async function layOutXlsx(paper: PaperPackage): Promise<{ laidOut: LaidOut; pictures: readonly string[] } | null> {
  if (!paper.names.includes(book)) return null;
  const workbook = new Workbook(paper, new LaidOutBuilder());
  return { laidOut: await workbook.read(), pictures: [] };
}

interface Named { readonly name: string; readonly state: string; readonly id: string }

class Workbook {
  readonly #paper: PaperPackage;
  readonly #builder: LaidOutBuilder;
  readonly #comments: LaidOut['comments'] = [];
  #strings: readonly string[] = [];
  #styles = new XlsxStyles('');
  #is1904 = false;

  constructor(paper: PaperPackage, builder: LaidOutBuilder) {
    this.#paper = paper;
    this.#builder = builder;
  }

  async read(): Promise<LaidOut> {
    const sheets: Named[] = [];
    const titles = new Map<number, number>();
    takeElements(await xmlOf(this.#paper, book), new Set(['workbookPr', 'sheet', 'definedName']), new Set(), ({ name, attributes, children }) => {
      if (name === 'workbookPr') this.#is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      else if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', state: attributes['state'] ?? '', id: attributes['r:id'] ?? '' });
      else if (attributes['name'] === '_xlnm.Print_Titles') {
        const [, last] = /\$\d{1,7}:\$(\d{1,7})(?:,|$)/.exec(children.filter((child) => typeof child === 'string').join('')) ?? [];
        if (last !== undefined) titles.set(Number(attributes['localSheetId']), Number(last));
      }
    });
    this.#strings = sharedStrings(await xmlOf(this.#paper, 'xl/sharedStrings.xml'), mostText);
    this.#styles = new XlsxStyles(await xmlOf(this.#paper, 'xl/styles.xml'));
    const relations = await relationsOf(this.#paper, book);
    const body: LaidBlock[] = [];
    if (sheets.length > mostSheets) this.#builder.cut();
    for (const [index, sheet] of sheets.slice(0, mostSheets).entries()) {
      if (!this.#builder.hasRoomFor('block')) break;
      const part = relations.get(sheet.id)?.target ?? '';
      // A sheet that is a chart alone is a drawing.
      if (!part.includes('worksheets/')) this.#builder.told.add('drawings');
      body.push(await this.#sheet(sheet, part, titles.get(index) ?? null));
    }
    if (this.#paper.names.some((name) => name.startsWith('xl/pivotCache/pivotCacheRecords'))) this.#builder.told.add('elsewhere-kept');
    const found = new PaperFound();
    await lookAtRelations(this.#paper, found);
    return this.#builder.result({ body, edges: [], notes: [], comments: this.#comments, holds: { ...nothingHeld, macros: found.has('macros'), embedded: found.namesOf('embedded-file') } });
  }

  async #sheet({ name, state, id }: Named, part: string, titleRow: number | null): Promise<LaidSheet> {
    const xml = this.#paper.names.includes(part) ? await xmlOf(this.#paper, part) : '';
    // The file has it, and it is too large to be read, or is not there.
    if (xml === '' && id !== '') this.#builder.cut();
    const relations = await relationsOf(this.#paper, part);
    const notes = await readSheetNotes(this.#paper, relations);
    const reading = new SheetReading(this.#builder, name, /hidden/i.test(state));
    const cells = new Cells(reading, { builder: this.#builder, strings: this.#strings, styles: this.#styles, is1904: this.#is1904, isGroundKnown: !/<(?:conditionalFormatting|tablePart)[\s>]/.test(xml), noteAt: (place) => this.#note(notes, place) });
    const merges: Merge[] = [];
    const links: [XmlElement, Relation | undefined][] = [];
    let [frozen, filtered]: (number | null)[] = [null, null];
    const isWhole = takeElements(xml, parts, new Set(['oddHeader', 'extLst']), (element) => {
      const { attributes } = element;
      const whole = (value: string | undefined): number => Number(/^\d{1,7}$/.exec(value ?? '')?.[0] ?? 0);
      if (element.name === 'row') cells.row(element);
      else if (element.name === 'col' && isOnAt(attributes['hidden'])) reading.hideColumns(whole(attributes['min']), whole(attributes['max']));
      else if (element.name === 'pane' && /frozen/i.test(attributes['state'] ?? '')) frozen = whole(attributes['ySplit']) || null;
      else if (element.name === 'autoFilter') filtered = rangeOf(attributes['ref'])?.row ?? null;
      else if (element.name === 'hyperlink') links.push([element, relations.get(attributes['r:id'] ?? '')]);
      else if (element.name === 'drawing') this.#builder.told.add('drawings');
      else if (element.name === 'mergeCell') {
        const range = rangeOf(attributes['ref']);
        if (range !== null && merges.length < mostMerges) merges.push(range);
      }
    });
    if (!isWhole) this.#builder.cut();
    for (const place of notes.left()) {
      const at = placeOfCell(place);
      const note = at === null ? null : this.#note(notes, place);
      if (at !== null && note !== null) reading.addNote(at.row, at.column, note);
    }
    reading.merge(merges);
    for (const [{ attributes }, relation] of links) {
      const range = rangeOf(attributes['ref']);
      if (range !== null && relation !== undefined) reading.link(range.row, range.column, relation.target);
    }
    const table = await this.#tableHead(relations);
    return reading.result(titleRow ?? table ?? filtered ?? frozen);
  }

  /** The first row of a table that the sheet says it is. */
  async #tableHead(relations: ReadonlyMap<string, Relation>): Promise<number | null> {
    const part = [...relations.values()].find(({ type, isElsewhere }) => type.endsWith('/table') && !isElsewhere)?.target ?? '';
    let head: number | null = null;
    if (this.#paper.names.includes(part)) takeElements(await xmlOf(this.#paper, part), new Set(['autoFilter']), new Set(), ({ attributes }) => { head ??= rangeOf(attributes['ref'])?.row ?? null; });
    return head;
  }

  #note(notes: SheetNotes, place: string): number | null {
    const of = notes.take(place);
    if (of.length === 0 || this.#comments.length + of.length > 20_000) return null;
    const first = this.#comments.length + 1;
    for (const [index, { by, at, text, isDone }] of of.entries()) {
      this.#builder.hasRoomFor('block');
      this.#comments.push({ by: asClaim(by, 300), at: asClaim(at, 100), answers: index === 0 ? null : first, isDone, blocks: [plainParagraph([plainWords(this.#builder.words(text.toWellFormed()))])] });
    }
    return first;
  }
}

interface Reads { readonly builder: LaidOutBuilder; readonly strings: readonly string[]; readonly styles: XlsxStyles; readonly is1904: boolean; readonly isGroundKnown: boolean; readonly noteAt: (place: string) => number | null }

/** The cells of one sheet, row by row. One that does not say where it stands follows the one before. */
class Cells {
  readonly #sheet: SheetReading;
  readonly #by: Reads;
  #row = 0;

  constructor(sheet: SheetReading, by: Reads) {
    this.#sheet = sheet;
    this.#by = by;
  }

  row(element: XmlElement): void {
    const said = Number(/^[1-9]\d{0,6}$/.exec(element.attributes['r'] ?? '')?.[0] ?? 0);
    // Rows stand in order; one that would go back is taken as the next.
    this.#row = Math.max(said, this.#row + 1);
    let column = 0;
    for (const cell of elementsIn(element)) {
      if (cell.name !== 'c' || this.#by.builder.isCut) continue;
      column = Math.max(column + 1, placeOfCell(cell.attributes['r'] ?? '')?.column ?? 0);
      this.#cell(cell, column, isOnAt(element.attributes['hidden']));
    }
  }

  #cell(cell: XmlElement, column: number, isRowHidden: boolean): void {
    const { styles, is1904, isGroundKnown, builder, noteAt } = this.#by;
    const place = `${columnLetters(column)}${this.#row}`;
    const type = cell.attributes['t'] ?? 'n';
    const value = childOf(cell, 'v');
    const kept = value === undefined ? '' : textIn(value);
    const formula = childOf(cell, 'f');
    if (formula !== undefined) {
      this.#sheet.countFormula();
      // What is filled down is written once, with the cells that share it.
      this.#sheet.addFormula(formula.attributes['ref'] ?? place, textIn(formula) === '' ? '' : `=${textIn(formula)}`);
      if (value === undefined) builder.told.add('no-result');
    }
    const style = styles.of(Number(cell.attributes['s'] ?? 0), isGroundKnown);
    const words = type === 's' ? unescaped(this.#by.strings[Number(kept)] ?? '') : type === 'inlineStr' ? unescaped(textOf(cell)) : type === 'str' ? unescaped(kept) : type === 'b' ? (kept === '' ? '' : kept === '0' ? 'FALSE' : 'TRUE') : kept;
    const isNumber = type === 'n';
    const shown = type === 'b' || type === 'e' || type === 'd' ? { words, told: null, isUnseen: false } : shownAs(words, isNumber, style.id, style.code, is1904);
    if (shown.told !== null) builder.told.add(shown.told);
    const hidden = shown.words.trim() === '' ? null : shown.isUnseen ? 'not-displayed' : style.hidden;
    this.#sheet.add(this.#row, isRowHidden, column, { words: shown.words, isText: type === 's' || type === 'inlineStr' || type === 'str', looks: style.looks, hidden, comment: noteAt(place) });
  }
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n');
}

function isOnAt(value: string | undefined): boolean { return /^(?:1|true)$/.test(value ?? ''); }

/** `B2:D9` as where it begins and how far it goes. */
function rangeOf(ref: string | undefined): Merge | null {
  const [from, to] = (ref ?? '').split(':').map(placeOfCell);
  if (from === undefined || from === null) return null;
  const end = to ?? from;
  return { ...from, across: Math.max(1, end.column - from.column + 1), down: Math.max(1, end.row - from.row + 1) };
}
