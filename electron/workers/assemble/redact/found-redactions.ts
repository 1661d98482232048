import type { PageArea } from '../../../../shared/model/redaction';
import { annotationsOf, keepAnnotations } from '../annotations';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '../pdf-library';
import type { OpenedFile } from '../pdfium';
import { areaAsSeen, readPageText } from './page-text';
import { seenLightness } from './seen-lightness';

/** Something that somebody covered or marked to be taken out, with the words still beneath. `page` from 1. */
export interface FoundRedaction { readonly page: number; readonly area: PageArea }

const name = (key: string) => PDFName.of(key);
const pathObject = 2;
const formObject = 5;
const opaque = 255;
/** A box smaller than this covers no word; one larger than this share of the page is its background. In points. */
const leastSidePt = 4;
const mostPageShare = 0.6;
const fewestCovered = 2;
const deepest = 8;
/** Under a clear cover darker than this somebody meant to black something out; a highlighter is lighter. */
const darkCover = 0.4;
/** Less contrast than this nobody reads by (WCAG 2.2, 1.4.3, of large letters). */
const leastContrast = 3;
/** Drawn for machines alone: words beneath a scan. */
const unseenText = 3;
/** A cover so clear is none. Of 255. */
const clearest = 13;

type Matrix = readonly [number, number, number, number, number, number];
interface Rectangle { left: number; bottom: number; right: number; top: number }
interface Box { readonly rectangle: Rectangle; readonly order: number; /** What is beneath may shine through: whether it can be read is seen on the page. */ readonly isClear: boolean }

/** The marks on each page of a file, as pdf-lib has it. */
export function marksOfPages(document: PDFDocument): PDFDict[][] {
  return document.getPages().map(({ node }) => annotationsOf(node).flatMap(({ annotation }) => (annotation === null ? [] : [annotation])));
}

/** Takes every mark that something is to be taken out off the pages: done or decided otherwise, none is left. In place. */
export function dropRedactMarks(document: PDFDocument): void {
  for (const { node } of document.getPages()) keepAnnotations(node, (annotation) => annotation?.lookup(name('Subtype')) !== name('Redact'));
}

/**
 * Unapplied redactions of a loaded page: marks of the kind /Redact (ISO 32000-2, 12.5.6.23), and boxes that were drawn over words: opaque ones, and clear ones that are dark or through which nobody reads. As shares of the page as it is seen.
 */
export function foundOnPage(file: OpenedFile, page: number, marks: readonly PDFDict[]): PageArea[] {
  const { module: m } = file;
  return file.withMemory(64, (pointer) => {
    const areaOf = ({ left, bottom, right, top }: Rectangle): PageArea => areaAsSeen(file, page, { left, top, right, bottom }, pointer);
    const marked = marks.filter((mark) => mark.lookup(name('Subtype')) === name('Redact')).flatMap((mark) => rectangleOf(mark) ?? []).map(areaOf);
    const orders = new Map<number, number>();
    const boxes: Box[] = [];
    walkObjects(file, page, pointer, orders, boxes);
    const pageArea = m.FPDF_GetPageWidthF(page) * m.FPDF_GetPageHeightF(page);
    const wholeOrder = orders.size;
    const drawnOver = marks.filter(isFilledSquare).flatMap((mark) => { const rectangle = rectangleOf(mark); return rectangle === null ? [] : [{ rectangle, order: wholeOrder, isClear: isClearMark(mark) }]; });
    const large = [...boxes, ...drawnOver].filter(({ rectangle: { left, right, bottom, top } }) => right - left >= leastSidePt && top - bottom >= leastSidePt && (right - left) * (top - bottom) < pageArea * mostPageShare);
    const covering = large.length === 0 ? [] : overWords(file, page, large.map(({ rectangle, ...box }) => ({ area: areaOf(rectangle), ...box })), orders);
    return [...marked, ...covering];
  });
}

