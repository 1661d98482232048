import type { OpenedFile } from '../pdfium';

/** A page as it is seen, on white: rows of `stride` bytes, of which each point has four (blue, green, red, nothing). */
export interface PagePixels { readonly bytes: Uint8Array; readonly stride: number; readonly widthPx: number; readonly heightPx: number }

const pointsPerInch = 72;
const drawAnnotations = 1;

/** Draws a loaded page at so many dots an inch, fewer where it would have more points than `mostPixels`. null when PDFium gives no picture. */
export function pagePixels({ module: m, memory }: OpenedFile, page: number, dotsPerInch: number, mostPixels: number): PagePixels | null {
  const widthPt = m.FPDF_GetPageWidthF(page);
  const heightPt = m.FPDF_GetPageHeightF(page);
  const scale = Math.min(dotsPerInch / pointsPerInch, Math.sqrt(mostPixels / (widthPt * heightPt)));
  const widthPx = Math.max(1, Math.round(widthPt * scale));
  const heightPx = Math.max(1, Math.round(heightPt * scale));
  const bitmap = m.FPDFBitmap_Create(widthPx, heightPx, 0);
  if (!bitmap) return null;
  try {
    m.FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, 0xffffffff);
    m.FPDF_RenderPageBitmap(bitmap, page, 0, 0, widthPx, heightPx, 0, drawAnnotations);
    const stride = m.FPDFBitmap_GetStride(bitmap);
    const start = m.FPDFBitmap_GetBuffer(bitmap);
    return { bytes: memory().slice(start, start + stride * heightPx), stride, widthPx, heightPx };
  } finally {
    m.FPDFBitmap_Destroy(bitmap);
  }
}
