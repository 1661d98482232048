/** Sizes of a PDF's pages at 100 %, in CSS pixels (1/96 inch); pages not yet read are taken to be like the first. */
export interface PageSize { readonly widthPx: number; readonly heightPx: number }

export const zoomSteps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
/** A page as wide as its place, or a share of its true size. */
export type Zoom = 'width' | number;
/** Space around a page, in CSS pixels. */
export const gutterPx = 16;

/** The scale that a zoom means for pages of this size in a place of this width. */
export function scaleOf(zoom: Zoom, size: PageSize, placeWidthPx: number): number {
  if (zoom !== 'width') return zoom;
  return Math.min(Math.max((placeWidthPx - 2 * gutterPx) / size.widthPx, 0.1), 3);
}

/** The next step of zoom up or down from a scale; the same when there is none. */
export function nextZoom(scale: number, direction: 1 | -1): number {
  const steps = direction === 1 ? zoomSteps.filter((step) => step > scale + 0.001) : zoomSteps.filter((step) => step < scale - 0.001).reverse();
  return steps[0] ?? scale;
}

export interface PageLayout {
  /** Tops of the pages, and one more: the height of it all. */
  readonly tops: readonly number[];
  readonly scale: number;
}

/** Lays pages under one another at a scale. */
export function layPages(sizes: readonly PageSize[], scale: number): PageLayout {
  const tops = [gutterPx];
  for (const size of sizes) tops.push((tops.at(-1) ?? 0) + Math.ceil(size.heightPx * scale) + gutterPx);
  return { tops, scale };
}

/** Index of the page at an offset from the top. */
export function pageAt({ tops }: PageLayout, offsetPx: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= offsetPx) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The scale to draw a canvas at, so that it is sharp on this screen and never larger than `mostPx` pixels (a canvas
 * beyond the browser's bound stays blank).
 */
export function canvasScale(size: PageSize, scale: number, devicePixelRatio: number, mostPx = 16_000_000): number {
  const wanted = scale * devicePixelRatio;
  const pixels = size.widthPx * size.heightPx * wanted * wanted;
  return pixels <= mostPx ? wanted : wanted * Math.sqrt(mostPx / pixels);
}
