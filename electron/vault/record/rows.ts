import type { z } from 'zod';
import { Refusal } from '../../../shared/contract/errors';
import type { Row, SqlValue, Transaction, VaultStore } from '../store/store';

/** Anything that answers queries: the store, or a transaction in the middle of its work. */
export type Queries = Pick<VaultStore | Transaction, 'all'>;

/** The one row there must be. Refuses `not-found`. */
export function oneRow<R extends Row>(from: Queries, sql: string, parameters: readonly SqlValue[]): R {
  const [row] = from.all<R>(sql, parameters);
  if (row === undefined) throw new Refusal('not-found');
  return row;
}

export function countOf(from: Queries, sql: string, parameters: readonly SqlValue[] = []): number {
  const [row] = from.all<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, parameters);
  return row?.n ?? 0;
}

/** JSON that this program wrote. Parsed by the model again: the database is believed, its shape is checked. */
export function fromJson<S extends z.ZodType>(schema: S, text: string): z.infer<S> {
  return schema.parse(JSON.parse(text));
}
