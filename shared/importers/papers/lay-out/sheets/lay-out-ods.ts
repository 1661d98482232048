import { nothingHeld, type LaidOut, type LaidSheet } from '../../../../model/laid-out';
import { columnLetters } from '../../../../model/column-letters';
import { lookAtRelations } from '../../office-parts';
import type { PaperPackage } from '../../package-parts';
import { asClaim, PaperFound } from '../../paper-found';
import { childOf, elementsIn, takeElements, textIn, within, type XmlElement } from '../../xml-trees';
import { hiddenBy, looksOf } from '../docx-blocks';
import { LaidOutBuilder, plainParagraph, plainWords } from '../laid-out-builder';
import { OdtStyles } from '../odt-styles';
import { SheetReading, type Merge, type ReadCell } from './sheet-reading';

const mostSheets = 200;
/** What the file says of one cell or row may stand for so many. */
const mostRepeated = 20_000_000;
const figures = new Set(['float', 'percentage', 'currency', 'date', 'time', 'boolean']);

/** An OpenDocument sheet as it is laid out here (OpenDocument 1.3, 9): every table in its order, hidden ones too. Its cells hold their words as they are shown. `locked` where it is encrypted, null for what is none. */
export async function layOutOds(paper: PaperPackage): Promise<{ laidOut: LaidOut; pictures: readonly string[] } | 'locked' | null> {
  if (!paper.names.includes('content.xml')) return null;
  if (/<manifest:encryption-data[\s>]/.test(await paper.read('META-INF/manifest.xml'))) return 'locked';
  const content = await paper.read('content.xml');
  const reading = new OdsReading(new OdtStyles([content, await paper.read('styles.xml')]), hiddenTables(content));
  reading.read(content);
  if (paper.names.some((name) => /^Object [^/]*\/content\.xml$/.test(name))) reading.builder.told.add('drawings');
  const found = new PaperFound();
  await lookAtRelations(paper, found);
  return { laidOut: reading.builder.result({ body: reading.sheets, edges: [], notes: [], comments: reading.comments, holds: { ...nothingHeld, macros: found.has('macros') } }), pictures: [] };
}

/** Names of the styles by which a table is not displayed. */
function hiddenTables(content: string): ReadonlySet<string> {
  const names = new Set<string>();
  takeElements(content, new Set(['style:style']), new Set(['office:body']), (element) => {
    if (element.attributes['style:family'] === 'table' && childOf(element, 'style:table-properties')?.attributes['table:display'] === 'false') names.add(element.attributes['style:name'] ?? '');
  });
  return names;
}

class OdsReading {
  readonly builder = new LaidOutBuilder();
  readonly sheets: LaidSheet[] = [];
  readonly comments: LaidOut['comments'] = [];
  readonly #styles: OdtStyles;
  readonly #hiddenTables: ReadonlySet<string>;
  #sheet: SheetReading | null = null;
  #row = 1;
  #column = 1;
  #isInHead = false;
  #headRow: number | null = null;
  #merges: Merge[] = [];

  constructor(styles: OdtStyles, hidden: ReadonlySet<string>) {
    this.#styles = styles;
    this.#hiddenTables = hidden;
  }

