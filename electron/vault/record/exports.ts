import { tellsWhereMade } from '../../../shared/model/document-details';
import type { Excerpt } from '../../../shared/model/conversation';
import type { ExportChoice, ExportRecord } from '../../../shared/model/export';
import { type ExportPlan, isFurther, type PlannedEntry, type PlannedExhibit } from '../../../shared/model/export-plan';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { personOf } from '../../../shared/model/person';
import type { IncidentVersion } from '../../../shared/model/incident';
import { Refusal } from '../../../shared/contract/errors';
import { spanOf } from '../../../shared/dates';
import { getConversation, pageOfMessages } from './conversations/conversations';
import { detailsOf, getDocument } from './documents/documents';
import { getExcerpt, whenSaid } from './conversations/excerpts';
import { documentsOfExcerpt } from './conversations/excerpt-sources';
import { issueMarks, keyOfThing, numberOfMark, proposeMarks, type MarkedThing } from './exhibit-marks';
import { keepExportRecord, type SavedFile } from './export-records';
import { appendHistory, historyHead, verifyHistory } from './history/history';
import { getIncident } from './incidents/incidents';
import { idOf } from './incidents/evidence-threads';
import { getMail } from './mail/mail';
import { listPeople } from './people/people';
import type { RecordContext } from './record-context';
import { countOf, type Queries } from './rows';
import { sealCode } from './history/seal-code';
import { isExample } from './vault/vault-facts';

type Line = { subject: 'incident' | 'excerpt' | 'document'; id: string };

/**
 * What an export prints. Entries in the chronology's order; exhibits in the order in which entries cite them; marks already issued are
 * kept, the others get the next free numbers. What was put aside and no entry cites comes last, in her order. Drafts and erased entries never appear; privileged notes are emptied unless chosen.
 * Refuses `nothing-chosen`, and `tampered` when the history does not verify.
 */
export function planExport(context: RecordContext, choice: ExportChoice): ExportPlan {
  const { store } = context;
  const chosen: Line[] = [
    ...choice.incidentIds.map((id): Line => ({ subject: 'incident', id })),
    ...choice.excerptIds.map((id): Line => ({ subject: 'excerpt', id })),
    ...choice.documentIds.map((id): Line => ({ subject: 'document', id })),
  ].filter((line) => mayPrint(store, line));
  const aside = choice.aside.filter((target) => (target.kind === 'mail' ? countOf(store, `mail WHERE id = ? AND ready = 1`, [target.id]) > 0 : mayPrint(store, { subject: target.kind, id: target.id })));
  if (chosen.length + aside.length === 0) throw new Refusal('nothing-chosen');
  // The pages print the seal of a history: only of one that verifies from its first entry on.
  if (verifyHistory(store) !== null) throw new Refusal('tampered');
  const lines = inOrder(store, chosen);
  const leftOut = new Set(choice.leaveOutExhibitOf);
  const cited = new Map<string, { target: MarkedThing; citedBy: Id[] }>();
  const targetsOf = new Map<string, MarkedThing[]>();
  for (const line of lines) {
    const targets = evidenceOf(store, line).filter(() => line.subject !== 'incident' || !leftOut.has(line.id));
    targetsOf.set(line.id, targets);
    for (const target of targets) {
      const known = cited.get(keyOfThing(target)) ?? { target, citedBy: [] };
      known.citedBy.push(line.id);
      cited.set(keyOfThing(target), known);
    }
  }
  // What an entry cites keeps its place among those; the rest comes after, under marks of the same series.
  for (const target of aside) if (!cited.has(keyOfThing(target))) cited.set(keyOfThing(target), { target, citedBy: [] });
  const marks = proposeMarks(store, [...cited.values()].map((each) => each.target));
  const head = historyHead(store);
  return {
    planId: context.newId(),
    caseName: choice.caseName,
    preparedUtc: context.now(),
    example: isExample(store),
    includesPrivileged: choice.includePrivileged,
    entries: lines.map((line, i) => plannedEntry(store, line, i + 1, (targetsOf.get(line.id) ?? []).map((target) => marks.get(keyOfThing(target)) ?? ''), choice.includePrivileged)),
    exhibits: [...cited.values()].map(({ target, citedBy }) => plannedExhibit(store, target, marks.get(keyOfThing(target)) ?? '', citedBy)).sort((a, b) => Number(isFurther(a)) - Number(isFurther(b)) || numberOfMark(a.mark) - numberOfMark(b.mark)),
    erasedCount: countOf(store, `incident WHERE status = 'erased'`) + countOf(store, `document WHERE status = 'erased'`),
    redaction: null,
    foundRedactions: choice.foundRedactions,
    sealCode: sealCode(store.vaultId, head),
    historySequence: head.sequence,
    historyHash: head.hash,
    historyEntryCount: head.sequence,
  };
}

/**
 * The export left the vault: its marks are issued for ever, and the history says what went where. A vault that can only be read gives its
 * pages out all the same, unrecorded: it may be the way to save what is in it.
 */
