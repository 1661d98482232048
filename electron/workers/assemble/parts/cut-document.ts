import * as fontkit from 'fontkit';
import type { CutOrder } from '../../../../shared/assemble-protocol';
import { pagesBundle } from '../../../../shared/messages/en-gb/pages-bundle';
import { labelOf, numberingOfPages } from '../../../../shared/model/page-numbering';
import { annotationsOf, keepAnnotations } from '../annotations';
import { writeMetadata } from '../metadata';
import { claimsToBeKept, expectStillKept } from '../pdfa/claim';
import { destinationTo, writeOutline, writePageLabels } from '../navigation';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFPage, PDFRef, asItIs } from '../pdf-library';
import { ownPage, writeAtFoot } from '../stamp';
import { targetOf } from './destination-of';
import { dropUnreached } from './drop-unreached';
import { bookmarksFor, readOutline } from './outline-of-part';
import { keepTagsOf } from './tags-of-part';

const name = (key: string) => PDFName.of(key);
const words = pagesBundle.parts;
const footSize = 12;

/** One part as it is being cut: pages of the whole by index, and which of them are in it. */
interface Cutting { readonly document: PDFDocument; readonly pages: readonly PDFPage[]; readonly indexOf: ReadonlyMap<PDFRef, number>; readonly isKept: (index: number) => boolean; readonly order: CutOrder }

/**
 * Cuts a finished document into several, each a document of its own: cover and index again, then its own pages under the numbers they have, with their bookmarks and tags. A link to a page that is in another part leads to that page's line in the index,
 * which says the part, and is told so; in the index itself it is none. What a part does not hold is nowhere in it.
 */
export async function cutDocument(bytes: Uint8Array, order: CutOrder, stampFont: Uint8Array): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number }[]> {
  const made: { bytes: Uint8Array<ArrayBuffer>; pageCount: number }[] = [];
  // One after another: only one is ever held taken apart.
  for (const index of order.parts.keys()) made.push(await cutPart(bytes, order, index, stampFont));
  return made;
}

async function cutPart(bytes: Uint8Array, order: CutOrder, part: number, stampFont: Uint8Array): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  const pages = document.getPages();
  const own = order.parts[part];
  if (own === undefined || own.to > pages.length) throw new RangeError('a part asks for pages that are not there');
  const ranges = own.from <= order.repeated ? [{ from: 0, to: own.to }] : [{ from: 0, to: order.repeated }, own];
  const isKept = (index: number): boolean => ranges.some(({ from, to }) => index >= from && index < to);
  const cutting: Cutting = { document, pages, indexOf: new Map(pages.map(({ ref }, index) => [ref, index])), isKept, order };
  leadWithin(cutting);
  const outline = bookmarksFor(readOutline(document, cutting.indexOf), isKept, (index) => labelOf(order.numbering, index));
  for (let index = pages.length - 1; index >= 0; index--) {
    if (isKept(index)) continue;
    document.removePage(index);
    const ref = pages[index]?.ref;
    if (ref !== undefined) document.context.delete(ref);
  }
  keepTagsOf(document);
  document.catalog.delete(name('Outlines'));
  writeOutline(document, outline.bookmarks, (place) => {
    const at = outline.places.get(place);
    const page = at === undefined ? undefined : pages[at.index];
    if (at === undefined || page === undefined) throw new Error('a bookmark leads to a page that is not there');
    return { page, top: at.top };
  });
  writePageLabels(document, numberingOfPages(order.numbering, ranges));
  await sayWhichPart(document, order, part, stampFont);
  dropUnreached(document);
  await expectStillKept(document);
  const saved = await document.save(asItIs);
  return { bytes: saved as Uint8Array<ArrayBuffer>, pageCount: document.getPageCount() };
}

/** At the foot of cover and index, and in the title. */
async function sayWhichPart(document: PDFDocument, { title, repeated, parts }: CutOrder, part: number, stampFont: Uint8Array): Promise<void> {
  document.setTitle(words.title(title, part + 1, parts.length), { showInWindowTitleBar: true });
  writeMetadata(document, claimsToBeKept(document));
  if (repeated === 0) return;
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  const font = await document.embedFont(stampFont, { subset: true });
  for (const page of document.getPages().slice(0, repeated)) writeAtFoot(page, font, { baseline: ownPage.baseline, size: footSize, left: words.which(part + 1, parts.length), right: '' }, null);
}

/** Links that lead out of the part. */
function leadWithin({ document, pages, indexOf, isKept, order }: Cutting): void {
  const rows = rowsOf(pages.slice(0, order.repeated), indexOf);
  pages.forEach((page, onPage) => {
    if (!isKept(onPage)) return;
    keepAnnotations(page.node, (annotation) => {
      const to = annotation === null ? null : targetOf(annotation, indexOf);
      if (annotation === null || to === null || isKept(to)) return true;
      const row = onPage < order.repeated ? undefined : rows.findLast((one) => one.leadsTo <= to);
      if (row === undefined) return false;
      annotation.set(name('Dest'), destinationTo(document, row));
      annotation.set(name('Contents'), PDFHexString.fromText(words.elsewhere(labelOf(order.numbering, to), partOf(order, to) + 1)));
      return true;
    });
  });
}

/** The lines of the index, in the order of what they lead to. */
function rowsOf(pages: readonly PDFPage[], indexOf: ReadonlyMap<PDFRef, number>): { leadsTo: number; page: PDFPage; top: number }[] {
  const rows = pages.flatMap((page) => annotationsOf(page.node).flatMap(({ annotation }) => {
    const leadsTo = annotation === null ? null : targetOf(annotation, indexOf);
    const rect = annotation?.lookup(name('Rect'));
    return leadsTo === null || !(rect instanceof PDFArray) ? [] : [{ leadsTo, page, top: rect.asRectangle().y + rect.asRectangle().height }];
  }));
  return rows.toSorted((a, b) => a.leadsTo - b.leadsTo);
}

function partOf({ parts }: CutOrder, page: number): number {
  return Math.max(0, parts.findIndex(({ to }) => page < to));
}
