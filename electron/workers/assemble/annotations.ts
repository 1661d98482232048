import { PDFArray, PDFDict, PDFName, PDFObject, PDFPageLeaf } from './pdf-library';

const name = PDFName.of('Annots');

/** An annotation as the page lists it (mostly a reference) and the dictionary it is; null where there is none. */
export interface Listed { readonly held: PDFObject; readonly annotation: PDFDict | null }

/** Every annotation of a page, in order, as they stand now: the page may be changed while the list is walked. */
export function annotationsOf(page: PDFPageLeaf): Listed[] {
  const annotations = page.lookup(name);
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().map((held) => {
    const annotation = page.context.lookup(held);
    return { held, annotation: annotation instanceof PDFDict ? annotation : null };
  });
}

/** Takes off the page every annotation but those `isKept` says; the page's list is left alone when all stay. Gives what was taken. */
export function keepAnnotations(page: PDFPageLeaf, isKept: (annotation: PDFDict | null) => boolean): Listed[] {
  const all = annotationsOf(page);
  const taken = all.filter(({ annotation }) => !isKept(annotation));
  if (taken.length === all.length) page.delete(name);
  else if (taken.length > 0) page.set(name, page.context.obj(all.filter((one) => !taken.includes(one)).map(({ held }) => held)));
  return taken;
}
