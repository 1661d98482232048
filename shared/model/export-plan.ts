import { z } from 'zod';
import { FileMB, PlannedBundle } from './bundle';
import { CaseVersion } from './case/case-entry';
import { ToldContent, toldKinds } from './case/told-in-chronology';
import { Conversation, Excerpt, Message } from './conversation';
import { Dated, DaySpan } from './dated';
import { Document } from './document';
import { ExhibitInCopy } from './exhibit-said';
import { Id, UtcInstant } from './identity';
import { IncidentVersion } from './incident';
import { PlannedMail } from './mail';
import { NotHere } from './not-here';
import { Making } from './output';
import { PersonRole } from './person';
import { PrivateChildrenThing } from './private-children';
import { FoundRedactionDecision, PlannedRedaction } from './redaction';

/** One numbered thing that goes with the chronology. Marks (`TM1`, `TM2`, ...) once issued never change or move. */
export const PlannedExhibit = z.object({
  mark: z.string(),
  /** Entries it goes with; none: it was put aside for the bundle, and stands in the section of further exhibits. */
  citedBy: z.array(Id),
  /** How it stands in this copy, where that is otherwise than in the record. Of what is no file with pages, the title alone. */
  inCopy: ExhibitInCopy.optional(),
  /** `holdsPosition`: the file itself, or one that went with the mail, says where it was made; whoever gets the file gets that. `sources`: every file in which a message of the extract stands, once, in the order of `conversation.sources`. */
  thing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('document'), document: Document, holdsPosition: z.boolean() }),
    z.object({ kind: z.literal('excerpt'), excerpt: Excerpt, conversation: Conversation, messages: z.array(Message), sources: z.array(Document) }),
    z.object({ kind: z.literal('mail'), ...PlannedMail.shape, holdsPosition: z.boolean() }),
  ]),
});
export type PlannedExhibit = z.infer<typeof PlannedExhibit>;

/** What an exhibit is of. */
export function thingOf({ thing }: PlannedExhibit): { readonly kind: PlannedExhibit['thing']['kind']; readonly id: Id } {
  switch (thing.kind) {
    case 'document': return { kind: thing.kind, id: thing.document.id };
    case 'excerpt': return { kind: thing.kind, id: thing.excerpt.id };
    case 'mail': return { kind: thing.kind, id: thing.mail.id };
  }
}

/** The files in which an exhibit stands. */
export function filesOf({ thing }: Pick<PlannedExhibit, 'thing'>): Document[] {
  switch (thing.kind) {
    case 'document': return [thing.document];
    case 'excerpt': return thing.sources;
    case 'mail': return [thing.source, ...thing.attachments];
  }
}

/** The documents of which something is drawn on an exhibit's pages: itself, or files that went with its messages. */
export function drawnDocumentsOf({ thing }: Pick<PlannedExhibit, 'thing'>): Id[] {
  switch (thing.kind) {
    case 'document': return [thing.document.id];
    case 'excerpt': return thing.messages.flatMap(({ attachments }) => attachments.flatMap(({ documentId }) => documentId ?? []));
    case 'mail': return [];
  }
}

/** Whether it goes with no entry, and so stands in the section of further exhibits. */
export function isFurther({ citedBy }: PlannedExhibit): boolean {
  return citedBy.length === 0;
}

/**
 * Something that an entry of the case points at, as it can be named in this document. `name`: of a person, or of an entry that stands here; '' of what is not in the document, which is not named in it. `mark`, `entryNumber`: where it stands here; else null.
 */
export const PlannedThread = z.object({
  kind: z.enum(['person', 'document', 'excerpt', 'mail', 'incident', 'case']), id: Id, name: z.string(), isGone: z.boolean(), mark: z.string().nullable(), entryNumber: z.number().int().positive().nullable(),
  /** Of a person: of the police, or with a rank, a force or a number. */
  isOfficer: z.boolean().optional(),
  /** Of an entry, in a paper that has no entries itself: its day, beside the number that it has in another. */
  entryDay: z.string().optional(),
});
export type PlannedThread = z.infer<typeof PlannedThread>;

