import { pages } from '../../messages/en-gb/pages';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import type { ExportPlan, PlannedExhibit } from '../../model/export-plan';
import { html, type Piece } from '../markup';
import { place, pointTo } from '../places';
import type { RenderedExhibit } from '../rendition';

/** Page numbers by place, as they are printed; a place that is absent is not in the document. Before they are counted: every one `placeholderPage`. */
export type PageNumbers = Pick<ReadonlyMap<string, string>, 'get'>;

/** Wide enough for 9,999 pages, so that the count of pages cannot move when the real number goes in. */
export const placeholderPage = 8888;

/** A file of which nothing, or not everything, could be printed, and why, in words. */
export interface NotIncluded { readonly mark: string; readonly name: string; readonly reason: string }

/** What is known once everything but the front and the closing pages is printed. */
export interface Outcome { readonly plan: ExportPlan; readonly rendered: readonly RenderedExhibit[]; readonly notIncluded: readonly NotIncluded[] }

/** How a document lies in several files. */
export interface InFiles { readonly pages: readonly { readonly first: string; readonly last: string }[]; partOf(place: string): number }

export interface FrontFacts {
  readonly plan: ExportPlan;
  readonly pageNumbers: PageNumbers;
  readonly pageCount: number;
  /** Of a document that leaves in several files: of each the numbers of its first and last page, and in which (from 1) a place stands. Not said: it is one file. */
  readonly files?: InFiles;
  /** The sections of this document that have a place, in order. */
  readonly sections: readonly { readonly place: string; readonly name: string }[];
}

/** How much one item of a section may take: of printed pages, and of bytes of pictures in them. */
export interface Weight { readonly pages: number; readonly pictureBytes: number }

/** Splits items, in order, into runs that print well together. */
export type Split = <T>(items: readonly T[], weigh: (item: T) => Weight) => Iterable<readonly T[]>;

/**
 * One section of an export: all that is to be said of it. To add one, write it in a file of its own and name it in the list (sections.ts); contents, bookmarks, order and printing follow. Its words stand in the catalogue.
 */
export type ExportSection = {
  /** Its place in the document; null of one that nothing leads to. Its pages mark it with `markPlace`. */
  readonly place: string | null;
  /** What the contents and its bookmark call it. */
  readonly name: string;
  /** Whether this document has it. */
  isIn(outcome: Pick<Outcome, 'plan' | 'notIncluded'>): boolean;
  /** The bookmarks under its own. */
  below(plan: ExportPlan): readonly { readonly title: string; readonly place: string }[];
} & (
  /** Before all else; page numbers stand in it, so it is printed twice. */
  | { readonly stands: 'front'; pages(facts: FrontFacts): Piece }
  /** What may be long: printed in parts, each `parts` yields is one. `notIncluded`: what could not be printed of the exhibits before it. */
  | { readonly stands: 'body'; parts(plan: ExportPlan, split: Split, notIncluded: readonly NotIncluded[]): Iterable<Piece> }
  /** The page that opens what follows. All of them are printed as one, before anything else: nothing on them depends on it. */
  | { readonly stands: 'divider'; readonly place: string; page(): Piece }
  /** Exhibits: each on a sheet, followed by what can be printed of it. `opening`: what stands above the first sheet; `allowedBy`: by mark, the order or direction that lets one in, where one is needed. */
  | { readonly stands: 'exhibits'; exhibits(plan: ExportPlan): readonly PlannedExhibit[]; opening(): Piece; readonly allowedBy?: ReadonlyMap<string, string> }
  /** At the end, and printed as one with the others there: it speaks of what was printed before it. */
  | { readonly stands: 'end'; pages(outcome: Outcome): Piece }
);

/** In which of several files something stands, as a table's cell; nothing where there is one file. */
export function partCell({ files }: Pick<FrontFacts, 'files'>, target: string): Piece {
  return files === undefined ? null : html`<td class="part-cell">${files.partOf(target)}</td>`;
}

/** The head above such cells. */
export function partHead({ files }: Pick<FrontFacts, 'files'>): Piece {
  return files === undefined ? null : html`<th scope="col" class="part-cell">${pagesBundle.parts.column}</th>`;
}

/** A table's cell with the page on which something stands, as a link. Like every cell it says something: Chromium gives one without words no tag, and its row is then read a cell short. */
export function pageCell(pageNumbers: PageNumbers, target: string): Piece {
  const number = pageNumbers.get(target);
  return html`<td class="page-cell">${number === undefined ? pages.noPage : html`<a href="${pointTo(target)}">${number}</a>`}</td>`;
}

/** Marks of exhibits in a row, each a link to its sheet. */
export function markLinks(marks: readonly string[]): Piece {
  return marks.map((mark, index) => html`${index > 0 && ', '}<a href="${pointTo(place.exhibit(mark))}">${mark}</a>`);
}
