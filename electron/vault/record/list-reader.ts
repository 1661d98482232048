import type { z } from 'zod';
import { fromJson, type Queries } from './rows';

/** The last list of each name, of each open vault, its lines by their text. */
const kept = new WeakMap<Queries, Map<string, ReadonlyMap<string, unknown>>>();

/**
 * Parses the lines of a list as `fromJson` does. A line that stands there word for word as it did in the last list of that name is not parsed again: after one entry was saved, of a thousand lines one is. Nobody changes what it gives.
 * `name`: of this list and no other. Inside a transaction nothing is kept.
 */
export function readList<S extends z.ZodType>(from: Queries, name: string, schema: S, texts: readonly string[]): z.infer<S>[] {
  const lists = kept.get(from) ?? new Map<string, ReadonlyMap<string, unknown>>();
  const before = lists.get(name) as ReadonlyMap<string, z.infer<S>> | undefined;
  const rows = texts.map((text) => before?.get(text) ?? fromJson(schema, text));
  if ('changes' in from) kept.set(from, lists.set(name, new Map(texts.map((text, at) => [text, rows[at]]))));
  return rows;
}

/** Lets go what is kept of a vault at once: after an erasure, not with the next look. */
export function forgetLists(from: Queries): void {
  kept.delete(from);
}
