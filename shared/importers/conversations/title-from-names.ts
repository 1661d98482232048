import { clipped } from '../bytes/clipped';

const namesIn = 3;

/** A title for a conversation that the source gives none: the first of those who write in it, the most first; '' when nobody does. */
export function titleFromNames(names: readonly string[]): string {
  return clipped(names.filter((name) => name !== '').slice(0, namesIn).join(', '), 300).trim();
}
