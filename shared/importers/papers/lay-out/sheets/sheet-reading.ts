import type { LaidHidden, LaidLook, LaidPiece, LaidSheet, LaidSheetCell, LaidSheetRow } from '../../../../model/laid-out';
import { clipped } from '../../../bytes/clipped';
import { asClaim } from '../../paper-found';
import type { LaidOutBuilder } from '../laid-out-builder';

const mostFormulas = 5000;
const lastColumn = 20_000;
/** Rows that are looked through for cells under others, one merge after another. */
const mostLookedThrough = 2_000_000;
/** Rows at the top among which the one that names the columns is looked for, and rows below it by which it is told. */
const [highestHead, tellingRows] = [20, 10];

/** What a cell of a file shows. `isText`: it is no number, date or truth. */
export interface ReadCell { readonly words: string; readonly isText: boolean; readonly looks: readonly LaidLook[]; readonly hidden: LaidHidden | null; /** The number of what is noted at it. */ readonly comment: number | null }
/** Cells drawn as one, from the first of them. */
export interface Merge { readonly row: number; readonly column: number; readonly across: number; readonly down: number }

/** One sheet, as it is read cell by cell in order. Takes the room that it needs from the file's. */
export class SheetReading {
  readonly #builder: LaidOutBuilder;
  readonly #name: string;
  readonly #isHidden: boolean;
  readonly #rows: LaidSheetRow[] = [];
  readonly #hiddenColumns = new Set<number>();
  readonly #formulas: LaidSheet['formulas'] = [];
  #formulaCount = 0;

  constructor(builder: LaidOutBuilder, name: string, isHidden: boolean) {
    this.#builder = builder;
    this.#name = asClaim(name, 300);
    this.#isHidden = isHidden;
  }

  hideColumns(from: number, to: number): void { for (let column = from; column <= Math.min(to, lastColumn); column += 1) this.#hiddenColumns.add(column); }

  /** A cell of a row that is the last one or comes after it. One without words or a note is nothing. */
  add(row: number, isRowHidden: boolean, column: number, { words, isText, looks, hidden, comment }: ReadCell): void {
    if ((words === '' && comment === null) || column > lastColumn || this.#builder.isCut) return;
    let last = this.#rows.at(-1);
    if (last?.row !== row) {
      if (!this.#builder.hasRoomFor('row')) return;
      last = { row, isHidden: isRowHidden, cells: [] };
      this.#rows.push(last);
    }
    if (!this.#builder.hasRoomFor('cell')) return;
    const isUnseen = this.#isHidden || isRowHidden || this.#isColumnHidden(column);
    const taken = this.#builder.words(words.toWellFormed());
    const pieces: LaidPiece[] = taken === '' ? [] : [{ is: 'words', words: taken, looks: [...looks], change: null, hidden: hidden ?? (isUnseen ? 'marked-hidden' : null), link: '' }];
    if (comment !== null) pieces.push({ is: 'comment', comment, at: 'end' });
    last.cells.push({ column, across: 1, down: 1, align: isText ? 'start' : 'end', pieces });
  }

  /** `at`: the cell, or the cells, in which it stands. */
  addFormula(at: string, formula: string): void {
    if (formula === '') return;
    if (this.#formulas.length < mostFormulas && this.#builder.hasRoomFor('block')) this.#formulas.push({ at: at.slice(0, 40), formula: clipped(this.#builder.words(formula.toWellFormed()), 4000) });
  }

  countFormula(): void { this.#formulaCount += 1; }

  /** What is noted at a cell in which nothing stands. */
  addNote(row: number, column: number, comment: number): void {
    if (column > lastColumn || !this.#builder.hasRoomFor('row')) return;
    const at = this.#firstFrom(row);
    if (this.#rows[at]?.row !== row) this.#rows.splice(at, 0, { row, isHidden: false, cells: [] });
    const cells = this.#rows[at]?.cells ?? [];
    const next = cells.findIndex((cell) => cell.column > column);
    cells.splice(next < 0 ? cells.length : next, 0, { column, across: 1, down: 1, align: 'start', pieces: [{ is: 'comment', comment, at: 'end' }] });
  }

  /** Where the words of cells lead, by row and column. */
  link(row: number, column: number, address: string): void {
    for (const piece of this.#cell(row, column)?.pieces ?? []) if (piece.is === 'words') piece.link = address.slice(0, 4000);
  }

  /** Cells drawn as one. Where more than the first of them holds something, nothing of that is seen in the file; they stay apart here. */
  merge(merges: readonly Merge[]): void {
    let lookedThrough = 0;
    for (const { row, column, across, down } of merges) {
      const first = this.#cell(row, column);
      const rows = this.#rowsWithin(row, row + down - 1);
      lookedThrough += rows.length;
      if (lookedThrough > mostLookedThrough) return;
      const covered = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== first && cell.column >= column && cell.column < column + across));
      for (const { pieces } of covered) for (const piece of pieces) if (piece.is === 'words' && piece.hidden === null) piece.hidden = 'not-displayed';
      if (first !== undefined && covered.length === 0) [first.across, first.down] = [Math.min(across, lastColumn), Math.min(down, 5_000_000)];
    }
  }

  /** `headRow`: the row of which the file says that it names the columns, where it says so. */
  result(headRow: number | null = null): LaidSheet {
    const columns = [...new Set(this.#rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b).map((column) => ({ column, isHidden: this.#isColumnHidden(column) }));
    const named = this.#rows.some(({ row }) => row === headRow) ? headRow : headRowOf(this.#rows);
    return { is: 'sheet', name: this.#name, isHidden: this.#isHidden, columns, headRow: named, rows: this.#rows, formulas: this.#formulas, formulaCount: this.#formulaCount };
  }

  #isColumnHidden(column: number): boolean { return this.#hiddenColumns.has(column); }

  #cell(row: number, column: number): LaidSheetCell | undefined { return this.#rowsWithin(row, row)[0]?.cells.find((cell) => cell.column === column); }

  #rowsWithin(from: number, to: number): LaidSheetRow[] {
    return this.#rows.slice(this.#firstFrom(from), this.#firstFrom(to + 1));
  }

  /** The place of the first row with this number or a higher one; behind the last where there is none. */
  #firstFrom(number: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle]?.row ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** By look: the first row of two words or more, each a text and no figure, below which rows stand in the same columns with a figure among them. */
function headRowOf(rows: readonly LaidSheetRow[]): number | null {
  for (const [index, { row, cells }] of rows.slice(0, highestHead).entries()) {
    if (cells.length < 2 || !cells.every(isName)) continue;
    const below = rows.slice(index + 1, index + 1 + tellingRows);
    const columns = new Set(cells.map(({ column }) => column));
    const all = below.flatMap((one) => one.cells);
    if (all.some((cell) => !isName(cell)) && all.filter(({ column }) => columns.has(column)).length >= all.length * 0.8) return row;
  }
  return null;
}

function isName({ align, across, pieces }: LaidSheetCell): boolean {
  return align === 'start' && across === 1 && pieces.some((piece) => piece.is === 'words' && /\p{L}/u.test(piece.words) && piece.words.length <= 100);
}
