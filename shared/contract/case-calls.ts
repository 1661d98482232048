import { z } from 'zod';
import { CaseContent, CaseEntry, CaseKind, CaseRow } from '../model/case/case-entry';
import { DisclosureComparison } from '../model/case/disclosure-comparison';
import { EvidenceTarget, NamedEvidence } from '../model/case/evidence';
import { ListedLookUp } from '../model/case/listed-look-up';
import { SameDays } from '../model/case/same-days';
import { ToldAndHappened } from '../model/case/told-and-happened';
import { Id, UtcInstant } from '../model/identity';
import { CasePageWanted, CitedThing } from '../model/case/case-page';
import { Citation } from '../model/case/narrative';
import { ById, call, TaskStarted } from './call';

/** Most citations that are looked up at once: of one narrative. */
const mostCited = 20_000;

/** Her case: contacts with the police and others, ties, counter-allegations, look-ups, disclosures, deadlines, narratives. One set of calls for all kinds. */
export const caseCalls = {
  /** A draft that says this to begin with. */
  'case.begin': call('vault', z.object({ content: CaseContent }), CaseEntry),
  'case.get': call('vault', ById, CaseEntry),
  /** All of a kind, by when they happened; drafts are among them, what is erased is not. */
  'case.list': call('vault', z.object({ kind: CaseKind }), z.object({ rows: z.array(CaseRow) })),
  /** Drafts of the kinds that a chronology tells, by when they happened. */
  'case.drafts': call('vault', z.object({}), z.object({ rows: z.array(CaseRow) })),
  /** Those that point at something. */
  'case.concerning': call('vault', z.object({ kind: z.enum(['document', 'excerpt', 'mail', 'person', 'incident', 'case']), id: Id }), z.object({ rows: z.array(CaseRow) })),
  /** Acknowledged only when it is safe on the disk. Of a draft, the draft; of what is her record, the change she has begun. */
  'case.saveDraft': call('vault', z.object({ id: Id, content: CaseContent }), z.object({ savedUtc: UtcInstant })),
  /** "This is my record": version 1, first recorded now. */
  'case.record': call('vault', ById, CaseEntry),
  /** `reason`: needed of some kinds (needsReason, shared/model/case/case-entry.ts). */
  'case.amend': call('vault', z.object({ id: Id, content: CaseContent, reason: z.string().max(5000) }), CaseEntry),
  /** null: it was a draft, and is gone. */
  'case.discardDraft': call('vault', ById, z.object({ entry: CaseEntry.nullable() })),
  /** What each thing is called, whether it is still there, its SHA-256 where it is a file, and its exhibit mark once one was given; in the order asked. */
  'case.evidence': call('vault', z.object({ targets: z.array(EvidenceTarget).max(2000) }), z.object({ things: z.array(NamedEvidence) })),
  /** Each thing cited once, in the order of first use, with the mark or number that a page printed now would give it. */
  'case.cited': call('vault', z.object({ citations: z.array(Citation).max(mostCited) }), z.object({ things: z.array(CitedThing) })),
  /** Builds one page of the case in memory, as `exports.build` does a chronology; `exports.save` and `exports.discard` go on with it. Refuses `not-found`, `nothing-chosen`. */
  'casePages.build': call('main', CasePageWanted, TaskStarted),
  /** What her record holds of the days of a counter-allegation. */
  'case.sameDays': call('vault', ById, SameDays),
  /** Every suspected look-up by when it showed, drafts among them, with the people, the days and the marks that a request would name. */
  'case.lookUps': call('vault', z.object({}), z.object({ lookUps: z.array(ListedLookUp) })),
  'case.erase': call('vault', z.object({ id: Id, reason: z.string().trim().min(1).max(5000) }), CaseEntry),
  /** The report that a recorded contact belongs to, from first to last. */
  'case.toldAndHappened': call('vault', z.object({ contactId: Id }), ToldAndHappened),
  /** What she gave before a list came, held against it. `reading`: the list as it is kept, without offers, for nothing is decided there; or with the change that is being written. */
  'case.compareDisclosure': call('vault', z.object({ id: Id, reading: z.enum(['kept', 'being-written']) }), DisclosureComparison),
} as const;
