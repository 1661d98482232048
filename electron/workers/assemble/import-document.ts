import { annotationsOf, keepAnnotations } from './annotations';
import { Destinations } from './destinations';
import type { Layers } from './layers';
import { PDFDict, PDFDocument, PDFName, PDFNull, PDFObject, PDFObjectCopier, PDFPage, PDFRef } from './pdf-library';
import type { StructureTree } from './tags/structure-tree';

const name = (key: string) => PDFName.of(key);

export interface ImportInto { readonly target: PDFDocument; readonly structure: StructureTree; readonly layers: Layers }

/**
 * Copies all pages of a document into the target with what page copying alone would lose: tags, links to named places, layers. The pages are
 * not yet put in order. Throws when the source is too broken to copy; the objects it had made by then are taken out again.
 */
export function importDocument(source: PDFDocument, part: string, { target, structure, layers }: ImportInto): PDFPage[] {
  const before = target.context.largestObjectNumber;
  try {
    const copier = PDFObjectCopier.for(source.context, target.context);
    const copied = (copier as unknown as { traversedObjects: Map<PDFObject, PDFObject> }).traversedObjects;
    const pages = source.getPages();
    const refs = pages.map((page) => {
      const ref = target.context.nextRef();
      copied.set(page.ref, ref);
      return ref;
    });
    structure.prepare(source, copied);
    nameNoDestinations(source, pages);
    const imported = pages.map((page, index) => {
      const node = copier.copy(page.node);
      const ref = refs[index];
      if (ref === undefined) throw new RangeError('a page without a place');
      target.context.assign(ref, node);
      return PDFPage.of(node, ref, target);
    });
    structure.take(part, source, copier, imported);
    layers.take(source, copier, copied);
    for (const ref of copied.values()) {
      // What the source points to and does not have is null (ISO 32000-2, 7.3.10); said so, no reader stumbles over it.
      if (ref instanceof PDFRef && ref.objectNumber > before && target.context.lookup(ref) === undefined) target.context.assign(ref, PDFNull);
    }
    return imported;
  } catch (error) {
    for (const [ref] of target.context.enumerateIndirectObjects()) if (ref.objectNumber > before) target.context.delete(ref);
    throw error;
  }
}

/** Gives every link its place itself instead of a name, and takes away links that lead nowhere in the document. */
function nameNoDestinations(source: PDFDocument, pages: readonly PDFPage[]): void {
  const destinations = new Destinations(source);
  const own = new Set<PDFObject>(pages.map((page) => page.ref));
  for (const page of pages) {
    for (const { annotation } of annotationsOf(page.node)) {
      if (annotation === null) continue;
      annotation.delete(name('P'));
      const action = annotation.lookup(name('A'));
      if (action instanceof PDFDict && action.lookup(name('S')) === name('GoTo')) {
        const place = action.get(name('D'));
        annotation.delete(name('A'));
        if (place !== undefined) annotation.set(name('Dest'), place);
      }
      settle(annotation, 'Dest', () => annotation.delete(name('Dest')));
    }
  }
  for (const page of pages) dropDeadLinks(page);
  function settle(holder: PDFDict, key: string, drop: () => void): void {
    const named = holder.get(name(key));
    if (named === undefined) return;
    const place = destinations.resolve(named);
    const first = place?.get(0);
    if (place === null || first === undefined || !own.has(first)) drop();
    else holder.set(name(key), place);
  }
}

/** A link that leads nowhere any more is only a trap for those who move by key. */
function dropDeadLinks({ node }: PDFPage): void {
  keepAnnotations(node, (annotation) => annotation === null || annotation.lookup(name('Subtype')) !== name('Link') || annotation.has(name('A')) || annotation.has(name('Dest')));
}
