import type { LaidBlock, LaidParagraph, LaidPiece, LaidRow } from '../../../../model/laid-out';
import { joined } from '../docx-blocks';
import type { LaidOutBuilder } from '../laid-out-builder';

export type RtfParagraph = Pick<LaidParagraph, 'heading' | 'align' | 'indent' | 'list'> & { readonly isInTable: boolean };
/** Of each cell, whether it goes on from the one before, and where its right edge lies, in twips. */
export interface RtfRow { isHead: boolean; readonly continues: boolean[]; readonly edges: number[] }

const mostCells = 100;
/** Edges of cells nearer to one another than this are one. */
const sameEdge = 60;

/** What is read one after another: the body, a note, a head or foot. Paragraphs that stand in cells become tables. */
export class RtfFlow {
  readonly blocks: LaidBlock[] = [];
  readonly #builder: LaidOutBuilder;
  #pieces: LaidPiece[] = [];
  #after: LaidBlock[] = [];
  #cell: LaidBlock[] = [];
  #row: LaidBlock[][] = [];
  #rows: { readonly row: LaidRow; /** Of its cells. */ readonly edges: readonly (number | undefined)[] }[] = [];

  constructor(builder: LaidOutBuilder) { this.#builder = builder; }

  add(piece: LaidPiece): void { this.#pieces.push(piece); }

  /** What floats beside a paragraph stands after it. */
  addAfter(block: LaidBlock): void { this.#after.push(block); }

  get isEmpty(): boolean { return this.#pieces.length === 0 && this.#after.length === 0; }

  endParagraph(like: RtfParagraph): void {
    if (!like.isInTable) this.#endTable();
    const { isInTable, ...look } = like;
    if (!this.#builder.hasRoomFor('block')) return;
    (isInTable ? this.#cell : this.blocks).push({ is: 'paragraph', ...look, isExact: true, pieces: joined(this.#pieces), change: null }, ...this.#after);
    [this.#pieces, this.#after] = [[], []];
  }

  endCell(like: RtfParagraph): void {
    // A cell's last paragraph ends with it.
    if (!this.isEmpty || this.#cell.length === 0) this.endParagraph({ ...like, isInTable: true });
    if (this.#row.length < mostCells) this.#row.push(this.#cell);
    else this.#row[mostCells - 1]?.push(...this.#cell);
    this.#cell = [];
  }

  endRow({ isHead, continues, edges }: RtfRow, like: RtfParagraph): void {
    if (!this.isEmpty || this.#cell.length > 0) this.endCell(like);
    const cells: LaidRow['cells'] = [];
    const ends: (number | undefined)[] = [];
    for (const [index, blocks] of this.#row.entries()) {
      const last = cells.at(-1);
      if (continues[index] === true && last !== undefined) {
        ends[ends.length - 1] = edges[index];
        if (blocks.some((block) => block.is !== 'paragraph' || block.pieces.length > 0)) last.blocks.push(...blocks);
      } else {
        cells.push({ across: 1, down: 1, isHead: false, blocks });
        ends.push(edges[index]);
      }
    }
    if (cells.length > 0 && this.#rows.length < 50_000) this.#rows.push({ row: { isHead, change: null, cells }, edges: ends });
    this.#row = [];
  }

  newPage(like: RtfParagraph): void {
    // Within a table a page ends where it does.
    if (like.isInTable) return;
    if (!this.isEmpty) this.endParagraph(like);
    this.#endTable();
    if (this.#builder.hasRoomFor('newPage')) this.blocks.push({ is: 'new-page' });
  }

  end(like: RtfParagraph): LaidBlock[] {
    // A file that ends within a row ends it.
    if (!this.isEmpty) this.endParagraph({ ...like, isInTable: like.isInTable || this.#cell.length > 0 || this.#row.length > 0 });
    if (this.#cell.length > 0 || this.#row.length > 0) this.endRow({ isHead: false, continues: [], edges: [] }, like);
    this.#endTable();
    return this.blocks;
  }

  #endTable(): void {
    if (this.#row.length > 0 || this.#cell.length > 0) {
      // A row that never ended.
      const blocks = [...this.#row.flat(), ...this.#cell];
      [this.#row, this.#cell] = [[], []];
      this.blocks.push(...(this.#rows.length > 0 ? this.#takeTable() : []), ...blocks);
    } else if (this.#rows.length > 0) this.blocks.push(...this.#takeTable());
  }

  /** A cell goes over as many columns as other rows have edges within it. */
  #takeTable(): LaidBlock[] {
    const rows = this.#rows;
    this.#rows = [];
    const columns: number[] = [];
    for (const edge of rows.flatMap(({ edges }) => edges.filter((one) => one !== undefined)).sort((a, b) => a - b)) if (columns.length === 0 || edge - (columns.at(-1) ?? 0) > sameEdge) columns.push(edge);
    for (const { row, edges } of rows) {
      let begin = Number.NEGATIVE_INFINITY;
      for (const [index, cell] of row.cells.entries()) {
        const end = edges[index];
        if (end === undefined) break;
        cell.across = Math.max(1, Math.min(mostCells, columns.filter((column) => column > begin + sameEdge && column <= end).length));
        begin = end;
      }
    }
    return [{ is: 'table', what: 'table', rows: rows.map(({ row }) => row) }];
  }
}
