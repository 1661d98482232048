import { z } from 'zod';
import { Dated } from '../dated';
import { Id, UtcInstant } from '../identity';
import { CaseEntry, CaseKind } from './case-entry';
import { Deadline } from './deadline';

const Count = z.number().int().nonnegative();

/** A time limit as a list has it; its last day is worked out from the days (shared/deadlines), never stored. */
export const ListedDeadline = Deadline.pick({ rule: true, title: true, fromDay: true, secondDay: true, ownDay: true, asWritten: true, contactId: true, settled: true }).extend({
  id: Id, status: CaseEntry.shape.status, evidenceCount: Count, firstRecordedUtc: UtcInstant.nullable(),
});
export type ListedDeadline = z.infer<typeof ListedDeadline>;

/** An incident or an entry of the case by its name alone. `caseKind`: null of an incident. `title`: '' where it has none. */
export const NamedEntry = z.object({ id: Id, caseKind: CaseKind.nullable(), title: z.string(), happened: Dated });
export type NamedEntry = z.infer<typeof NamedEntry>;

/** The first few, and how many more there are. */
const SomeDeadlines = z.object({ first: z.array(ListedDeadline), further: Count });
export type SomeDeadlines = z.infer<typeof SomeDeadlines>;

/** What matters now, on one page. Of incidents nothing but names: it may be read over a shoulder. */
export const CaseFront = z.object({
  /** The newest of her record, newest first. */
  lastEntries: z.array(NamedEntry.extend({ firstRecordedUtc: UtcInstant })),
  /** How much lies in the inbox of which nobody has said what it is for. */
  waiting: Count,
  /** Time limits that are not settled, each once; of each group the first few. */
  deadlines: z.object({
    /** Those that still run, by their last day. */
    running: SomeDeadlines,
    /** Of those, how many have their last day today. */
    lastToday: Count,
    /** Those whose last day has passed, the latest first. */
    ended: SomeDeadlines,
    /** Those of which no last day can be said. */
    withoutDay: SomeDeadlines,
  }),
  /** What she gave to others, by when; the newest first. `what`: in her words. */
  given: z.array(z.object({ contactId: Id, title: z.string(), happened: Dated, what: z.array(z.string()), total: Count })),
  /** What left the vault as pages, newest first. */
  exported: z.array(z.object({ id: Id, atUtc: UtcInstant, caseName: z.string(), pageCount: Count })),
  /** Drafts and changes begun, the newest first; `total`: how many there are in all. */
  drafts: z.object({ total: Count, newest: z.array(NamedEntry.extend({ begunUtc: UtcInstant, isAmendment: z.boolean() })) }),
});
export type CaseFront = z.infer<typeof CaseFront>;

/** An incident to which nothing is attached. `where`: in her words, for what could be asked for there. */
export const Gap = z.object({ incidentId: Id, title: z.string(), opening: z.string(), happened: Dated, kinds: z.array(z.string()), where: z.string() });
export type Gap = z.infer<typeof Gap>;
