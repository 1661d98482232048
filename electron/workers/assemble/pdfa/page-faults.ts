import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFPage } from '../pdf-library';
import { fault, type Fault } from './fault';
import { FontFaults } from './font-faults';
import { lookAtPage } from './look-at-content';
import { markFaults } from './mark-faults';

const name = (key: string) => PDFName.of(key);
/** ISO 19005-2, 6.1.13, in a page's own units. `room`: what is added to a page here. */
const [least, most, room] = [3, 14_400, 40];
const forbidden = ['AA', 'PresSteps'].map(name);

/** Of each page of a document in order what is against PDF/A-2b. `isFinished`: as of `lookAtPage`. */
export function pageFaults(document: PDFDocument, isFinished: boolean): Fault[][] {
  const fonts = new FontFaults();
  return document.getPages().map((page) => {
    const { faults, written } = lookAtPage(page, isFinished);
    return [...sizeFaults(page, isFinished), ...forbidden.filter((key) => page.node.has(key)).map(() => fault('6.5', 'whole')), ...faults, ...[...written].flatMap(([font, letters]) => fonts.of(font, letters)), ...markFaults(page)];
  });
}

function sizeFaults(page: PDFPage, isFinished: boolean): Fault[] {
  const boxes = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'].flatMap((key) => { const box = page.node.lookup(name(key)); return box instanceof PDFArray && box.size() === 4 && box.asArray().every((_, index) => box.lookup(index) instanceof PDFNumber) ? [box.asRectangle()] : []; });
  const largest = isFinished ? most : most - room;
  return boxes.some(({ width, height }) => [width, height].some((side) => Math.abs(side) < least || Math.abs(side) > largest)) ? [fault('6.1.13', 'limits')] : [];
}

/** One of each kind. */
export function eachOnce(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((one) => [`${one.clause} ${one.about}`, one])).values()];
}

/** Whether it is a document's own dictionary. */
export const asDict = (object: unknown): PDFDict | null => (object instanceof PDFDict ? object : null);
