import { contentHeightMm, contentWidthMm } from '../../../shared/layouts/print-css';

const mmPerInch = 25.4;
const mostDpi = 300;
/** A small picture is not blown up beyond this: it would look worse than it is. */
const leastDpi = 96;

export interface Space { readonly widthMm: number; readonly heightMm: number }

/** Room for a picture on a page of its own, and within a message. */
export const wholePage: Space = { widthMm: contentWidthMm, heightMm: contentHeightMm - 8 };
export const withinMessage: Space = { widthMm: 90, heightMm: 100 };

/** Most pixels that may print in a space at 300 dpi. */
export function mostPixels(space: Space): { widthPx: number; heightPx: number } {
  return { widthPx: Math.floor((space.widthMm / mmPerInch) * mostDpi), heightPx: Math.floor((space.heightMm / mmPerInch) * mostDpi) };
}

/** Size in millimetres for a picture of so many pixels: fills the space when it has the pixels for it, and lies between 96 and 300 dpi where it can. */
export function printedSize(widthPx: number, heightPx: number, space: Space): { widthMm: number; heightMm: number } {
  const scale = Math.min(space.widthMm / widthPx, space.heightMm / heightPx, mmPerInch / leastDpi);
  // Rounded up, so that rounding can never lift the picture above 300 dpi.
  const round = (mm: number) => Math.ceil(mm * 100) / 100;
  return { widthMm: round(widthPx * scale), heightMm: round(heightPx * scale) };
}
