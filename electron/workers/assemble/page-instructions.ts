import { lookedUp } from './one-or-list';
import { PDFName, PDFNull, type PDFObject, type PDFPageLeaf } from './pdf-library';

/** What a page is drawn with, in order, which together are one (ISO 32000-2, 7.7.3.3): streams, unless the file is damaged. A blank page has none. */
export function instructionStreams(page: PDFPageLeaf): (PDFObject | undefined)[] {
  const contents = page.lookup(PDFName.of('Contents'));
  return contents === undefined || contents === PDFNull ? [] : lookedUp(contents);
}