const common = {
  id: Id,
  number: z.number().int().positive(),
  happened: Dated,
  span: DaySpan,
  title: z.string(),
  firstRecordedUtc: UtcInstant.nullable(),
  exhibitMarks: z.array(z.string()),
  /** What bears it out besides and is not in this document: of each the mark under which it was handed over before, '' of what has none. Not said: nothing. */
  marksNotHere: z.array(z.string()).optional(),
};

/** One dated line of the chronology with all it prints. Versions: every one, oldest first; privileged notes are already emptied unless they were chosen. */
export const PlannedEntry = z.discriminatedUnion('subject', [
  z.object({ ...common, subject: z.literal('incident'), versions: z.array(IncidentVersion), people: z.array(z.object({ name: z.string(), role: PersonRole, part: z.string(), isOfficer: z.boolean().optional() })) }),
  z.object({ ...common, subject: z.enum(toldKinds), versions: z.array(CaseVersion.extend({ content: ToldContent })), threads: z.array(PlannedThread), dayIs: z.enum(['happened', 'made', 'learned']) }),
  z.object({ ...common, subject: z.enum(['document', 'excerpt']) }),
]);
export type PlannedEntry = z.infer<typeof PlannedEntry>;
/** An entry of the case among them. */
export type PlannedCaseEntry = Extract<PlannedEntry, { threads: unknown }>;

/**
 * A story as it can be told in this document, its headings and paragraphs in order. What it points at: an exhibit by its mark, an entry by its number; what is not in the document is not named in it, only that there is something.
 */
export const PlannedNarrative = z.object({
  title: z.string(),
  paragraphs: z.array(z.object({
    form: z.enum(['heading', 'text']),
    pieces: z.array(z.discriminatedUnion('is', [z.object({ is: z.literal('words'), words: z.string() }), z.object({ is: z.literal('mark'), mark: z.string() }), z.object({ is: z.literal('entry'), entryNumber: z.number().int().positive() }), z.object({ is: z.literal('elsewhere') })])),
  })),
});
export type PlannedNarrative = z.infer<typeof PlannedNarrative>;

/** Messages for a schedule, with every file in which one of them stands: marked ones, under their exhibit mark, or a whole conversation, which has none. */
export const PlannedTalk = z.object({ conversation: Conversation, messages: z.array(Message), sources: z.array(Document) });
export type PlannedTalk = z.infer<typeof PlannedTalk>;

export const ExportPlan = z.object({
  planId: Id,
  /** What is made of it. */
  making: Making,
  caseName: z.string(),
  preparedUtc: UtcInstant,
  example: z.boolean(),
  includesPrivileged: z.boolean(),
  entries: z.array(PlannedEntry),
  /** By which papers with the same entries are known to belong together: they number them alike. '' where there is no entry. */
  selectionMark: z.string(),
  /** By mark; those that go with an entry first, then the further ones. */
  exhibits: z.array(PlannedExhibit),
  /** What belongs to its entries and is not in it. On pages it is counted, never named. */
  notHere: z.array(NotHere),
  /** The story that stands before a schedule of allegations; null where none does. */
  narrative: PlannedNarrative.nullable(),
  /** The whole conversation of which a schedule is made; null where none is. */
  talk: PlannedTalk.nullable(),
  /** The court's bundle that is made of it; null of the solicitor's pack. */
  bundle: PlannedBundle.nullable(),
  /** Larger than this it leaves as several files; not said: it is one, however large. */
  fileMB: FileMB.optional(),
  /** What in it she tagged as belonging to private proceedings about a child (shared/outputs/gates/private-children.ts). `mark` null: of an entry. */
  privateChildren: z.array(PrivateChildrenThing),
  /** What was erased among the period: that and when, never what. */
  erasedCount: z.number().int(),
  /** What is taken out of this copy; null where nothing is. Its words are gone from all the rest of the plan. */
  redaction: PlannedRedaction.nullable(),
  /** What she said of files in which somebody else covered words. */
  foundRedactions: z.array(FoundRedactionDecision),
  sealCode: z.string(),
  historySequence: z.number().int(),
  historyHash: z.string(),
  historyEntryCount: z.number().int(),
});
export type ExportPlan = z.infer<typeof ExportPlan>;
