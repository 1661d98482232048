/** What stands behind a key of the invented case. Throws where nothing does: the case is written wrongly. */
export function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error('the sample case points at something that it does not hold');
  return value;
}
