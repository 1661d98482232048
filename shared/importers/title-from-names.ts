const namesIn = 3;

/** A title for a conversation that the source gives none: the first of those who write in it, the most first; '' when nobody does. */
export function titleFromNames(names: readonly string[]): string {
  return names.filter((name) => name !== '').slice(0, namesIn).join(', ').slice(0, 300).replace(/[\ud800-\udbff]$/, '').trim();
}
