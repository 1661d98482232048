import { pagesLaidOut as words } from '../messages/en-gb/pages-laid-out';
import type { LaidPiece, LaidSheet, LaidSheetCell, LaidSheetRow } from '../model/laid-out';
import { columnLetters } from '../model/column-letters';
import { inName, inWords } from './her-words';
import { html, type Piece } from './markup';
import { said } from './said';
import { sayCount } from './say';

/** Widths count in letters of 12 points; so many go beside one another on a page of A4, the numbers of rows apart. */
const pageWidth = 70;
/** What a cell's edges take. */
const edges = 2;
const [narrowest, mostWhenShared, mostAlone] = [4, 24, 52];
const rowHeadWidth = 7;
const rowHeadHiddenWidth = 9;
/** A letter's width. */
const letterMm = 2.15;

interface Band { readonly columns: readonly LaidSheet['columns'][number][]; readonly widths: readonly number[] }
interface Draw { readonly heading: (inside: Piece) => Piece; readonly pieces: (pieces: readonly LaidPiece[]) => Piece }

/** A sheet as tables: rows by their numbers, columns by their letters, both on every page; columns that do not fit go on in a further table. */
export function sheetPages(sheet: LaidSheet, draw: Draw): Piece {
  const { name, isHidden, rows, formulas, formulaCount } = sheet;
  const bands = bandsOf(sheet);
  return html`${name !== '' && draw.heading(html`${said(isHidden ? words.hiddenSheet : words.sheet)} ${inName(name)}`)}
    ${rows.length === 0 && html`<p>${said(words.emptySheet)}</p>`}
    ${bands.map((band, index) => html`${bands.length > 1 && html`<p class="band">${said(columnsOf(band, index > 0))}</p>`}${sectionsOf(sheet).map((section) => table(sheet, band, section, draw))}`)}
    ${formulas.length > 0 && html`<p class="band">${said(words.sheetFormulas(name))}</p><ul class="formulas" role="list">${formulas.map(({ at, formula }) => html`<li>${said(at)} ${inWords(formula)}</li>`)}</ul>${formulaCount > formulas.length && html`<p>${said(words.moreFormulas(sayCount(formulaCount - formulas.length, 'formula', 'formulas')))}</p>`}`}`;
}

function columnsOf({ columns }: Band, goesOn: boolean): string {
  const span = words.columns(columnLetters(columns[0]?.column ?? 1), columnLetters(columns.at(-1)?.column ?? 1));
  return goesOn ? `${words.goesOn}: ${span}` : span;
}

/** What stands above the row that names the columns is a table of its own: that row is the head of the rest. */
function sectionsOf({ rows, headRow }: LaidSheet): { head: LaidSheetRow | null; rows: readonly LaidSheetRow[] }[] {
  const at = headRow === null ? -1 : rows.findIndex(({ row }) => row === headRow);
  if (at < 0) return rows.length === 0 ? [] : [{ head: null, rows }];
  return [...(at === 0 ? [] : [{ head: null, rows: rows.slice(0, at) }]), { head: rows[at] ?? null, rows: rows.slice(at + 1) }];
}

function table(sheet: LaidSheet, { columns, widths }: Band, { head, rows }: ReturnType<typeof sectionsOf>[number], draw: Draw): Piece {
  const rowHead = sheet.rows.some(({ isHidden }) => isHidden) ? rowHeadHiddenWidth : rowHeadWidth;
  const mm = (letters: number): string => (letters * letterMm).toFixed(1);
  const covered = new Covered(columns.map(({ column }) => column));
  const row = (one: LaidSheetRow, index: number, among: readonly LaidSheetRow[], isHead: boolean): Piece => {
    const cells = new Map(one.cells.map((cell) => [cell.column, cell]));
    return html`<tr><th scope="row" class="place">${one.row}${one.isHidden && html` ${said(words.hiddenRow)}`}</th>${columns.map(({ column, isHidden }, place) => {
      if (covered.has(index, place)) return null;
      const cell = cells.get(column);
      if (cell === undefined) return html`<td>\u00a0</td>`;
      const across = cell.across === 1 ? 1 : columns.slice(place).filter((other) => other.column < column + cell.across).length;
      const down = cell.down === 1 || isHead ? 1 : rowsDown(among, index, one.row + cell.down);
      covered.add(index, place, across, down);
      return drawCell(cell, { across, down, isHead }, sheet.isHidden || one.isHidden || isHidden, draw);
    })}</tr>`;
  };
  return html`<table class="cells" style="width:${mm(rowHead + widths.reduce((sum, width) => sum + width, 0))}mm"><colgroup><col style="width:${mm(rowHead)}mm">${widths.map((width) => html`<col style="width:${mm(width)}mm">`)}</colgroup>
    <thead><tr><th scope="col" class="place">${words.rowHead}</th>${columns.map(({ column, isHidden }) => html`<th scope="col" class="place">${columnLetters(column)}${isHidden && html` ${said(words.hiddenColumn)}`}</th>`)}</tr>${head !== null && row(head, -1, [], true)}</thead>
    <tbody>${rows.map((one, index) => row(one, index, rows, false))}</tbody></table>`;
}

