import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from './database';
import { StatementRecord } from './statement-record';
import type { SqlValue } from './store';

let database: Database;
beforeEach(async () => {
  database = await Database.load();
});
afterEach(() => database.close());

const run = (sql: string, parameters: SqlValue[] = []): void => database.run(sql, new StatementRecord().add(sql, parameters));

const values: readonly SqlValue[] = [
  null, 0, -1, 2 ** 31, -(2 ** 53), 0.1, -1e300, '', 'plain', 'a\0b', 'قال 支持 🙂', '\uFEFFmark', new Uint8Array(0), Uint8Array.of(0, 255, 10), Uint8Array.from({ length: 100_000 }, (_, i) => i & 255), 'x'.repeat(100_000),
];

it('reads each value as it was put in, and as what it was', () => {
  run(`CREATE TABLE kept (number INTEGER PRIMARY KEY, value)`);
  values.forEach((value, number) => run(`INSERT INTO kept (number, value) VALUES (?, ?)`, [number, value]));
  expect(database.all(`SELECT number, value FROM kept ORDER BY number`, [])).toEqual(values.map((value, number) => ({ number, value })));
});

it('gives bytes of their own, which stay as they are when the engine goes on and grows', () => {
  run(`CREATE TABLE kept (value BLOB)`);
  run(`INSERT INTO kept (value) VALUES (?)`, [Uint8Array.of(1, 2, 3)]);
  const [row] = database.all<{ value: Uint8Array }>(`SELECT value FROM kept`, []);
  for (let i = 0; i < 40; i += 1) run(`INSERT INTO kept (value) VALUES (?)`, [new Uint8Array(1_000_000).fill(7)]);
  expect(database.all(`SELECT sum(length(value)) AS bytes FROM kept`, [])).toEqual([{ bytes: 40_000_003 }]);
  expect(row?.value).toEqual(Uint8Array.of(1, 2, 3));
});
