import type { Bookmark, PageRun } from '../../../shared/assemble-protocol';
import type { ExportSection, PageNumbers } from '../../../shared/layouts/export/section';
import { place } from '../../../shared/layouts/places';
import type { RenderedExhibit } from '../../../shared/layouts/rendition';
import { pages } from '../../../shared/messages/en-gb/pages';
import type { ExportPlan } from '../../../shared/model/export-plan';

export interface PrintedPart {
  readonly part: string;
  readonly pageCount: number;
  readonly places: readonly { place: string; pageIndex: number }[];
  /** Of several things that were printed as one only that which begins at this place, and as far as the next place. Not said: all of it. */
  readonly onlyAt?: string;
}
export interface ExhibitPart extends PrintedPart { readonly exhibits: readonly RenderedExhibit[] }

const ownPart = 'exhibit ';

/** The part under which an exhibit's own PDF pages are known to the assembler. */
export function partOfExhibit(mark: string): string { return `${ownPart}${mark}`; }

function isExhibitsOwn(part: string): boolean { return part.startsWith(ownPart); }

/** All runs after the front, in the order given: exhibits each with its own pages after its sheet, of what was printed as one each where it stands, every other part whole. */
export function runsAfterFront(parts: readonly (PrintedPart | ExhibitPart)[]): PageRun[] {
  return parts.flatMap((part) => ('exhibits' in part ? exhibitRuns(part) : [{ part: part.part, ...pagesOf(part), exhibitMark: '' }]));
}

function pagesOf({ pageCount, places, onlyAt }: PrintedPart): { from: number; to: number } {
  if (onlyAt === undefined) return { from: 0, to: pageCount };
  const from = places.find(({ place: at }) => at === onlyAt)?.pageIndex;
  if (from === undefined) throw new Error('a section is not where it was printed');
  return { from, to: Math.min(pageCount, ...places.flatMap(({ pageIndex }) => (pageIndex > from ? [pageIndex] : []))) };
}

function exhibitRuns(part: ExhibitPart): PageRun[] {
  const starts = new Map(part.places.map(({ place: at, pageIndex }) => [at, pageIndex]));
  return part.exhibits.flatMap(({ exhibit, rendition }, index) => {
    const from = starts.get(place.exhibit(exhibit.mark));
    const next = part.exhibits[index + 1];
    const to = next === undefined ? part.pageCount : starts.get(place.exhibit(next.exhibit.mark));
    if (from === undefined || to === undefined || to <= from) throw new Error('an exhibit’s sheet is not on its page');
    const exhibitMark = pages.exhibit.heading(exhibit.mark);
    const sheet: PageRun = { part: part.part, from, to, exhibitMark };
    return rendition.kind === 'pages' ? [sheet, { part: partOfExhibit(exhibit.mark), from: 0, to: rendition.pageCount, exhibitMark }] : [sheet];
  });
}

/** The page, counted from 1, of every place in the parts as they will stand after `frontPages` pages; and of all pages the number. */
export function numberPages(runs: readonly PageRun[], parts: readonly PrintedPart[], frontPages: number): { numbers: Map<string, number>; pageCount: number } {
  const numbers = new Map<string, number>();
  const placesOf = new Map(parts.map((part) => [part.part, part.places]));
  let before = frontPages;
  for (const run of runs) {
    for (const { place: at, pageIndex } of placesOf.get(run.part) ?? []) if (pageIndex >= run.from && pageIndex < run.to) numbers.set(at, before + pageIndex - run.from + 1);
    before += run.to - run.from;
  }
  return { numbers, pageCount: before };
}

/** Indices [from, to) in the finished document of pages that are no exhibit's own. */
export function printedPages(runs: readonly Pick<PageRun, 'part' | 'from' | 'to'>[]): { from: number; to: number }[] {
  let at = 0;
  return runs.flatMap(({ part, from, to }) => {
    const run = { from: at, to: at + to - from };
    at = run.to;
    return isExhibitsOwn(part) ? [] : [run];
  });
}

/** Bookmarks for every section, and under it for what it says (entries, exhibits), each with its page as it is printed. */
export function bookmarksOf(sections: readonly ExportSection[], plan: ExportPlan, numbers: PageNumbers): Bookmark[] {
  const mark = (title: string, at: string | null, children: Bookmark[] = []): Bookmark[] => {
    const page = at === null ? undefined : numbers.get(at);
    return at === null || page === undefined ? [] : [{ title: `${title} (page ${page})`, place: at, children }];
  };
  return sections.flatMap((section) => mark(section.name, section.place, section.below(plan).flatMap(({ title, place: at }) => mark(title, at))));
}
