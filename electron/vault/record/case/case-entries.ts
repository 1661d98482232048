import type { z } from 'zod';
import { Refusal } from '../../../../shared/contract/errors';
import { CaseContent, CaseRow, emptyCaseContent, needsReason, type CaseEntry, type CaseKind, type CaseVersion } from '../../../../shared/model/case/case-entry';
import { toldKinds } from '../../../../shared/model/case/told-in-chronology';
import { threadsOf } from '../../../../shared/model/case/what-it-holds';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { appendHistory, erasePayloads } from '../history/history';
import { noteErased, purgeErased } from '../history/purge';
import { readList } from '../list-reader';
import { samePersonIds } from '../people/people';
import type { RecordContext } from '../record-context';
import { fromJson, oneRow, type Queries } from '../rows';
import { indexText, unindexText, type SearchText } from '../search/search-text';
import { placeInChronology } from './case-line';
import { rowOf, searchTextOf } from './case-rows';

type EntryRow = {
  id: Id; kind: CaseKind; status: CaseEntry['status']; begun_utc: string; first_recorded_utc: string | null; content: string; pending: string | null; erased_utc: string | null; erased_reason: string | null;
};

/** Refuses `not-found`. */
export function getCaseEntry(from: Queries, id: Id): CaseEntry {
  const row = entryRow(from, id);
  return {
    id: row.id, kind: row.kind, status: row.status, begunUtc: row.begun_utc, firstRecordedUtc: row.first_recorded_utc, content: fromJson(CaseContent, row.content), versions: caseVersionsOf(from, id),
    pending: row.pending === null ? null : fromJson(CaseContent, row.pending), erased: row.erased_utc === null ? null : { atUtc: row.erased_utc, reason: row.erased_reason ?? '' },
  };
}

function entryRow(from: Queries, id: Id): EntryRow {
  return oneRow<EntryRow>(from, `SELECT id, kind, status, begun_utc, first_recorded_utc, content, pending, erased_utc, erased_reason FROM case_entry WHERE id = ?`, [id]);
}

/** Every version of an entry, oldest first; none while it is a draft. */
export function caseVersionsOf(from: Queries, id: Id): CaseVersion[] {
  return from.all<{ number: number; at_utc: string; reason: string; content: string }>(`SELECT number, at_utc, reason, content FROM case_version WHERE entry_id = ? ORDER BY number`, [id])
    .map((row) => ({ number: row.number, atUtc: row.at_utc, reason: row.reason, content: fromJson(CaseContent, row.content) }));
}

/** All entries of a kind, in the order of when they happened; those without a date come last, as they were begun. What is erased is not among them. */
export function listCaseRows(from: Queries, kind: CaseKind): CaseRow[] {
  const rows = from.all<{ row: string }>(`SELECT row FROM case_entry WHERE kind = ? AND status <> 'erased' ORDER BY earliest = '', earliest, first_recorded_utc IS NULL, first_recorded_utc, begun_utc, id`, [kind]);
  return readList(from, `case ${kind}`, CaseRow, rows.map(({ row }) => row));
}

/** Drafts of the kinds that are told in the chronology, kind by kind, in the order of a list of each. */
export function toldDraftRows(from: Queries): CaseRow[] {
  const rows = from.all<{ kind: CaseKind; row: string }>(`SELECT kind, row FROM case_entry WHERE status = 'draft' AND kind IN (SELECT value FROM json_each(?)) ORDER BY earliest = '', earliest, begun_utc, id`, [JSON.stringify(toldKinds)]);
  return toldKinds.flatMap((kind) => rows.filter((one) => one.kind === kind)).map(({ row }) => fromJson(CaseRow, row));
}

/** What stands now in every entry of a kind that is her record, in the same order; drafts are left out. */
export function recordedContents<K extends CaseKind>(from: Queries, kind: K): { id: Id; firstRecordedUtc: UtcInstant; content: Extract<CaseContent, { kind: K }> }[] {
  return from.all<{ id: Id; first_recorded_utc: string; content: string }>(`SELECT id, first_recorded_utc, content FROM case_entry WHERE kind = ? AND status = 'recorded' ORDER BY earliest = '', earliest, first_recorded_utc, id`, [kind])
    .map((row) => ({ id: row.id, firstRecordedUtc: row.first_recorded_utc, content: fromJson(CaseContent, row.content) as Extract<CaseContent, { kind: K }> }));
}

