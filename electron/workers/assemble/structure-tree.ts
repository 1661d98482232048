import { annotationsOf } from './annotations';
import { charactersOf } from './told-characters';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFObject, PDFObjectCopier, PDFPage, PDFRef } from './pdf-library';

const name = (key: string) => PDFName.of(key);
const deepest = 50;

interface PartTree { readonly part: string; readonly kids: PDFObject[] }

/** The tags of all parts, joined into one tree under one root (ISO 32000-2, 14.7). */
export class StructureTree {
  readonly #target: PDFDocument;
  readonly #rootRef: PDFRef;
  readonly #parts: PartTree[] = [];
  readonly #parents: [number, PDFObject][] = [];
  readonly #roles = new Map<PDFName, PDFObject>();
  #nextKey = 0;

  constructor(target: PDFDocument) {
    this.#target = target;
    this.#rootRef = target.context.nextRef();
  }

  /** Call before pages are copied: the source's root must map to ours wherever it is pointed to. */
  prepare(source: PDFDocument, copied: Map<PDFObject, PDFObject>): void {
    const root = source.catalog.get(name('StructTreeRoot'));
    if (root instanceof PDFRef) copied.set(root, this.#rootRef);
  }

  /** Takes over a part's tags after its pages are copied. A part without tags has its markers removed. */
  take(part: string, source: PDFDocument, copier: PDFObjectCopier, pages: readonly PDFPage[]): void {
    const root = source.catalog.lookup(name('StructTreeRoot'));
    const kids = root instanceof PDFDict ? root.get(name('K')) : undefined;
    if (!(root instanceof PDFDict) || kids === undefined) {
      for (const page of pages) dropMarkers(page);
      return;
    }
    dropIds(root);
    const copiedKids = copier.copy(source.context.lookup(kids) instanceof PDFArray ? (source.context.lookup(kids) as PDFObject) : kids);
    const shift = this.#nextKey;
    let highest = -1;
    this.#readParents(root.lookup(name('ParentTree')), 0, (key, value) => {
      highest = Math.max(highest, key);
      this.#parents.push([key + shift, copier.copy(value)]);
    });
    this.#parts.push({ part, kids: copiedKids instanceof PDFArray ? copiedKids.asArray() : [copiedKids] });
    const roles = root.lookup(name('RoleMap'));
    if (roles instanceof PDFDict) for (const [key, value] of roles.entries()) if (!this.#roles.has(key) && value instanceof PDFName) this.#roles.set(key, value);
    for (const page of pages) {
      shiftMarker(page.node, 'StructParents', shift);
      for (const { annotation } of annotationsOf(page.node)) shiftMarker(annotation, 'StructParent', shift);
    }
    this.#nextKey = shift + highest + 1;
  }

