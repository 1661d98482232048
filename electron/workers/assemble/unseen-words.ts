import type { ReadWord } from '../../../shared/assemble-protocol';
import { PDFHexString, PDFName, PDFNumber, PDFOperator, PDFPage, PDFRef } from './pdf-library';
import { letterWidth } from './redact/glyphless-font';

/** Where words lie: a frame on a page, and how its shares become places in the page's space. */
export interface Frame { readonly at: (across: number, up: number) => { x: number; y: number }; readonly turn: number; readonly width: number; readonly height: number }

/**
 * Words in the text rendering mode that draws nothing (ISO 32000-2, 9.3.6), each as wide as it stands in the frame: to be found and copied. `glyphless`: glyphless-font.ts. The caller puts them into marked content; none where no word has a place.
 */
export function unseenWords(page: PDFPage, frame: Frame, words: readonly ReadWord[], glyphless: PDFRef): PDFOperator[] {
  const [cos, sin] = [Math.round(Math.cos((frame.turn * Math.PI) / 180)), Math.round(Math.sin((frame.turn * Math.PI) / 180))];
  const key = page.node.newFontDictionary('Words', glyphless);
  const written = words.flatMap(({ text, left, top, width, height }) => {
    const size = height * frame.height;
    const natural = (text.length * letterWidth * size) / 1000;
    if (!(size > 0) || !(natural > 0) || !(width > 0)) return [];
    const { x, y } = frame.at(left, 1 - top - height);
    return [operator('Tf', key, number(size)), operator('Tz', number((100 * width * frame.width) / natural)), operator('Tm', number(cos), number(sin), number(-sin), number(cos), number(x), number(y)), operator('Tj', asUnits(`${text} `))];
  });
  return written.length === 0 ? [] : [operator('q'), operator('BT'), operator('Tr', number(3)), ...written, operator('ET'), operator('Q')];
}

/** UTF-16, two bytes a unit, as the font counts its letters. */
const asUnits = (text: string): PDFHexString => PDFHexString.of(Buffer.from(text, 'utf16le').swap16().toString('hex'));
const operator = (code: string, ...operands: readonly (PDFName | PDFNumber | PDFHexString)[]): PDFOperator => PDFOperator.of(code as never, [...operands] as never);
const number = (value: number): PDFNumber => PDFNumber.of(Math.round(value * 1000) / 1000);
