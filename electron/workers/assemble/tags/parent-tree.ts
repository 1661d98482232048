import { PDFArray, PDFDict, PDFName, PDFNumber, PDFObject } from '../pdf-library';

const name = (key: string) => PDFName.of(key);
const deepest = 50;
const highestKey = 10_000_000;

/** What a page's or an annotation's number leads to in the tags, by that number, however the tree of numbers is built (ISO 32000-2, 7.9.7 and 14.7.5.4). */
export function readParents(root: PDFDict): [key: number, held: PDFObject][] {
  const found: [number, PDFObject][] = [];
  const read = (node: PDFObject | undefined, depth: number): void => {
    if (!(node instanceof PDFDict) || depth > deepest) return;
    const numbers = node.lookup(name('Nums'));
    for (let index = 0; numbers instanceof PDFArray && index + 1 < numbers.size(); index += 2) {
      const key = numbers.lookup(index);
      if (key instanceof PDFNumber && key.asNumber() >= 0 && key.asNumber() < highestKey) found.push([key.asNumber(), numbers.get(index + 1)]);
    }
    const kids = node.lookup(name('Kids'));
    for (let index = 0; kids instanceof PDFArray && index < kids.size(); index++) read(kids.lookup(index), depth + 1);
  };
  read(root.lookup(name('ParentTree')), 0);
  return found;
}

/** Gives the tags that tree, as one list. */
export function writeParents(root: PDFDict, parents: readonly (readonly [key: number, held: PDFObject])[]): void {
  const { context } = root;
  const tree = context.obj({});
  tree.set(name('Nums'), context.obj(parents.toSorted(([a], [b]) => a - b).flatMap(([key, held]) => [PDFNumber.of(key), held])));
  root.set(name('ParentTree'), context.register(tree));
}
