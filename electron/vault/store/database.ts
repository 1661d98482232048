import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { zero } from '../crypto/primitives';
import { addressOf, BoundValues, type BindingEngine } from './bound-values';
import { withMemory } from './engine-memory';
import { ValueReader, type ReadingEngine } from './read-values';
import { checkDeterministic, checkReadOnly, checkSingle } from './deterministic-sql';
import type { RunValues } from './statement-record';
import type { Row, SqlValue } from './store';

type Engine = Awaited<ReturnType<typeof initSqlJs>> & BindingEngine & ReadingEngine;
type Handle = InstanceType<Engine['Database']>;
type Statement = ReturnType<Handle['prepare']>;

interface Prepared {
  readonly statement: Statement;
  readonly address: number;
}

/** SQLite, and what gives it values and reads them: one for all databases, since one statement runs at a time. */
interface Loaded {
  readonly engine: Engine;
  readonly bound: BoundValues;
  readonly reader: ValueReader;
}

let loaded: Promise<Loaded> | null = null;

/** Built, the WebAssembly file lies beside the program (out/assets); from source, in the package. */
async function readWasm(): Promise<Uint8Array> {
  try {
    return await readFile(join(import.meta.dirname, '../assets/sql-wasm.wasm'));
  } catch {
    return readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
  }
}

async function initialise(): Promise<Loaded> {
  const { engine, memory } = await withMemory(await readWasm(), async (own) => (await initSqlJs(own as Parameters<typeof initSqlJs>[0])) as Engine);
  return { engine, bound: new BoundValues(engine), reader: new ValueReader(engine, memory) };
}

const load = (): Promise<Loaded> => (loaded ??= initialise());

/** sql.js keeps its file in what `slice` gives, and goes by the file's length, not by that of the array; were it ever otherwise, there would be no room and nothing else amiss. */
function withRoom(image: Uint8Array, byteCount: number): Uint8Array {
  const roomy = new Uint8Array(image.length + byteCount);
  roomy.set(image);
  return Object.assign(image.subarray(), { slice: () => roomy });
}

const keptStatements = 128;

/** The database in memory. Knows nothing of disks; the live store decides what a transaction is. */
export class Database {
  private readonly prepared = new Map<string, Prepared>();

  private constructor(private handle: Handle, private readonly loaded: Loaded) {
    handle.run('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE;');
    handle.run('PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;');
    // How the full-text indexes cut a text into words and fold them (schema 1): SELECT token FROM temp.index_token WHERE input = ?. It is no part of what is saved.
    handle.run('CREATE VIRTUAL TABLE temp.index_token USING fts3tokenize(unicode61, "remove_diacritics=2", "tokenchars=\uE000")');
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
    const engine = await load();
    const { Database: Opened } = engine.engine;
    return new Database(image ? new Opened(image) : new Opened(), engine);
  }

  /** Goes on in memory with room for so many bytes more, which the system gives as they are used. Otherwise all of it is copied each time it has grown by an eighth. Only between transactions. */
  async makeRoom(byteCount: number): Promise<void> {
    const image = this.exportImage();
    try {
      this.become(await Database.load(withRoom(image, byteCount)));
    } finally {
      zero(image);
    }
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
    const prepared = { statement, address: addressOf(this.loaded.engine, this.handle, statement, sql) };
    if (this.prepared.size >= keptStatements) {
      const oldest = this.prepared.entries().next().value;
      if (oldest) {
        oldest[1].statement.free();
        this.prepared.delete(oldest[0]);
      }
    }
    this.prepared.set(sql, prepared);
    return prepared;
  }

  /** Runs one statement with values, or several without. Throws on SQL that could not be replayed. */
  run(sql: string, values: RunValues): void {
    checkDeterministic(sql);
    if (values.count === 0) {
      this.handle.run(sql);
      return;
    }
    checkSingle(sql);
    const { statement, address } = this.prepare(sql);
    try {
      this.loaded.bound.bind(address, values);
      while (statement.step());
    } finally {
      statement.reset();
      this.loaded.bound.release();
    }
  }

  all<R extends Row = Row>(sql: string, parameters: readonly SqlValue[]): R[] {
    checkReadOnly(sql);
    const { statement, address } = this.prepare(sql);
    try {
      if (parameters.length > 0) statement.bind(parameters as SqlValue[]);
      const rows: R[] = [];
      let columns: string[] | null = null;
      while (statement.step()) {
        // Only the first step knows the columns: it compiles a kept statement anew after a change of tables.
        columns ??= statement.getColumnNames();
        const values = this.loaded.reader.row(address, columns.length);
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
    for (const { statement } of this.prepared.values()) statement.free();
    this.prepared.clear();
  }

  close(): void {
    this.freeStatements();
    this.handle.close();
  }
}
