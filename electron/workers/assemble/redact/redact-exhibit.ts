import type { ExhibitRedaction } from '../../../../shared/assemble-protocol';
import type { PageArea, RedactionReason } from '../../../../shared/model/redaction';
import { finderOf, type WordFinder } from '../../../../shared/redaction/find-words';
import { flattenMarks } from '../flatten-form';
import { PDFDocument, PDFName, PDFNumber, PDFPage, asItIs } from '../pdf-library';
import type { OpenedFile, Pdfium } from '../pdfium';
import { doTouch } from '../../../../shared/redaction/do-touch';
import { drawPage, type DrawnPixels } from './draw-page';
import { HiddenWords } from './hidden-words';
import { areasOfStretch, readPageText, wordsOf, type PageWord } from './page-text';
import { pruneResources } from './prune-resources';

export interface BlackArea extends PageArea { readonly reason: RedactionReason }

/** What stands in the place of a page on which something was taken out: its picture with the black in its pixels, and the words that are left, each with its place. */
export interface ReplacedPage { readonly pixels: DrawnPixels; readonly widthPt: number; readonly heightPt: number; readonly black: readonly BlackArea[]; readonly words: readonly PageWord[] }

/** A document of which the replaced pages are gone, and what stands in their places, by their index among all. */
export interface RedactedExhibit { readonly document: PDFDocument; readonly pageCount: number; readonly replaced: ReadonlyMap<number, ReplacedPage> }

/** About a letter's box, as a share of its height. */
const roomShare = 0.06;

/**
 * Takes words and areas out of an exhibit's PDF, cleaned already. A page with something to take out becomes its picture; no object of it stays, and its words but those that touch no black. Other pages stay as they are, with their marks drawn on them. Of what
 * belongs to the whole file and may say the same (tags, names of layers, notes), nothing stays where a page was replaced. null when it cannot be done: then the file must not go. The document given is used up.
 */
export async function redactExhibit(given: PDFDocument, how: Pick<ExhibitRedaction, 'words' | 'areas'>, pdfium: Pdfium): Promise<RedactedExhibit | null> {
  flattenMarks(given);
  const bytes = await given.save(asItIs);
  // Read again: every stream is then as it will leave.
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  pruneResources(document);
  const hidden = how.words.length === 0 ? null : new HiddenWords(how.words);
  const wasInStrings = hidden?.takeOutOfStrings(document) ?? false;
  const pages = document.getPages();
  const find = finderOf(how.words);
  const looked = pdfium.open(bytes, (file) => {
    if (file.module.FPDF_GetPageCount(file.document) !== pages.length) return null;
    const found = new Map<number, ReplacedPage>();
    for (const [index, page] of pages.entries()) {
      const areas = how.areas.filter((area) => area.page === index + 1);
      const instead = lookAtPage(file, index, areas, find, () => hidden?.isOnPage(page) === true, unitOf(page));
      if (instead === 'not-drawn') return null;
      if (instead !== null) found.set(index, instead);
    }
    return found;
  });
  if (looked === null || looked === 'locked') return null;
  for (const index of [...looked.keys()].sort((a, b) => b - a)) document.removePage(index);
  if (looked.size > 0 || wasInStrings) document.catalog.delete(PDFName.of('StructTreeRoot'));
  return { document, pageCount: pages.length, replaced: looked };
}

/** null: nothing on it is to be taken out. */
function lookAtPage(file: OpenedFile, index: number, areas: readonly BlackArea[], find: WordFinder, isHidden: () => boolean, unit: number): ReplacedPage | 'not-drawn' | null {
  const { module: m } = file;
  const page = m.FPDF_LoadPage(file.document, index);
  // What cannot be looked at may hold anything.
  if (!page) return 'not-drawn';
  try {
    const text = readPageText(file, page);
    const found = find(text.text);
    if (areas.length === 0 && found.length === 0 && !isHidden()) return null;
    const widthPt = m.FPDF_GetPageWidthF(page);
    const heightPt = m.FPDF_GetPageHeightF(page);
    const black = [...areas.map(({ left, top, width, height, reason }) => ({ left, top, width, height, reason })), ...found.flatMap(({ start, end, reason }) => areasOfStretch(text, start, end).map((area) => ({ ...withRoom(area, widthPt, heightPt), reason })))];
    const pixels = drawPage(file, page, black);
    if (pixels === null) return 'not-drawn';
    const words = wordsOf(text).filter((word) => !found.some(({ start, end }) => word.start < end && word.end > start) && !black.some((area) => doTouch(area, word.box)));
    return { pixels, widthPt: widthPt * unit, heightPt: heightPt * unit, black, words };
  } finally {
    m.FPDF_ClosePage(page);
  }
}

function withRoom({ left, top, width, height }: PageArea, widthPt: number, heightPt: number): PageArea {
  const y = height * roomShare;
  const x = (y * heightPt) / widthPt;
  return { left: left - x, top: top - y, width: width + 2 * x, height: height + 2 * y };
}

function unitOf(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1;
}
