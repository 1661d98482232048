import { z } from 'zod';
import { Handing } from '../model/copy';
import { BagChoice, BagOutlook } from '../model/bag';
import { ListedTie, ShownMap, Steps } from '../model/case/conflict-map';
import { ChronologyFilter, ChronologyRow, YearCount } from '../model/chronology';
import { Conversation, DateOrder, Excerpt, Message, Participant } from '../model/conversation';
import { Dated } from '../model/dated';
import { Document, UndatedDocument } from '../model/document';
import { ExportChoice, ExportRecord, IssuedBundleLine } from '../model/export';
import { HistoryEntry } from '../model/history';
import { Id, UtcInstant } from '../model/identity';
import { ImportRecord, UnclearStretch } from '../model/import';
import { Incident, IncidentContent, IncidentLink } from '../model/incident';
import { HalfWrittenPerson, LikelyDouble, Person, PersonRole } from '../model/person';
import { ConversationGroup, ExportComparison, Finding, FindingKind, MergedMessage, SuggestedGroup, SuggestedPerson } from '../model/same-conversation';
import { ColumnMatch, ImportChoices } from '../model/source-preview';
import { mostSweepHits } from '../model/sweep';
import { ById, call, None, TaskStarted } from './call';
import { Grant, PickedFiles } from './program-calls';

const Reason = z.string().trim().min(1).max(5000);
/** Some of many. */
const Page = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) };
const Saved = z.object({ savedUtc: UtcInstant });

/** Results of long work, told by the `task` event when it ends (tasks.ts). */
export const DocumentAdded = z.object({ document: Document, duplicateOfId: Id.nullable() });

/** Where the sweep found it: in the pages (also when it is not said), or in the files that would lie beside them in an evidence bag. */
const SweepOf = z.enum(['pages', 'bag']).optional();

