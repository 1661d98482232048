import { tellsWhereMade } from '../../../shared/model/document-details';
import type { Excerpt } from '../../../shared/model/conversation';
import type { ExportChoice, ExportRecord } from '../../../shared/model/export';
import { type ExportPlan, isFurther, type PlannedEntry, type PlannedExhibit } from '../../../shared/model/export-plan';
import type { Id } from '../../../shared/model/identity';
import type { IncidentVersion } from '../../../shared/model/incident';
import { Refusal } from '../../../shared/contract/errors';
import { spanOf } from '../../../shared/dates';
import { getConversation, pageOfMessages } from './conversations/conversations';
import { detailsOf, getDocument } from './documents/documents';
import { getExcerpt, whenSaid } from './conversations/excerpts';
import { appendHistory, historyHead, verifyHistory } from './history/history';
import { getIncident } from './incidents/incidents';
import { idOf, type Target as LinkTarget } from './incidents/evidence-threads';
import { getMail } from './mail/mail';
import { listPeople } from './people';
import type { RecordContext } from './record-context';
import { countOf, type Queries } from './rows';
import { sealCode } from './history/seal-code';
import { isExample } from './vault/vault-facts';

type Target = { kind: LinkTarget['kind']; id: Id };
type Line = { subject: 'incident' | 'excerpt' | 'document'; id: string };

