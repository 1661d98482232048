import type { Bookmark, PageRun } from '../../../shared/assemble-protocol';
import { sayDate } from '../../../shared/dates';
import { exhibitName } from '../../../shared/layouts/exhibit-name';
import type { RenderedExhibit } from '../../../shared/layouts/rendition';
import { entryName } from '../../../shared/layouts/front';
import { place } from '../../../shared/layouts/places';
import { pages } from '../../../shared/messages/en-gb/pages';
import { showHidden } from '../../../shared/text/show-hidden';
import { type ExportPlan, isFurther, type PlannedExhibit } from '../../../shared/model/export-plan';
import { partOfExhibit } from './render-exhibits';

export interface PrintedPart { readonly part: string; readonly pageCount: number; readonly places: readonly { place: string; pageIndex: number }[] }
export interface ExhibitPart extends PrintedPart { readonly exhibits: readonly RenderedExhibit[] }

/** All runs after the front, in order: accounts, exhibits each with its own pages after its sheet, closing pages. */
export function runsAfterFront(accounts: readonly PrintedPart[], exhibits: readonly ExhibitPart[], closing: PrintedPart): PageRun[] {
  return [...accounts.map(whole), ...exhibits.flatMap(exhibitRuns), whole(closing)];
}

function whole({ part, pageCount }: PrintedPart): PageRun {
  return { part, from: 0, to: pageCount, exhibitMark: '' };
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

/** Bookmarks for every section, entry and exhibit, each with its page. */
export function bookmarksOf(plan: ExportPlan, numbers: ReadonlyMap<string, number>): Bookmark[] {
  const words = pages.contents;
  const mark = (title: string, at: string, children: Bookmark[] = []): Bookmark[] => {
    const page = numbers.get(at);
    return page === undefined ? [] : [{ title: `${title} (page ${page})`, place: at, children }];
  };
  const marksOf = (exhibits: readonly PlannedExhibit[]): Bookmark[] => exhibits.flatMap((exhibit) => mark(`${exhibit.mark} · ${exhibitName(exhibit)}`, place.exhibit(exhibit.mark)));
  return [
    ...mark(words.title, place.contents),
    ...mark(words.table, place.table),
    ...mark(words.exhibitList, place.exhibitList),
    ...mark(words.accounts, place.accounts, plan.entries.flatMap((entry) => mark([String(entry.number), sayDate(entry.happened), showHidden(entryName(entry))].filter((piece) => piece !== '').join(' · '), place.entry(entry.number)))),
    ...mark(words.exhibits, place.exhibits, marksOf(plan.exhibits.filter((exhibit) => !isFurther(exhibit)))),
    ...mark(words.furtherExhibits, place.furtherExhibits, marksOf(plan.exhibits.filter(isFurther))),
    ...mark(words.notIncluded, place.notIncluded),
    ...mark(words.integrity, place.integrity),
    ...mark(words.howMade, place.howMade),
  ];
}
