import { annotationsOf, keepAnnotations } from './annotations';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFObject, PDFOperator, PDFPage, PDFRef, PDFStream } from './pdf-library';

const hiddenFlags = 2 | 32;
const notDrawn = new Set<PDFObject | undefined>(['Link', 'Text', 'Redact', 'Popup'].map((key) => PDFName.of(key)));

/**
 * Draws every form field as it stands and removes the fields: what she was given to read is what is printed, and nothing
 * can be typed into the copy. Fields without an appearance show nothing, as on paper. In place.
 */
export function flattenForm(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const beneath = beneathFields(page);
    flattenMarksOf(page, (kind, annotation) => kind === PDFName.of('Widget') || (annotation !== null && beneath.has(annotation)));
  }
}

/** Marks (no links) that lie beneath a field: drawn with it and before it, or they would cover what stands in it. */
function beneathFields(page: PDFPage): Set<PDFDict> {
  const found = new Set<PDFDict>();
  const above: (readonly number[])[] = [];
  for (const { annotation } of annotationsOf(page.node).reverse()) {
    const rect = numbersOf(annotation?.lookup(PDFName.of('Rect')), 4);
    if (annotation === null || rect === null) continue;
    const kind = annotation.lookup(PDFName.of('Subtype'));
    if (kind === PDFName.of('Widget')) above.push(rect);
    else if (!notDrawn.has(kind) && appearanceRef(page, annotation) !== null && above.some((field) => meet(field, rect))) found.add(annotation);
  }
  return found;
}

function meet(one: readonly number[], another: readonly number[]): boolean {
  const span = (rect: readonly number[], index: number) => [Math.min(rect[index] ?? 0, rect[index + 2] ?? 0), Math.max(rect[index] ?? 0, rect[index + 2] ?? 0)] as const;
  return [0, 1].every((index) => {
    const [[low, high], [otherLow, otherHigh]] = [span(one, index), span(another, index)];
    return low < otherHigh && otherLow < high;
  });
}

/** Draws every mark on a page as it stands (notes, stamps, what was typed over it) and removes the marks with all they say; links stay. In place. */
export function flattenMarks(document: PDFDocument): void {
  for (const page of document.getPages()) flattenMarksOf(page, (kind) => kind !== PDFName.of('Link'));
}

/** The same of one page, for marks of certain kinds. */
export function flattenMarksOf(page: PDFPage, isFlattened: (kind: PDFObject | undefined, annotation: PDFDict | null) => boolean): void {
  const widgets = keepAnnotations(page.node, (annotation) => !isFlattened(annotation?.lookup(PDFName.of('Subtype')), annotation));
  const operators = widgets.flatMap(({ annotation }) => (annotation === null ? [] : drawWidget(page, annotation)));
  if (operators.length > 0) page.pushOperators(...operators);
}

function drawWidget(page: PDFPage, widget: PDFDict): PDFOperator[] {
  const flags = widget.lookup(PDFName.of('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & hiddenFlags) !== 0) return [];
  const appearance = appearanceRef(page, widget);
  const rect = numbersOf(widget.lookup(PDFName.of('Rect')), 4);
  if (appearance === null || rect === null) return [];
  const stream = page.doc.context.lookup(appearance);
  if (!(stream instanceof PDFStream)) return [];
  const box = numbersOf(stream.dict.lookup(PDFName.of('BBox')), 4);
  if (box === null) return [];
  // Some leave out what kind it is; drawn as part of a page it must say so.
  stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'));
  stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  const matrix = numbersOf(stream.dict.lookup(PDFName.of('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0];
  const [sx, sy, tx, ty] = fit(box, matrix, rect);
  const name = page.node.newXObject('Field', appearance);
  const number = (value: number) => PDFNumber.of(value);
  return [
    PDFOperator.of('q' as never),
    PDFOperator.of('cm' as never, [number(sx), number(0), number(0), number(sy), number(tx), number(ty)]),
    PDFOperator.of('Do' as never, [name]),
    PDFOperator.of('Q' as never),
  ];
}

/** ISO 32000-2, 12.5.5: the appearance's box, turned by its matrix, is scaled into the annotation's rectangle. */
function fit(box: readonly number[], m: readonly number[], rect: readonly number[]): [number, number, number, number] {
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const corners = [[0, 1], [0, 3], [2, 1], [2, 3]].map(([i = 0, j = 0]) => {
    const x = at(box, i);
    const y = at(box, j);
    return [at(m, 0) * x + at(m, 2) * y + at(m, 4), at(m, 1) * x + at(m, 3) * y + at(m, 5)] as const;
  });
  const left = Math.min(...corners.map(([x]) => x));
  const right = Math.max(...corners.map(([x]) => x));
  const bottom = Math.min(...corners.map(([, y]) => y));
  const top = Math.max(...corners.map(([, y]) => y));
  const x0 = Math.min(at(rect, 0), at(rect, 2));
  const y0 = Math.min(at(rect, 1), at(rect, 3));
  const sx = right === left ? 1 : Math.abs(at(rect, 2) - at(rect, 0)) / (right - left);
  const sy = top === bottom ? 1 : Math.abs(at(rect, 3) - at(rect, 1)) / (top - bottom);
  return [sx, sy, x0 - left * sx, y0 - bottom * sy];
}

function appearanceRef(page: PDFPage, widget: PDFDict): PDFRef | null {
  const all = widget.lookup(PDFName.of('AP'));
  if (!(all instanceof PDFDict)) return null;
  let normal = all.get(PDFName.of('N'));
  if (page.doc.context.lookup(normal) instanceof PDFDict) {
    const states = page.doc.context.lookup(normal) as PDFDict;
    const state = widget.lookup(PDFName.of('AS'));
    normal = state instanceof PDFName ? states.get(state) : undefined;
  }
  return normal instanceof PDFRef ? normal : null;
}

function numbersOf(object: PDFObject | undefined, count: number): number[] | null {
  if (!(object instanceof PDFArray) || object.size() !== count) return null;
  const numbers = Array.from({ length: count }, (_, index) => object.lookup(index)).map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
  return numbers.every(Number.isFinite) ? numbers : null;
}
