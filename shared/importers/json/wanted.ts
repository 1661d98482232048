/**
 * What to take out of a JSON document, as a tree of keys: `{ chats: { list: [{ name: take, messages: [take] }] } }`. An object opens the object there and looks at the keys it names;
 * a list of one opens the array there and looks at each of its elements; `take` takes what is there whole. All else is passed over.
 */
export type Wanted = typeof take | { readonly [key: string]: Wanted } | readonly [Wanted];

export const take = Symbol('take');

/** One place of the tree of what is wanted. */
export interface Place {
  /** As the caller knows it: keys joined by `/`, `*` for an element of an array; '' for the document itself. */
  readonly at: string;
  readonly isTaken: boolean;
  /** Of an object; null where no object is opened. */
  readonly keys: ReadonlyMap<string, Place> | null;
  /** Of an array; null where no array is opened. */
  readonly each: Place | null;
}

export function placeOf(wanted: Wanted, at = ''): Place {
  if (wanted === take) return { at, isTaken: true, keys: null, each: null };
  const below = (key: string): string => (at === '' ? key : `${at}/${key}`);
  if (isEach(wanted)) return { at, isTaken: false, keys: null, each: placeOf(wanted[0], below('*')) };
  return { at, isTaken: false, keys: new Map(Object.entries(wanted).map(([key, inner]) => [key, placeOf(inner, below(key))])), each: null };
}

function isEach(wanted: Wanted): wanted is readonly [Wanted] {
  return Array.isArray(wanted);
}
