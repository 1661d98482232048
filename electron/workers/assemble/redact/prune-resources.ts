import { PDFArray, PDFDict, PDFDocument, PDFName, PDFObject, PDFRawStream } from '../pdf-library';
import { unpacked } from './hidden-words';

const categories = ['XObject', 'Font', 'Pattern', 'Properties', 'Shading', 'ColorSpace', 'ExtGState'].map((key) => PDFName.of(key));
const resourcesKey = PDFName.of('Resources');
const deepest = 20;

/**
 * Leaves each page only what it draws with. Many files have one list of everything for all pages: a page that is kept would carry the pictures of one that was blacked out. In place; every stream of the document must be as it was read.
 */
export function pruneResources(document: PDFDocument): void {
  const done = new Set<PDFObject>();
  for (const page of document.getPages()) {
    const resources = page.node.Resources();
    const contents = page.node.lookup(PDFName.of('Contents'));
    const streams = contents instanceof PDFArray ? contents.asArray().map((held) => document.context.lookup(held)) : [contents];
    if (resources === undefined) continue;
    const left = leaveUsed(resources, streams, done, 0);
    if (left !== null) page.node.set(resourcesKey, left);
  }
}

/** null: what is drawn with cannot be told, and everything stays. */
function leaveUsed(resources: PDFDict, streams: readonly (PDFObject | undefined)[], done: Set<PDFObject>, depth: number): PDFDict | null {
  const names = new Set<string>();
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream) || !addNames(stream, names)) return null;
  }
  if (depth > deepest) return null;
  const forms = resources.lookup(PDFName.of('XObject'));
  // A form without a list of its own draws with the page's.
  if (forms instanceof PDFDict) {
    for (const [key, held] of forms.entries()) {
      const form = resources.context.lookup(held);
      if (!names.has(key.asString()) || !(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) continue;
      if (!addNames(form, names)) return null;
      const own = form.dict.lookup(resourcesKey);
      if (!(own instanceof PDFDict) || done.has(form)) continue;
      done.add(form);
      const left = leaveUsed(own, [form], done, depth + 1);
      if (left !== null) form.dict.set(resourcesKey, left);
    }
  }
  const left = resources.clone();
  for (const category of categories) {
    const all = left.lookup(category);
    if (!(all instanceof PDFDict)) continue;
    const used = all.clone();
    for (const key of used.keys()) if (!names.has(key.asString())) used.delete(key);
    left.set(category, used);
  }
  return left;
}

/** Every name in a stream's instructions, as written; false where it cannot be read. */
function addNames(stream: PDFRawStream, names: Set<string>): boolean {
  const bytes = unpacked(stream);
  if (bytes === null) return false;
  for (const [written] of Buffer.from(bytes).toString('latin1').matchAll(/\/[^\s()<>[\]{}/%]+/g)) names.add(PDFName.of(written.slice(1)).asString());
  return true;
}

