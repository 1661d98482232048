import * as fontkit from 'fontkit';
import type { CopyMark } from '../../../../shared/assemble-protocol';
import type { LinesOfPage } from '../../../../shared/model/copy';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, asItIs } from '../pdf-library';
import { expectStillKept } from '../pdfa/claim';
import { Pdfium } from '../pdfium';
import { writeAtFoot } from '../stamp';
import { moveLines } from './move-lines';
import { type TextLine, textLines } from './text-lines';

/** Between the page's number and its lower edge, or in an exhibit's strip above the number: both are ours, and nothing else stands there. */
const baseline = 25;
const footSize = 8;
/** Under which the code stands in the file's own data: its particulars, and each page. */
export const copyKey = 'Copy';

/**
 * Puts the marks of one copy on a finished document: the line at the foot of every page, the code in the file's own data and in that of each page, and the spacing of lines on the pages that we printed. What is on the pages besides stays as it is,
 * to the byte where no line is moved. `lines`: where these stood before.
 */
export async function markCopy(bytes: Uint8Array, { code, foot, footBare, printed }: CopyMark, given: { readonly stampFont: Uint8Array; readonly pdfiumWasm: Uint8Array }): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number; lines: LinesOfPage[] }> {
  const lines = linesOf(bytes, printed, await Pdfium.start(given.pdfiumWasm));
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  const font = await document.embedFont(given.stampFont, { subset: true });
  const face = fontkit.create(given.stampFont as Buffer) as { hasGlyphForCodePoint(point: number): boolean };
  const words = [...foot].every((letter) => face.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) ? foot : footBare;
  for (const [index, page] of document.getPages().entries()) {
    const own = lines.get(index);
    if (own !== undefined) moveLines(page, code, index + 1, own);
    writeAtFoot(page, font, { baseline, size: footSize, left: words, right: '' }, `<</Type/Pagination/${copyKey}(${code})>>`);
  }
  describe(document, code);
  await expectStillKept(document);
  const saved = await document.save(asItIs);
  return { bytes: saved as Uint8Array<ArrayBuffer>, pageCount: document.getPageCount(), lines: [...lines].map(([index, own]) => ({ page: index + 1, lines: own.map(({ fromTop }) => fromTop) })) };
}

/** By the page's index. */
function linesOf(bytes: Uint8Array, printed: CopyMark['printed'], pdfium: Pdfium): ReadonlyMap<number, readonly TextLine[]> {
  const lines = new Map<number, readonly TextLine[]>();
  pdfium.open(bytes, (file) => {
    for (const { from, to } of printed) {
      for (let index = from; index < to; index++) {
        const page = file.module.FPDF_LoadPage(file.document, index);
        if (!page) continue;
        lines.set(index, textLines(file, page));
        file.module.FPDF_ClosePage(page);
      }
    }
  });
  return lines;
}

function describe(document: PDFDocument, code: string): void {
  const { context } = document;
  const info = context.lookup(context.trailerInfo.Info);
  if (info instanceof PDFDict) info.set(PDFName.of(copyKey), PDFString.of(code));
  context.trailerInfo.ID = context.obj([idOf(code), idOf(code)]);
}

/** Sixteen bytes that name the copy to whoever knows what to look for (ISO 32000-2, 14.4). */
function idOf(code: string): PDFHexString {
  return PDFHexString.of(Buffer.from(`${copyKey} ${code}`.padEnd(16).slice(0, 16), 'latin1').toString('hex'));
}
