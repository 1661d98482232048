import type { SqlValue, Transaction } from '../../store/store';

/** Rows in one statement: few different statements, so that each is compiled once. SQLite takes 32,766 parameters. */
const rowsAtOnce = [500, 50, 8, 1] as const;

/** So many placeholders. */
export const question = (columns: number): string => Array.from({ length: columns }, () => '?').join(', ');

/** Inserts many rows. `insert`: the statement up to VALUES. `row`: what stands for one row between its brackets, at most 65 placeholders. `push`: adds the values of one. */
export function insertRows(transaction: Transaction, insert: string, row: string, count: number, push: (values: SqlValue[], i: number) => void): void {
  for (let from = 0; from < count;) {
    const rows = rowsAtOnce.find((size) => size <= count - from) ?? 1;
    const values: SqlValue[] = [];
    for (let i = from; i < from + rows; i += 1) push(values, i);
    transaction.run(statementFor(insert, row, rows), values);
    from += rows;
  }
}

const statements = new Map<string, string>();

function statementFor(insert: string, row: string, rows: number): string {
  const key = `${rows} ${insert} ${row}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const sql = `${insert} ${Array.from({ length: rows }, () => `(${row})`).join(', ')}`;
  statements.set(key, sql);
  return sql;
}
