import { describe, expect, it } from 'vitest';
import { Database } from './database';
import { decodeStatements, StatementRecord } from './statement-record';
import type { SqlValue } from './store';

const mebibyte = 1024 * 1024;

async function withTable(): Promise<Database> {
  const database = await Database.load();
  run(database, `CREATE TABLE held (number INTEGER PRIMARY KEY, value)`, []);
  return database;
}

function run(database: Database, sql: string, parameters: SqlValue[]): void {
  database.run(sql, new StatementRecord().add(sql, parameters));
}

/** sql.js reads a text without a byte order mark at its beginning; what is kept has it. */
const asHex = (value: SqlValue): SqlValue => (typeof value === 'string' ? Buffer.from(value).toString('hex').toUpperCase() : value);

const values: [what: string, value: SqlValue, type: string, kept?: SqlValue][] = [
  ['nothing', null, 'null'],
  ['an empty text', '', 'text'],
  ['a text with NUL and with what looks like a byte order mark', '\uFEFFa\u0000b', 'text'],
  ['a text in Arabic, Chinese and emoji', 'قال لا 我们支持你 👩‍👧', 'text'],
  ['a text cut in an emoji', 'a\uD83D', 'text', 'a\uFFFD'],
  ['a text longer than the room that is kept', 'é'.repeat(2 * mebibyte), 'text'],
  ['no bytes', new Uint8Array(), 'blob'],
  ['bytes', Uint8Array.of(0, 255, 1), 'blob'],
  ['a whole number', -7, 'integer'],
  ['minus nought', -0, 'integer', 0],
  ['the largest of 32 bits', 2 ** 31 - 1, 'integer'],
  ['a larger one', 2 ** 31, 'real'],
  ['a fraction', 0.1, 'real'],
  ['no number', Number.NaN, 'null', null],
];

describe('a value given to SQLite', () => {
  it.each(values)('is %s, of its own type, and what the journal will say', async (_, value, type, kept = value) => {
    const database = await withTable();
    const record = new StatementRecord();
    const sql = `INSERT INTO held (number, value) VALUES (?, ?), (?, ?)`;
    // Beside others, so that one read too far or too short spoils its neighbour.
    database.run(sql, record.add(sql, [1, value, 2, 'after']));
    const rows = database.all(`SELECT CASE typeof(value) WHEN 'text' THEN hex(value) ELSE value END AS value, typeof(value) AS type FROM held ORDER BY number`, []);
    expect(rows).toEqual([{ value: asHex(kept), type }, { value: asHex('after'), type: 'text' }]);
    expect(decodeStatements(record.finish()).map(({ parameters }) => parameters)).toEqual([[1, typeof value === 'string' ? kept : value, 2, 'after']]);
    database.close();
  });

  it('leaves nothing bound for the next run of the same statement', async () => {
    const database = await withTable();
    const sql = `INSERT INTO held (number, value) VALUES (?, ?)`;
    run(database, sql, [1, 'long enough to be seen']);
    expect(() => run(database, sql, [1, 'there already'])).toThrow('UNIQUE');
    run(database, sql, [2, null]);
    expect(database.all(`SELECT value FROM held ORDER BY number`, [])).toEqual([{ value: 'long enough to be seen' }, { value: null }]);
    database.close();
  });
});

/** Memory outside the heap, in bytes. Electron's Node does not count it. */
const outside = (): number => process.memoryUsage().arrayBuffers;
const isCounted = process.versions['electron'] === undefined;

describe('room for what is coming', () => {
  it('keeps what is there and how it is kept, and is grown into without being copied', async () => {
    const database = await withTable();
    const insert = `INSERT INTO held (value) VALUES (zeroblob(?))`;
    run(database, `INSERT INTO held (number, value) VALUES (?, ?)`, [7, 'before']);
    const before = outside();
    await database.makeRoom(128 * mebibyte);
    const made = outside();
    if (isCounted) expect(made - before).toBeGreaterThan(100 * mebibyte);
    for (let i = 0; i < 100; i += 1) run(database, insert, [mebibyte]);
    expect(outside() - made).toBeLessThan(50 * mebibyte);
    expect(database.all(`SELECT count(*) AS count, min(value) AS first, (SELECT foreign_keys FROM pragma_foreign_keys()) AS keys, (SELECT secure_delete FROM pragma_secure_delete()) AS erased FROM held`, [])).toEqual([{ count: 101, first: 'before', keys: 1, erased: 1 }]);
    expect(() => run(database, `INSERT INTO held (value) VALUES (hex(randomblob(?)))`, [1])).toThrow('not deterministic');
    database.close();
  });
});
