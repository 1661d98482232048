import { type ExhibitInCopy, type Quarters, turnOf } from '../../../../shared/model/exhibit-said';
import type { BuiltExport } from '../../../../shared/model/export';
import { pagesIn } from '../../../../shared/model/page-ranges';

/** Which exhibit's file is seen on a page (from 1) of these, and which page of the file it is; null of pages that we set. */
export function fileShownOn({ exhibits }: Pick<BuiltExport, 'exhibits'>, page: number): { readonly exhibit: BuiltExport['exhibits'][number]; readonly ofFile: number } | null {
  for (const exhibit of exhibits) {
    const { ownPages, filePages } = exhibit;
    if (ownPages === null || filePages === null || page < ownPages.first || page >= ownPages.first + ownPages.count) continue;
    // A picture has one page, on however many of ours it is printed with its sheet.
    const ofFile = filePages === 1 ? 1 : pagesIn(ownPages.ranges, filePages)[page - ownPages.first];
    if (ofFile !== undefined) return { exhibit, ofFile };
  }
  return null;
}

/** The same with one page turned further by quarters to the right. */
export function turnedFurther(inCopy: ExhibitInCopy, page: number, by: Quarters): ExhibitInCopy {
  const quarters = (turnOf(inCopy, page) + by) % 4;
  const others = inCopy.turns.filter((turn) => turn.page !== page);
  return { ...inCopy, turns: quarters === 0 ? others : [...others, { page, quarters: quarters as Quarters }].sort((a, b) => a.page - b.page) };
}
