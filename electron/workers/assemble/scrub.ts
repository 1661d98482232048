import type { LeftOut } from '../../../shared/assemble-protocol';
import { annotationsOf, keepAnnotations } from './annotations';
import { flattenMarksOf } from './flatten-form';
import { FoundToLeaveOut } from './found-to-leave-out';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFObject, PDFPageLeaf, PDFRawStream, PDFStream } from './pdf-library';
import { withoutPictureData } from './picture-data';

/**
 * Keys that hold something that acts, reaches out, or tells what the page does not show: scripts, additional actions, attached files,
 * XML forms, metadata, an application's private data, references to other files (ISO 32000-2).
 */
const droppedKeys = ['AA', 'JS', 'EF', 'RF', 'AF', 'XFA', 'Metadata', 'PieceInfo', 'URI', 'OpenAction', 'EmbeddedFiles', 'JavaScript', 'Ref', 'OPI', 'Thumb', 'LastModified', 'PA', 'Next', 'RichMediaContent', 'SV', 'Lock', 'GTS_Encapsulated'].map((key) => PDFName.of(key));

/** Of a page, only what draws it and names it. */
const pageKeys = new Set(['Type', 'Resources', 'Contents', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Annots', 'Group', 'StructParents', 'Tabs', 'Parent']);

/** Annotations that are marks on the page or links within it. */
const keptAnnotations = new Set(['Link', 'Text', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink', 'Redact', 'Widget']);

function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}

/**
 * Takes out of a loaded document, in place, everything that acts or reaches out of it, and gives what that was.
 * Pages keep what draws them, and what a mark that goes had drawn; links keep only destinations inside the document.
 */
export function scrub(document: PDFDocument): LeftOut {
  const found = new FoundToLeaveOut();
  const seen = new Set<PDFObject>();
  const stack: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFArray) stack.push(...object.asArray());
    else if (object instanceof PDFDict) scrubDict(object, stack, found);
    else if (object instanceof PDFStream) scrubDict(object.dict, stack, found);
  }
  replacePictures(document);
  for (const page of document.getPages()) {
    // A page without a size: readers take this one.
    if (!isBox(document.context.lookup(page.node.getInheritableAttribute(PDFName.of('MediaBox'))))) page.node.set(PDFName.of('MediaBox'), document.context.obj([0, 0, 612, 792]));
    for (const key of page.node.keys()) if (!pageKeys.has(key.decodeText())) page.node.delete(key);
    // A file's sign, a film's first picture: what is seen of them stays, as on paper.
    flattenMarksOf(page, (kind) => !keptAnnotations.has(nameOf(kind)) && nameOf(kind) !== 'Popup');
    scrubAnnotations(page.node);
  }
  return found.all;
}

function scrubDict(dict: PDFDict, stack: PDFObject[], found: FoundToLeaveOut): void {
  found.look(dict);
  for (const key of droppedKeys) {
    const held = dict.get(key);
    if (held === undefined) continue;
    // What lies in it is looked at all the same, to tell what there was.
    stack.push(held);
    dict.delete(key);
  }
  if (nameOf(dict.get(PDFName.of('Subtype'))) === 'PS') dict.delete(PDFName.of('Subtype'));
  const action = dict.lookup(PDFName.of('A'));
  if (action instanceof PDFDict && isForeignAction(action)) {
    stack.push(action);
    dict.delete(PDFName.of('A'));
  }
  stack.push(...dict.values());
}

/** An action dictionary other than a jump within the document. A structure element's attributes (also under `A`) carry an owner `O`. */
function isForeignAction(dict: PDFDict): boolean {
  const kind = nameOf(dict.lookup(PDFName.of('S')));
  return kind !== '' && kind !== 'GoTo' && !dict.has(PDFName.of('O'));
}

function scrubAnnotations(page: PDFPageLeaf): void {
  keepAnnotations(page, (annotation) => annotation !== null && keptAnnotations.has(nameOf(annotation.lookup(PDFName.of('Subtype')))));
  const listed = annotationsOf(page);
  // What is no list holds no annotation.
  if (listed.length === 0) page.delete(PDFName.of('Annots'));
  for (const { annotation } of listed) {
    if (annotation === null) continue;
    const action = annotation.lookup(PDFName.of('A'));
    if (!(action instanceof PDFDict) || nameOf(action.lookup(PDFName.of('S'))) !== 'GoTo') annotation.delete(PDFName.of('A'));
    for (const key of ['Popup', 'Parent', 'IRT', 'MK', 'T', 'FS']) annotation.delete(PDFName.of(key));
  }
}

function isBox(object: PDFObject | undefined): boolean {
  return object instanceof PDFArray && object.size() === 4 && [0, 1, 2, 3].every((index) => object.lookup(index) instanceof PDFNumber);
}

/** Photographs inside a PDF may carry the place where they were taken: their data segments go, the picture stays as it is. */
function replacePictures(document: PDFDocument): void {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const filter = object.dict.lookup(PDFName.of('Filter'));
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
    if (nameOf(only) !== 'DCTDecode') continue;
    const cleaned = withoutPictureData(object.contents);
    if (cleaned !== object.contents) document.context.assign(ref, PDFRawStream.of(object.dict, cleaned));
  }
}
