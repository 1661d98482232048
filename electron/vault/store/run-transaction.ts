import type { Database } from './database';
import type { Statement } from './statement-record';
import type { Row, SqlValue, Transaction } from './store';

/** Runs the work with a transaction that is of no use afterwards, and adds what it did to `statements`. The caller begins and ends it. */
export function runTransaction<T>(database: Database, statements: Statement[], work: (transaction: Transaction) => T): T {
  let over = false;
  let failure: { error: unknown } | null = null;
  const assertRunning = (): void => {
    if (over) throw new Error('the transaction is over');
  };
  const transaction: Transaction = {
    run(sql, parameters = []) {
      assertRunning();
      const kept = parameters.map(wellFormed);
      try {
        database.run(sql, kept);
      } catch (error) {
        // Part of it may have been applied, and would be missing from the journal: the transaction is lost even if `work` goes on.
        failure ??= { error };
        throw error;
      }
      statements.push({ sql, parameters: kept });
    },
    all<R extends Row = Row>(sql: string, parameters: readonly SqlValue[] = []): R[] {
      assertRunning();
      return database.all<R>(sql, parameters);
    },
  };
  try {
    const result = work(transaction);
    if (result instanceof Promise) throw new Error('a transaction does not wait');
    rethrow(failure);
    return result;
  } finally {
    over = true;
  }
}

function rethrow(failure: { error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}

/** As it will be read from the journal: half surrogate pairs have no UTF-8, and a caller may reuse its array. */
function wellFormed(value: SqlValue): SqlValue {
  if (typeof value === 'string') return value.toWellFormed();
  return value instanceof Uint8Array ? value.slice() : value;
}