  /** Writes the tree, its parts in the order of the document. */
  finish(order: readonly string[]): void {
    const { context } = this.#target;
    const placeOf = new Map(order.map((part, index) => [part, index]));
    const sorted = [...this.#parts].sort((a, b) => (placeOf.get(a.part) ?? 0) - (placeOf.get(b.part) ?? 0));
    const documentRef = context.nextRef();
    const top = context.obj({ Type: 'StructElem', S: 'Document', P: this.#rootRef });
    const kids = sorted.flatMap((tree) => tree.kids);
    for (const kid of kids) {
      const element = context.lookup(kid);
      if (!(element instanceof PDFDict)) continue;
      element.set(name('P'), documentRef);
      if (element.get(name('S')) === name('Document')) element.set(name('S'), name('Part'));
    }
    top.set(name('K'), context.obj(kids));
    context.assign(documentRef, top);
    dropOrphans(this.#target, documentRef);
    const numbers = context.obj([]) as PDFArray;
    for (const [key, value] of this.#parents.sort(([a], [b]) => a - b)) {
      numbers.push(PDFNumber.of(key));
      numbers.push(value);
    }
    const parentTree = context.obj({});
    parentTree.set(name('Nums'), numbers);
    const root = context.obj({ Type: 'StructTreeRoot', ParentTreeNextKey: this.#nextKey });
    root.set(name('K'), documentRef);
    root.set(name('ParentTree'), context.register(parentTree));
    if (this.#roles.size > 0) {
      const roles = context.obj({});
      for (const [key, value] of this.#roles) roles.set(key, value);
      root.set(name('RoleMap'), roles);
    }
    context.assign(this.#rootRef, root);
    this.#target.catalog.set(name('StructTreeRoot'), this.#rootRef);
    this.#target.catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  }

  #readParents(node: PDFObject | undefined, depth: number, found: (key: number, value: PDFObject) => void): void {
    if (!(node instanceof PDFDict) || depth > deepest) return;
    const numbers = node.lookup(name('Nums'));
    if (numbers instanceof PDFArray) {
      for (let index = 0; index + 1 < numbers.size(); index += 2) {
        const key = numbers.lookup(index);
        if (key instanceof PDFNumber && key.asNumber() >= 0 && key.asNumber() < 10_000_000) found(key.asNumber(), numbers.get(index + 1));
      }
    }
    const kids = node.lookup(name('Kids'));
    if (kids instanceof PDFArray) for (let index = 0; index < kids.size(); index++) this.#readParents(kids.lookup(index), depth + 1, found);
  }
}

function shiftMarker(holder: PDFDict | null, key: string, shift: number): void {
  const marker = holder?.lookup(name(key));
  if (marker instanceof PDFNumber) holder?.set(name(key), PDFNumber.of(marker.asNumber() + shift));
}

function dropMarkers(page: PDFPage): void {
  page.node.delete(name('StructParents'));
  for (const { annotation } of annotationsOf(page.node)) annotation?.delete(name('StructParent'));
}

/**
 * Annotations taken off their pages (a sliver, an emoji's mark, a link that led nowhere) go out of the tags and the document too: what the tags point to is
 * on a page. An element `Link` left without its annotation becomes a `Span` (ISO 32000-2, 14.8.4.7.2); one that stood for an emoji says its characters, because what is tagged is
 * only its picture.
 */
function dropOrphans(target: PDFDocument, top: PDFRef): void {
  const { context } = target;
  const onPages = new Set<PDFObject>(target.getPages().flatMap(({ node }) => annotationsOf(node).map(({ held }) => held)));
  const takeOrphan = (kid: PDFObject): PDFDict | null => {
    const reference = context.lookup(kid);
    if (!(reference instanceof PDFDict) || reference.get(name('Type')) !== name('OBJR')) return null;
    const object = reference.get(name('Obj'));
    const annotation = object === undefined || onPages.has(object) ? undefined : context.lookup(object);
    if (!(annotation instanceof PDFDict)) return null;
    if (object instanceof PDFRef) context.delete(object);
    reference.delete(name('Obj'));
    return annotation;
  };
  const seen = new Set<PDFObject>();
  const stack: PDFObject[] = [top];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const element = context.lookup(at);
    if (!(element instanceof PDFDict) || seen.has(element)) continue;
    seen.add(element);
    const held = element.get(name('K'));
    if (held === undefined) continue;
    const listed = context.lookup(held);
    const kids = listed instanceof PDFArray ? listed.asArray() : [held];
    const kept = kids.filter((kid) => {
      const orphan = takeOrphan(kid);
      const characters = orphan === null ? null : charactersOf(orphan);
      if (characters !== null) element.set(name('ActualText'), PDFHexString.fromText(characters));
      return orphan === null;
    });
    stack.push(...kept);
    if (kept.length === kids.length) continue;
    element.set(name('K'), context.obj(kept));
    const isTagged = kept.some((kid) => {
      const one = context.lookup(kid);
      return one instanceof PDFDict && one.get(name('Type')) === name('OBJR');
    });
    if (element.get(name('S')) === name('Link') && !isTagged) element.set(name('S'), name('Span'));
  }
}

/** Ids are unique within a part only, and the tree that finds them is not carried over: tables name their headings by scope. */
function dropIds(root: PDFDict): void {
  const seen = new Set<PDFObject>();
  const stack: PDFObject[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const value = root.context.lookup(element);
    if (value === undefined || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof PDFArray) stack.push(...value.asArray());
    if (!(value instanceof PDFDict)) continue;
    value.delete(name('ID'));
    const attributes = value.lookup(name('A'));
    for (const one of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
      const owner = root.context.lookup(one);
      if (owner instanceof PDFDict) owner.delete(name('Headers'));
    }
    const kids = value.get(name('K'));
    if (kids !== undefined) stack.push(kids);
  }
}
