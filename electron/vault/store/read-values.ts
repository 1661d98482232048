import type { EngineMemory } from './engine-memory';
import type { SqlValue } from './store';

/** What of SQLite's own interface (sqlite3_column_*, sqlite.org/c3ref/column_blob.html) sql.js hands through. Addresses are in the memory of the engine. */
export interface ReadingEngine {
  _sqlite3_column_blob(statement: number, column: number): number;
  _sqlite3_column_bytes(statement: number, column: number): number;
  _sqlite3_column_double(statement: number, column: number): number;
  _sqlite3_column_text(statement: number, column: number): number;
  _sqlite3_column_type(statement: number, column: number): number;
}

/** SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB. */
const types = { integer: 1, float: 2, text: 3, blob: 4 };

/**
 * Reads the row at which a statement stands. As sql.js gives it, but bytes are copied all at once (one by one, as it does, the lists of a search took longer to hand over than to read), and a text keeps a byte order mark that it begins
 * with, which sql.js drops.
 */
export class ValueReader {
  private bytes = Buffer.alloc(0);

  constructor(private readonly engine: ReadingEngine, private readonly memory: EngineMemory) {}

  row(statement: number, columnCount: number): SqlValue[] {
    const values: SqlValue[] = [];
    for (let column = 0; column < columnCount; column += 1) values.push(this.value(statement, column));
    return values;
  }

  /** The engine's memory as it is. Asked for after the engine: to hand a text out it may have to grow, and then the buffer of before is empty. */
  private now(): Buffer {
    if (this.bytes.buffer !== this.memory.buffer) this.bytes = Buffer.from(this.memory.buffer);
    return this.bytes;
  }

  private value(statement: number, column: number): SqlValue {
    const { engine } = this;
    switch (engine._sqlite3_column_type(statement, column)) {
      case types.integer: case types.float: return engine._sqlite3_column_double(statement, column);
      // Where a value lies before how long it is, as SQLite asks for.
      case types.text: {
        const address = engine._sqlite3_column_text(statement, column);
        const end = address + engine._sqlite3_column_bytes(statement, column);
        return this.now().toString('utf8', address, end);
      }
      case types.blob: {
        const address = engine._sqlite3_column_blob(statement, column);
        const end = address + engine._sqlite3_column_bytes(statement, column);
        return Uint8Array.from(this.now().subarray(address, end));
      }
      default: return null;
    }
  }
}
