import { PDFArray, PDFDict, PDFDocument, PDFName, PDFObject, PDFObjectCopier, PDFString } from './pdf-library';

const name = (key: string) => PDFName.of(key);

/** Layers of all parts with what is shown and hidden: without this, what a file hides would become visible when its pages are copied. */
export class Layers {
  readonly #target: PDFDocument;
  readonly #all: PDFObject[] = [];
  readonly #off: PDFObject[] = [];

  constructor(target: PDFDocument) { this.#target = target; }

  /** `copied`: every object of the source that went into the target, and what it is there. */
  take(source: PDFDocument, copier: PDFObjectCopier, copied: ReadonlyMap<PDFObject, PDFObject>): void {
    const properties = source.catalog.lookup(name('OCProperties'));
    if (!(properties instanceof PDFDict)) {
      // A file without a list of its layers shows all of them. In the joined document, which may have a list, one that is not in it would be hidden.
      for (const [ref, object] of source.context.enumerateIndirectObjects()) {
        const own = object instanceof PDFDict && object.get(name('Type')) === name('OCG') ? copied.get(ref) : undefined;
        if (own !== undefined) this.#all.push(own);
      }
      return;
    }
    const groups = listed(properties.lookup(name('OCGs')));
    const standard = properties.lookup(name('D'));
    const hidden = new Set(standard instanceof PDFDict ? listed(standard.lookup(name('OFF'))) : []);
    const shown = new Set(standard instanceof PDFDict ? listed(standard.lookup(name('ON'))) : []);
    const startsOff = standard instanceof PDFDict && standard.lookup(name('BaseState')) === name('OFF');
    for (const group of groups) {
      const copied = copier.copy(group);
      this.#all.push(copied);
      if (hidden.has(group) || (startsOff && !shown.has(group))) this.#off.push(copied);
    }
  }

  finish(): void {
    if (this.#all.length === 0) return;
    const { context } = this.#target;
    const standard = context.obj({ Name: PDFString.of('As in the files'), BaseState: 'ON' });
    standard.set(name('OFF'), context.obj(this.#off));
    standard.set(name('Order'), context.obj(this.#all));
    standard.set(name('Locked'), context.obj(this.#all));
    const properties = context.obj({});
    properties.set(name('OCGs'), context.obj(this.#all));
    properties.set(name('D'), standard);
    this.#target.catalog.set(name('OCProperties'), properties);
  }
}

function listed(object: PDFObject | undefined): PDFObject[] {
  return object instanceof PDFArray ? object.asArray() : [];
}
