import { place } from '../../layouts/places';
import type { IssuedBundle, PlannedBundle } from '../../model/bundle';
import { type ExportPlan, thingOf } from '../../model/export-plan';
import { labelOf, type PageNumbering } from '../../model/page-numbering';
import { filledSections } from './filled-sections';

/** A bundle's pages as they were made. `pageOf`: pages from 1, of every place. */
export interface MadePages { readonly pageOf: ReadonlyMap<string, number>; readonly pageCount: number; readonly numbering: PageNumbering }

/** What these pages will be cited by once they are handed over. An addition is recorded together with the bundle it belongs to: the next one goes on from both. */
export function issueBundle(plan: Pick<ExportPlan, 'entries' | 'exhibits'>, bundle: PlannedBundle, { pageOf, pageCount, numbering }: MadePages): IssuedBundle {
  const filled = filledSections(plan, bundle);
  const begins = [...pageOf.entries()].filter(([at]) => /^(?:section|exhibit|not-included)/.test(at)).map(([, page]) => page).concat(pageCount + 1).sort((a, b) => a - b);
  const orders = new Map(bundle.allowed.map(({ mark, by }) => [mark, by]));
  const exhibits = filled.flatMap(({ sign, exhibits: here }) => here.flatMap((exhibit): IssuedBundle['exhibits'] => {
    const page = pageOf.get(place.exhibit(exhibit.mark));
    if (page === undefined) return [];
    const next = begins.find((one) => one > page) ?? page + 1;
    return [{ ...thingOf(exhibit), mark: exhibit.mark, sign, label: labelOf(numbering, page - 1), pages: next - page, allowedBy: orders.get(exhibit.mark) ?? '' }];
  }));
  const own: IssuedBundle = { profile: bundle.profile, letter: bundle.letter, hearingDay: bundle.hearingDay, pageCount, sections: filled.map(({ section, sign }) => ({ section, sign })), exhibits };
  if (bundle.continues?.part !== 'addition') return own;
  const { issued } = bundle.continues;
  const firstPage = pageOf.get(filled[0]?.place ?? '') ?? pageCount + 1;
  return { ...own, pageCount: issued.pageCount + pageCount + 1 - firstPage, sections: [...issued.sections, ...own.sections], exhibits: [...issued.exhibits, ...own.exhibits] };
}

/** What stands on another page now than the one by which it was issued, or is not there; of an addition nothing that was issued can have moved. */
export function movedSince({ continues }: PlannedBundle, now: IssuedBundle): { mark: string; was: string; is: string }[] {
  if (continues?.part !== 'revised') return [];
  const labels = new Map(now.exhibits.map(({ kind, id, label }) => [`${kind} ${id}`, label]));
  return continues.issued.exhibits.flatMap(({ kind, id, mark, label: was }) => {
    const is = labels.get(`${kind} ${id}`) ?? '';
    return is === was ? [] : [{ mark, was, is }];
  });
}
