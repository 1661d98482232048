import { annotationsOf } from '../annotations';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFObject } from '../pdf-library';
import { readParents, writeParents } from '../tags/parent-tree';

const name = (key: string) => PDFName.of(key);
const deepest = 200;

/** What is left of an element: something that is on a page; nothing because there never was (an empty cell); nothing because its page is gone. */
type Left = 'content' | 'empty' | 'gone';

interface Kept { readonly document: PDFDocument; readonly pages: ReadonlySet<PDFObject>; readonly annotations: ReadonlySet<PDFObject> }

/** Takes out of the tags (ISO 32000-2, 14.7) what stands on no page of the document any more. */
export function keepTagsOf(document: PDFDocument): void {
  const root = document.catalog.lookup(name('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return;
  const pages = document.getPages();
  const kept: Kept = { document, pages: new Set(pages.map(({ ref }) => ref)), annotations: new Set(pages.flatMap(({ node }) => annotationsOf(node).map(({ held }) => held))) };
  keepIn(root, kept, 0);
  const used = usedKeys(document);
  writeParents(root, readParents(root).filter(([key]) => used.has(key)));
}

function keepIn(element: PDFDict, kept: Kept, depth: number): Left {
  const listed = element.lookup(name('K'));
  const held = element.get(name('K'));
  if (held === undefined || listed === undefined || depth > deepest) return 'empty';
  const kids = listed instanceof PDFArray ? listed.asArray() : [held];
  const own = element.get(name('Pg'));
  const left = kids.map((kid): Left => leftOf(kid, own, kept, depth));
  if (!left.includes('content')) return left.every((one) => one === 'empty') ? 'empty' : 'gone';
  if (own !== undefined && !kept.pages.has(own)) element.delete(name('Pg'));
  if (left.includes('gone')) {
    const stay = kids.filter((_, index) => left[index] !== 'gone');
    element.set(name('K'), kept.document.context.obj(stay));
    // An element `Link` without its annotation is none (14.8.4.7.2).
    if (element.get(name('S')) === name('Link') && !stay.some((kid) => isOf(kept.document.context.lookup(kid), 'OBJR'))) element.set(name('S'), name('Span'));
  }
  return 'content';
}

function leftOf(kid: PDFObject, pageOfElement: PDFObject | undefined, kept: Kept, depth: number): Left {
  const value = kept.document.context.lookup(kid);
  const isHere = (page: PDFObject | undefined): Left => (page !== undefined && kept.pages.has(page) ? 'content' : 'gone');
  if (value instanceof PDFNumber) return isHere(pageOfElement);
  if (!(value instanceof PDFDict)) return 'gone';
  if (isOf(value, 'MCR')) return isHere(value.get(name('Pg')) ?? pageOfElement);
  if (!isOf(value, 'OBJR')) return keepIn(value, kept, depth + 1);
  const object = value.get(name('Obj'));
  return object !== undefined && kept.annotations.has(object) ? 'content' : 'gone';
}

const isOf = (value: PDFObject | undefined, type: string): boolean => value instanceof PDFDict && value.get(name('Type')) === name(type);

function usedKeys(document: PDFDocument): ReadonlySet<number> {
  const used = new Set<number>();
  const note = (holder: PDFDict | null, key: string): void => {
    const marker = holder?.lookup(name(key));
    if (marker instanceof PDFNumber) used.add(marker.asNumber());
  };
  for (const { node } of document.getPages()) {
    note(node, 'StructParents');
    for (const { annotation } of annotationsOf(node)) note(annotation, 'StructParent');
  }
  return used;
}
