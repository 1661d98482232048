import { createHash } from 'node:crypto';
import type { Row, Transaction } from '../../../electron/vault/store/store';

type Reads = Pick<Transaction, 'all'>;

export interface RecordDigest {
  /** Of every row of every table but those of the full-text indexes, which SQLite fills only as a transaction ends. */
  rows: string;
  /** Of the full-text indexes' own tables; null when it was taken inside a transaction. */
  words: string | null;
}

/** SHA-256 over all that a vault's database holds: two with equal digests hold the same. */
export function recordDigest(from: Reads, moment: 'inside a transaction' | 'between transactions'): RecordDigest {
  const rows = createHash('sha256');
  const words = createHash('sha256');
  const tables = from.all<{ name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name`);
  const virtual = tables.filter(({ sql }) => sql.startsWith('CREATE VIRTUAL')).map(({ name }) => name);
  for (const { name, sql } of tables) {
    rows.update(`${name}\n${sql}\n`);
    if (virtual.includes(name)) continue;
    const isOfIndex = virtual.some((index) => name.startsWith(`${index}_`));
    if (isOfIndex && moment === 'inside a transaction') continue;
    for (const row of from.all(`SELECT * FROM "${name}" ORDER BY 1, 2`)) hashRow(isOfIndex ? words : rows, row);
  }
  return { rows: rows.digest('base64'), words: moment === 'inside a transaction' ? null : words.digest('base64') };
}

export function sameRecord(left: RecordDigest, right: RecordDigest): boolean {
  return left.rows === right.rows && (left.words === null || right.words === null || left.words === right.words);
}

function hashRow(hash: ReturnType<typeof createHash>, row: Row): void {
  for (const value of Object.values(row)) {
    if (value instanceof Uint8Array) hash.update(`b${value.length}:`).update(value);
    else hash.update(`${typeof value}:${String(value)}\u0000`);
  }
  hash.update('\n');
}
