import { PDFArray, PDFDict, PDFName, PDFObject } from '../pdf-library';

const name = (key: string) => PDFName.of(key);

/**
 * Takes the ids off all elements below the root of a tree of tags, and the tree that finds them (ISO 32000-2, 14.7.5). They are unique within one part only, and Chromium counts them anew in each
 * process, so that one document printed twice has others. Tables name their headings by scope instead.
 */
export function dropIds(root: PDFDict): void {
  root.delete(name('IDTree'));
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