const keyOf = (target: Target): string => `${target.kind} ${target.id}`;

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
  const cited = new Map<string, { target: Target; citedBy: Id[] }>();
  const targetsOf = new Map<string, Target[]>();
  for (const line of lines) {
    const targets = evidenceOf(store, line).filter(() => line.subject !== 'incident' || !leftOut.has(line.id));
    targetsOf.set(line.id, targets);
    for (const target of targets) {
      const known = cited.get(keyOf(target)) ?? { target, citedBy: [] };
      known.citedBy.push(line.id);
      cited.set(keyOf(target), known);
    }
  }
  // What an entry cites keeps its place among those; the rest comes after, under marks of the same series.
  for (const target of aside) if (!cited.has(keyOf(target))) cited.set(keyOf(target), { target, citedBy: [] });
  const marks = proposeMarks(store, [...cited.values()].map((each) => each.target));
  const head = historyHead(store);
  return {
    planId: context.newId(),
    caseName: choice.caseName,
    preparedUtc: context.now(),
    example: isExample(store),
    includesPrivileged: choice.includePrivileged,
    entries: lines.map((line, i) => plannedEntry(store, line, i + 1, (targetsOf.get(line.id) ?? []).map((target) => marks.get(keyOf(target)) ?? ''), choice.includePrivileged)),
    exhibits: [...cited.values()].map(({ target, citedBy }) => plannedExhibit(store, target, marks.get(keyOf(target)) ?? '', citedBy)).sort((a, b) => Number(isFurther(a)) - Number(isFurther(b)) || numberOf(a.mark) - numberOf(b.mark)),
    erasedCount: countOf(store, `incident WHERE status = 'erased'`) + countOf(store, `document WHERE status = 'erased'`),
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
export async function recordExport(context: RecordContext, plan: ExportPlan, file: Pick<ExportRecord, 'fileName' | 'pageCount' | 'sizeBytes' | 'sha256'>): Promise<ExportRecord> {
  const record: ExportRecord = {
    id: plan.planId, atUtc: context.now(), caseName: plan.caseName, ...file, sealCode: plan.sealCode,
    incidentCount: plan.entries.filter((entry) => entry.subject === 'incident').length, exhibitCount: plan.exhibits.length,
  };
  if (context.store.readOnly) return record;
  await context.store.transact((transaction) => {
    for (const exhibit of plan.exhibits) {
      const target = targetOf(exhibit);
      if (countOf(transaction, `exhibit_mark WHERE target_kind = ? AND target_id = ?`, [target.kind, target.id]) > 0) continue;
      transaction.run(`INSERT INTO exhibit_mark (number, target_kind, target_id, issued_utc) VALUES (?, ?, ?, ?)`, [numberOf(exhibit.mark), target.kind, target.id, record.atUtc]);
      appendHistory(context, transaction, 'exhibit-mark-issued', target.kind, target.id, { mark: exhibit.mark });
    }
    transaction.run(
      `INSERT INTO export_record (id, at_utc, case_name, file_name, page_count, size_bytes, sha256, seal_code, incident_count, exhibit_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [record.id, record.atUtc, record.caseName, record.fileName, record.pageCount, record.sizeBytes, record.sha256, record.sealCode, record.incidentCount, record.exhibitCount],
    );
    appendHistory(context, transaction, 'exported', 'export', record.id, {
      ...file, caseName: plan.caseName, sealCode: plan.sealCode, includesPrivileged: plan.includesPrivileged,
      entries: plan.entries.map((entry) => ({ subject: entry.subject, id: entry.id })), exhibits: plan.exhibits.map((exhibit) => exhibit.mark),
    });
  });
  return record;
}

type ExportRow = { id: string; at_utc: string; case_name: string; file_name: string; page_count: number; size_bytes: number; sha256: string; seal_code: string; incident_count: number; exhibit_count: number };

export function listExports(from: Queries): ExportRecord[] {
  return from.all<ExportRow>(`SELECT * FROM export_record ORDER BY at_utc DESC`).map((row) => ({
    id: row.id, atUtc: row.at_utc, caseName: row.case_name, fileName: row.file_name, pageCount: row.page_count, sizeBytes: row.size_bytes, sha256: row.sha256,
    sealCode: row.seal_code, incidentCount: row.incident_count, exhibitCount: row.exhibit_count,
  }));
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

function evidenceOf(from: Queries, { subject, id }: Line): Target[] {
  if (subject !== 'incident') return [{ kind: subject, id }];
  return getIncident(from, id).links.map(({ target }) => ({ kind: target.kind, id: idOf(target) }));
}

function proposeMarks(from: Queries, targets: readonly Target[]): Map<string, string> {
  const issued = new Map(from.all<{ number: number; target_kind: Target['kind']; target_id: string }>(`SELECT number, target_kind, target_id FROM exhibit_mark`).map((row) => [keyOf({ kind: row.target_kind, id: row.target_id }), row.number]));
  let next = Math.max(0, ...issued.values());
  return new Map(targets.map((target) => [keyOf(target), `TM${issued.get(keyOf(target)) ?? ++next}`]));
}

function numberOf(mark: string): number {
  return Number(mark.slice(2));
}

function targetOf({ thing }: PlannedExhibit): Target {
  switch (thing.kind) {
    case 'document': return { kind: 'document', id: thing.document.id };
    case 'excerpt': return { kind: 'excerpt', id: thing.excerpt.id };
    case 'mail': return { kind: 'mail', id: thing.mail.id };
  }
}

function plannedExhibit(from: Queries, target: Target, mark: string, citedBy: Id[]): PlannedExhibit {
  if (target.kind === 'document') return { mark, citedBy, thing: { kind: 'document', document: getDocument(from, target.id), holdsPosition: holdsPosition(from, target.id) } };
  if (target.kind === 'mail') {
    const mail = getMail(from, target.id);
    const attached = mail.attachments.flatMap(({ documentId }) => (documentId === null ? [] : [getDocument(from, documentId)]));
    return { mark, citedBy, thing: { kind: 'mail', mail, source: getDocument(from, mail.source.documentId), attachments: attached, holdsPosition: attached.some(({ id }) => holdsPosition(from, id)) } };
  }
  const excerpt: Excerpt = getExcerpt(from, target.id);
  const conversation = getConversation(from, excerpt.conversationId);
  const messages = pageOfMessages(from, excerpt.conversationId, excerpt.firstOrdinal, excerpt.lastOrdinal - excerpt.firstOrdinal + 1);
  const used = new Set(messages.map(({ sourceNumber }) => sourceNumber));
  const files = new Set(conversation.sources.filter((_, number) => used.has(number)).map(({ documentId }) => documentId));
  return { mark, citedBy, thing: { kind: 'excerpt', excerpt, conversation, messages, sources: [...files].map((id) => getDocument(from, id)) } };
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
  const known = new Map(listPeople(from).map((person) => [person.id, person]));
  const people = incident.content.people.flatMap(({ personId, part }) => {
    const person = known.get(personId);
    return person === undefined ? [] : [{ name: person.name, role: person.role, part }];
  });
  const open = (version: IncidentVersion): IncidentVersion => (includePrivileged ? version : { ...version, content: { ...version.content, privilegedNote: '' } });
  return { ...common, happened: incident.content.happened, span: incident.happenedSpan, title: incident.content.title, firstRecordedUtc: incident.firstRecordedUtc, versions: incident.versions.map(open), people };
}