export async function recordExport(context: RecordContext, plan: ExportPlan, file: SavedFile): Promise<ExportRecord> {
  const record: ExportRecord = {
    id: plan.planId, atUtc: context.now(), caseName: plan.caseName, ...file, sealCode: plan.sealCode,
    incidentCount: plan.entries.filter((entry) => entry.subject === 'incident').length, exhibitCount: plan.exhibits.length, page: null,
  };
  if (context.store.readOnly) return record;
  await context.store.transact((transaction) => {
    issueMarks(context, transaction, plan.exhibits.map((exhibit) => ({ thing: targetOf(exhibit), mark: exhibit.mark })), record.atUtc);
    keepExportRecord(transaction, record);
    appendHistory(context, transaction, 'exported', 'export', record.id, {
      ...file, caseName: plan.caseName, sealCode: plan.sealCode, includesPrivileged: plan.includesPrivileged, redactionListId: plan.redaction?.listId ?? null, foundRedactions: plan.foundRedactions,
      entries: plan.entries.map((entry) => ({ subject: entry.subject, id: entry.id })), exhibits: plan.exhibits.map((exhibit) => exhibit.mark),
    });
  });
  return record;
}

function mayPrint(from: Queries, { subject, id }: Line): boolean {
  if (subject === 'excerpt') return countOf(from, `excerpt WHERE id = ?`, [id]) > 0;
  const status = subject === 'incident' ? 'recorded' : 'kept';
  return countOf(from, `${subject} WHERE id = ? AND status = ?`, [id, status]) > 0;
}

/** The chronology's own order; documents without a date, which have no line there, come last as they were added. */
function inOrder(from: Queries, chosen: readonly Line[]): Line[] {
  const sortKey = ({ subject, id }: Line): string => from.all<{ sort_key: string }>(`SELECT sort_key FROM chronology_line WHERE subject = ? AND id = ?`, [subject, id])[0]?.sort_key ?? '~';
  return chosen.map((line) => ({ line, key: `${sortKey(line)} ${line.subject} ${line.id}` })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line);
}

function evidenceOf(from: Queries, { subject, id }: Line): MarkedThing[] {
  if (subject !== 'incident') return [{ kind: subject, id }];
  return getIncident(from, id).links.map(({ target }) => ({ kind: target.kind, id: idOf(target) }));
}

function targetOf({ thing }: PlannedExhibit): MarkedThing {
  switch (thing.kind) {
    case 'document': return { kind: 'document', id: thing.document.id };
    case 'excerpt': return { kind: 'excerpt', id: thing.excerpt.id };
    case 'mail': return { kind: 'mail', id: thing.mail.id };
  }
}

function plannedExhibit(from: Queries, target: MarkedThing, mark: string, citedBy: Id[]): PlannedExhibit {
  if (target.kind === 'document') return { mark, citedBy, thing: { kind: 'document', document: getDocument(from, target.id), holdsPosition: holdsPosition(from, target.id) } };
  if (target.kind === 'mail') {
    const mail = getMail(from, target.id);
    const attached = mail.attachments.flatMap(({ documentId }) => (documentId === null ? [] : [getDocument(from, documentId)]));
    return { mark, citedBy, thing: { kind: 'mail', mail, source: getDocument(from, mail.source.documentId), attachments: attached, holdsPosition: attached.some(({ id }) => holdsPosition(from, id)) } };
  }
  const excerpt: Excerpt = getExcerpt(from, target.id);
  const conversation = getConversation(from, excerpt.conversationId);
  const messages = pageOfMessages(from, excerpt.conversationId, excerpt.firstOrdinal, excerpt.lastOrdinal - excerpt.firstOrdinal + 1);
  return { mark, citedBy, thing: { kind: 'excerpt', excerpt, conversation, messages, sources: documentsOfExcerpt(from, excerpt).map((id) => getDocument(from, id)) } };
}

/** Facts of a picture were read before there were details. */
function holdsPosition(from: Queries, id: Id): boolean {
  return tellsWhereMade(detailsOf(from, id)) || getDocument(from, id).picture?.hasPosition === true;
}

function plannedEntry(from: Queries, { subject, id }: Line, number: number, exhibitMarks: string[], includePrivileged: boolean): PlannedEntry {
  const common = { subject, id, number, exhibitMarks };
  if (subject === 'excerpt') {
    const excerpt = getExcerpt(from, id);
    const happened = whenSaid(excerpt.firstAt, excerpt.lastAt);
    return { ...common, happened, span: spanOf(happened.edtf), title: excerpt.shows || excerpt.conversationTitle, firstRecordedUtc: excerpt.markedUtc, versions: [], people: [] };
  }
  if (subject === 'document') {
    const document = getDocument(from, id);
    return { ...common, happened: document.happened, span: document.happenedSpan, title: document.title || document.originalName, firstRecordedUtc: document.addedUtc, versions: [], people: [] };
  }
  const incident = getIncident(from, id);
  const known = listPeople(from);
  const involved = incident.content.people.map(({ personId, part }): PlannedEntry['people'][number] => {
    const person = personOf(known, personId);
    return { name: person?.name ?? messages.people.erasedPerson, role: person?.role ?? 'other', part };
  });
  // Two entries of one person may both stand in it.
  const people = [...new Map(involved.map((one) => [JSON.stringify(one), one])).values()];
  const open = (version: IncidentVersion): IncidentVersion => (includePrivileged ? version : { ...version, content: { ...version.content, privilegedNote: '' } });
  return { ...common, happened: incident.content.happened, span: incident.happenedSpan, title: incident.content.title, firstRecordedUtc: incident.firstRecordedUtc, versions: incident.versions.map(open), people };
}
