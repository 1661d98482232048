import { pages } from '../messages/en-gb/pages';
import type { PageRange } from '../model/page-ranges';
import { sayList } from './say';

/** `page 3`, `pages 2, 5 to 9 and 12`. */
export function sayPages(ranges: readonly PageRange[]): string {
  const words = pages.exhibit.damage;
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined && only.from === only.to) return words.page(String(only.from));
  return words.pagesOf(sayList(ranges.flatMap(({ from, to }) => (from === to ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from} to ${to}`]))));
}
