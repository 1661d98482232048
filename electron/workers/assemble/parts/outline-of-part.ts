import type { Bookmark } from '../../../../shared/assemble-protocol';
import { pagesBundle } from '../../../../shared/messages/en-gb/pages-bundle';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '../pdf-library';
import { targetOf, topOf } from './destination-of';

const name = (key: string) => PDFName.of(key);
const mostBookmarks = 200_000;

/** A bookmark as it stands in a finished document. `index`: of the page it leads to. */
export interface ReadBookmark { readonly title: string; readonly index: number; readonly top: number; readonly children: readonly ReadBookmark[] }

export function readOutline(document: PDFDocument, indexOf: ReadonlyMap<PDFRef, number>): ReadBookmark[] {
  const root = document.catalog.lookup(name('Outlines'));
  let left = mostBookmarks;
  const below = (parent: PDFDict): ReadBookmark[] => {
    const list: ReadBookmark[] = [];
    for (let item = parent.lookup(name('First')); item instanceof PDFDict && left > 0; item = item.lookup(name('Next'))) {
      left -= 1;
      const title = item.lookup(name('Title'));
      const index = targetOf(item, indexOf);
      if ((title instanceof PDFString || title instanceof PDFHexString) && index !== null) list.push({ title: title.decodeText(), index, top: topOf(item), children: below(item) });
    }
    return list;
  };
  return root instanceof PDFDict ? below(root) : [];
}

/** The bookmarks of one part, and where each leads. A section that begins in an earlier part is there as far as it goes on. `labelOf`: the number of a page of the whole, as printed. */
export function bookmarksFor(outline: readonly ReadBookmark[], isKept: (index: number) => boolean, labelOf: (index: number) => string): { bookmarks: Bookmark[]; places: ReadonlyMap<string, { index: number; top: number }> } {
  const places = new Map<string, { index: number; top: number }>();
  const bookmark = (title: string, index: number, top: number, children: Bookmark[]): Bookmark => {
    const place = String(places.size);
    places.set(place, { index, top });
    return { title, place, children };
  };
  const own = (list: readonly ReadBookmark[]): Bookmark[] => list.flatMap(({ title, index, top, children }) => {
    const inner = own(children);
    if (isKept(index)) return [bookmark(title, index, top, inner)];
    const first = children.find((child) => isKept(child.index));
    return first === undefined ? inner : [bookmark(pagesBundle.parts.continued(title.replace(/ \(page [^)]*\)$/, ''), labelOf(first.index)), first.index, first.top, inner)];
  });
  return { bookmarks: own(outline), places };
}
