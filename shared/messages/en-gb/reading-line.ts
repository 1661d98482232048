import { countOf, sayNumber } from '../plural';

/** The one line about words that are read behind what she does, in the list of documents. */
export const readingLine = {
  reading: (done: number, total: number) => `Reading the words in pictures: ${sayNumber(done)} of ${sayNumber(total)}`,
  paused: (waiting: number) => (waiting === 0 ? 'Reading the words in new files is paused.' : `Paused: the words of ${countOf(waiting, 'file', 'files')} are still to be read. Find does not know them yet.`),
  pause: 'Pause', goOn: 'Go on',
};