/** As recordedContents, of each only what a schema picks: the long texts of a thousand entries are not looked through where nobody reads them. `ids`: of these alone. */
export function recordedParts<S extends z.ZodType>(from: Queries, kind: CaseKind, part: S, ids: readonly Id[] | null = null): { id: Id; firstRecordedUtc: UtcInstant; content: z.infer<S> }[] {
  const [only, parameters] = ids === null ? ['', []] : [' AND id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]];
  return from.all<{ id: Id; first_recorded_utc: string; content: string }>(`SELECT id, first_recorded_utc, content FROM case_entry WHERE kind = ? AND status = 'recorded'${only} ORDER BY earliest = '', earliest, first_recorded_utc, id`, [kind, ...parameters])
    .map((row) => ({ id: row.id, firstRecordedUtc: row.first_recorded_utc, content: fromJson(part, row.content) }));
}

/** One field of every entry of a kind that is her record, in no order, without bringing the rest of it out of the database. All in one text: each value that crosses costs more than finding it. */
export function recordedField<S extends z.ZodType>(from: Queries, kind: CaseKind, field: string, schema: S): { id: Id; value: z.infer<S> }[] {
  const [row] = from.all<{ packed: string | null }>(`SELECT group_concat(id || (content -> ?), char(10)) AS packed FROM case_entry WHERE kind = ? AND status = 'recorded'`, [`$.${field}`, kind]);
  if (row === undefined || row.packed === null) return [];
  return row.packed.split('\n').map((line) => ({ id: line.slice(0, idLength), value: fromJson(schema, line.slice(idLength)) }));
}

const idLength = 32;

/** Entries that point at something, drafts among them, by when they happened. */
export function caseRowsConcerning(from: Queries, target: { kind: string; id: Id }): CaseRow[] {
  const ids = target.kind === 'person' ? samePersonIds(from, target.id) : [target.id];
  return from.all<{ row: string }>(`SELECT row FROM case_entry WHERE status <> 'erased' AND id IN (SELECT entry_id FROM case_thread WHERE target_kind = ? AND target_id IN (SELECT value FROM json_each(?))) ORDER BY earliest = '', earliest, begun_utc, id`, [target.kind, JSON.stringify(ids)])
    .map(({ row }) => fromJson(CaseRow, row));
}

/**
 * A draft that says `content` to begin with: the one that was begun so and never written on, so that blank pages do not pile up; else a new one.
 * Not the record yet, so it leaves no trace in the history.
 */
export async function beginCaseEntry(context: RecordContext, content: CaseContent): Promise<CaseEntry> {
  const begins = canonicalJson(content);
  const [left] = context.store.all<{ id: Id }>(`SELECT id FROM case_entry WHERE status = 'draft' AND content = ? ORDER BY begun_utc, id LIMIT 1`, [begins]);
  if (left !== undefined) return getCaseEntry(context.store, left.id);
  const id = context.newId();
  return context.store.transact((transaction) => {
    transaction.run(`INSERT INTO case_entry (id, kind, status, begun_utc, content, earliest, row) VALUES (?, ?, 'draft', ?, ?, '', '')`, [id, content.kind, context.now(), begins]);
    refreshCaseEntry(transaction, id);
    return getCaseEntry(transaction, id);
  });
}

/** Keeps what is being written as it stands: of a draft, the draft; of her record, the change she has begun. Refuses `erased`. */
export async function saveCaseDraft(context: RecordContext, id: Id, content: CaseContent): Promise<{ savedUtc: UtcInstant }> {
  return context.store.transact((transaction) => {
    const { status } = requireLive(transaction, id, content.kind);
    transaction.run(`UPDATE case_entry SET ${status === 'draft' ? 'content' : 'pending'} = ? WHERE id = ?`, [canonicalJson(content), id]);
    if (status === 'draft') refreshCaseEntry(transaction, id);
    return { savedUtc: context.now() };
  });
}

/** "This is my record": version 1, first recorded now and for ever. Refuses `nothing-to-record`, `already-recorded`, `erased`. */
export async function recordCaseEntry(context: RecordContext, id: Id): Promise<CaseEntry> {
  return context.store.transact((transaction) => {
    const { status, content } = getCaseEntry(transaction, id);
    if (status !== 'draft') throw new Refusal(status === 'erased' ? 'erased' : 'already-recorded');
    if (isEmpty(content)) throw new Refusal('nothing-to-record');
    const atUtc = context.now();
    addVersion(transaction, id, { number: 1, atUtc, reason: '', content });
    transaction.run(`UPDATE case_entry SET status = 'recorded', first_recorded_utc = ? WHERE id = ?`, [atUtc, id]);
    appendHistory(context, transaction, 'case-recorded', 'case', id, { content });
    refreshCaseEntry(transaction, id);
    return getCaseEntry(transaction, id);
  });
}

/** Her record from the first, where there is nothing to draft: a tick, not a page. */
export async function recordAtOnce(context: RecordContext, content: CaseContent): Promise<CaseEntry> {
  const id = context.newId();
  return context.store.transact((transaction) => {
    const atUtc = context.now();
    transaction.run(`INSERT INTO case_entry (id, kind, status, begun_utc, first_recorded_utc, content, earliest, row) VALUES (?, ?, 'recorded', ?, ?, ?, '', '')`, [id, content.kind, atUtc, atUtc, canonicalJson(content)]);
    addVersion(transaction, id, { number: 1, atUtc, reason: '', content });
    appendHistory(context, transaction, 'case-recorded', 'case', id, { content });
    refreshCaseEntry(transaction, id);
    return getCaseEntry(transaction, id);
  });
}

/** A new version. The same as before changes nothing. Refuses `reason-needed` where the kind needs one, `nothing-to-record` of a draft, `erased`. */
export async function amendCaseEntry(context: RecordContext, id: Id, content: CaseContent, reason: string): Promise<CaseEntry> {
  return context.store.transact((transaction) => {
    if (requireLive(transaction, id, content.kind).status === 'draft') throw new Refusal('nothing-to-record');
    const before = getCaseEntry(transaction, id);
    if (canonicalJson(before.content) !== canonicalJson(content)) {
      if (needsReason[content.kind] && reason.trim() === '') throw new Refusal('reason-needed');
      const number = (before.versions.at(-1)?.number ?? 0) + 1;
      addVersion(transaction, id, { number, atUtc: context.now(), reason, content });
      transaction.run(`UPDATE case_entry SET content = ? WHERE id = ?`, [canonicalJson(content), id]);
      appendHistory(context, transaction, 'case-amended', 'case', id, { number, reason, content });
    }
    transaction.run(`UPDATE case_entry SET pending = NULL WHERE id = ?`, [id]);
    refreshCaseEntry(transaction, id);
    return getCaseEntry(transaction, id);
  });
}

/** Lets go what is being written: a draft goes whole, of her record only the change begun. null: there is nothing left. */
export async function discardCaseDraft(context: RecordContext, id: Id): Promise<CaseEntry | null> {
  return context.store.transact((transaction) => {
    const { status } = entryRow(transaction, id);
    if (status === 'erased') throw new Refusal('erased');
    if (status === 'recorded') {
      transaction.run(`UPDATE case_entry SET pending = NULL WHERE id = ?`, [id]);
      return getCaseEntry(transaction, id);
    }
    unindexText(transaction, 'case', id);
    for (const sql of [`DELETE FROM case_thread WHERE entry_id = ?`, `DELETE FROM case_entry WHERE id = ?`]) transaction.run(sql, [id]);
    return null;
  });
}

/** Erases everything she wrote here and keeps that it was erased, when and why. The store is purged so that no copy stays on the disk. Refuses `reason-needed`, `erased`. */
export async function eraseCaseEntry(context: RecordContext, id: Id, reason: string): Promise<CaseEntry> {
  const entry = await context.store.transact((transaction) => {
    const { kind, status } = entryRow(transaction, id);
    if (status === 'erased') throw new Refusal('erased');
    if (reason.trim() === '') throw new Refusal('reason-needed');
    transaction.run(`UPDATE case_entry SET status = 'erased', content = ?, pending = NULL, erased_utc = ?, erased_reason = ? WHERE id = ?`, [canonicalJson(emptyCaseContent[kind]), context.now(), reason, id]);
    transaction.run(`DELETE FROM case_version WHERE entry_id = ?`, [id]);
    unindexText(transaction, 'case', id);
    erasePayloads(transaction, id);
    appendHistory(context, transaction, 'case-erased', 'case', id, { reason });
    refreshCaseEntry(transaction, id);
    noteErased(transaction);
    return getCaseEntry(transaction, id);
  });
  await purgeErased(context);
  return entry;
}

/** Brings an entry's row, its line in the chronology, its threads and its words in the index up to what stands now. */
export function refreshCaseEntry(transaction: Transaction, id: Id): void {
  const entry = getCaseEntry(transaction, id);
  const row = rowOf(transaction, entry);
  transaction.run(`UPDATE case_entry SET earliest = ?, row = ? WHERE id = ?`, [row.span.earliest, canonicalJson(row), id]);
  placeInChronology(transaction, row, entry.content);
  transaction.run(`DELETE FROM case_thread WHERE entry_id = ?`, [id]);
  for (const { role, kind, id: targetId } of threadsOf(entry.content)) transaction.run(`INSERT INTO case_thread (entry_id, role, target_kind, target_id) VALUES (?, ?, ?, ?)`, [id, role, kind, targetId]);
  if (entry.status !== 'erased') indexText(transaction, searchTextOf(row, entry.content));
}

/** What Find looks through of an entry that is not erased. */
export function caseSearchText(from: Queries, id: Id): SearchText {
  const entry = getCaseEntry(from, id);
  return searchTextOf(rowOf(from, entry), entry.content);
}

function addVersion(transaction: Transaction, id: Id, { number, atUtc, reason, content }: CaseVersion): void {
  transaction.run(`INSERT INTO case_version (entry_id, number, at_utc, reason, content) VALUES (?, ?, ?, ?, ?)`, [id, number, atUtc, reason, canonicalJson(content)]);
}

function requireLive(from: Queries, id: Id, kind: CaseKind): EntryRow {
  const row = entryRow(from, id);
  if (row.status === 'erased') throw new Refusal('erased');
  if (row.kind !== kind) throw new Error('an entry keeps its kind');
  return row;
}

function isEmpty(content: CaseContent): boolean {
  return canonicalJson(content) === canonicalJson(emptyCaseContent[content.kind]);
}
