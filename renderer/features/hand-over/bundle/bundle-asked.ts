import type { BundleChoice, BundleProfileName } from '../../../../shared/model/bundle';
import type { BuiltBundle } from '../../../../shared/model/export';
import { type Dated, undated } from '../../../../shared/model/dated';

/** What she said of the bundle, her words for the day of the hearing kept as she typed them. */
export interface BundleAsked { readonly profile: BundleProfileName; readonly letter: string; readonly hearing: Dated; readonly placed: BundleChoice['placed']; readonly allowed: BundleChoice['allowed']; readonly permission: string; /** Her own order; none: by day. */ readonly order: NonNullable<BundleChoice['order']>; /** The bundle it goes on from; null: a new one. */ readonly continues: NonNullable<BundleChoice['continues']> | null; /** The largest size of one file, in MB, as she typed it; '' for one file. */ readonly fileMB: string }

export const nothingAsked: BundleAsked = { profile: 'solicitor', letter: '', hearing: undated, placed: [], allowed: [], permission: '', order: [], continues: null, fileMB: '' };

/** The day of the hearing where one day was understood; else ''. */
export function hearingDayOf({ hearing }: Pick<BundleAsked, 'hearing'>): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(hearing.edtf) ? hearing.edtf : '';
}

/** The largest size of one file, in MB: a whole number from 1 to 10,000; null where none was understood. */
export function fileMBOf({ fileMB }: Pick<BundleAsked, 'fileMB'>): number | null {
  const number = /^\s*(\d{1,5})\s*(?:mb)?\s*$/i.exec(fileMB)?.[1];
  return number === undefined || Number(number) < 1 || Number(number) > 10_000 ? null : Number(number);
}

/** How large one file may be, as the record is asked for it. */
export function filesChoice(asked: Pick<BundleAsked, 'fileMB'>): { fileMB?: number } {
  const fileMB = fileMBOf(asked);
  return fileMB === null ? {} : { fileMB };
}

/** The bundle as the record is asked for it; nothing of the solicitor's pack. */
export function bundleChoice(asked: BundleAsked): { bundle?: BundleChoice } {
  const { profile, letter, placed, allowed, permission, order, continues } = asked;
  return profile === 'solicitor' ? {} : { bundle: { profile, letter, hearingDay: hearingDayOf(asked), placed: [...placed], allowed: [...allowed], permission: permission.trim(), ...(order.length > 0 ? { order: [...order] } : {}), ...(continues ? { continues } : {}) } };
}

/** A letter of the alphabet, as a capital, out of whatever was typed last; '' for none. */
export function letterOf(typed: string): string {
  return typed.toUpperCase().match(/[A-Z]/g)?.at(-1) ?? '';
}

export type PlacedThing = BundleChoice['placed'][number];

/** The same with that document in that section. */
export function placedIn(asked: BundleAsked, thing: PlacedThing): BundleAsked {
  return { ...asked, placed: [...asked.placed.filter(({ kind, id }) => kind !== thing.kind || id !== thing.id), thing] };
}

/** The same with that order as what lets it in; with '' it stays out again. */
export function allowedBy(asked: BundleAsked, { kind, id }: Pick<PlacedThing, 'kind' | 'id'>, by: string): BundleAsked {
  const others = asked.allowed.filter((one) => one.kind !== kind || one.id !== id);
  return { ...asked, allowed: by.trim() === '' ? others : [...others, { kind, id, by: by.trim() }] };
}

type Standing = BuiltBundle['exhibits'][number];

/** Documents as they will stand: in the section and the order that she said, else as they were made. */
export function asTheyWillStand(asked: BundleAsked, made: readonly Standing[]): Standing[] {
  const placeOf = new Map(asked.order.map(({ id }, index) => [id, index]));
  const sectionOf = new Map(asked.placed.map(({ id, section }) => [id, section]));
  return made.toSorted((a, b) => (placeOf.get(a.id) ?? made.length) - (placeOf.get(b.id) ?? made.length)).map((one) => ({ ...one, section: sectionOf.get(one.id) ?? one.section }));
}

/** The same with a document one place earlier (-1) or later (1) in its section; as it was where there is none. */
export function movedBy(asked: BundleAsked, made: readonly Standing[], id: string, by: -1 | 1): BundleAsked {
  const standing = asTheyWillStand(asked, made);
  const at = standing.findIndex((one) => one.id === id);
  const section = standing[at]?.section;
  const neighbour = by === -1 ? standing.findLastIndex((one, index) => index < at && one.section === section) : standing.findIndex((one, index) => index > at && one.section === section);
  const [one, other] = [standing[at], standing[neighbour]];
  if (one === undefined || other === undefined) return asked;
  standing[at] = other;
  standing[neighbour] = one;
  return { ...asked, order: standing.map(({ kind, id: own }) => ({ kind, id: own })) };
}