export const recordCalls = {
  'incidents.begin': call('vault', None, Incident),
  'incidents.get': call('vault', ById, Incident),
  /** Acknowledged only when it is safe on the disk. Drafts only. */
  'incidents.saveDraft': call('vault', z.object({ id: Id, content: IncidentContent }), Saved),
  /** "This is my record": version 1 from the draft, first recorded now. */
  'incidents.record': call('vault', ById, Incident),
  'incidents.saveAmendmentDraft': call('vault', z.object({ id: Id, content: IncidentContent }), Saved),
  'incidents.discardAmendmentDraft': call('vault', ById, Incident),
  'incidents.amend': call('vault', z.object({ id: Id, content: IncidentContent, reason: Reason }), Incident),
  /** Erases the content and keeps the trace: that, when and why, not what. */
  'incidents.erase': call('vault', z.object({ id: Id, reason: Reason }), Incident),
  'incidents.link': call('vault', z.object({ id: Id, target: IncidentLink.shape.target }), Incident),
  'incidents.unlink': call('vault', z.object({ id: Id, linkId: Id }), Incident),

  'people.list': call('vault', None, z.object({ people: z.array(Person) })),
  'people.add': call('vault', z.object({ name: z.string().trim().min(1).max(200), role: PersonRole }), Person),
  /** Somebody new, half written; null: nobody. */
  'people.halfWritten': call('vault', None, z.object({ words: HalfWrittenPerson.nullable() })),
  /** Keeps it as she types; null lets it go. */
  'people.saveHalfWritten': call('vault', z.object({ words: HalfWrittenPerson.nullable() }), Saved),
  /** What is not given stays as it is. */
  'people.amend': call('vault', Person.omit({ firstRecordedUtc: true, merged: true }).partial().required({ id: true }), Person),
  /** She says that two entries are one person: `mergedId` is read as the kept one's from now on (decision 0083). */
  'people.merge': call('vault', z.object({ keptId: Id, mergedId: Id }), Person),
  /** Takes an entry out again, as it was. Gives the person it was put with. */
  'people.part': call('vault', ById, Person),
  /** Entries that may be one person, for her to say. */
  'people.doubles': call('vault', None, z.object({ doubles: z.array(LikelyDouble) })),
  /** She says that they are two: it is not suggested again. */
  'people.keepApart': call('vault', z.object({ oneId: Id, otherId: Id }), None),
  /** Who knew whom, from ties and contacts that are her record, laid out. */
  'people.conflicts': call('vault', z.object({ steps: Steps }), ShownMap),
  /** The ties of that map, the nearest to the accused first. */
  'people.conflictTies': call('vault', z.object({ steps: Steps, limit: z.number().int().min(1).max(2000) }), z.object({ ties: z.array(ListedTie) })),
  /** Erases what is said of somebody under every entry of theirs, and keeps that it was erased, when and why. */
  'people.erase': call('vault', z.object({ id: Id, reason: Reason }), None),

  /** Opens the system's dialog. Both lists empty: she closed it. */
  'documents.choose': call('main', None, PickedFiles),
  'documents.add': call('main', z.object({ grant: Id }), TaskStarted),
  /** She took a file back before its turn came. */
  'documents.letGo': call('main', z.object({ grant: Id }), None),
  'documents.list': call('vault', z.object({ offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500), tagId: Id.optional() }), z.object({ total: z.number().int(), documents: z.array(Document) })),
  /** Documents without a date that go with no entry, in the order in which they were added. */
  'documents.undated': call('vault', z.object({ offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) }), z.object({ total: z.number().int(), documents: z.array(UndatedDocument) })),
  'documents.get': call('vault', ById, Document),
  'documents.amend': call('vault', z.object({ id: Id, title: z.string().max(300), happened: Dated, note: z.string().max(200_000) }), Document),
  'documents.erase': call('vault', z.object({ id: Id, reason: Reason }), Document),
  /** A place inside the program where the window may read the bytes until it is closed or the vault locks. Byte ranges work. */
  'documents.show': call('main', ById, z.object({ url: z.string() })),
  /** Asks where, then writes the original there as a readable file, its SHA-256 checked. saved false: she closed the dialog. */
  'documents.saveCopy': call('main', ById, z.object({ saved: z.boolean() })),

  /** Opens the system's dialog for one file. null: she closed it. */
  'messages.choose': call('main', None, z.object({ chosen: Grant.nullable() })),
  /** The same for a folder, of which everything in it may be read. */
  'messages.chooseFolder': call('main', None, z.object({ chosen: Grant.nullable() })),
  /** Reads the source in a process without keys; nothing is stored. The grant stays good for `messages.import`. Result of the task: SourcePreview. */
  'messages.preview': call('main', z.object({ grant: Id, dateOrder: DateOrder.nullable(), columns: ColumnMatch.nullable() }), TaskStarted),
  /** Seals the source, then stores the chosen conversations with their files: all of it or nothing. Result: the conversations. */
  'messages.import': call('main', z.object({ grant: Id, ...ImportChoices.shape }), TaskStarted),
  /** What was brought in, the newest first. */
  'imports.list': call('vault', None, z.object({ imports: z.array(ImportRecord) })),
  /** What of an import's files belongs to no conversation and was not understood. */
  'imports.notUnderstood': call('vault', z.object({ id: Id, offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) }), z.object({ total: z.number().int(), stretches: z.array(UnclearStretch) })),
  'conversations.list': call('vault', None, z.object({ conversations: z.array(Conversation) })),
  'conversations.amend': call('vault', z.object({ id: Id, title: z.string().max(300), participants: z.array(Participant).max(2000) }), Conversation),
  /** Exports of one and the same conversation: those she said are, and those that may be. */
  'conversations.groups': call('vault', None, z.object({ groups: z.array(ConversationGroup), suggested: z.array(SuggestedGroup) })),
  /** She says that they are exports of one. A group that any of them is in is taken in. */
  'conversations.group': call('vault', z.object({ conversationIds: z.array(Id).min(2).max(50) }), ConversationGroup),
  'conversations.ungroup': call('vault', ById, None),
  /** She says that they are not: it is not suggested again. */
  'conversations.keepApart': call('vault', z.object({ conversationIds: z.array(Id).min(2).max(50) }), None),
  'conversations.compare': call('vault', z.object({ olderId: Id, newerId: Id }), ExportComparison),
  /** In the order of time. */
  'conversations.findings': call('vault', z.object({ olderId: Id, newerId: Id, kind: FindingKind, ...Page }), z.object({ total: z.number().int(), findings: z.array(Finding) })),
  'conversations.merged': call('vault', z.object({ groupId: Id, ...Page }), z.object({ total: z.number().int(), messages: z.array(MergedMessage) })),
  /** People whom participants may be, for her to say. */
  'conversations.suggestPeople': call('vault', ById, z.object({ suggestions: z.array(SuggestedPerson) })),
  'messages.page': call('vault', z.object({ conversationId: Id, firstOrdinal: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) }), z.object({ messages: z.array(Message) })),
  /** Ordinals of messages that match, in order; at most 5,000. */
  'messages.find': call('vault', z.object({ conversationId: Id, text: z.string().min(1).max(500) }), z.object({ ordinals: z.array(z.number().int()) })),
  /** First ordinal on or after a day, for moving by date. */
  'messages.ordinalAt': call('vault', z.object({ conversationId: Id, day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }), z.object({ ordinal: z.number().int() })),
  'excerpts.mark': call('vault', z.object({ conversationId: Id, firstOrdinal: z.number().int(), lastOrdinal: z.number().int(), shows: z.string().max(20_000) }), Excerpt),
  'excerpts.list': call('vault', z.object({ conversationId: Id.nullable() }), z.object({ excerpts: z.array(Excerpt) })),
  'excerpts.get': call('vault', ById, Excerpt),
  'excerpts.amend': call('vault', z.object({ id: Id, shows: z.string().max(20_000) }), Excerpt),
  'excerpts.remove': call('vault', z.object({ id: Id, reason: Reason }), None),

  'chronology.rows': call('vault', z.object({ filter: ChronologyFilter, offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) }), z.object({ total: z.number().int(), rows: z.array(ChronologyRow) })),
  /** At which row of the same filter one entry stands; null where the filter leaves it out. */
  'chronology.rowOf': call('vault', z.object({ filter: ChronologyFilter, subject: ChronologyRow.shape.subject, id: Id }), z.object({ row: z.number().int().nonnegative().nullable() })),
  'chronology.years': call('vault', z.object({ filter: ChronologyFilter }), z.object({ years: z.array(YearCount), undated: z.number().int() })),
  'history.list': call('vault', z.object({ subjectId: Id.nullable(), offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) }), z.object({ total: z.number().int(), entries: z.array(HistoryEntry) })),

  /** Builds the PDF in memory. Result of the task: BuiltExport. One built export waits at a time. */
  'exports.build': call('main', ExportChoice, TaskStarted),
  /** Asks where, writes, and records the export. saved false: she closed the dialog. Refuses `sweep-open` while a hit of the sweep is not decided, `pages-outdated` when the record has changed since. */
  'exports.save': call('main', z.object({ exportId: Id }), z.object({ saved: z.boolean(), record: ExportRecord.nullable() })),
  /** She lets hits of the sweep stand, with a reason that is recorded; or takes that back. Gives the ids of those that stand. Refuses `not-found`. */
  'exports.release': call('main', z.object({ exportId: Id, of: SweepOf, hitIds: z.array(z.string()).min(1).max(mostSweepHits), reason: z.string().trim().min(1).max(1000) }), z.object({ released: z.array(z.string()) })),
  'exports.takeBackRelease': call('main', z.object({ exportId: Id, of: SweepOf, hitIds: z.array(z.string()).min(1).max(mostSweepHits) }), z.object({ released: z.array(z.string()) })),
  /** What the files of the exhibits of the built chronology are, for her to decide by. Refuses `not-found`. */
  'exports.bagOutlook': call('main', z.object({ exportId: Id }), BagOutlook),
  /** Looks through the files that would lie in a bag beside the chronology, and its lists. What was decided of the same before stands. Refuses `not-found`. Result of the task: BagSwept. */
  'exports.sweepBag': call('main', z.object({ exportId: Id, choice: BagChoice }), TaskStarted),
  /** Asks where, and writes an evidence bag around the built chronology; recorded as an export, and for a recipient as a copy. Refuses as `copies.handOver`, and `sweep-open` too while the files of this very choice were not looked through. Result of the task: BagSaved. */
  'exports.saveBag': call('main', z.object({ exportId: Id, choice: BagChoice, handing: Handing.nullable().default(null) }), TaskStarted),
  /** What became of a built export while she was elsewhere. `stands`: the same pages would be made now. `outdated`: they can be looked at, and not be saved. `gone`: something in them was erased, or other pages were made. */
  'exports.standing': call('main', z.object({ exportId: Id }), z.object({ standing: z.enum(['stands', 'outdated', 'gone']) })),
  'exports.discard': call('main', z.object({ exportId: Id }), None),
  /** Court's bundles that were handed over, newest first. */
  'exports.issuedBundles': call('vault', None, z.object({ bundles: z.array(IssuedBundleLine) })),
  'exports.list': call('vault', None, z.object({ exports: z.array(ExportRecord) })),
} as const;
