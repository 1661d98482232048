import { PDFArray, PDFDict, PDFHexString, PDFName, PDFObject, PDFPageLeaf, PDFString } from './pdf-library';

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

/** How many of these say something that is no link: notes, and what somebody wrote to a mark. */
export function notesAmong(listed: readonly Listed[]): number {
  return listed.filter(({ annotation }) => {
    const says = annotation?.lookup(PDFName.of('Contents'));
    return annotation?.lookup(PDFName.of('Subtype')) !== PDFName.of('Link') && (says instanceof PDFString || says instanceof PDFHexString) && says.decodeText().trim() !== '';
  }).length;
}

/** The address that a link leads to; null where it leads to none. What we print marks places with addresses of its own (shared/layouts/places.ts). */
export function uriOf(annotation: PDFDict): string | null {
  const action = annotation.lookup(PDFName.of('A'));
  const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : null;
}