/** Those of the boxes beneath which there are letters that were drawn before. */
function overWords(file: OpenedFile, page: number, boxes: readonly { area: PageArea; order: number; isClear: boolean }[], orders: ReadonlyMap<number, number>): PageArea[] {
  const { text, characters } = readPageText(file, page);
  // Drawn only where a clear box lies over letters: most pages have none.
  let drawn: ReturnType<typeof seenLightness> | undefined;
  const isUnread = (box: PageArea, object: number): boolean => {
    if (drawn === undefined) drawn = seenLightness(file, page);
    const { darkest, lightest } = drawn?.(box) ?? { darkest: 0, lightest: 0 };
    return lightest < darkCover || (file.module.FPDFTextObj_GetTextRenderMode(object) !== unseenText && (lightest + 0.05) / (darkest + 0.05) < leastContrast);
  };
  return boxes.filter(({ area, order, isClear }) => {
    let covered = 0;
    for (const { box, object, start, end } of characters) {
      if (box === null || (orders.get(object) ?? order) >= order || !/[\p{L}\p{N}]/u.test(text.slice(start, end))) continue;
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      if (x > area.left && x < area.left + area.width && y > area.top && y < area.top + area.height && (!isClear || isUnread(box, object)) && ++covered >= fewestCovered) return true;
    }
    return false;
  }).map(({ area }) => area);
}

/** Numbers every object of a page in the order in which it is drawn, those within forms too, and collects filled shapes by their bounds. */
function walkObjects(file: OpenedFile, page: number, pointer: number, orders: Map<number, number>, boxes: Box[]): void {
  const { module: m } = file;
  const visit = (object: number, matrix: Matrix, depth: number): void => {
    const order = orders.size;
    orders.set(object, order);
    const kind = m.FPDFPageObj_GetType(object);
    if (kind === formObject && depth < deepest) {
      const inner = times(matrixOf(file, object, pointer), matrix);
      const count = m.FPDFFormObj_CountObjects(object);
      for (let index = 0; index < count; index++) visit(m.FPDFFormObj_GetObject(object, index), inner, depth + 1);
    } else if (kind === pathObject) {
      const fill = fillOf(file, object, pointer);
      const rectangle = fill === null ? null : boundsOf(file, object, pointer);
      if (fill !== null && rectangle !== null) boxes.push({ rectangle: turned(rectangle, matrix), order, isClear: fill === 'clear' });
    }
  };
  const count = m.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) visit(m.FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0], 0);
}

/** null: it is not filled, or so clear that it covers nothing. */
function fillOf({ module: m, memory }: OpenedFile, object: number, pointer: number): 'opaque' | 'clear' | null {
  if (!m.FPDFPath_GetDrawMode(object, pointer, pointer + 4)) return null;
  if (new DataView(memory().buffer, pointer, 4).getInt32(0, true) === 0) return null;
  if (!m.FPDFPageObj_GetFillColor(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return null;
  const strength = new DataView(memory().buffer, pointer, 16).getUint32(12, true);
  if (strength < clearest) return null;
  return strength === opaque && !m.FPDFPageObj_HasTransparency(object) ? 'opaque' : 'clear';
}

function boundsOf({ module: m, memory }: OpenedFile, object: number, pointer: number): Rectangle | null {
  if (!m.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return null;
  const view = new DataView(memory().buffer, pointer, 16);
  return { left: view.getFloat32(0, true), bottom: view.getFloat32(4, true), right: view.getFloat32(8, true), top: view.getFloat32(12, true) };
}

function matrixOf({ module: m, memory }: OpenedFile, object: number, pointer: number): Matrix {
  if (!m.FPDFPageObj_GetMatrix(object, pointer)) return [1, 0, 0, 1, 0, 0];
  const view = new DataView(memory().buffer, pointer, 24);
  return [view.getFloat32(0, true), view.getFloat32(4, true), view.getFloat32(8, true), view.getFloat32(12, true), view.getFloat32(16, true), view.getFloat32(20, true)];
}

/** First `a`, then `b` (ISO 32000-2, 8.3.3). */
function times([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

function turned({ left, bottom, right, top }: Rectangle, [a, b, c, d, e, f]: Matrix): Rectangle {
  const corners = [[left, bottom], [left, top], [right, bottom], [right, top]].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

function isFilledSquare(mark: PDFDict): boolean {
  const inside = mark.lookup(name('IC'));
  return mark.lookup(name('Subtype')) === name('Square') && inside instanceof PDFArray && inside.size() > 0;
}

function isClearMark(mark: PDFDict): boolean {
  const strength = mark.lookup(name('CA'));
  return strength instanceof PDFNumber && strength.asNumber() < 1;
}

function rectangleOf(mark: PDFDict): Rectangle | null {
  const rect = mark.lookup(name('Rect'));
  const numbers = rect instanceof PDFArray ? rect.asArray().map((_, index) => rect.lookup(index)).map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN)) : [];
  const [x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN] = numbers;
  return [x1, y1, x2, y2].every(Number.isFinite) ? { left: Math.min(x1, x2), right: Math.max(x1, x2), bottom: Math.min(y1, y2), top: Math.max(y1, y2) } : null;
}
