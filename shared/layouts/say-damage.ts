import type { Damage } from '../assemble-protocol';
import { pages } from '../messages/en-gb/pages';
import { rangesOf } from '../model/page-ranges';
import { sayCount } from './say';
import { sayPages } from './say-pages';

/** What is amiss with a PDF exhibit's pages, in whole sentences. */
export function sayDamage({ how, lostPages, lostNumbers, partlyRead, facesLost }: Damage): string {
  const words = pages.exhibit.damage;
  // Where nobody knows which pages are lost, the others have the numbers they have among those that are here.
  const numbersOf = (numbers: readonly number[]): string => (lostPages > lostNumbers.length ? words.countedHere(sayPages(rangesOf(numbers))) : sayPages(rangesOf(numbers)));
  return [
    words[how],
    ...(lostNumbers.length > 0 ? [words.lostAre(sayPages(rangesOf(lostNumbers)))] : lostPages > 0 ? [words.lost(sayCount(lostPages, 'page', 'pages'))] : []),
    ...(facesLost.length > 0 ? [words.facesLost(numbersOf(facesLost))] : []),
    ...(partlyRead.length > 0 ? [words.partlyRead(numbersOf(partlyRead))] : []),
  ].join(' ');
}
