import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import type { PlannedBundle, StandsIn } from '../../model/bundle';
import { type ExportPlan, type PlannedExhibit, thingOf } from '../../model/export-plan';
import { exhibitDay } from './exhibit-day';
import { bundleProfiles } from './profiles';

/** A section of a bundle that has something in it. `sign`: its letter, or its number where pages go on through all; `place`: where its divider stands. */
export interface FilledSection { readonly section: StandsIn; readonly sign: string; readonly name: string; readonly place: string; readonly hasChronology: boolean; readonly exhibits: readonly PlannedExhibit[] }

type Filled = Pick<FilledSection, 'section' | 'hasChronology' | 'exhibits'>;

/**
 * What a bundle holds, section by section. Of a new one in each as she ordered them, else the earliest first, what has no date last, by its mark. Of one that goes on from another, everything where it stood when that was issued, and what is new in a section of its own at the end; of an addition that alone.
 */
export function filledSections(plan: Pick<ExportPlan, 'entries' | 'exhibits'>, bundle: PlannedBundle): FilledSection[] {
  const { continues } = bundle;
  if (continues === null) return newSections(plan, bundle).map((filled, index) => signed(bundle, filled, signAt(bundle, index)));
  const { issued, part } = continues;
  const byKey = new Map(plan.exhibits.map((exhibit) => [keyOf(thingOf(exhibit)), exhibit]));
  const known = new Set(issued.exhibits.map(keyOf));
  const late = byDay(plan.exhibits.filter((exhibit) => !known.has(keyOf(thingOf(exhibit)))));
  const before = issued.sections.map(({ section, sign }) => signed(bundle, {
    section, hasChronology: section === bundleProfiles[bundle.profile].chronologyIn && plan.entries.length > 0,
    exhibits: issued.exhibits.filter((one) => one.sign === sign).flatMap((one) => byKey.get(keyOf(one)) ?? []),
  }, sign));
  const after = late.length === 0 ? [] : [signed(bundle, { section: 'late', hasChronology: false, exhibits: late }, signAt(bundle, issued.sections.length))];
  return part === 'addition' ? after : [...before, ...after];
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

function newSections({ entries, exhibits }: Pick<ExportPlan, 'entries' | 'exhibits'>, bundle: PlannedBundle): Filled[] {
  const profile = bundleProfiles[bundle.profile];
  const sectionOf = new Map(bundle.sections.map(({ mark, section }) => [mark, section]));
  const dated = asOrdered(byDay(exhibits), bundle);
  return profile.sections.map((section) => ({
    section, hasChronology: section === profile.chronologyIn && entries.length > 0, exhibits: dated.filter(({ mark }) => (sectionOf.get(mark) ?? profile.otherwise) === section),
  })).filter(({ hasChronology, exhibits: here }) => hasChronology || here.length > 0);
}

function byDay(exhibits: readonly PlannedExhibit[]): PlannedExhibit[] {
  return exhibits.map((exhibit, index) => ({ exhibit, key: `${exhibitDay(exhibit).sortKey || '~'} ${String(index).padStart(6, '0')}` })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ exhibit }) => exhibit);
}

/** As she put them; what she did not name comes after, as it stood. */
function asOrdered(exhibits: readonly PlannedExhibit[], { order }: PlannedBundle): PlannedExhibit[] {
  const placeOf = new Map(order.map(({ mark }, index) => [mark, index]));
  return exhibits.toSorted((a, b) => (placeOf.get(a.mark) ?? order.length) - (placeOf.get(b.mark) ?? order.length));
}

function signAt({ profile }: PlannedBundle, index: number): string {
  return bundleProfiles[profile].numbering === 'by-section' ? String.fromCodePoint(0x41 + index) : String(index + 1);
}

function signed({ profile }: PlannedBundle, filled: Filled, sign: string): FilledSection {
  return { ...filled, sign, name: filled.section === 'late' ? pagesBundle.late : pagesBundle.sections[profile][filled.section], place: `section-${sign.toLowerCase()}` };
}
