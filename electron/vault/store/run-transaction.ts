import type { Database } from './database';
import type { StatementRecord } from './statement-record';
import type { Row, SqlValue, Transaction } from './store';

/** Runs the work with a transaction that is of no use afterwards, and adds what it did to `record`. The caller begins and ends it. */
export function runTransaction<T>(database: Database, record: StatementRecord, work: (transaction: Transaction) => T): T {
  let over = false;
  let failure: { error: unknown } | null = null;
  const assertRunning = (): void => {
    if (over) throw new Error('the transaction is over');
  };
  const transaction: Transaction = {
    run(sql, parameters = []) {
      assertRunning();
      try {
        // What is run is what will be read from the journal: the database is given the record's own bytes.
        database.run(sql, record.add(sql, parameters));
      } catch (error) {
        // Part of it may have been applied, and would be missing from the journal: the transaction is lost even if `work` goes on.
        failure ??= { error };
        throw error;
      }
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
