import { type ExhibitInCopy, type Quarters, turnsByQuarters } from '../../../../shared/model/exhibit-said';
import { type PageRange, pagesIn, readPageRanges } from '../../../../shared/model/page-ranges';

/** What stands in the fields as she types it. `right`, `over`, `left`: pages to turn; of a picture, anything in one of them turns it. */
export interface InCopyFields { readonly title: string; readonly pages: string; readonly right: string; readonly over: string; readonly left: string }
export type Way = 'right' | 'over' | 'left';
export const quartersOf: Readonly<Record<Way, Quarters>> = { right: 1, over: 2, left: 3 };
export const ways = Object.keys(quartersOf) as readonly Way[];

/** What is amiss with a field: `unread`: it cannot be read, or names a page that is not there; a number: that page is turned two ways. */
export type InCopyTrouble = { readonly field: 'pages' | Way; readonly is: 'unread' | { readonly twice: number } };

const typed = (ranges: readonly PageRange[]): string => ranges.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');

/** As the fields show what was said. */
export function fieldsOf(inCopy: ExhibitInCopy): InCopyFields {
  const turns = turnsByQuarters(inCopy);
  const turned = (way: Way): string => typed(turns.find(({ quarters }) => quarters === quartersOf[way])?.pages ?? []);
  return { title: inCopy.title, pages: inCopy.extract === null ? '' : typed(inCopy.extract.ranges), right: turned('right'), over: turned('over'), left: turned('left') };
}

/** Which way the one picture of a file is turned; null: none. */
export function wayOfPicture(fields: InCopyFields): Way | null {
  return ways.find((way) => fields[way].trim() !== '') ?? null;
}

/** What she says with the fields, or what is amiss with one of them. `filePages`: how many pages the file has; null: it has none that can be told apart, and only the title counts. */
export function readFields(fields: InCopyFields, filePages: number | null): { readonly said: ExhibitInCopy } | { readonly trouble: InCopyTrouble } {
  const title = fields.title.trim();
  if (filePages === null) return { said: { title, extract: null, turns: [] } };
  const ranges = readPageRanges(fields.pages, filePages);
  if (ranges === null) return { trouble: { field: 'pages', is: 'unread' } };
  const quarters = new Map<number, Quarters>();
  for (const way of ways) {
    if (fields[way].trim() === '') continue;
    const pages = readPageRanges(fields[way], filePages);
    if (pages === null) return { trouble: { field: way, is: 'unread' } };
    // Nothing left of what was typed means every page.
    for (const page of pagesIn(pages.length === 0 ? [{ from: 1, to: filePages }] : pages, filePages)) {
      if (quarters.has(page)) return { trouble: { field: way, is: { twice: page } } };
      quarters.set(page, quartersOf[way]);
    }
  }
  const turns = [...quarters].sort(([a], [b]) => a - b).map(([page, by]) => ({ page, quarters: by }));
  return { said: { title, extract: ranges.length === 0 ? null : { ranges, of: filePages }, turns } };
}
