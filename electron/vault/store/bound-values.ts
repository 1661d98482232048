import { takeValues, type RunValues, type ValueTaker } from './statement-record';

/** What of SQLite's own interface (sqlite3_bind_*, sqlite.org/c3ref/bind_blob.html) sql.js hands through. Addresses are in the memory of the engine. */
export interface BindingEngine {
  _malloc(byteCount: number): number;
  _free(address: number): void;
  _sqlite3_bind_blob(statement: number, number: number, address: number, byteCount: number, destructor: number): number;
  _sqlite3_bind_double(statement: number, number: number, value: number): number;
  _sqlite3_bind_int(statement: number, number: number, value: number): number;
  _sqlite3_bind_text(statement: number, number: number, address: number, byteCount: number, destructor: number): number;
  _sqlite3_sql(statement: number): number;
  UTF8ToString(address: number): string;
  writeArrayToMemory(bytes: Uint8Array, address: number): void;
}

/** Room that is kept from one run to the next; a run that needs more gives it back. */
const keptBytes = 1024 * 1024;
/** SQLite reads where it was told to and frees nothing: SQLITE_STATIC. */
const static_ = 0;

/**
 * Gives SQLite the values of a run: the very bytes of the journal's record, copied into the engine's memory as they are. sql.js's own
 * way measures, copies and frees each text by itself, which took a fifth of an import.
 */
export class BoundValues {
  private address = 0;
  private byteCount = 0;

  constructor(private readonly engine: BindingEngine) {}

  /** Binds to a statement that has nothing bound. What is bound is good until `release`. */
  bind(statement: number, values: RunValues): void {
    const { engine } = this;
    const base = this.room(values.bytes.length);
    engine.writeArrayToMemory(values.bytes, base);
    const taker: ValueTaker = {
      nothing: () => undefined,
      number: (number, value) => check(value === (value | 0) ? engine._sqlite3_bind_int(statement, number, value) : engine._sqlite3_bind_double(statement, number, value)),
      text: (number, from, length) => check(engine._sqlite3_bind_text(statement, number, base + from, length, static_)),
      bytes: (number, from, length) => check(engine._sqlite3_bind_blob(statement, number, base + from, length, static_)),
    };
    takeValues(values, taker);
  }

  /** Once nothing is bound any more. */
  release(): void {
    if (this.byteCount <= keptBytes) return;
    this.engine._free(this.address);
    this.byteCount = 0;
    this.address = 0;
  }

  private room(byteCount: number): number {
    if (byteCount <= this.byteCount) return this.address;
    if (this.byteCount > 0) this.engine._free(this.address);
    this.byteCount = 0;
    const wanted = Math.max(byteCount, keptBytes / 8);
    const address = this.engine._malloc(wanted);
    if (address === 0) throw new Error('out of memory');
    this.byteCount = wanted;
    this.address = address;
    return address;
  }
}

function check(code: number): void {
  if (code !== 0) throw new Error(`SQLite refuses a value: ${code}`);
}

/** Where a prepared statement lies in the engine's memory. sql.js keeps its statements by that, in a table of the database whose name its bundler makes up. */
export function addressOf(engine: BindingEngine, handle: object, statement: object, sql: string): number {
  for (const table of Object.values(handle)) {
    if (typeof table !== 'object' || table === null) continue;
    for (const [address, kept] of Object.entries(table as object)) {
      if (kept === statement && engine.UTF8ToString(engine._sqlite3_sql(Number(address))).trim() === sql.trim()) return Number(address);
    }
  }
  throw new Error('sql.js keeps its statements elsewhere');
}
