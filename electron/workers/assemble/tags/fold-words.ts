import { readParents } from './parent-tree';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFObject, PDFRef } from '../pdf-library';

const name = (key: string) => PDFName.of(key);
const [kidsKey, pageKey, mcidKey, streamKey, roleKey] = [name('K'), name('Pg'), name('MCID'), name('Stm'), name('S')];
const deepest = 200;
const wrap = name('NonStruct');
/** What may hold words itself (ISO 32000-2, 14.8.4). */
const holders = new Set<PDFObject | undefined>([wrap, ...['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', 'LBody', 'TH', 'TD', 'Caption', 'Link', 'Span'].map(name)]);
const bare = new Set<PDFName>([name('Type'), roleKey, name('P'), kidsKey, name('ID'), pageKey]);

/** A stretch of words: its number among the marked content of its page (14.7.5.2). */
interface Words { readonly page: PDFObject; readonly mcid: PDFNumber }
type Kid = PDFObject | Words;

/**
 * Chromium puts each stretch of words into an element `NonStruct` of its own, which has no meaning, within the paragraph, item or cell that it is of: a quarter of all objects of a bundle. Their words become those of the element around them, told by their number alone where they are on
 * one page. In place; call where types are settled.
 */
export function foldWords(root: PDFDict): void {
  const { context } = root;
  const into = new Map<PDFObject, PDFRef>();
  for (const kid of listOf(root)) foldBelow(kid, null, 0);
  for (const [, held] of readParents(root)) {
    const list = context.lookup(held);
    for (let index = 0; list instanceof PDFArray && index < list.size(); index += 1) {
      let holder = into.get(list.get(index));
      for (let next = holder; next !== undefined; next = into.get(next)) holder = next;
      if (holder !== undefined) list.set(index, holder);
    }
  }

  /** The words that go into `holder` in the place of a kid of its; null where that stays. */
  function foldBelow(kid: PDFObject, holder: PDFRef | null, depth: number): Words[] | null {
    const words = fold(kid, depth);
    if (words === null) return null;
    if (holder !== null && kid instanceof PDFRef) {
      into.set(kid, holder);
      return words;
    }
    const element = context.lookup(kid);
    if (element instanceof PDFDict) write(element, words, words);
    return null;
  }

  /** The words of an element without meaning that is nothing but words, once what is below it is folded: it is not written itself. null of any other. */
  function fold(ref: PDFObject, depth: number): Words[] | null {
    const element = context.lookup(ref);
    if (!(element instanceof PDFDict) || !element.has(roleKey) || depth > deepest) return null;
    const role = element.get(roleKey);
    const mayHold = ref instanceof PDFRef && holders.has(role);
    const own = listOf(element).flatMap((kid): Kid[] => {
      const words = wordsOf(kid, element.get(pageKey));
      if (words !== null) return [words];
      return foldBelow(kid, mayHold ? ref : null, depth + 1) ?? [kid];
    });
    const words = own.filter(isWords);
    if (words.length === 0) return null;
    if (words.length === own.length && role === wrap && element.keys().every((key) => bare.has(key))) return words;
    write(element, own, words);
    return null;
  }
}

function write(element: PDFDict, own: readonly Kid[], words: readonly Words[]): void {
  const page = element.get(pageKey) ?? words[0]?.page;
  if (page !== undefined) element.set(pageKey, page);
  const kids = own.map((kid) => (!isWords(kid) ? kid : kid.page === page ? kid.mcid : element.context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid } as never)));
  element.set(kidsKey, kids.length === 1 && kids[0] !== undefined ? kids[0] : element.context.obj([...kids]));
}

const isWords = (kid: Kid): kid is Words => !(kid instanceof PDFObject);

function wordsOf(kid: PDFObject, page: PDFObject | undefined): Words | null {
  if (kid instanceof PDFNumber) return page === undefined ? null : { page, mcid: kid };
  if (!(kid instanceof PDFDict) || kid.has(streamKey)) return null;
  const mcid = kid.get(mcidKey);
  const on = kid.get(pageKey) ?? page;
  return mcid instanceof PDFNumber && on !== undefined ? { page: on, mcid } : null;
}

/** Its kids as they are held. */
function listOf(element: PDFDict): PDFObject[] {
  const held = element.get(kidsKey);
  const value = element.lookup(kidsKey);
  return value instanceof PDFArray ? value.asArray() : held === undefined ? [] : [held];
}
