import { z } from 'zod';

/** Pages numbered in one go, from the page at index `fromPage` (counted from 0) on: `prefix` and `first`, `first` + 1, and so on. */
const NumberSeries = z.object({ fromPage: z.number().int().nonnegative(), style: z.enum(['decimal', 'roman']), prefix: z.string().regex(/^[A-Z]?$/), first: z.number().int().positive() });
type NumberSeries = z.infer<typeof NumberSeries>;

/**
 * How the pages of a document are numbered: what is printed on a page, stands in contents and bookmarks, and is its page label (ISO 32000-2, 12.4.2) are one and the same. `stamp`: what is printed at its foot, "Page 3 of 195" or the number alone.
 */
export const PageNumbering = z.object({ series: z.array(NumberSeries).min(1), stamp: z.enum(['page-of-all', 'number']) });
export type PageNumbering = z.infer<typeof PageNumbering>;

/** Page 1 is the first page, and so on to the last. */
export const fromFirstPage: PageNumbering = { series: [{ fromPage: 0, style: 'decimal', prefix: '', first: 1 }], stamp: 'page-of-all' };

/** The number of a page as it is printed. `pageIndex` from 0. Throws for a page before the first series. */
export function labelOf({ series }: Pick<PageNumbering, 'series'>, pageIndex: number): string {
  const own = series.findLast(({ fromPage }) => fromPage <= pageIndex);
  if (own === undefined) throw new RangeError('a page that no series numbers');
  return saysNumber(own, pageIndex - own.fromPage + own.first);
}

/** The numbering of a document that holds only these pages, each under the number it has. `ranges`: indices [from, to), in order. */
export function numberingOfPages({ series, stamp }: PageNumbering, ranges: readonly { readonly from: number; readonly to: number }[]): PageNumbering {
  let at = 0;
  const own = ranges.flatMap(({ from, to }) => {
    const begins = [from, ...series.map(({ fromPage }) => fromPage).filter((page) => page > from && page < to)];
    const here = begins.map((page) => {
      const whole = series.findLast(({ fromPage }) => fromPage <= page);
      if (whole === undefined) throw new RangeError('a page that no series numbers');
      return { ...whole, fromPage: at + page - from, first: whole.first + page - whole.fromPage };
    });
    at += to - from;
    return here;
  });
  return { series: own, stamp };
}

function saysNumber({ style, prefix }: NumberSeries, number: number): string {
  return `${prefix}${style === 'roman' ? roman(number) : String(number)}`;
}

const romanSigns: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

function roman(number: number): string {
  let left = number;
  return romanSigns.reduce((said, [worth, sign]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return said + sign.repeat(times);
  }, '');
}
