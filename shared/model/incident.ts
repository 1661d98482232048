import { z } from 'zod';
import { Dated, DaySpan } from './dated';
import { Id, UtcInstant } from './identity';

/** One person's part in an incident. */
export const Involvement = z.object({ personId: Id, part: z.enum(['did-it', 'harmed', 'present', 'told-afterwards', 'involved']) });
export type Involvement = z.infer<typeof Involvement>;

/** What she says of an incident. Every field may be empty: a half-finished entry is kept as it stands. */
export const IncidentContent = z.object({
  title: z.string().max(300),
  /** Her account in her own words; plain text, line feeds kept, any script. Up to 1,000,000 UTF-16 units. */
  account: z.string().max(1_000_000),
  happened: Dated,
  learned: Dated,
  where: z.string().max(2000),
  /** Ids from shared/picklists. Several at once; an id that a later version drops stays readable. */
  kinds: z.array(z.string().max(80)).max(100),
  people: z.array(Involvement).max(200),
  effectOnMe: z.string().max(200_000),
  effectOnChildren: z.string().max(200_000),
  whatNext: z.string().max(200_000),
  /** Notes to her solicitor: privileged, left out of every export unless she says otherwise. */
  privilegedNote: z.string().max(200_000),
});
export type IncidentContent = z.infer<typeof IncidentContent>;

/** One reading of an incident: the record as first made (number 1), or an amendment with its reason. */
export const IncidentVersion = z.object({
  number: z.number().int().min(1),
  atUtc: UtcInstant,
  reason: z.string().max(5000),
  content: IncidentContent,
});
export type IncidentVersion = z.infer<typeof IncidentVersion>;

/** A thread from an incident to what bears it out. */
export const IncidentLink = z.object({
  id: Id,
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('document'), documentId: Id }),
    z.object({ kind: z.literal('excerpt'), excerptId: Id }),
    z.object({ kind: z.literal('mail'), mailId: Id }),
  ]),
  label: z.string(),
  linkedUtc: UtcInstant,
});
export type IncidentLink = z.infer<typeof IncidentLink>;

/**
 * An incident. The four dates stay apart: happened and learned are hers (in the content); `firstRecordedUtc` is set by
 * the program when she says "this is my record" and can never be edited; amendments carry their own times.
 */
export const Incident = z.object({
  id: Id,
  status: z.enum(['draft', 'recorded', 'erased']),
  begunUtc: UtcInstant,
  firstRecordedUtc: UtcInstant.nullable(),
  /** What stands now: the draft while a draft, else the newest version. */
  content: IncidentContent,
  happenedSpan: DaySpan,
  /** Empty while a draft; version 1 is the record as first made. */
  versions: z.array(IncidentVersion),
  /** An amendment she has begun and not yet given a reason for; survives lock and kill. */
  pendingAmendment: IncidentContent.nullable(),
  links: z.array(IncidentLink),
  erased: z.object({ atUtc: UtcInstant, reason: z.string() }).nullable(),
});
export type Incident = z.infer<typeof Incident>;

export const emptyIncidentContent: IncidentContent = {
  title: '', account: '',
  happened: { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null },
  learned: { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null },
  where: '', kinds: [], people: [], effectOnMe: '', effectOnChildren: '', whatNext: '', privilegedNote: '',
};
