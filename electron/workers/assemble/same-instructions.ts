import { PDFArray, PDFName, type PDFContext, type PDFPage, type PDFRef } from './pdf-library';

const written = new WeakMap<PDFContext, Map<string, PDFRef>>();

/** A stream of drawing instructions that stands in the document once, however many pages have it: most of what is put before and after a page's own is the same on each. Nobody may change what is given. */
export function sameInstructions(context: PDFContext, words: string): PDFRef {
  const of = written.get(context) ?? new Map<string, PDFRef>();
  written.set(context, of);
  const known = of.get(words);
  if (known !== undefined) return known;
  const ref = context.register(context.stream(words));
  of.set(words, ref);
  return ref;
}

/** Puts instructions before and after all that a page has. Its list is made anew: two pages of a stranger's file may hold one and the same. */
export function putAround(page: PDFPage, before: PDFRef, after: PDFRef): void {
  page.node.normalize();
  const contents = page.node.Contents();
  page.node.set(PDFName.of('Contents'), page.doc.context.obj([before, ...(contents instanceof PDFArray ? contents.asArray() : []), after]));
}

/** A page's own graphics state must not reach what is drawn on it after: some pages leave it changed, or scaled. */
export function isolateContent(page: PDFPage): void {
  const { context } = page.doc;
  putAround(page, sameInstructions(context, 'q\n'), sameInstructions(context, '\nQ\n'));
}
