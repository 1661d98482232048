import type { BundleChoice, IssuedBundle, PlannedBundle } from '../../model/bundle';
import { type PlannedExhibit, thingOf } from '../../model/export-plan';
import { bundleProfiles } from './profiles';
import { proposeSection } from './propose-section';

/** What she asks for, with the orders under which documents of the bundle it goes on from are in it already: what was let in stays in. */
export function goingOn(choice: BundleChoice | undefined, issued: IssuedBundle | null): BundleChoice | undefined {
  if (choice === undefined || issued === null) return choice;
  const named = new Set(choice.allowed.map(({ kind, id }) => `${kind} ${id}`));
  return { ...choice, allowed: [...choice.allowed, ...issued.exhibits.flatMap(({ kind, id, allowedBy: by }) => (by === '' || named.has(`${kind} ${id}`) ? [] : [{ kind, id, by }]))] };
}

/** Each exhibit in the section where she put it, else in the one proposed; null of what is no court's bundle. `keptOut`: what is not among the exhibits for want of an order; `issued`: the bundle it goes on from, of the same profile. */
export function planBundle(choice: BundleChoice | undefined, exhibits: readonly PlannedExhibit[], keptOut: PlannedBundle['keptOut'], issued: IssuedBundle | null = null): PlannedBundle | null {
  if (choice === undefined || choice.profile === 'solicitor') return null;
  const { profile: name, letter, hearingDay, placed, permission } = choice;
  const profile = bundleProfiles[name];
  const hers = new Map(placed.map(({ kind, id, section }) => [`${kind} ${id}`, section]));
  const sections = exhibits.map((exhibit) => {
    const { kind, id } = thingOf(exhibit);
    const section = hers.get(`${kind} ${id}`);
    return { mark: exhibit.mark, section: section !== undefined && profile.sections.includes(section) ? section : proposeSection(profile, exhibit) };
  });
  const byOrder = new Map(choice.allowed.map(({ kind, id, by }) => [`${kind} ${id}`, by]));
  const allowed = exhibits.flatMap((exhibit) => {
    const { kind, id } = thingOf(exhibit);
    const by = byOrder.get(`${kind} ${id}`);
    return by === undefined ? [] : [{ mark: exhibit.mark, by }];
  });
  const markOf = new Map(exhibits.map((exhibit) => [keyOf(thingOf(exhibit)), exhibit.mark]));
  const order = (choice.order ?? []).flatMap((thing) => { const mark = markOf.get(keyOf(thing)); return mark === undefined ? [] : [{ mark }]; });
  return { profile: name, letter, hearingDay, sections, allowed, permission, order, keptOut, continues: issued === null || choice.continues === undefined || issued.profile !== name ? null : { issued, part: choice.continues.part } };
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;
