import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { checkDeterministic, checkReadOnly, checkSingle } from './deterministic-sql';
import type { Row, SqlValue } from './store';

type Engine = Awaited<ReturnType<typeof initSqlJs>>;
type Handle = InstanceType<Engine['Database']>;
type Prepared = ReturnType<Handle['prepare']>;

let engine: Promise<Engine> | null = null;

/** Built, the WebAssembly file lies beside the program (out/assets); from source, in the package. */
async function readWasm(): Promise<Uint8Array> {
  try {
    return await readFile(join(import.meta.dirname, '../assets/sql-wasm.wasm'));
  } catch {
    return readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
  }
}

function loadEngine(): Promise<Engine> {
  engine ??= readWasm().then((wasm) => initSqlJs({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer }));
  return engine;
}

const keptStatements = 128;

/** The database in memory. Knows nothing of disks; the live store decides what a transaction is. */
export class Database {
  private readonly prepared = new Map<string, Prepared>();

  private constructor(private handle: Handle) {
    handle.run('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE;');
    handle.run('PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;');
    for (const [name, arity] of [['random', 0], ['randomblob', 1]] as const) {
      const refuse = (): never => {
        throw new Error(`not deterministic: ${name}`);
      };
      Object.defineProperty(refuse, 'length', { value: arity });
      handle.create_function(name, refuse);
    }
  }

  /** @param image what `exportImage` gave; the database takes the array over. None: an empty database. */
  static async load(image?: Uint8Array): Promise<Database> {
    const { Database: Opened } = await loadEngine();
    return new Database(image ? new Opened(image) : new Opened());
  }

  begin(): void {
    this.handle.run('BEGIN IMMEDIATE');
  }

  /**
   * Does what COMMIT would do first: writes out the words that the full-text indexes gathered in this transaction. So that it can be done while the disk
   * works; it changes nothing else, and a rollback takes it back.
   */
  prepareCommit(): void {
    this.handle.run('SAVEPOINT prepared; RELEASE prepared');
  }

  commit(): void {
    this.handle.run('COMMIT');
  }

  /** Some errors have rolled back already; then there is nothing to do. */
  rollback(): void {
    try {
      this.handle.run('ROLLBACK');
    } catch {
      return;
    }
  }

  private prepare(sql: string): Prepared {
    const kept = this.prepared.get(sql);
    if (kept) return kept;
    const statement = this.handle.prepare(sql);
    if (this.prepared.size >= keptStatements) {
      const oldest = this.prepared.entries().next().value;
      if (oldest) {
        oldest[1].free();
        this.prepared.delete(oldest[0]);
      }
    }
    this.prepared.set(sql, statement);
    return statement;
  }

  /** Runs one statement with parameters, or several without. Throws on SQL that could not be replayed. */
  run(sql: string, parameters: readonly SqlValue[]): void {
    checkDeterministic(sql);
    if (parameters.length === 0) {
      this.handle.run(sql);
      return;
    }
    checkSingle(sql);
    const statement = this.prepare(sql);
    try {
      statement.bind(parameters as SqlValue[]);
      while (statement.step());
    } finally {
      statement.reset();
    }
  }

  all<R extends Row = Row>(sql: string, parameters: readonly SqlValue[]): R[] {
    checkReadOnly(sql);
    const statement = this.prepare(sql);
    try {
      if (parameters.length > 0) statement.bind(parameters as SqlValue[]);
      const rows: R[] = [];
      let columns: string[] | null = null;
      while (statement.step()) {
        // Only the first step knows the columns: it compiles a kept statement anew after a change of tables.
        columns ??= statement.getColumnNames();
        const values = statement.get();
        const row: Row = {};
        columns.forEach((column, i) => {
          row[column] = values[i] ?? null;
        });
        rows.push(row as R);
      }
      return rows;
    } finally {
      statement.reset();
    }
  }

  sizeBytes(): number {
    const [row] = this.all<{ bytes: number }>('SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()', []);
    return row?.bytes ?? 0;
  }

  /** The whole database file. Only between transactions. */
  exportImage(): Uint8Array {
    return this.handle.export();
  }

  /** Holds from now on what `other` held, which is then of no use. Only between transactions. */
  become(other: Database): void {
    this.close();
    other.freeStatements();
    this.handle = other.handle;
  }

  private freeStatements(): void {
    for (const statement of this.prepared.values()) statement.free();
    this.prepared.clear();
  }

  close(): void {
    this.freeStatements();
    this.handle.close();
  }
}
