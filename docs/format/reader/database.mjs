/** The database that snapshot and journal make: SQLite in memory, by sql.js. */
import initSqlJs from 'sql.js';
import { Damage } from './damage.mjs';
import { parseStatements } from './statements.mjs';

const settings = 'PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = OFF; PRAGMA secure_delete = ON;';

/** `image` is a database file's bytes; none of them is the empty database. */
export async function openDatabase(image) {
  const { Database } = await initSqlJs();
  const database = image.length > 0 ? new Database(image) : new Database();
  try {
    database.exec(settings);
    database.exec('SELECT count(*) FROM sqlite_schema');
  } catch (error) {
    throw new Damage(`The snapshot verifies but is not a database (${error.message}).`);
  }
  return database;
}

/** Repeats one transaction, wholly or not at all. Throws Damage when SQLite refuses it. */
export function replay(database, payload, what) {
  const runs = parseStatements(payload, what);
  database.exec('BEGIN');
  try {
    for (const { sql, values } of runs) {
      if (values.length === 0) database.exec(sql);
      else database.run(sql, values);
    }
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw new Damage(`${what} cannot be repeated (${error.message}).`);
  }
}

/** Whether the database has a table of this name. */
export function hasTable(database, name) {
  return database.exec('SELECT 1 FROM sqlite_schema WHERE type = \'table\' AND name = ?', [name]).length > 0;
}

/** Each row of a query as an object. Ask for text with CAST(… AS BLOB): sql.js cuts text at a zero character. */
export function* rowsOf(database, sql) {
  const statement = database.prepare(sql);
  try {
    while (statement.step()) yield statement.getAsObject();
  } finally {
    statement.free();
  }
}
