import type { PageArea } from '../../../../shared/model/redaction';
import type { OpenedFile } from '../pdfium';
import { pagePixels } from './page-pixels';

/** Relative luminance (WCAG 2.2) of the darkest and the lightest point of a part of a page, 0 to 1. */
export interface Lightness { readonly darkest: number; readonly lightest: number }

const dotsPerInch = 150;
const mostPixels = 8_000_000;

const linear = Float64Array.from({ length: 256 }, (_, value) => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; });

/** A loaded page as it is seen, to ask how light parts of it are. null when PDFium gives no picture. */
export function seenLightness(file: OpenedFile, page: number): ((area: PageArea) => Lightness) | null {
  const drawn = pagePixels(file, page, dotsPerInch, mostPixels);
  if (drawn === null) return null;
  const { bytes, stride, widthPx, heightPx } = drawn;
  return ({ left, top, width, height }) => {
    let darkest = 1;
    let lightest = 0;
    for (let y = Math.max(0, Math.floor(top * heightPx)); y < Math.min(heightPx, Math.ceil((top + height) * heightPx)); y++) {
      for (let x = Math.max(0, Math.floor(left * widthPx)); x < Math.min(widthPx, Math.ceil((left + width) * widthPx)); x++) {
        const at = y * stride + x * 4;
        const light = 0.0722 * (linear[bytes[at] ?? 0] ?? 0) + 0.7152 * (linear[bytes[at + 1] ?? 0] ?? 0) + 0.2126 * (linear[bytes[at + 2] ?? 0] ?? 0);
        darkest = Math.min(darkest, light);
        lightest = Math.max(lightest, light);
      }
    }
    return { darkest, lightest };
  };
}
