import { exhibitName } from '../../../shared/layouts/exhibit-name';
import { place } from '../../../shared/layouts/places';
import type { IssuedBundle } from '../../../shared/model/bundle';
import type { BuiltBundle } from '../../../shared/model/export';
import { type ExportPlan, thingOf } from '../../../shared/model/export-plan';
import { filledSections } from '../../../shared/outputs/bundle/filled-sections';
import { issueBundle, type MadePages, movedSince } from '../../../shared/outputs/bundle/issue-bundle';
import { isOverLimit } from '../../../shared/outputs/bundle/over-limit';

/** Where each exhibit of a court's bundle stands, in the order of its pages; null of all else; and what it will be cited by once it is handed over. */
export function builtBundle(plan: ExportPlan, made: MadePages): { readonly built: BuiltBundle; readonly issued: IssuedBundle } | null {
  if (plan.bundle === null) return null;
  const { pageOf, pageCount } = made;
  const issued = issueBundle(plan, plan.bundle, made);
  const filled = filledSections(plan, plan.bundle);
  const built: BuiltBundle = {
    profile: plan.bundle.profile,
    isOverLimit: isOverLimit(plan.bundle, pageCount),
    keptOut: plan.bundle.keptOut,
    moved: movedSince(plan.bundle, issued),
    sections: filled.map(({ section, sign, name }) => ({ section, sign, name })),
    exhibits: filled.flatMap(({ section, exhibits }) => exhibits.flatMap((exhibit) => {
      const page = pageOf.get(place.exhibit(exhibit.mark));
      return page === undefined ? [] : [{ ...thingOf(exhibit), mark: exhibit.mark, name: exhibitName(exhibit), section, page }];
    })),
  };
  return { built, issued };
}
