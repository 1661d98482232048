/**
 * The one place where the PDF library is imported (@cantoo/pdf-lib 2.11.1). Its cross-reference stream looks for the place of every new
 * object from the beginning, so that saving n objects costs n²: 150 s for 160,000 objects against 3.5 s (measured). Objects come almost
 * in order; looking from the end by halves mends it.
 */
import { PDFCrossRefStream, type PDFRef } from 'pdf-lib';

interface Entry { readonly ref: PDFRef }

function appendInOrder(this: { entries: Entry[] }, entry: Entry): void {
  const { entries } = this;
  const last = entries.at(-1);
  if (last === undefined || last.ref.objectNumber <= entry.ref.objectNumber) {
    entries.push(entry);
    return;
  }
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.ref.objectNumber ?? 0) > entry.ref.objectNumber) high = middle;
    else low = middle + 1;
  }
  entries.splice(low, 0, entry);
}

(PDFCrossRefStream.prototype as unknown as { appendEntry: typeof appendInOrder }).appendEntry = appendInOrder;

export {
  PDFArray, PDFBool, PDFCatalog, PDFContext, PDFDict, PDFDocument, PDFFont, PDFHexString, PDFName, PDFNull, PDFNumber, PDFObject, PDFObjectCopier, PDFOperator, PDFPage, PDFPageLeaf, PDFPageTree, PDFRawStream, PDFRef, PDFStream, PDFString, decodePDFRawStream, degrees, rgb,
} from 'pdf-lib';
