import { isMarginFree } from './free-margin';
import type { PDFDocument } from './pdf-library';
import { mostPages, type Pdfium } from './pdfium';
import { foundOnPage, marksOfPages, type FoundRedaction } from './redact/found-redactions';

/** What PDFium sees of a file's pages. */
export interface SeenPages {
  /** Of each page that it counts, readable or not, whether a number can stand at its foot; null where it cannot read the file: then no margin may be trusted. */
  readonly freeMargins: readonly boolean[] | null;
  /** Unapplied redactions; empty where PDFium cannot open the file, null where looking for them failed. */
  readonly found: readonly FoundRedaction[] | null;
}

/**
 * Looks at every page of a file, each loaded once, for that is half of what looking takes (measured). `document`: the file as pdf-lib has it, for the marks on its pages; null where it cannot be read: nothing is looked for on them then.
 */
export function lookAtPages(bytes: Uint8Array, document: PDFDocument | null, pdfium: Pdfium): SeenPages {
  const marks = document === null ? [] : marksOfPages(document);
  try {
    const seen = pdfium.open(bytes, (file): SeenPages => {
      const { module: m } = file;
      const count = m.FPDF_GetPageCount(file.document);
      if (count > mostPages) return { freeMargins: null, found: [] };
      const freeMargins: boolean[] = [];
      const found: FoundRedaction[] = [];
      for (let index = 0; index < count; index++) {
        const page = m.FPDF_LoadPage(file.document, index);
        try {
          freeMargins.push(page !== 0 && isMarginFree(file, page));
          const here = marks[index];
          if (page !== 0 && here !== undefined) found.push(...foundOnPage(file, page, here).map((area) => ({ page: index + 1, area })));
        } finally {
          if (page !== 0) m.FPDF_ClosePage(page);
        }
      }
      return { freeMargins, found };
    });
    return seen === null || seen === 'locked' ? { freeMargins: null, found: [] } : seen;
  } catch {
    return { freeMargins: null, found: null };
  }
}
