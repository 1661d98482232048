import type { z } from 'zod';
import type { VaultStore } from '../store/store';
import { fromJson, type Queries } from './rows';

/**
 * What several pages ask again and again, worked out once and kept in memory until anything in the vault changes. Inside a transaction it is worked out anew: what is read there may be half done. What it gives is shared: nobody changes it.
 */
export function keptUntilChange<T>(workOut: (from: Queries) => T): (from: Queries) => T {
  const kept = new WeakMap<Queries, { changes: number; value: T }>();
  return (from) => {
    const changes = 'changes' in from ? (from as Pick<VaultStore, 'changes'>).changes() : null;
    const known = kept.get(from);
    if (known !== undefined && known.changes === changes) return known.value;
    const value = workOut(from);
    if (changes !== null) kept.set(from, { changes, value });
    return value;
  };
}

/**
 * Parses the lines of a list as `fromJson` does. A line that stands there word for word as it did in the last list of that name is not parsed again: after one entry was saved, of a thousand lines one is.
 * Only the last list is kept, and only of a store: what an erasure took out is gone with the next look.
 */
export function listReader<S extends z.ZodType>(schema: S): (from: Queries, name: string, texts: readonly string[]) => z.infer<S>[] {
  const kept = new WeakMap<Queries, Map<string, ReadonlyMap<string, z.infer<S>>>>();
  return (from, name, texts) => {
    const lists = kept.get(from) ?? new Map<string, ReadonlyMap<string, z.infer<S>>>();
    const before = lists.get(name);
    const rows = texts.map((text) => before?.get(text) ?? fromJson(schema, text));
    if ('changes' in from) kept.set(from, lists.set(name, new Map(texts.map((text, at) => [text, rows[at] as z.infer<S>]))));
    return rows;
  };
}
