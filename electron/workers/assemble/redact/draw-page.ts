import { deflateSync } from 'node:zlib';
import type { PageArea } from '../../../../shared/model/redaction';
import type { OpenedFile } from '../pdfium';

/** A page as pixels with what was blacked out, packed for FlateDecode with PNG's predictors (ISO 32000-2, 7.4.4.4); lossless, so that letters stay sharp. */
export interface DrawnPixels { readonly packed: Uint8Array; readonly widthPx: number; readonly heightPx: number; readonly colours: 1 | 3 }

const pointsPerInch = 72;
/** Enough to read small print by, and under the 300 that a bundle may have. A page that is a photograph is packed badly without loss: it has fewer. */
const dotsPerInch = 200;
const photographDotsPerInch = 130;
const mostPackedBytes = 4 * 1024 * 1024;
const mostPixels = 16_000_000;
const drawAnnotations = 1;
/** Colours this near to grey are taken for grey: letters smoothed at their edges. */
const greyWithin = 3;

/** Draws a loaded page, blackens the areas in the pixels, and packs it. null when PDFium gives no picture. */
export function drawPage(file: OpenedFile, page: number, black: readonly PageArea[]): DrawnPixels | null {
  const drawn = drawAt(file, page, black, dotsPerInch);
  return drawn !== null && drawn.packed.length > mostPackedBytes ? drawAt(file, page, black, photographDotsPerInch) : drawn;
}

function drawAt({ module: m, memory }: OpenedFile, page: number, black: readonly PageArea[], resolution: number): DrawnPixels | null {
  const widthPt = m.FPDF_GetPageWidthF(page);
  const heightPt = m.FPDF_GetPageHeightF(page);
  const scale = Math.min(resolution / pointsPerInch, Math.sqrt(mostPixels / (widthPt * heightPt)));
  const widthPx = Math.max(1, Math.round(widthPt * scale));
  const heightPx = Math.max(1, Math.round(heightPt * scale));
  const bitmap = m.FPDFBitmap_Create(widthPx, heightPx, 0);
  if (!bitmap) return null;
  try {
    m.FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, 0xffffffff);
    m.FPDF_RenderPageBitmap(bitmap, page, 0, 0, widthPx, heightPx, 0, drawAnnotations);
    const stride = m.FPDFBitmap_GetStride(bitmap);
    const start = m.FPDFBitmap_GetBuffer(bitmap);
    const pixels = memory().slice(start, start + stride * heightPx);
    for (const area of black) blacken(pixels, stride, widthPx, heightPx, area);
    return { ...pack(pixels, stride, widthPx, heightPx), widthPx, heightPx };
  } finally {
    m.FPDFBitmap_Destroy(bitmap);
  }
}

/** Outwards to whole pixels, and one more: the edge of a letter must not show. */
function blacken(pixels: Uint8Array, stride: number, widthPx: number, heightPx: number, { left, top, width, height }: PageArea): void {
  const x0 = Math.max(0, Math.floor(left * widthPx) - 1);
  const x1 = Math.min(widthPx, Math.ceil((left + width) * widthPx) + 1);
  const y0 = Math.max(0, Math.floor(top * heightPx) - 1);
  const y1 = Math.min(heightPx, Math.ceil((top + height) * heightPx) + 1);
  for (let y = y0; y < y1; y++) pixels.fill(0, y * stride + x0 * 4, y * stride + x1 * 4);
}

/** BGRx to grey or RGB rows, each with PNG's filter "up" before it. */
function pack(pixels: Uint8Array, stride: number, widthPx: number, heightPx: number): { packed: Uint8Array; colours: 1 | 3 } {
  const colours = isGrey(pixels, stride, widthPx, heightPx) ? 1 : 3;
  const rowBytes = widthPx * colours;
  const rows = new Uint8Array((rowBytes + 1) * heightPx);
  let before = new Uint8Array(rowBytes);
  let row = new Uint8Array(rowBytes);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const from = y * stride + x * 4;
      if (colours === 1) row[x] = pixels[from + 1] ?? 0;
      else {
        row[x * 3] = pixels[from + 2] ?? 0;
        row[x * 3 + 1] = pixels[from + 1] ?? 0;
        row[x * 3 + 2] = pixels[from] ?? 0;
      }
    }
    const to = y * (rowBytes + 1);
    rows[to] = 2;
    for (let x = 0; x < rowBytes; x++) rows[to + 1 + x] = ((row[x] ?? 0) - (before[x] ?? 0)) & 0xff;
    [before, row] = [row, before];
  }
  return { packed: deflateSync(rows, { level: 6 }), colours };
}

function isGrey(pixels: Uint8Array, stride: number, widthPx: number, heightPx: number): boolean {
  for (let y = 0; y < heightPx; y++) {
    for (let at = y * stride, end = at + widthPx * 4; at < end; at += 4) {
      const blue = pixels[at] ?? 0;
      const green = pixels[at + 1] ?? 0;
      const red = pixels[at + 2] ?? 0;
      if (Math.abs(red - green) > greyWithin || Math.abs(green - blue) > greyWithin) return false;
    }
  }
  return true;
}
