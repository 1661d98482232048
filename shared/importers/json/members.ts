/** Members of JSON objects (RFC 8259, section 4) as hostile input has them: of any kind, or not there. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The member's own value; what objects inherit is no member. */
export function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** '' where there is none, or it is no string. */
export function textAt(object: JsonObject, key: string): string {
  const value = member(object, key);
  return typeof value === 'string' ? value : '';
}

/** A whole number, whether written as a number or as a string of digits; else null. */
export function wholeAt(object: JsonObject, key: string): number | null {
  const value = member(object, key);
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : null;
}

export function objectAt(object: JsonObject, key: string): JsonObject | null {
  return objectOf(member(object, key));
}

/** The first `most` elements of a list; none where there is no list. */
export function listAt(object: JsonObject, key: string, most: number): readonly unknown[] {
  const value = member(object, key);
  return Array.isArray(value) ? (value as readonly unknown[]).slice(0, most) : [];
}

/** Of the first `most` elements of a list those that are objects. */
export function objectsAt(object: JsonObject, key: string, most: number): readonly JsonObject[] {
  return listAt(object, key, most).map(objectOf).filter((value) => value !== null);
}
