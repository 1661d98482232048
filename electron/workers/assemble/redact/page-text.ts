import type { PageArea } from '../../../../shared/model/redaction';
import type { OpenedFile } from '../pdfium';

/** One character of a page's text and where it stands, as shares of the page as it is seen; null where it stands nowhere (a line end that PDFium put in). `object`: which of the page's objects it belongs to. */
interface PageCharacter { readonly start: number; readonly end: number; readonly box: PageArea | null; readonly object: number }

/** The text of a page as PDFium reads it, what is hidden and what is cropped away with it. */
export interface PageText { readonly text: string; readonly characters: readonly PageCharacter[] }

/** A word that is not blank, and where it stands. */
export interface PageWord { readonly start: number; readonly end: number; readonly text: string; readonly box: PageArea }

const finest = 100_000;
/** Letters on one line stand within so much of a letter's height of each other. */
const sameLineShare = 0.6;

/** The page must be loaded. Empty where PDFium finds no text. */
export function readPageText(file: OpenedFile, page: number): PageText {
  const { module: m } = file;
  const loaded = m.FPDFText_LoadPage(page);
  if (!loaded) return { text: '', characters: [] };
  try {
    let text = '';
    const characters: PageCharacter[] = [];
    const count = m.FPDFText_CountChars(loaded);
    file.withMemory(64, (pointer) => {
      for (let index = 0; index < count; index++) {
        const code = m.FPDFText_GetUnicode(loaded, index);
        const character = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : code >= 0xd800 && code <= 0xdfff ? String.fromCharCode(code) : '\ufffd';
        const isPlaced = m.FPDFText_IsGenerated(loaded, index) !== 1;
        characters.push({ start: text.length, end: text.length + character.length, box: isPlaced ? boxOf(file, page, loaded, index, pointer) : null, object: isPlaced ? m.FPDFText_GetTextObject(loaded, index) : 0 });
        text += character;
      }
    });
    return { text, characters };
  } finally {
    m.FPDFText_ClosePage(loaded);
  }
}

function boxOf(file: OpenedFile, page: number, loaded: number, index: number, pointer: number): PageArea | null {
  if (!file.module.FPDFText_GetLooseCharBox(loaded, index, pointer)) return null;
  const view = new DataView(file.memory().buffer, pointer, 16);
  return areaAsSeen(file, page, { left: view.getFloat32(0, true), top: view.getFloat32(4, true), right: view.getFloat32(8, true), bottom: view.getFloat32(12, true) }, pointer + 16);
}

/** A rectangle of the page's own space as shares of the page as it is seen. `pointer`: 8 bytes. */
export function areaAsSeen({ module: m, memory }: OpenedFile, page: number, { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }, pointer: number): PageArea {
  const at = (x: number, y: number): [number, number] => {
    m.FPDF_PageToDevice(page, 0, 0, finest, finest, 0, x, y, pointer, pointer + 4);
    const view = new DataView(memory().buffer, pointer, 8);
    return [view.getInt32(0, true) / finest, view.getInt32(4, true) / finest];
  };
  const [x1, y1] = at(left, top);
  const [x2, y2] = at(right, bottom);
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) };
}

/** Places of the characters [start, end) of a text, one for each line of them. */
export function areasOfStretch({ characters }: PageText, start: number, end: number): PageArea[] {
  const areas: PageArea[] = [];
  for (const { box, start: from, end: to } of characters) {
    if (box === null || to <= start || from >= end) continue;
    const last = areas.at(-1);
    if (last !== undefined && isSameLine(last, box)) areas[areas.length - 1] = around(last, box);
    else areas.push(box);
  }
  return areas;
}

/** Every word of a page that has a place. */
export function wordsOf(page: PageText): PageWord[] {
  const words: PageWord[] = [];
  for (const { index, 0: text } of page.text.matchAll(/\S+/g)) {
    const areas = areasOfStretch(page, index, index + text.length);
    const [first] = areas;
    if (first !== undefined) words.push({ start: index, end: index + text.length, text, box: areas.reduce(around, first) });
  }
  return words;
}

function isSameLine(a: PageArea, b: PageArea): boolean {
  return Math.abs(a.top + a.height / 2 - (b.top + b.height / 2)) < Math.max(a.height, b.height) * sameLineShare;
}

function around(a: PageArea, b: PageArea): PageArea {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return { left, top, width: Math.max(a.left + a.width, b.left + b.width) - left, height: Math.max(a.top + a.height, b.top + b.height) - top };
}
