import type { PageNumbering } from '../../model/page-numbering';
import type { PlannedBundle } from '../../model/bundle';
import type { FilledSection } from './filled-sections';
import { bundleProfiles } from './profiles';

const inRoman = { fromPage: 0, style: 'roman', prefix: '', first: 1 } as const;

/** How the pages of a bundle are numbered, once it is known on which page (from 1) each section's divider stands. Throws where one stands nowhere. */
export function bundleNumbering(bundle: PlannedBundle, sections: readonly FilledSection[], pageOf: ReadonlyMap<string, number>): PageNumbering {
  const begins = ({ place }: FilledSection): number => {
    const page = pageOf.get(place);
    if (page === undefined) throw new Error('a section has no page');
    return page - 1;
  };
  if (bundleProfiles[bundle.profile].numbering === 'by-section') return { series: [inRoman, ...sections.map((section) => ({ fromPage: begins(section), style: 'decimal' as const, prefix: section.sign, first: 1 }))], stamp: 'number' };
  const [late] = sections;
  // An addition goes on from the last page that was issued; its own cover and index are no pages of the bundle.
  if (bundle.continues?.part === 'addition' && late !== undefined) return { series: [inRoman, { fromPage: begins(late), style: 'decimal', prefix: '', first: bundle.continues.issued.pageCount + 1 }], stamp: 'number' };
  return { series: [{ fromPage: 0, style: 'decimal', prefix: '', first: 1 }], stamp: 'number' };
}
