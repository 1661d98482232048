import { sayPages } from '../../../../shared/layouts/say-pages';
import { messages } from '../../../../shared/messages/en-gb';
import { type ExhibitInCopy, turnsByQuarters } from '../../../../shared/model/exhibit-said';

/** What she said of an exhibit for this copy, in whole sentences; '' for nothing. `filePages`: of its file; of one that has a single page, which one is turned needs no saying. */
export function sayInCopy(inCopy: ExhibitInCopy, filePages: number | null): string {
  const words = messages.exhibitInCopy;
  const { title, extract } = inCopy;
  const turned = turnsByQuarters(inCopy).map(({ quarters, pages }) => `${filePages === 1 ? '' : `${sayPages(pages)}, `}${words.turned[quarters].toLowerCase()}`);
  return [
    ...(title === '' ? [] : [words.called(title)]),
    ...(extract === null ? [] : [words.extract(sayPages(extract.ranges), extract.of)]),
    ...(turned.length === 0 ? [] : [words.turnedPages(turned.join('; '))]),
  ].join(' ');
}
