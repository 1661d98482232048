import { deflateSync } from 'node:zlib';
import type { PageArea } from '../../../../shared/model/redaction';
import type { OpenedFile } from '../pdfium';
import { pagePixels, type PagePixels } from './page-pixels';

/** A page as pixels with what was blacked out, packed for FlateDecode with PNG's predictors (ISO 32000-2, 7.4.4.4); lossless, so that letters stay sharp. */
export interface DrawnPixels { readonly packed: Uint8Array; readonly widthPx: number; readonly heightPx: number; readonly colours: 1 | 3 }

/** Enough to read small print by, and under the 300 that a bundle may have. A page that is a photograph is packed badly without loss: it has fewer. */
const dotsPerInch = 200;
const photographDotsPerInch = 130;
const mostPackedBytes = 4 * 1024 * 1024;
const mostPixels = 16_000_000;
/** Colours this near to grey are taken for grey: letters smoothed at their edges. */
const greyWithin = 3;

/** Draws a loaded page, blackens the areas in the pixels, and packs it. null when PDFium gives no picture. */
export function drawPage(file: OpenedFile, page: number, black: readonly PageArea[]): DrawnPixels | null {
  const drawn = drawAt(file, page, black, dotsPerInch);
  return drawn !== null && drawn.packed.length > mostPackedBytes ? drawAt(file, page, black, photographDotsPerInch) : drawn;
}

function drawAt(file: OpenedFile, page: number, black: readonly PageArea[], resolution: number): DrawnPixels | null {
  const drawn = pagePixels(file, page, resolution, mostPixels);
  if (drawn === null) return null;
  for (const area of black) blacken(drawn, area);
  return { ...pack(drawn), widthPx: drawn.widthPx, heightPx: drawn.heightPx };
}

/** Outwards to whole pixels, and one more: the edge of a letter must not show. */
function blacken({ bytes, stride, widthPx, heightPx }: PagePixels, { left, top, width, height }: PageArea): void {
  const x0 = Math.max(0, Math.floor(left * widthPx) - 1);
  const x1 = Math.min(widthPx, Math.ceil((left + width) * widthPx) + 1);
  const y0 = Math.max(0, Math.floor(top * heightPx) - 1);
  const y1 = Math.min(heightPx, Math.ceil((top + height) * heightPx) + 1);
  for (let y = y0; y < y1; y++) bytes.fill(0, y * stride + x0 * 4, y * stride + x1 * 4);
}

/** BGRx to grey or RGB rows, each with PNG's filter "up" before it. */
function pack(drawn: PagePixels): { packed: Uint8Array; colours: 1 | 3 } {
  const colours = isGrey(drawn) ? 1 : 3;
  return { packed: deflateSync(colours === 1 ? greyRows(drawn) : colouredRows(drawn), { level: 6 }), colours };
}

/** Both loops are plain, without a row between, for a page has four million pixels: otherwise they took three times as long as drawing and packing it. A Uint8Array keeps what is written to it below 256 by itself. */
function greyRows({ bytes, stride, widthPx, heightPx }: PagePixels): Uint8Array {
  const rows = new Uint8Array((widthPx + 1) * heightPx);
  for (let y = 0, to = 0; y < heightPx; y++) {
    rows[to++] = 2;
    const isFirst = y === 0;
    for (let at = y * stride + 1, end = at + widthPx * 4; at < end; at += 4) rows[to++] = isFirst ? bytes[at]! : bytes[at]! - bytes[at - stride]!;
  }
  return rows;
}

function colouredRows({ bytes, stride, widthPx, heightPx }: PagePixels): Uint8Array {
  const rows = new Uint8Array((widthPx * 3 + 1) * heightPx);
  for (let y = 0, to = 0; y < heightPx; y++) {
    rows[to++] = 2;
    const isFirst = y === 0;
    for (let at = y * stride, end = at + widthPx * 4; at < end; at += 4) {
      for (let colour = 2; colour >= 0; colour--) rows[to++] = isFirst ? bytes[at + colour]! : bytes[at + colour]! - bytes[at + colour - stride]!;
    }
  }
  return rows;
}

function isGrey({ bytes: pixels, stride, widthPx, heightPx }: PagePixels): boolean {
  for (let y = 0; y < heightPx; y++) {
    for (let at = y * stride, end = at + widthPx * 4; at < end; at += 4) {
      const blue = pixels[at]!;
      const green = pixels[at + 1]!;
      const red = pixels[at + 2]!;
      if (Math.abs(red - green) > greyWithin || Math.abs(green - blue) > greyWithin) return false;
    }
  }
  return true;
}
