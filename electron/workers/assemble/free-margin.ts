import type { OpenedFile } from './pdfium';

/** Height of the strip in which an exhibit's page number is stamped, in points (12 mm). */
export const stripPoints = 34;

const drawAnnotations = 1;
const blank = 250;

/** Whether the lowest strip of a loaded page, as seen, is white. */
export function isMarginFree({ module: m, memory }: OpenedFile, page: number): boolean {
  const width = Math.min(1200, Math.ceil(m.FPDF_GetPageWidthF(page)));
  const scale = width / m.FPDF_GetPageWidthF(page);
  const fullHeight = Math.ceil(m.FPDF_GetPageHeightF(page) * scale);
  const height = Math.min(fullHeight, Math.max(1, Math.ceil(stripPoints * scale)));
  const bitmap = fullHeight > 20_000 ? 0 : m.FPDFBitmap_Create(width, height, 0);
  try {
    if (!bitmap) return false;
    m.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    m.FPDF_RenderPageBitmap(bitmap, page, 0, height - fullHeight, width, fullHeight, 0, drawAnnotations);
    const start = m.FPDFBitmap_GetBuffer(bitmap);
    return isBlank(memory(), start, start + m.FPDFBitmap_GetStride(bitmap) * height);
  } finally {
    if (bitmap) m.FPDFBitmap_Destroy(bitmap);
  }
}

/** Four bytes a pixel, the fourth unused (BGRx). A loop, as this is a good part of what an exhibit's page costs. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 4) {
    if ((bytes[at] ?? 0) < blank || (bytes[at + 1] ?? 0) < blank || (bytes[at + 2] ?? 0) < blank) return false;
  }
  return true;
}
