import { exhibitsUnder } from '../../layouts/export/exhibits';
import { notIncludedOf } from '../../layouts/export/not-included';
import { entryTable } from '../../layouts/export/entry-table';
import type { ExportSection } from '../../layouts/export/section';
import { exportSections } from '../../layouts/export/sections';
import { pages } from '../../messages/en-gb/pages';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import type { ExportPlan } from '../../model/export-plan';
import { fromFirstPage, type PageNumbering } from '../../model/page-numbering';
import { showHidden } from '../../text/show-hidden';
import { bundleChronology } from './bundle-chronology';
import { bundleCover, bundleName } from './bundle-cover';
import { bundleIndex } from './bundle-index';
import { bundleNumbering } from './bundle-numbering';
import { dividerOf } from './divider';
import { bundleProfiles } from './profiles';
import { type FilledSection, filledSections } from './filled-sections';

/** Of what a plan's pages are made up: its title, its sections in order, and how the pages are numbered once it is known where each place stands (pages from 1). */
export interface BundleMadeUp { readonly title: string; readonly sections: readonly ExportSection[]; numbering(pageOf: ReadonlyMap<string, number>): PageNumbering; /** The place before which cover and index end; null of a document without an index. */ readonly repeatsTo: string | null; /** Whether entries stand in it, so that exhibits can lead to them. */ readonly entriesStandHere: boolean }

/** The solicitor's pack, or a court's bundle after its profile. */
export function bundleOf(plan: Pick<ExportPlan, 'bundle' | 'caseName' | 'entries' | 'exhibits'>): BundleMadeUp {
  const { bundle } = plan;
  const caseName = showHidden(plan.caseName);
  if (bundle === null) return { title: pages.documentTitle(caseName), sections: exportSections, numbering: () => fromFirstPage, repeatsTo: entryTable.place, entriesStandHere: true };
  const filled = filledSections(plan, bundle);
  const [before, late] = [filled.filter((section) => !isLate(section)), filled.filter(isLate)];
  // Where pages are numbered through from the cover, a longer index would move every page that was issued: the cover and the last divider say what is new.
  const isIndexKept = bundle.continues?.part === 'revised' && bundleProfiles[bundle.profile].numbering === 'from-first-page';
  const allowedBy = new Map(bundle.allowed.map(({ mark, by }) => [mark, by]));
  return {
    title: pagesBundle.documentTitle(bundleName(bundle), caseName),
    sections: [
      bundleCover(bundle, filled), bundleIndex(isIndexKept ? before : filled, allowedBy, new Set(isIndexKept ? late.flatMap((section) => [section.place, notIncludedAfter(section)]) : [])),
      ...documentsOf(before, 'not-included', allowedBy),
      ...late.flatMap((section) => documentsOf([section], notIncludedAfter(section), allowedBy)),
    ],
    repeatsTo: filled[0]?.place ?? null, numbering: (pageOf) => bundleNumbering(bundle, filled, pageOf), entriesStandHere: filled.some(({ hasChronology }) => hasChronology),
  };
}

const notIncludedAfter = ({ sign }: FilledSection): string => `not-included-${sign.toLowerCase()}`;

/** What came after the bundle was first issued, each time in a section of its own. */
const isLate = ({ section }: FilledSection): boolean => section === 'late';

/** Sections with their documents, and after them what of these could not be included: where something is added, what stands before it keeps its pages. */
function documentsOf(sections: readonly FilledSection[], where: string, allowedBy: ReadonlyMap<string, string>): ExportSection[] {
  const marks = new Set(sections.flatMap(({ exhibits }) => exhibits.map(({ mark }) => mark)));
  return [
    ...sections.flatMap((section) => [dividerOf(section), ...(section.hasChronology ? [bundleChronology] : []), ...(section.exhibits.length > 0 ? [exhibitsUnder(section.name, section.exhibits, allowedBy)] : [])]),
    ...(marks.size === 0 ? [] : [notIncludedOf(marks, where)]),
  ];
}
