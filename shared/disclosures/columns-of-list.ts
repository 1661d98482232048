import { readRows } from '../importers/table/rows';
import { shapeOf } from '../importers/table/shape';
import { linesOfList } from './lines-of-list';

/** A pasted list as a table: its rows, and which column is likeliest to say what each is. */
export interface ListTable {
  readonly rows: readonly (readonly string[])[];
  readonly columnCount: number;
  readonly likely: number;
}

const headBytes = 256 * 1024;
const mostColumns = 50;

/** Reads pasted text as a table with separators (CSV of RFC 4180, or as a spreadsheet pastes); null where its rows have no number of cells in common. */
export async function tableOf(text: string): Promise<ListTable | null> {
  const bytes = new TextEncoder().encode(text);
  const shape = shapeOf(bytes.subarray(0, headBytes));
  if (shape === null) return null;
  const rows: (readonly string[])[] = [];
  for await (const some of readRows(once(bytes), shape)) for (const { cells, text: whole } of some) if (whole.trim() !== '') rows.push(cells);
  const columnCount = Math.min(mostColumns, rows.reduce((most, { length }) => Math.max(most, length), 0));
  const letters = Array.from({ length: columnCount }, (_, column) => rows.reduce((sum, cells) => sum + (cells[column]?.match(/\p{L}/gu)?.length ?? 0), 0));
  return { rows, columnCount, likely: letters.indexOf(Math.max(...letters)) };
}

/** The items of a table: one column, or null for all cells of a row together. `hasHeading`: its first row names the columns. */
export function itemsOfTable({ rows }: ListTable, column: number | null, hasHeading: boolean): string[] {
  return rows.slice(hasHeading ? 1 : 0).map((cells) => (column === null ? cells.filter((cell) => cell.trim() !== '').join(' · ') : cells[column] ?? '')).flatMap((cell) => linesOfList(cell.replace(/\s+/g, ' ')));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
