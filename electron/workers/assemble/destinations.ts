import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFObject, PDFRef, PDFString } from './pdf-library';

const deepest = 50;

/** Named destinations of a document (name tree and old dictionary): they are lost when pages are copied, so links are given the place itself. */
export class Destinations {
  readonly #named = new Map<string, PDFObject>();
  readonly #document: PDFDocument;

  constructor(document: PDFDocument) {
    this.#document = document;
    const old = document.catalog.lookup(PDFName.of('Dests'));
    if (old instanceof PDFDict) for (const [key, value] of old.entries()) this.#named.set(key.decodeText(), value);
    const names = document.catalog.lookup(PDFName.of('Names'));
    if (names instanceof PDFDict) this.#walk(names.lookup(PDFName.of('Dests')), 0);
  }

  /** The explicit destination, or null when there is none. */
  resolve(destination: PDFObject | undefined): PDFArray | null {
    let at = destination instanceof PDFRef ? this.#document.context.lookup(destination) : destination;
    if (at instanceof PDFName || at instanceof PDFString || at instanceof PDFHexString) at = this.#named.get(at.decodeText());
    if (at instanceof PDFRef) at = this.#document.context.lookup(at);
    if (at instanceof PDFDict) at = at.lookup(PDFName.of('D'));
    return at instanceof PDFArray ? at : null;
  }

  #walk(node: PDFObject | undefined, depth: number): void {
    if (!(node instanceof PDFDict) || depth > deepest) return;
    const names = node.lookup(PDFName.of('Names'));
    if (names instanceof PDFArray) {
      for (let index = 0; index + 1 < names.size(); index += 2) {
        const key = names.lookup(index);
        if (key instanceof PDFString || key instanceof PDFHexString) this.#named.set(key.decodeText(), names.get(index + 1));
      }
    }
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) for (let index = 0; index < kids.size(); index++) this.#walk(kids.lookup(index), depth + 1);
  }
}
