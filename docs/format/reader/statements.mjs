/** The payload of a transaction: SQL texts and their runs (FORMAT.md, "Statements"). */
import { Cursor } from './cursor.mjs';

/** Gives [{ sql, values }]; values is empty for a run without values. Throws Damage. */
export function parseStatements(payload, what) {
  const cursor = new Cursor(payload, what);
  const texts = Array.from({ length: counted(cursor, 4) }, () => cursor.text());
  const runs = Array.from({ length: counted(cursor, 6) }, () => {
    const sql = texts[cursor.u32()];
    if (sql === undefined) cursor.fail('a run of a text that is not there');
    return { sql, values: Array.from({ length: cursor.u16() }, () => parseValue(cursor)) };
  });
  cursor.end();
  return runs;
}

/** A count of things of at least `smallest` bytes, so that a wrong count is not built up in memory first. */
function counted(cursor, smallest) {
  const count = cursor.u32();
  if (count * smallest > cursor.left) cursor.fail('a count that its length cannot hold');
  return count;
}

function parseValue(cursor) {
  const type = cursor.u8();
  switch (type) {
    case 0:
      return null;
    case 1:
      return cursor.f64();
    case 2:
      return cursor.text();
    case 3:
      return cursor.take(cursor.u32());
    default:
      return cursor.fail(`a value of type ${type}`);
  }
}
