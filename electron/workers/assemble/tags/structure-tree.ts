import { annotationsOf } from '../annotations';
import { pictureMarkOf } from '../read-words';
import { charactersOf } from '../told-characters';
import { dropIds } from './drop-ids';
import { readParents, writeParents } from './parent-tree';
import { type PictureOfPage, tagPages } from './tag-pages';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNull, PDFNumber, PDFObject, PDFObjectCopier, PDFPage, PDFRef } from '../pdf-library';

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
    for (const [key, value] of readParents(root)) {
      highest = Math.max(highest, key);
      this.#parents.push([key + shift, copier.copy(value)]);
    }
    this.#parts.push({ part, kids: copiedKids instanceof PDFArray ? copiedKids.asArray() : [copiedKids] });
    const roles = root.lookup(name('RoleMap'));
    if (roles instanceof PDFDict) for (const [key, value] of roles.entries()) if (!this.#roles.has(key) && value instanceof PDFName) this.#roles.set(key, value);
    for (const page of pages) {
      shiftMarker(page.node, 'StructParents', shift);
      for (const { annotation } of annotationsOf(page.node)) shiftMarker(annotation, 'StructParent', shift);
    }
    this.#nextKey = shift + highest + 1;
  }

  /** Tags an exhibit's pages that have none; they are final but for what we draw on them. `pictures`: by index, those that are pictures of ours. */
  tag(part: string, pages: readonly PDFPage[], pictures: ReadonlyMap<number, PictureOfPage> = new Map()): void {
    const { kids, parents } = tagPages(this.#target, pages, this.#nextKey, pictures);
    if (kids.length === 0) return;
    this.#parts.push({ part, kids: [...kids] });
    for (const [index, value] of parents.entries()) this.#parents.push([this.#nextKey + index, value]);
    this.#nextKey += parents.length;
  }

  /**
   * A paragraph for words laid on an exhibit's page that `tag` made a figure of, which from then on says `figureSays`. Gives the number its marked content must have; null where the page has tags of its own: what is laid there is an artifact.
   */
  addWords(page: PDFPage, figureSays: string): number | null {
    const { context } = this.#target;
    const key = page.node.lookup(name('StructParents'));
    const held = key instanceof PDFNumber ? this.#parents.find(([number]) => number === key.asNumber())?.[1] : undefined;
    const parents = held === undefined ? undefined : context.lookup(held);
    if (!(parents instanceof PDFArray) || parents.size() !== 1) return null;
    const figureRef = parents.get(0);
    const figure = context.lookup(figureRef);
    const section = figure instanceof PDFDict ? figure.lookup(name('P')) : undefined;
    const kids = section instanceof PDFDict ? section.lookup(name('K')) : undefined;
    if (!(figure instanceof PDFDict) || figure.get(name('S')) !== name('Figure') || !(kids instanceof PDFArray)) return null;
    figure.set(name('Alt'), PDFHexString.fromText(figureSays));
    const words = context.register(context.obj({ Type: 'StructElem', S: 'P', P: figure.get(name('P')), Pg: page.ref, K: 1 } as never));
    kids.insert((kids.indexOf(figureRef) ?? kids.size() - 1) + 1, words);
    parents.push(words);
    return 1;
  }

  /** Writes the tree. `broken`: parts whose pages do not stand together, because others' stand between them; their sections are put among the rest by their pages. */
  finish(order: readonly string[], broken: ReadonlySet<string>): void {
    const { context } = this.#target;
    const documentRef = context.nextRef();
    const top = context.obj({ Type: 'StructElem', S: 'Document', P: this.#rootRef });
    const placeOf = new Map(order.map((part, index) => [part, index]));
    const sorted = [...this.#parts].sort((a, b) => (placeOf.get(a.part) ?? 0) - (placeOf.get(b.part) ?? 0));
    const pages = new Map<PDFObject, number>(this.#target.getPages().map(({ ref }, index) => [ref, index]));
    const kids = inPageOrder(sorted.flatMap(({ part, kids: own }) => (broken.has(part) ? own.flatMap((kid) => sectionsOf(context.lookup(kid), kid)) : own)), (kid) => firstPage(context.lookup(kid), pages, 0));
    for (const kid of kids) {
      const element = context.lookup(kid);
      if (!(element instanceof PDFDict)) continue;
      element.set(name('P'), documentRef);
      if (element.get(name('S')) === name('Document')) element.set(name('S'), name('Part'));
    }
    top.set(name('K'), context.obj(kids));
    context.assign(documentRef, top);
    dropOrphans(this.#target, documentRef);
    const root = context.obj({ Type: 'StructTreeRoot', ParentTreeNextKey: this.#nextKey });
    root.set(name('K'), documentRef);
    writeParents(root, this.#parents);
    if (this.#roles.size > 0) {
      const roles = context.obj({});
      for (const [key, value] of this.#roles) roles.set(key, value);
      root.set(name('RoleMap'), roles);
    }
    context.assign(this.#rootRef, root);
    this.#target.catalog.set(name('StructTreeRoot'), this.#rootRef);
    this.#target.catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  }
}

/** By the page on which each begins; what is on none stays behind what stood before it. */
function inPageOrder(kids: readonly PDFObject[], pageOf: (kid: PDFObject) => number | null): PDFObject[] {
  let last = 0;
  return kids.map((kid) => ({ kid, at: (last = pageOf(kid) ?? last) })).sort((a, b) => a.at - b.at).map(({ kid }) => kid);
}

/** What stands directly under a part's own document, down to where it has more than one thing. */
function sectionsOf(element: PDFObject | undefined, held: PDFObject): PDFObject[] {
  const kids = element instanceof PDFDict ? element.lookup(name('K')) : undefined;
  if (!(element instanceof PDFDict) || !wraps.has(element.get(name('S')) ?? PDFNull)) return [held];
  if (!(kids instanceof PDFArray)) return kids instanceof PDFDict && kids.has(name('S')) ? sectionsOf(kids, element.get(name('K')) ?? held) : [held];
  const [first] = kids.asArray();
  return kids.size() === 1 && first !== undefined ? sectionsOf(element.context.lookup(first), first) : kids.asArray();
}

const wraps = new Set<PDFObject>(['Document', 'Part', 'NonStruct', 'Div', 'Sect'].map(name));

function firstPage(element: PDFObject | undefined, pages: ReadonlyMap<PDFObject, number>, depth: number): number | null {
  if (!(element instanceof PDFDict) || depth > deepest) return null;
  const page = element.get(name('Pg'));
  const own = page === undefined ? undefined : pages.get(page);
  const kids = element.lookup(name('K'));
  const below = (kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids]).map((kid) => firstPage(element.context.lookup(kid), pages, depth + 1)).filter((at) => at !== null);
  const all = own === undefined ? below : [own, ...below];
  return all.length === 0 ? null : all.reduce((a, b) => Math.min(a, b));
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
    let stoodAboutPicture = false;
    const kept = kids.filter((kid) => {
      const orphan = takeOrphan(kid);
      stoodAboutPicture ||= orphan !== null && pictureMarkOf(orphan) !== null;
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
    if (element.get(name('S')) === name('Link') && !isTagged) element.set(name('S'), name(stoodAboutPicture ? 'Div' : 'Span'));
  }
}