/** From this place on, rows before the one with this number. */
function rowsDown(rows: readonly LaidSheetRow[], from: number, until: number): number {
  const down = rows.slice(from).findIndex(({ row }) => row >= until);
  return down < 0 ? rows.length - from : down;
}

function drawCell({ align, pieces }: LaidSheetCell, { across, down, isHead }: { across: number; down: number; isHead: boolean }, isNamedHidden: boolean, draw: Draw): Piece {
  // Its row, column or sheet says so already.
  const shown = isNamedHidden ? pieces.map((piece): LaidPiece => ('hidden' in piece && piece.hidden === 'marked-hidden' ? { ...piece, hidden: null } : piece)) : pieces;
  const spans = html`${across > 1 && html` colspan="${across}"`}${down > 1 && html` rowspan="${down}"`}`;
  const drawn = pieces.length === 0 ? '\u00a0' : draw.pieces(shown);
  return isHead ? html`<th scope="col" class="${align}" dir="auto"${spans}>${drawn}</th>` : html`<td class="${align}" dir="auto"${spans}>${drawn}</td>`;
}

/** Places that a cell above or before them covers, by row and place in the row. */
class Covered {
  readonly #until: number[];
  #row = -1;
  #alongUntil = 0;

  constructor(columns: readonly number[]) { this.#until = columns.map(() => -2); }

  has(row: number, place: number): boolean {
    if (row !== this.#row) [this.#row, this.#alongUntil] = [row, 0];
    return place < this.#alongUntil || (this.#until[place] ?? -2) >= row;
  }

  add(row: number, place: number, across: number, down: number): void {
    this.#alongUntil = place + across;
    if (down > 1) for (let at = place; at < place + across; at += 1) this.#until[at] = row + down - 1;
  }
}

/** Columns that go beside one another on a page. */
function bandsOf({ columns, rows }: LaidSheet): Band[] {
  const longest = new Map<number, number>();
  for (const { cells } of rows) for (const { column, across, pieces } of cells) if (across === 1) longest.set(column, Math.max(longest.get(column) ?? 0, lengthOf(pieces)));
  const widthIn = ({ column, isHidden }: LaidSheet['columns'][number], most: number): number => Math.min(most, Math.max(narrowest, isHidden ? 8 : 0, longest.get(column) ?? 0)) + edges;
  const bands: LaidSheet['columns'][number][][] = [];
  let width = 0;
  for (const column of columns) {
    const next = widthIn(column, mostWhenShared);
    if (bands.length === 0 || width + next > pageWidth) {
      bands.push([]);
      width = 0;
    }
    bands.at(-1)?.push(column);
    width += next;
  }
  return bands.map((band) => {
    // What is left of the page goes to those that would need more.
    const widths = band.map((column) => widthIn(column, mostWhenShared));
    const wanted = band.map((column, index) => widthIn(column, mostAlone) - (widths[index] ?? 0));
    const left = pageWidth - widths.reduce((sum, one) => sum + one, 0);
    const all = wanted.reduce((sum, one) => sum + one, 0);
    return { columns: band, widths: widths.map((one, index) => one + (all === 0 ? 0 : (Math.min(left, all) * (wanted[index] ?? 0)) / all)) };
  });
}

function lengthOf(pieces: readonly LaidPiece[]): number {
  let length = 0;
  for (const piece of pieces) length += piece.is === 'words' ? Math.max(...piece.words.split('\n').map((line) => line.length)) : 12;
  return length;
}
