import { annotationsOf, notesAmong } from '../annotations';
import { PDFDocument, PDFName, asItIs } from '../pdf-library';
import type { Pdfium } from '../pdfium';
import { drawPage } from '../redact/draw-page';
import { readPageText, wordsOf } from '../redact/page-text';
import type { ReplacedPage } from '../redact/redact-exhibit';
import { mendForKeeping } from './mend';
import { pageFaults } from './page-faults';

/** A document of which the pages that cannot be kept as they are were taken out, and what stands in their places, by their index among all. */
export interface KeptExhibit { readonly document: PDFDocument; readonly pageCount: number; readonly drawn: ReadonlyMap<number, ReplacedPage>; /** Notes that were hidden, or stood on a page that is drawn: they are not in it. */ readonly notesGone: number }

/** In points: pages of paper, and less than a PDF/A may have. */
const [leastSide, mostSide] = [10, 14_000];

/**
 * Makes of an exhibit's PDF, cleaned already, one whose every page keeps to PDF/A-2b: what can be put right is; a page that still does not becomes its picture, with its words unseen on it. null when a page cannot be drawn. The document given is used up.
 */
export async function drawOddPages(document: PDFDocument, pdfium: Pdfium): Promise<KeptExhibit | null> {
  const pageCount = document.getPageCount();
  await document.flush();
  const notesHidden = mendForKeeping(document);
  const odd = pageFaults(document, false).flatMap((faults, index) => (faults.length === 0 ? [] : [index]));
  if (odd.length === 0) return { document, pageCount, drawn: new Map(), notesGone: notesHidden };
  const notesGone = notesHidden + odd.reduce((sum, index) => sum + notesAmong(annotationsOf(document.getPage(index).node)), 0);
  const bytes = await document.save(asItIs);
  const drawn = pdfium.open(bytes, (file) => {
    const { module: m } = file;
    const found = new Map<number, ReplacedPage>();
    for (const index of odd) {
      const page = m.FPDF_LoadPage(file.document, index);
      if (!page) return null;
      try {
        const pixels = drawPage(file, page, []);
        if (pixels === null) return null;
        const [width, height] = [m.FPDF_GetPageWidthF(page) * unitOf(document, index), m.FPDF_GetPageHeightF(page) * unitOf(document, index)];
        const scale = Math.min(mostSide / Math.max(width, height), Math.max(1, leastSide / Math.min(width, height)));
        // Of a page that is a line, the other side is still too short.
        found.set(index, { pixels, widthPt: Math.max(leastSide, width * scale), heightPt: Math.max(leastSide, height * scale), black: [], words: wordsOf(readPageText(file, page)) });
      } finally {
        m.FPDF_ClosePage(page);
      }
    }
    return found;
  });
  if (drawn === null || drawn === 'locked') return null;
  for (const index of odd.toReversed()) document.removePage(index);
  // Tags and names of a page that is gone would say what its picture says already.
  document.catalog.delete(PDFName.of('StructTreeRoot'));
  return { document, pageCount, drawn, notesGone };
}

function unitOf(document: PDFDocument, index: number): number {
  const unit = Number(document.getPage(index).node.lookup(PDFName.of('UserUnit'))?.toString() ?? 1);
  return unit > 0 ? unit : 1;
}
