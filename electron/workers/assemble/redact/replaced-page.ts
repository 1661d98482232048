import { redactedPageSays, redactionLabel } from '../../../../shared/messages/en-gb/redaction';
import { PDFDocument, PDFFont, PDFName, PDFNumber, PDFOperator, PDFPage, PDFRef, rgb } from '../pdf-library';
import { unseenWords } from '../unseen-words';
import type { BlackArea, ReplacedPage } from './redact-exhibit';

const largestLabel = 10;
/** Smaller than this nobody reads it; the black then stands without. */
const smallestLabel = 4;

/** A page that is the picture of another: over it, in white on the black, why it was taken out, and unseen the words that are left. `glyphless`: glyphless-font.ts. */
export function makeReplacedPage(target: PDFDocument, { pixels, widthPt, heightPt, black, words }: ReplacedPage, font: PDFFont, glyphless: PDFRef): PDFPage {
  const page = PDFPage.create(target);
  page.setSize(widthPt, heightPt);
  const picture = target.context.register(target.context.stream(pixels.packed, {
    Type: 'XObject', Subtype: 'Image', Width: pixels.widthPx, Height: pixels.heightPx, ColorSpace: pixels.colours === 1 ? 'DeviceGray' : 'DeviceRGB', BitsPerComponent: 8,
    Filter: 'FlateDecode', DecodeParms: { Predictor: 15, Colors: pixels.colours, BitsPerComponent: 8, Columns: pixels.widthPx },
  }));
  const key = page.node.newXObject('Picture', picture);
  page.pushOperators(begins('Figure', 0), operator('q'), operator('cm', numbers(widthPt, 0, 0, heightPt, 0, 0)), operator('Do', [key]), operator('Q'));
  for (const area of black) writeLabel(page, area, widthPt, heightPt, font);
  page.pushOperators(operator('EMC'));
  const written = unseenWords(page, { turn: 0, width: widthPt, height: heightPt, at: (across, up) => ({ x: across * widthPt, y: up * heightPt }) }, words.map(({ text, box }) => ({ text, ...box })), glyphless);
  if (written.length > 0) page.pushOperators(begins('P', 1), ...written, operator('EMC'));
  return page;
}

/** What is said in the place of such a page's picture. */
export function sayReplaced({ black }: Pick<ReplacedPage, 'black'>): string {
  return redactedPageSays([...new Set(black.map(({ reason }) => reason))]);
}

/** As large as fits, upright within the black. */
function writeLabel(page: PDFPage, { left, top, width, height, reason }: BlackArea, widthPt: number, heightPt: number, font: PDFFont): void {
  const label = redactionLabel(reason);
  const boxWidth = width * widthPt;
  const boxHeight = height * heightPt;
  const size = Math.min(largestLabel, boxHeight * 0.7, (boxWidth * 0.92) / font.widthOfTextAtSize(label, 1));
  if (size < smallestLabel) return;
  page.drawText(label, { x: left * widthPt + (boxWidth - font.widthOfTextAtSize(label, size)) / 2, y: heightPt - (top + height / 2) * heightPt - size * 0.35, size, font, color: rgb(1, 1, 1) });
}

const operator = (name: string, operands: readonly (PDFName | PDFNumber)[] = []): PDFOperator => PDFOperator.of(name as never, [...operands] as never);
/** Marked content (ISO 32000-2, 14.6) that the structure tree points to by its number. */
const begins = (tag: string, marked: number): PDFOperator => PDFOperator.of('BDC' as never, [`/${tag}`, `<</MCID ${marked}>>`] as never);
const numbers = (...values: number[]): PDFNumber[] => values.map((value) => PDFNumber.of(Math.round(value * 1000) / 1000));
