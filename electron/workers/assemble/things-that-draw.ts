import { PDFDict, PDFName, PDFStream, type PDFObject } from './pdf-library';

const name = (key: string) => PDFName.of(key);

/** The dictionary of what draws by instructions of its own, with a list of what it draws with or, without one, with the list of whatever it is drawn on: a form, a pattern, a face whose letters are drawn (Type 3). null: `thing` is none of them. */
export function dictOfDrawing(thing: PDFObject | undefined): PDFDict | null {
  if (thing instanceof PDFStream) return thing.dict.get(name('Subtype')) === name('Form') || thing.dict.has(name('PatternType')) ? thing.dict : null;
  return thing instanceof PDFDict && thing.get(name('Subtype')) === name('Type3') ? thing : null;
}
