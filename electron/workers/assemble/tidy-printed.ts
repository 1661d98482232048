import { dropUnreached } from './parts/drop-unreached';
import { PDFDict, PDFDocument, PDFName, asItIs } from './pdf-library';
import { dropIds } from './tags/drop-ids';

/** What Chromium writes about itself, the time, and the document. */
const told = ['Creator', 'Producer', 'CreationDate', 'ModDate', 'Author', 'Subject', 'Keywords'];

/**
 * A document we printed that stands by itself: its pages, tags and title as they are; of the program that made it and of when, nothing (Chromium names
 * itself, its version and the system). Printed twice it is the same, byte for byte.
 */
export async function tidyPrinted(bytes: Uint8Array): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  const info = document.context.lookup(document.context.trailerInfo.Info);
  if (info instanceof PDFDict) for (const name of told) info.delete(PDFName.of(name));
  document.catalog.delete(PDFName.of('Metadata'));
  document.setLanguage('en-GB');
  const tags = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (tags instanceof PDFDict) dropIds(tags);
  dropUnreached(document);
  const saved = await document.save(asItIs);
  return { bytes: saved as Uint8Array<ArrayBuffer>, pageCount: document.getPageCount() };
}
