import type { Weight } from '../../../shared/layouts/export/section';

/** Printing slows more than in proportion with length (measured): parts are kept to about 500 pages, and to a memory's worth of pictures. */
const mostPages = 500;
const mostPictureBytes = 96 * 1024 * 1024;

/** Splits a list, in order, into runs that print well together, each of at most `most` pages; a heavy item stands alone. */
export function* inChunks<T>(items: readonly T[], weigh: (item: T) => Weight, most = mostPages): Generator<T[]> {
  let chunk: T[] = [];
  let pages = 0;
  let pictureBytes = 0;
  for (const item of items) {
    const weight = weigh(item);
    if (chunk.length > 0 && (pages + weight.pages > most || pictureBytes + weight.pictureBytes > mostPictureBytes)) {
      yield chunk;
      chunk = [];
      pages = 0;
      pictureBytes = 0;
    }
    chunk.push(item);
    pages += weight.pages;
    pictureBytes += weight.pictureBytes;
  }
  if (chunk.length > 0) yield chunk;
}
