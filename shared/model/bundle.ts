import { z } from 'zod';
import { Id } from './identity';

/** What the pages are for: it decides how they are numbered, into which sections they go, and what must be asked first (shared/outputs/bundle/profiles.ts). */
export const BundleProfileName = z.enum(['solicitor', 'family', 'financial-remedy', 'civil']);
export type BundleProfileName = z.infer<typeof BundleProfileName>;

export const BundleSectionName = z.enum(['preliminary', 'applications', 'statements', 'care-plans', 'reports', 'other']);
export type BundleSectionName = z.infer<typeof BundleSectionName>;

/** A day on the calendar, `YYYY-MM-DD`; '' where it is not known yet. */
const HearingDay = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/);
const Letter = z.string().regex(/^[A-Z]?$/);

/** Where a document stands: in a section of the profile, or among what came after the bundle was issued. */
export const StandsIn = z.enum([...BundleSectionName.options, 'late']);
export type StandsIn = z.infer<typeof StandsIn>;

const Sign = z.string().regex(/^(?:[A-Z]|\d{1,3})$/);
const Label = z.string().regex(/^(?:[A-Z]?\d{1,6}|[ivxlcdm]{1,20})$/);

/** An order or direction as she names it: what it is, of which day, which paragraph. */
const OrderWords = z.string().trim().max(200);

/** What a bundle that was handed over is known by: whatever it is cited by must stay. `label`: the page on which a document's sheet stands, as printed; `pages`: how many it takes, its sheet among them; `allowedBy`: the order or direction that lets it in, '' where none is needed. */
export const IssuedBundle = z.object({
  profile: BundleProfileName.exclude(['solicitor']), letter: Letter, hearingDay: HearingDay, pageCount: z.number().int().positive(),
  sections: z.array(z.object({ section: StandsIn, sign: Sign })),
  exhibits: z.array(z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id, mark: z.string(), sign: Sign, label: Label, pages: z.number().int().positive(), allowedBy: OrderWords })),
});
export type IssuedBundle = z.infer<typeof IssuedBundle>;

/** `revised`: the whole bundle again under the same numbers, with what is new at its end; `addition`: what is new alone, its numbers going on from there. */
export const BundlePart = z.enum(['revised', 'addition']);
export type BundlePart = z.infer<typeof BundlePart>;

/** Why something stays out of a bundle until an order or direction allows it. */
export const NeedsOrder = z.enum(['messages', 'correspondence', 'picture']);
export type NeedsOrder = z.infer<typeof NeedsOrder>;

/** The largest that one file may be, in MB: 10^6 bytes. */
export const FileMB = z.number().int().min(1).max(10_000);

/** A court's bundle as she asks for it. `letter`: which of several bundles of the case it is; '' for the only one. `placed`: what she put into another section than the one that was proposed; `allowed`: which order or direction lets each of those in that need one; `permission`: the reference under which the bundle may be longer than it otherwise may, '' for none. */
export const BundleChoice = z.object({
  profile: BundleProfileName, letter: Letter, hearingDay: HearingDay,
  placed: z.array(z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id, section: BundleSectionName })).max(20_000),
  allowed: z.array(z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id, by: OrderWords.min(1) })).max(20_000),
  permission: OrderWords,
  /** Her own order of the documents, each within its section; what is not named follows by day. Not said: all by day. */
  order: z.array(z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id })).max(20_000).optional(),
  /** The bundle it goes on from, by the export as which it was handed over. */
  continues: z.object({ exportId: Id, part: BundlePart }).optional(),
});
export type BundleChoice = z.infer<typeof BundleChoice>;

/** A court's bundle as it is planned: each exhibit in one section. `keptOut`: what was chosen and is not in it, because no order that allows it was named. */
export const PlannedBundle = z.object({
  profile: BundleProfileName.exclude(['solicitor']), letter: Letter, hearingDay: HearingDay, sections: z.array(z.object({ mark: z.string(), section: BundleSectionName })),
  allowed: z.array(z.object({ mark: z.string(), by: OrderWords })), permission: OrderWords,
  order: z.array(z.object({ mark: z.string() })),
  keptOut: z.array(z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id, name: z.string(), why: NeedsOrder })),
  continues: z.object({ issued: IssuedBundle, part: BundlePart }).nullable(),
});
export type PlannedBundle = z.infer<typeof PlannedBundle>;
