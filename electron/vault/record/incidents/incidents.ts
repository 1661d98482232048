import { spanOf } from '../../../../shared/dates';
import { Refusal } from '../../../../shared/contract/errors';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import { emptyIncidentContent, IncidentContent, type Incident, type IncidentVersion } from '../../../../shared/model/incident';
import type { Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { writeLine } from '../chronology/chronology-line';
import { appendHistory, erasePayloads } from '../history/history';
import { linksOf } from './evidence-threads';
import { noteErased, purgeErased } from '../history/purge';
import { eraseTags } from '../inbox/tags';
import { forgetAside } from '../put-aside';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';
import { indexText, unindexText, type SearchText } from '../search/search-text';

type IncidentRow = {
  id: string; status: string; begun_utc: string; first_recorded_utc: string | null; content: string; pending: string | null;
  erased_utc: string | null; erased_reason: string | null;
};
type VersionRow = { number: number; at_utc: string; reason: string; content: string };

export function getIncident(from: Queries, id: Id): Incident {
  const row = oneRow<IncidentRow>(from, `SELECT * FROM incident WHERE id = ?`, [id]);
  const content = fromJson(IncidentContent, row.content);
  return {
    id: row.id,
    status: row.status as Incident['status'],
    begunUtc: row.begun_utc,
    firstRecordedUtc: row.first_recorded_utc,
    content,
    happenedSpan: spanOf(content.happened.edtf),
    versions: versionsOf(from, id),
    pendingAmendment: row.pending === null ? null : fromJson(IncidentContent, row.pending),
    links: linksOf(from, id),
    erased: row.erased_utc === null ? null : { atUtc: row.erased_utc, reason: row.erased_reason ?? '' },
  };
}

/** Every version of an incident, oldest first; none while it is a draft. */
export function versionsOf(from: Queries, id: Id): IncidentVersion[] {
  return from.all<VersionRow>(`SELECT number, at_utc, reason, content FROM incident_version WHERE incident_id = ? ORDER BY number`, [id])
    .map((row) => ({ number: row.number, atUtc: row.at_utc, reason: row.reason, content: fromJson(IncidentContent, row.content) }));
}

/** A page to write on: the one that was begun and left blank, so that blank pages do not pile up; else a new one. */
export async function beginIncident(context: RecordContext): Promise<Incident> {
  const blank = canonicalJson(emptyIncidentContent);
  const [left] = context.store.all<{ id: Id }>(`SELECT id FROM incident WHERE status = 'draft' AND content = ? AND id NOT IN (SELECT incident_id FROM incident_link) LIMIT 1`, [blank]);
  if (left !== undefined) {
    // Taken out of the chronology with its last link: it is written on again.
    if (countOf(context.store, `chronology_line WHERE subject = 'incident' AND id = ?`, [left.id]) > 0) return getIncident(context.store, left.id);
    return context.store.transact((transaction) => {
      refreshIncident(transaction, left.id);
      return getIncident(transaction, left.id);
    });
  }
  const id = context.newId();
  return context.store.transact((transaction) => {
    transaction.run(`INSERT INTO incident (id, status, begun_utc, content) VALUES (?, 'draft', ?, ?)`, [id, context.now(), blank]);
    appendHistory(context, transaction, 'incident-begun', 'incident', id, {});
    refreshIncident(transaction, id);
    return getIncident(transaction, id);
  });
}

/** Keeps a draft as it stands. Not the record yet, so it leaves no trace in the history. */
export async function saveDraft(context: RecordContext, id: Id, content: IncidentContent): Promise<{ savedUtc: UtcInstant }> {
  return context.store.transact((transaction) => {
    requireStatus(transaction, id, 'draft');
    transaction.run(`UPDATE incident SET content = ? WHERE id = ?`, [canonicalJson(content), id]);
    refreshIncident(transaction, id);
    return { savedUtc: context.now() };
  });
}

/** "This is my record": version 1, first recorded now and for ever. Refuses `nothing-to-record` for an empty page. */
export async function recordIncident(context: RecordContext, id: Id): Promise<Incident> {
  return context.store.transact((transaction) => {
    requireStatus(transaction, id, 'draft');
    const { content } = getIncident(transaction, id);
    if (isEmpty(content)) throw new Refusal('nothing-to-record');
    const at = context.now();
    transaction.run(`UPDATE incident SET status = 'recorded', first_recorded_utc = ? WHERE id = ?`, [at, id]);
    addVersion(transaction, id, { number: 1, atUtc: at, reason: '', content });
    appendHistory(context, transaction, 'incident-recorded', 'incident', id, { version: 1, content });
    refreshIncident(transaction, id);
    return getIncident(transaction, id);
  });
}

/** An amendment she has begun; nothing of the record changes until it has a reason. */
export async function saveAmendmentDraft(context: RecordContext, id: Id, content: IncidentContent): Promise<{ savedUtc: UtcInstant }> {
  return context.store.transact((transaction) => {
    requireStatus(transaction, id, 'recorded');
    transaction.run(`UPDATE incident SET pending = ? WHERE id = ?`, [canonicalJson(content), id]);
    return { savedUtc: context.now() };
  });
}

export async function discardAmendmentDraft(context: RecordContext, id: Id): Promise<Incident> {
  return context.store.transact((transaction) => {
    requireStatus(transaction, id, 'recorded');
    transaction.run(`UPDATE incident SET pending = NULL WHERE id = ?`, [id]);
    return getIncident(transaction, id);
  });
}

export async function amendIncident(context: RecordContext, id: Id, content: IncidentContent, reason: string): Promise<Incident> {
  return context.store.transact((transaction) => {
    requireStatus(transaction, id, 'recorded');
    if (reason.trim() === '') throw new Refusal('reason-needed');
    const number = countOf(transaction, `incident_version WHERE incident_id = ?`, [id]) + 1;
    addVersion(transaction, id, { number, atUtc: context.now(), reason, content });
    transaction.run(`UPDATE incident SET content = ?, pending = NULL WHERE id = ?`, [canonicalJson(content), id]);
    appendHistory(context, transaction, 'incident-amended', 'incident', id, { version: number, reason, content });
    refreshIncident(transaction, id);
    return getIncident(transaction, id);
  });
}

/** Erases everything she wrote here and keeps that it was erased, when and why. The store is purged so that no copy stays on the disk. */
export async function eraseIncident(context: RecordContext, id: Id, reason: string): Promise<Incident> {
  const incident = await context.store.transact((transaction) => {
    const { status } = oneRow<{ status: string }>(transaction, `SELECT status FROM incident WHERE id = ?`, [id]);
    if (status === 'erased') throw new Refusal('erased');
    if (reason.trim() === '') throw new Refusal('reason-needed');
    transaction.run(`UPDATE incident SET status = 'erased', content = ?, pending = NULL, erased_utc = ?, erased_reason = ? WHERE id = ?`, [canonicalJson(emptyIncidentContent), context.now(), reason, id]);
    transaction.run(`DELETE FROM incident_version WHERE incident_id = ?`, [id]);
    transaction.run(`DELETE FROM incident_link WHERE incident_id = ?`, [id]);
    eraseTags(transaction, { kind: 'incident', id });
    transaction.run(`DELETE FROM gap_settled WHERE incident_id = ?`, [id]);
    unindexText(transaction, 'incident', id);
    forgetAside(transaction, { kind: 'incident', id });
    erasePayloads(transaction, id);
    appendHistory(context, transaction, 'incident-erased', 'incident', id, { reason });
    refreshIncident(transaction, id);
    noteErased(transaction);
    return getIncident(transaction, id);
  });
  await purgeErased(context);
  return incident;
}

/** Brings an incident's line in the chronology and its words in the index up to what stands now. */
export function refreshIncident(transaction: Transaction, id: Id): void {
  const { status, content, first_recorded_utc } = oneRow<IncidentRow>(transaction, `SELECT * FROM incident WHERE id = ?`, [id]);
  const now = fromJson(IncidentContent, content);
  const evidenceCount = countOf(transaction, `incident_link WHERE incident_id = ?`, [id]);
  const amended = countOf(transaction, `incident_version WHERE incident_id = ?`, [id]) > 1;
  writeLine(transaction, {
    subject: 'incident', id, status: status as Incident['status'], title: now.title, text: now.account, happened: now.happened,
    kinds: now.kinds, personIds: now.people.map((person) => person.personId), evidenceCount, amended, firstRecordedUtc: first_recorded_utc,
  });
  if (status === 'erased') return;
  indexText(transaction, searchTextOf(id, now));
}

/** What Find looks through of an entry that is not erased. */
export function incidentSearchText(from: Queries, id: Id): SearchText {
  const { content } = oneRow<IncidentRow>(from, `SELECT * FROM incident WHERE id = ?`, [id]);
  return searchTextOf(id, fromJson(IncidentContent, content));
}

function searchTextOf(id: Id, now: IncidentContent): SearchText {
  const body = [now.account, now.where, now.effectOnMe, now.effectOnChildren, now.whatNext, now.privilegedNote, now.happened.typed].join('\n');
  const { earliest, latest } = spanOf(now.happened.edtf);
  return { subject: 'incident', id, day: earliest, lastDay: latest, title: now.title, body };
}

function addVersion(transaction: Transaction, id: Id, version: IncidentVersion): void {
  transaction.run(`INSERT INTO incident_version (incident_id, number, at_utc, reason, content) VALUES (?, ?, ?, ?, ?)`, [id, version.number, version.atUtc, version.reason, canonicalJson(version.content)]);
}

function requireStatus(transaction: Transaction, id: Id, wanted: 'draft' | 'recorded'): void {
  const { status } = oneRow<{ status: string }>(transaction, `SELECT status FROM incident WHERE id = ?`, [id]);
  if (status === 'erased') throw new Refusal('erased');
  if (status !== wanted) throw new Refusal(status === 'recorded' ? 'already-recorded' : 'nothing-to-record');
}

/** A draft without a word and without a link. */
export function isBlankPage(from: Queries, id: Id): boolean {
  const { status, content, links } = getIncident(from, id);
  return status === 'draft' && links.length === 0 && isEmpty(content);
}

function isEmpty(content: IncidentContent): boolean {
  return canonicalJson(content) === canonicalJson(emptyIncidentContent);
}
