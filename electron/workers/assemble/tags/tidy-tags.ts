import { lookedUp } from '../one-or-list';
import { foldWords } from './fold-words';
import { PDFDict, PDFDocument, PDFName, PDFString, PDFHexString } from '../pdf-library';

const name = (key: string) => PDFName.of(key);
/** Elements that hold a line or more of their own (ISO 32000-1, 14.8.4.3): what stands in one needs no paragraph. */
const blocks = new Set(['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'Lbl', 'LBody', 'TH', 'TD', 'Caption', 'Figure', 'Link', 'Span']);
const inline = new Set(['NonStruct', 'Span', 'Link']);
const deepest = 200;

/**
 * Puts right what Chromium's tags leave unsaid, in a document we printed: a picture is one figure, not two, one within the other; an item of a list has its label and its body (ISO 32000-1, 14.8.4.3.3); words that stand in no paragraph get one; what has no meaning is folded away (`foldWords`).
 */
export function tidyTags(document: PDFDocument): void {
  const root = document.catalog.lookup(name('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return;
  for (const kid of kidsOf(root)) tidy(kid, false, 0);
  foldWords(root);
}

function tidy(element: PDFDict, isInBlock: boolean, depth: number): void {
  if (depth > deepest) return;
  const kids = kidsOf(element);
  const type = typeOf(element);
  if (type === 'Figure' && !says(element) && holdsFigure(element, depth)) element.set(name('S'), name('Div'));
  if (type === 'LI') nameParts(element, kids);
  else if (type === 'NonStruct' && !isInBlock && kids.length > 0 && kids.every((kid) => inline.has(typeOf(kid)) && isWords(kid, depth))) element.set(name('S'), name('P'));
  const isBlock = isInBlock || blocks.has(typeOf(element));
  for (const kid of kidsOf(element)) tidy(kid, isBlock, depth + 1);
}

function holdsFigure(element: PDFDict, depth: number): boolean {
  return depth <= deepest && kidsOf(element).some((kid) => typeOf(kid) === 'Figure' || holdsFigure(kid, depth + 1));
}

/** `<dt>` and `<dd>` of a list of facts are the label and the body of an item; of any other item all that is not a label is its body. */
function nameParts(item: PDFDict, kids: readonly PDFDict[]): void {
  const [first, second] = kids;
  if (first !== undefined && second !== undefined && kids.length === 2 && kids.every((kid) => typeOf(kid) === 'NonStruct')) {
    first.set(name('S'), name('Lbl'));
    second.set(name('S'), name('LBody'));
    return;
  }
  for (const kid of kids) if (!['Lbl', 'LBody'].includes(typeOf(kid))) kid.set(name('S'), name('LBody'));
}

/** Whether all below it is words and links. */
function isWords(element: PDFDict, depth: number): boolean {
  if (depth > deepest) return false;
  return kidsOf(element).every((kid) => inline.has(typeOf(kid)) && isWords(kid, depth + 1)) && (typeOf(element) === 'Link' || kidsOf(element).length > 0 || element.has(name('K')));
}

function says(element: PDFDict): boolean {
  return ['Alt', 'ActualText'].some((key) => {
    const text = element.lookup(name(key));
    return (text instanceof PDFString || text instanceof PDFHexString) && text.decodeText().trim() !== '';
  });
}

function typeOf(element: PDFDict): string {
  const type = element.lookup(name('S'));
  return type instanceof PDFName ? type.decodeText() : '';
}

/** Its elements; not its own content. */
function kidsOf(element: PDFDict): PDFDict[] {
  return lookedUp(element.lookup(name('K'))).filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(name('S')));
}
