import { redactionLabel } from '../../../../shared/messages/en-gb/redaction';
import { PDFDocument, PDFFont, PDFHexString, PDFName, PDFNumber, PDFOperator, PDFPage, PDFRef, rgb } from '../pdf-library';
import { letterWidth } from './glyphless-font';
import type { BlackArea, ReplacedPage } from './redact-exhibit';
import type { PageWord } from './page-text';

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
  page.pushOperators(operator('q'), operator('cm', numbers(widthPt, 0, 0, heightPt, 0, 0)), operator('Do', [key]), operator('Q'));
  for (const area of black) writeLabel(page, area, widthPt, heightPt, font);
  writeWords(page, words, widthPt, heightPt, glyphless);
  return page;
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

function writeWords(page: PDFPage, words: readonly PageWord[], widthPt: number, heightPt: number, glyphless: PDFRef): void {
  if (words.length === 0) return;
  const key = page.node.newFontDictionary('Words', glyphless);
  const written = words.flatMap(({ text, box }) => {
    const size = box.height * heightPt;
    const natural = (text.length * letterWidth * size) / 1000;
    if (!(size > 0) || !(natural > 0) || !(box.width > 0)) return [];
    return [
      operator('Tf', [key, PDFNumber.of(size)]), operator('Tz', numbers((100 * box.width * widthPt) / natural)),
      operator('Tm', numbers(1, 0, 0, 1, box.left * widthPt, heightPt - (box.top + box.height) * heightPt)), operator('Tj', [asUnits(`${text} `)]),
    ];
  });
  page.pushOperators(operator('q'), operator('BT'), operator('Tr', numbers(3)), ...written, operator('ET'), operator('Q'));
}

/** UTF-16, two bytes a unit, as the font counts its letters. */
const asUnits = (text: string): PDFHexString => PDFHexString.of(Buffer.from(text, 'utf16le').swap16().toString('hex'));
const operator = (name: string, operands: readonly (PDFName | PDFNumber | PDFHexString)[] = []): PDFOperator => PDFOperator.of(name as never, [...operands] as never);
const numbers = (...values: number[]): PDFNumber[] => values.map((value) => PDFNumber.of(Math.round(value * 1000) / 1000));
