import type { Bookmark } from '../../../shared/assemble-protocol';
import { readPlaceLink } from '../../../shared/layouts/places';
import type { PageNumbering } from '../../../shared/model/page-numbering';
import { annotationsOf, keepAnnotations, uriOf } from './annotations';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFPage, PDFRef, PDFString } from './pdf-library';

const name = (key: string) => PDFName.of(key);

/** Where a place is: its page, and the height on it in the page's own units. */
export interface FoundPlace { readonly page: PDFPage; readonly top: number }

interface PlaceLink { readonly annotation: PDFDict; readonly page: PDFPage; readonly does: 'mark' | 'point'; readonly place: string; readonly top: number }

/** Every link of ours on the pages, in order (shared/layouts/places.ts). */
export function placeLinks(pages: readonly PDFPage[]): PlaceLink[] {
  const links: PlaceLink[] = [];
  for (const page of pages) {
    for (const { annotation } of annotationsOf(page.node)) {
      if (annotation === null) continue;
      const uri = uriOf(annotation);
      const read = uri === null ? null : readPlaceLink(uri);
      const rect = annotation.lookup(name('Rect'));
      if (read !== null && rect instanceof PDFArray) links.push({ annotation, page, ...read, top: rect.asRectangle().y + rect.asRectangle().height });
    }
  }
  return links;
}

/** Less than this is no line of text, in points. */
const leastLinkHeight = 6;

/** Takes away the slivers Chromium leaves of a link that begins a page: where its box juts over the page's edge, it makes a second link on the page before. */
export function dropSlivers(pages: readonly PDFPage[]): void {
  for (const page of pages) {
    keepAnnotations(page.node, (annotation) => {
      const rect = annotation?.lookup(name('Rect'));
      return rect instanceof PDFArray && rect.asRectangle().height >= leastLinkHeight;
    });
  }
}

export function destinationTo(document: PDFDocument, { page, top }: FoundPlace): PDFArray {
  const destination = document.context.obj([page.ref, 'XYZ']) as PDFArray;
  destination.push(document.context.obj(null));
  destination.push(PDFNumber.of(Math.round(top + 10)));
  destination.push(document.context.obj(null));
  return destination;
}

/** Turns one of our links into a jump inside the document, with words for those who do not see it. */
export function lead(document: PDFDocument, link: PlaceLink, to: FoundPlace, words: string): void {
  link.annotation.delete(name('A'));
  link.annotation.set(name('Dest'), destinationTo(document, to));
  link.annotation.set(name('Contents'), PDFHexString.fromText(words));
  link.annotation.set(name('F'), PDFNumber.of(4));
}

/** Writes the bookmarks, top level open. */
export function writeOutline(document: PDFDocument, bookmarks: readonly Bookmark[], find: (place: string) => FoundPlace): void {
  const { context } = document;
  const write = (list: readonly Bookmark[], parent: PDFRef): { first: PDFRef; last: PDFRef } | null => {
    const refs = list.map(() => context.nextRef());
    list.forEach((bookmark, index) => {
      const item = context.obj({ Parent: parent });
      item.set(name('Title'), PDFHexString.fromText(bookmark.title));
      item.set(name('Dest'), destinationTo(document, find(bookmark.place)));
      const previous = refs[index - 1];
      const next = refs[index + 1];
      if (previous !== undefined) item.set(name('Prev'), previous);
      if (next !== undefined) item.set(name('Next'), next);
      const ref = refs[index];
      if (ref === undefined) return;
      const inner = bookmark.children.length === 0 ? null : write(bookmark.children, ref);
      if (inner !== null) {
        item.set(name('First'), inner.first);
        item.set(name('Last'), inner.last);
        item.set(name('Count'), PDFNumber.of(-bookmark.children.length));
      }
      context.assign(ref, item);
    });
    const first = refs[0];
    const last = refs.at(-1);
    return first === undefined || last === undefined ? null : { first, last };
  };
  const rootRef = context.nextRef();
  const written = write(bookmarks, rootRef);
  if (written === null) return;
  const root = context.obj({ Type: 'Outlines', Count: bookmarks.length });
  root.set(name('First'), written.first);
  root.set(name('Last'), written.last);
  context.assign(rootRef, root);
  document.catalog.set(name('Outlines'), rootRef);
  document.catalog.set(name('PageMode'), name('UseOutlines'));
}

/** Page labels equal to the printed numbers (ISO 32000-2, 12.4.2). */
export function writePageLabels(document: PDFDocument, { series }: PageNumbering): void {
  const { context } = document;
  const ranges = series.flatMap(({ fromPage, style, prefix, first }) => {
    const label = context.obj({ S: style === 'roman' ? 'r' : 'D', St: first });
    if (prefix !== '') label.set(name('P'), PDFString.of(prefix));
    return [fromPage, label];
  });
  document.catalog.set(name('PageLabels'), context.obj({ Nums: ranges }));
}
