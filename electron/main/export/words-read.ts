import type { ReadWord } from '../../../shared/assemble-protocol';
import type { Document } from '../../../shared/model/document';
import type { ExhibitRedactions } from './exhibit-redactions';
import type { ExportSource } from './ports';

/**
 * The words that a machine has read off a picture, or off those pages of a PDF that have none, by page (from 1); without what is taken out of this copy. Of a file that no machine has read yet, nothing. What she put right has no place on the page: as read by the machine is where it stands.
 */
export async function wordsRead(document: Document, { source, redactions }: { source: Pick<ExportSource, 'pagesRead'>; redactions: Pick<ExhibitRedactions, 'ofRead'> }): Promise<ReadonlyMap<number, readonly ReadWord[]>> {
  const pages = new Map<number, readonly ReadWord[]>();
  for (const { page, origin, text, machineText, boxes } of await source.pagesRead(document.id)) {
    if (origin !== 'ocr' || boxes === null) continue;
    const read = machineText ?? text;
    const words = boxes.flatMap(({ start, end, left, top, width, height }) => {
      const word = read.slice(start, end).trim();
      return word === '' || !(width > 0) || !(height > 0) ? [] : [{ text: word, left, top, width, height }];
    });
    const left = redactions.ofRead(document.id, page, words);
    if (left.length > 0) pages.set(page, left);
  }
  return pages;
}

/** The same by the pages of a copy, in which some pages of the file stand one after the other; null: all of them do. */
export function onPagesThatGo(read: ReadonlyMap<number, readonly ReadWord[]>, going: readonly number[] | null): [number, readonly ReadWord[]][] {
  if (going === null) return [...read];
  return going.flatMap((page, index): [number, readonly ReadWord[]][] => { const words = read.get(page); return words === undefined ? [] : [[index + 1, words]]; });
}