  read(content: string): void {
    const isWhole = takeElements(content, new Set(['table:table-column', 'table:table-row']), new Set(['table:tracked-changes', 'office:forms', 'table:dde-links', 'office:automatic-styles', 'office:font-face-decls']), (element) => {
      if (this.#sheet === null) return;
      if (element.name === 'table:table-column') this.#takeColumn(element, this.#sheet);
      else this.#takeRow(element, this.#sheet);
    }, {
      opened: (name, attributes) => {
        if (name === 'table:table') this.#begin(attributes);
        else if (name === 'table:table-header-rows') this.#isInHead = true;
        else if (name === 'table:shapes') this.builder.told.add('drawings');
      },
      closed: (name) => {
        if (name === 'table:table') this.#end();
        else if (name === 'table:table-header-rows') this.#isInHead = false;
      },
    });
    this.#end();
    if (!isWhole) this.builder.cut();
  }

  #begin(attributes: Readonly<Record<string, string>>): void {
    this.#end();
    if (this.sheets.length >= mostSheets) this.builder.cut();
    if (!this.builder.hasRoomFor('block')) return;
    this.#sheet = new SheetReading(this.builder, attributes['table:name'] ?? '', this.#hiddenTables.has(attributes['table:style-name'] ?? ''));
    [this.#row, this.#column, this.#isInHead, this.#headRow, this.#merges] = [1, 1, false, null, []];
  }

  #end(): void {
    if (this.#sheet === null) return;
    this.#sheet.merge(this.#merges);
    this.sheets.push(this.#sheet.result(this.#headRow));
    this.#sheet = null;
  }

  #takeColumn({ attributes }: XmlElement, sheet: SheetReading): void {
    const times = repeated(attributes['table:number-columns-repeated']);
    if (isCollapsed(attributes)) sheet.hideColumns(this.#column, this.#column + times - 1);
    this.#column += times;
  }

  #takeRow(element: XmlElement, sheet: SheetReading): void {
    const times = repeated(element.attributes['table:number-rows-repeated']);
    const cells = elementsIn(element).filter(({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell').map((cell) => ({ cell, read: this.#read(cell), times: repeated(cell.attributes['table:number-columns-repeated']) }));
    const isEmpty = cells.every(({ cell, read }) => read.words === '' && childOf(cell, 'office:annotation') === undefined);
    if (this.#isInHead && !isEmpty) this.#headRow = this.#row;
    // An empty row may stand for a million; one with words comes as often as it is there.
    for (let time = 0; time < (isEmpty ? 0 : times) && !this.builder.isCut; time += 1) {
      let column = 1;
      for (const { cell, read, times: across } of cells) {
        for (let copy = 0; copy < (read.words === '' && time > 0 ? 0 : across) && !this.builder.isCut; copy += 1) {
          const comment = copy === 0 && time === 0 ? this.#note(childOf(cell, 'office:annotation')) : null;
          if (read.words === '' && comment === null) break;
          sheet.add(this.#row + time, isCollapsed(element.attributes), column + copy, { ...read, comment });
        }
        if (time === 0) this.#addSpan(cell, this.#row, column, sheet);
        column += across;
      }
    }
    this.#row += times;
  }

  #addSpan(cell: XmlElement, row: number, column: number, sheet: SheetReading): void {
    const { attributes } = cell;
    const formula = attributes['table:formula'] ?? '';
    if (formula !== '') {
      sheet.countFormula();
      sheet.addFormula(`${columnLetters(column)}${row}`, formula.replace(/^(?:of|oooc|msoxl):/, ''));
      if (attributes['office:value-type'] === undefined) this.builder.told.add('no-result');
    }
    const [across, down] = [repeated(attributes['table:number-columns-spanned']), repeated(attributes['table:number-rows-spanned'])];
    if (across * down > 1 && this.#merges.length < 20_000) this.#merges.push({ row, column, across, down });
    if (within(cell, new Set(['draw:frame', 'draw:custom-shape'])).length > 0) this.builder.told.add('drawings');
  }

  #read(cell: XmlElement): Omit<ReadCell, 'comment'> {
    const { attributes } = cell;
    const type = attributes['office:value-type'] ?? attributes['calcext:value-type'] ?? '';
    const shown = elementsIn(cell).filter(({ name }) => name === 'text:p').map(wordsIn).join('\n');
    const kept = shown !== '' ? '' : (attributes['office:value'] ?? attributes['office:date-value'] ?? attributes['office:time-value'] ?? attributes['office:string-value'] ?? attributes['office:boolean-value'] ?? '');
    const style = attributes['table:style-name'];
    const { run, ground } = style === undefined ? { run: {}, ground: null } : this.#styles.of('table-cell', style);
    const words = shown === '' ? kept : shown;
    return { words, isText: !figures.has(type), looks: looksOf(run), hidden: words.trim() === '' ? null : shown === '' || cell.name === 'table:covered-table-cell' ? 'not-displayed' : hiddenBy(run, style === undefined ? null : (ground ?? 'ffffff')) };
  }

  #note(annotation: XmlElement | undefined): number | null {
    if (annotation === undefined || this.comments.length >= 20_000 || !this.builder.hasRoomFor('block')) return null;
    const said = (name: string): string => { const one = childOf(annotation, name); return one === undefined ? '' : textIn(one); };
    const words = this.builder.words(elementsIn(annotation).filter(({ name }) => name === 'text:p').map(wordsIn).join('\n'));
    return this.comments.push({ by: asClaim(said('dc:creator'), 300), at: asClaim(said('dc:date'), 100), answers: null, isDone: annotation.attributes['loext:resolved'] === 'true', blocks: [plainParagraph([plainWords(words)])] });
  }
}

/** The words of a paragraph in a cell, runs and links and all. */
function wordsIn(element: XmlElement): string {
  return element.children.map((child): string => {
    if (typeof child === 'string') return child.replace(/[ \t\r\n]+/g, ' ');
    switch (child.name) {
      case 'text:s': return ' '.repeat(Math.min(200, repeated(child.attributes['text:c'])));
      case 'text:tab': return '\t';
      case 'text:line-break': return '\n';
      case 'office:annotation': return '';
      default: return wordsIn(child);
    }
  }).join('');
}

function isCollapsed(attributes: Readonly<Record<string, string>>): boolean {
  return /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '');
}

function repeated(written: string | undefined): number {
  return Math.min(mostRepeated, Math.max(1, Number(/^\d{1,8}$/.exec(written ?? '')?.[0] ?? 1)));
}
