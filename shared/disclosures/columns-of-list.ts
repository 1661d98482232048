import { readRows } from '../importers/table/rows';
import { shapeOf } from '../importers/table/shape';
import { linesOfList } from './lines-of-list';

/** How the columns of a pasted table are to be taken. `column`: the one that says what each thing is, by which it is compared, null for the whole row; `numberColumn`: the one that holds their own number, null without; `hasHeading`: the first row names the columns. */
export interface TakenAs {
  readonly column: number | null;
  readonly numberColumn: number | null;
  readonly hasHeading: boolean;
}

/** A pasted list as a table: its rows, and how it is likeliest to be taken; null for that where lines with a comma in them are as likely. */
export interface ListTable {
  readonly rows: readonly (readonly string[])[];
  readonly columnCount: number;
  readonly likely: TakenAs | null;
}

/** One line of theirs. `text`: the whole row, in which nothing of theirs is lost; `compared`: what is compared with what she gave, '' where it is all of it; `number`: their own, '' without. */
export interface LineOfTable { readonly text: string; readonly compared: string; readonly number: string }

const headBytes = 256 * 1024;
const mostColumns = 50;
const longestNumber = 100;
/** A column that is named so holds their own number. */
const numberNames = /^(no|nr|number|num|ref|reference|id|item no|item number|exhibit|exhibit no|exhibit ref|exhibit reference|serial|serial no)$/;
/** Names of columns: a first row is taken for a heading only where most of its cells are such words. */
const otherNames = /^(item|items|description|details|date|day|time|type|category|kind|held|title|name|document|file|file name|quantity|location|status|notes|note|what|when|where|who|source|disclosed|sent|received|decision|reason)$/;

/** Reads pasted text as a table with separators (CSV of RFC 4180, or as a spreadsheet pastes); null where its rows have no number of cells in common. */
export async function tableOf(text: string): Promise<ListTable | null> {
  const bytes = new TextEncoder().encode(text);
  const shape = shapeOf(bytes.subarray(0, headBytes));
  if (shape === null) return null;
  const rows: (readonly string[])[] = [];
  let isQuoted = false;
  for await (const some of readRows(once(bytes), shape)) for (const { cells, text: whole } of some) if (whole.trim() !== '') { rows.push(cells); isQuoted ||= whole.includes('"'); }
  const columnCount = Math.min(mostColumns, rows.reduce((most, { length }) => Math.max(most, length), 0));
  const hasHeading = isHeading(rows[0] ?? []);
  // Two lines of prose can have a comma each; a spreadsheet's separators, quotes or a heading are a table's.
  const isTable = shape.separator !== ',' || isQuoted || hasHeading || (rows.length > 2 && columnCount > 2);
  return { rows, columnCount, likely: isTable ? { ...likelyColumns(rows.slice(hasHeading ? 1 : 0), hasHeading ? rows[0] ?? [] : [], columnCount), hasHeading } : null };
}

/** Its lines, each with all cells of its row, and the rows that are left out: the heading, and those in which nothing stands. */
export function linesOfTable({ rows }: ListTable, { column, numberColumn, hasHeading }: TakenAs): { lines: LineOfTable[]; heading: string | null; emptyRows: number } {
  const lines: LineOfTable[] = [];
  let emptyRows = 0;
  for (const cells of rows.slice(hasHeading ? 1 : 0)) {
    const texts = linesOfList(wholeRow(cells));
    if (texts.length === 0) { emptyRows += 1; continue; }
    // A row longer than a line may be comes in several, of which none is its chosen cell alone.
    const only = texts.length === 1 && column !== null ? tidy(cells[column] ?? '') : '';
    const number = numberColumn === null ? '' : tidy(cells[numberColumn] ?? '').slice(0, longestNumber);
    lines.push(...texts.map((text) => ({ text, compared: only, number })));
  }
  return { lines, heading: hasHeading && rows[0] !== undefined ? wholeRow(rows[0]) : null, emptyRows };
}

function wholeRow(cells: readonly string[]): string {
  return cells.map(tidy).filter((cell) => cell !== '').join(' · ');
}

function tidy(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

function nameIn(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z]+/g, ' ').trim();
}

function isHeading(cells: readonly string[]): boolean {
  const names = cells.map(nameIn);
  return cells.every((cell) => cell.trim() !== '' && !/\d/.test(cell)) && names.filter((name) => numberNames.test(name) || otherNames.test(name)).length * 2 >= cells.length;
}

/** The column with the most letters says what each is. Their number is the one that is named so, or the first where every row has another short one with a digit in it that is no date. */
function likelyColumns(rows: readonly (readonly string[])[], heading: readonly string[], columnCount: number): { column: number; numberColumn: number | null } {
  const letters = Array.from({ length: columnCount }, (_, column) => rows.reduce((sum, cells) => sum + (cells[column]?.match(/\p{L}/gu)?.length ?? 0), 0));
  const column = letters.indexOf(Math.max(...letters));
  const named = heading.findIndex((cell) => numberNames.test(nameIn(cell)));
  const firsts = rows.filter((cells) => wholeRow(cells) !== '').map((cells) => tidy(cells[0] ?? ''));
  const areNumbers = firsts.every((first) => /^[\w./-]{1,20}$/.test(first) && /\d/.test(first) && !/\d[-./]\d+[-./]\d/.test(first)) && new Set(firsts).size === firsts.length;
  const numberColumn = named >= 0 ? named : areNumbers ? 0 : null;
  return { column, numberColumn: numberColumn === column ? null : numberColumn };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
