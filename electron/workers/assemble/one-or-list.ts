import { PDFArray, type PDFObject } from './pdf-library';

/** Much in a PDF is one thing or a list of things (filters, instructions, ways of blending): all of them, each looked up. Of what is not there: one that is undefined. */
export function lookedUp(value: PDFObject | undefined): (PDFObject | undefined)[] {
  return value instanceof PDFArray ? Array.from({ length: value.size() }, (_, index) => value.lookup(index)) : [value];
}
