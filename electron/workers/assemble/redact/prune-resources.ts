import { instructionStreams } from '../page-instructions';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFObject, PDFRawStream, PDFRef } from '../pdf-library';
import { readableBytesOf } from '../stream-bytes';
import { dictOfDrawing } from '../things-that-draw';

const name = (key: string) => PDFName.of(key);
const categories = ['XObject', 'Font', 'Pattern', 'Properties', 'Shading', 'ColorSpace', 'ExtGState'].map(name);
const resourcesKey = name('Resources');
/** Used without being named (ISO 32000-2, 8.6.5.6). */
const alwaysUsed = ['/DefaultGray', '/DefaultRGB', '/DefaultCMYK'];
/** What leads back to other pages. */
const upwards = new Set([name('Parent'), name('P')]);

/** `isCertain`: of everything it could be told what it draws with. `reached`: every object that the pages draw with or hold. */
export interface Pruned { readonly isCertain: boolean; readonly reached: ReadonlySet<PDFObject> }

/**
 * Leaves each page, and each thing that is drawn on it, only what it draws with. Many files have one list of everything for all pages: a page that is kept would carry the pictures of one that was blacked out or left out. In place; every stream of the document must be as it was read. Where it cannot be told, everything stays.
 */
export function pruneResources(document: PDFDocument): Pruned {
  const reached = new Set<PDFObject>();
  const stack: PDFObject[] = [];
  let isCertain = true;
  const prune = (holder: PDFDict, resources: PDFDict, streams: readonly (PDFObject | undefined)[]): void => {
    const left = leaveUsed(resources, streams);
    if (left === null) isCertain = false;
    else holder.set(resourcesKey, left);
  };
  for (const { node } of document.getPages()) {
    const resources = node.Resources();
    if (resources !== undefined) prune(node, resources, instructionStreams(node));
    stack.push(...valuesOf(node));
  }
  for (let held = stack.pop(); held !== undefined; held = stack.pop()) {
    const object = held instanceof PDFRef ? document.context.lookup(held) : held;
    if (object === undefined || reached.has(object)) continue;
    if (object instanceof PDFDict && object.get(name('Type')) === name('Page')) continue;
    reached.add(object);
    if (object instanceof PDFArray) stack.push(...object.asArray());
    const dict = object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : null;
    if (dict === null) continue;
    const own = dict.lookup(resourcesKey);
    if (own instanceof PDFDict) prune(dict, own, drawnBy(object));
    stack.push(...valuesOf(dict));
  }
  return { isCertain, reached };
}

const valuesOf = (dict: PDFDict): PDFObject[] => dict.entries().filter(([key]) => !upwards.has(key)).map(([, value]) => value);

/** The instructions of a thing with a list of its own: a form, a pattern, the letters of a face that are drawn (Type 3). */
function drawnBy(thing: PDFObject): readonly (PDFObject | undefined)[] {
  if (thing instanceof PDFRawStream) return [thing];
  const letters = thing instanceof PDFDict ? thing.lookup(name('CharProcs')) : undefined;
  return letters instanceof PDFDict ? letters.keys().map((key) => letters.lookup(key)) : [undefined];
}

/** null: what is drawn with cannot be told. */
function leaveUsed(resources: PDFDict, streams: readonly (PDFObject | undefined)[]): PDFDict | null {
  const names = new Set<string>(alwaysUsed);
  const read = new Set<PDFObject>();
  const readAll = (instructions: readonly (PDFObject | undefined)[]): boolean => instructions.every((one) => {
    if (!(one instanceof PDFRawStream)) return false;
    if (read.has(one)) return true;
    read.add(one);
    return addNames(one, names);
  });
  if (!readAll(streams)) return null;
  // What is drawn and has no list of its own draws with this one: its names count, and those of what it draws in turn.
  for (let before = -1; before !== read.size; ) {
    before = read.size;
    for (const category of ['XObject', 'Pattern', 'Font'].map(name)) {
      const all = resources.lookup(category);
      if (!(all instanceof PDFDict)) continue;
      for (const key of all.keys()) {
        const thing = names.has(key.asString()) ? all.lookup(key) : undefined;
        if (thing !== undefined && drawsWithAnothers(thing) && !readAll(drawnBy(thing))) return null;
      }
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

/** Something that draws and has no list of its own. */
function drawsWithAnothers(thing: PDFObject): boolean {
  const dict = dictOfDrawing(thing);
  return dict !== null && !(dict.lookup(resourcesKey) instanceof PDFDict);
}

/** Every name in a stream's instructions, as written; false where it cannot be read. */
function addNames(stream: PDFRawStream, names: Set<string>): boolean {
  const bytes = readableBytesOf(stream);
  if (bytes === null) return false;
  for (const [written] of Buffer.from(bytes).toString('latin1').matchAll(/\/[^\s()<>[\]{}/%]+/g)) names.add(PDFName.of(written.slice(1)).asString());
  return true;
}
