import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '../pdf-library';

const name = (key: string) => PDFName.of(key);

/** The index of the page a link within the document leads to; null of any other annotation. */
export function targetOf(holder: PDFDict, indexOf: ReadonlyMap<PDFRef, number>): number | null {
  const destination = holder.lookup(name('Dest'));
  const page = destination instanceof PDFArray ? destination.get(0) : undefined;
  return page instanceof PDFRef ? (indexOf.get(page) ?? null) : null;
}

/** The height a destination names, or the page's top. */
export function topOf(holder: PDFDict): number {
  const destination = holder.lookup(name('Dest'));
  const top = destination instanceof PDFArray ? destination.lookup(3) : undefined;
  return top instanceof PDFNumber ? top.asNumber() - 10 : 10_000;
}
