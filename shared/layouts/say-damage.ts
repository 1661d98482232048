import type { Damage } from '../assemble-protocol';
import { pages } from '../messages/en-gb/pages';
import { sayCount, sayList } from './say';

/** What is amiss with a PDF exhibit's pages, in whole sentences. */
export function sayDamage({ how, lostPages, lostNumbers, partlyRead }: Damage): string {
  const words = pages.exhibit.damage;
  return [
    words[how],
    ...(lostNumbers.length > 0 ? [words.lostAre(sayPages(lostNumbers))] : lostPages > 0 ? [words.lost(sayCount(lostPages, 'page', 'pages'))] : []),
    ...(partlyRead.length > 0 ? [words.partlyRead(sayPages(partlyRead))] : []),
  ].join(' ');
}

/** `page 3`, `pages 2, 5 to 9 and 12`. */
function sayPages(numbers: readonly number[]): string {
  const words = pages.exhibit.damage;
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) return words.page(String(only));
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return words.pagesOf(sayList(runs.flatMap(([from, to]) => (from === to ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from} to ${to}`]))));
}
