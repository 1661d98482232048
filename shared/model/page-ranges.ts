import { z } from 'zod';

/** The longest file that anybody chooses pages of. */
export const mostPagesOfFile = 20_000;

/** A page of a file, as the file counts its pages, from 1. */
export const FilePage = z.number().int().min(1).max(mostPagesOfFile);

/** Pages of a file from one to another, both among them. */
export const PageRange = z.object({ from: FilePage, to: FilePage });
export type PageRange = z.infer<typeof PageRange>;

/** The pages themselves, in order, each once; none beyond `of`, the number of pages that the file has. */
export function pagesIn(ranges: readonly PageRange[], of: number): number[] {
  const pages = new Set<number>();
  for (const { from, to } of ranges) for (let page = from; page <= Math.min(to, of); page += 1) pages.add(page);
  return [...pages].sort((a, b) => a - b);
}

/** Pages as ranges: in order, none touching the next. */
export function rangesOf(pages: Iterable<number>): PageRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === page - 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges;
}

const oneRange = /^(\d{1,5})(?:\s*(?:-|–|—|to|until)\s*(\d{1,5}))?$/i;

/**
 * What she typed: “3 to 7, 12”, “3-7 and 12”. Empty where she typed nothing, or every page. null where it cannot be read, or names a page that the file does not have (`of`: how many there are).
 */
export function readPageRanges(typed: string, of: number): PageRange[] | null {
  if (typed.trim() === '') return [];
  const pages = new Set<number>();
  for (const part of typed.trim().replace(/^pages?\s+/i, '').split(/\s*(?:[,;&]|\band\b)\s*/i)) {
    const [, first, last = first] = oneRange.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1) || !(to >= from) || to > of) return null;
    for (let page = from; page <= to; page += 1) pages.add(page);
  }
  return pages.size === of ? [] : rangesOf(pages);
}
