import { z } from 'zod';
import type { Document } from './document';
import { Id } from './identity';
import { FilePage, mostPagesOfFile, PageRange, pagesIn, rangesOf } from './page-ranges';

/** How often a page is turned by a quarter, to the right. */
export const Quarters = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Quarters = z.infer<typeof Quarters>;
const allQuarters: readonly Quarters[] = [1, 2, 3];

/** A page of a file that stands turned in a copy; `page` as the file counts its pages, from 1. */
export const PageTurn = z.object({ page: FilePage, quarters: Quarters });
export type PageTurn = z.infer<typeof PageTurn>;

/** Some pages of a file. `of`: how many the file has; where it turns out to have another number, nothing of it is printed. */
export const Extract = z.object({ ranges: z.array(PageRange).min(1).max(500), of: FilePage });
export type Extract = z.infer<typeof Extract>;

/** How one exhibit stands in a copy, otherwise than in the record. `title`: what it is called there, '' for its own name; `extract`: the pages that go, null for all. */
export const ExhibitInCopy = z.object({ title: z.string().trim().max(300), extract: Extract.nullable(), turns: z.array(PageTurn).max(mostPagesOfFile) });
export type ExhibitInCopy = z.infer<typeof ExhibitInCopy>;

/** As it is in the record. */
export const asInRecord: ExhibitInCopy = { title: '', extract: null, turns: [] };

/** What she said of one exhibit for a copy. The evidence is never changed by it. */
export const ExhibitSaid = z.object({
  kind: z.enum(['document', 'excerpt', 'mail']), id: Id,
  /** It stays out, whoever cites it. */
  leftOut: z.boolean(),
  /** Not said: as it stood in the bundle that is gone on from, else as in the record. */
  inCopy: ExhibitInCopy.optional(),
});
export type ExhibitSaid = z.infer<typeof ExhibitSaid>;

/** Whether it says anything at all. */
export function saysSomething({ title, extract, turns }: ExhibitInCopy): boolean {
  return title !== '' || extract !== null || turns.length > 0;
}

/** The pages of a file that go, in order, as the file counts them; null: all of them. */
export function pagesThatGo(inCopy: Pick<ExhibitInCopy, 'extract'> | undefined): number[] | null {
  const extract = inCopy?.extract ?? null;
  return extract === null ? null : pagesIn(extract.ranges, extract.of);
}

/** By how many quarters a page of a file is turned to the right; 0: not at all. */
export function turnOf(inCopy: Pick<ExhibitInCopy, 'turns'> | undefined, page: number): 0 | Quarters {
  return inCopy?.turns.find((turn) => turn.page === page)?.quarters ?? 0;
}

/** The turned pages of a file by how far they are turned, for saying them; none for which no page is. */
export function turnsByQuarters({ turns }: Pick<ExhibitInCopy, 'turns'>): { readonly quarters: Quarters; readonly pages: PageRange[] }[] {
  return allQuarters.flatMap((quarters) => {
    const pages = rangesOf(turns.filter((turn) => turn.quarters === quarters).map(({ page }) => page));
    return pages.length === 0 ? [] : [{ quarters, pages }];
  });
}

/** Whether a file is of a kind that can have several pages of its own; of a picture that has one, only that can be turned. */
export function hasPages({ form, mediaType }: Pick<Document, 'form' | 'mediaType'>): boolean {
  return form === 'pdf' || (form === 'image' && mediaType === 'image/tiff');
}

/** Of what was said, what this file takes: pages are chosen where there are several, turned where they are pages or a picture. null: no file of its own. */
export function asFits(inCopy: ExhibitInCopy, document: Pick<Document, 'form' | 'mediaType'> | null): ExhibitInCopy {
  const canTurn = document !== null && (document.form === 'pdf' || document.form === 'image');
  return { title: inCopy.title, extract: document !== null && hasPages(document) ? inCopy.extract : null, turns: canTurn ? inCopy.turns : [] };
}
