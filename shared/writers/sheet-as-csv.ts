import type { Cell, Sheet } from '../model/sheet';
import { plainCharacters } from './plain-characters';
import { writeTable } from './csv';

/** A table as CSV: days as `2022-03-14`, moments as `2022-03-14 21:04:00` on the clock that the column beside them names. */
export function sheetAsCsv({ columns, rows }: Sheet): string {
  return writeTable(columns.map(({ name }) => name), rows.map((row) => row.map(written)));
}

function written(cell: Cell): string {
  switch (cell.is) {
    case 'text': return plainCharacters(cell.text);
    case 'number': return String(cell.number);
    case 'day': return cell.day;
    case 'moment': return cell.at.replace('T', ' ');
  }
}
