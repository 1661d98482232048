import type { DocumentReading, ReadingCounts, ReadingState, ReadingStepName, ReadingWhy } from '../../../../shared/model/document-reading';
import type { Id } from '../../../../shared/model/identity';
import type { ReadingToDo } from '../../../../shared/vault-protocol/reading-calls';
import { Refusal } from '../../../../shared/contract/errors';
import type { Transaction } from '../../store/store';
import type { RecordContext } from '../record-context';
import { countOf, type Queries } from '../rows';

/** A step that brings down the process that does it, again and again, is given up. Every page that comes of it begins the count anew. */
const mostTries = 5;

export interface StepOf {
  documentId: Id;
  step: ReadingStepName;
}

type Row = { document_id: string; step: string; state: string; place: number; total: number; at_utc: string; why: string };

/** Lets a step of a document wait, from its beginning, whatever became of it before. */
export function letWait(transaction: Transaction, { documentId, step }: StepOf, atUtc: string): void {
  transaction.run(
    `INSERT INTO document_reading (document_id, step, state, place, total, tries, at_utc, why) VALUES (?, ?, 'waiting', 0, 0, 0, ?, '')
     ON CONFLICT (document_id, step) DO UPDATE SET state = 'waiting', place = 0, total = 0, tries = 0, at_utc = excluded.at_utc, why = ''`,
    [documentId, step, atUtc],
  );
}

export function readingsOf(from: Queries, documentId: Id): DocumentReading[] {
  return from.all<Row>(`SELECT document_id, step, state, place, total, at_utc, why FROM document_reading WHERE document_id = ? ORDER BY CASE step WHEN 'facts' THEN 0 WHEN 'words' THEN 1 ELSE 2 END`, [documentId])
    .map((row) => ({ documentId: row.document_id, step: row.step as ReadingStepName, state: row.state as ReadingState, place: row.place, total: row.total, why: row.why as ReadingWhy, atUtc: row.at_utc }));
}

/** Of which of these documents the facts are not read yet, as they were kept. */
export function factsWaiting(from: Queries, documentIds: readonly Id[]): ReadingToDo[] {
  const wanted = new Set(documentIds);
  return from.all<NextRow & { document_id: string }>(`SELECT ${nextColumns} FROM ${waitingSteps} AND step = 'facts' ORDER BY at_utc, document_id`).filter((row) => wanted.has(row.document_id)).map((row) => toDo('facts', row));
}

type NextRow = { place: number; total: number; original_name: string; size_bytes: number; media_type: string; form: string; tries: number };

const nextColumns = `document_id, place, total, original_name, size_bytes, media_type, form, tries`;
const waitingSteps = `document_reading JOIN document ON document.id = document_id AND status = 'kept' WHERE state = 'waiting'`;

function toDo(step: ReadingStepName, row: NextRow & { document_id: string }): ReadingToDo {
  return { documentId: row.document_id, step, place: row.place, total: row.total, originalName: row.original_name, sizeBytes: row.size_bytes, mediaType: row.media_type, form: row.form as ReadingToDo['form'] };
}

export interface NextReading {
  reading: ReadingToDo | null;
  counts: ReadingCounts;
  failed: number;
  needsHer: number;
}

/** The next step to be done of `steps`, which is counted as tried; of several documents the one kept first. What was tried too often is given up here. */
export async function takeNext(context: RecordContext, steps: readonly ReadingStepName[], first: StepOf | null): Promise<NextReading> {
  const { store } = context;
  for (;;) {
    const found = nextOf(store, steps, first);
    if (found === null) return { reading: null, ...countWaiting(store, steps) };
    const isGivenUp = found.tries >= mostTries;
    await store.transact((transaction) => {
      if (isGivenUp) putState(transaction, found, 'failed', 'broke', context.now());
      else transaction.run(`UPDATE document_reading SET tries = tries + 1 WHERE document_id = ? AND step = ?`, [found.documentId, found.step]);
    }, 'notes');
    if (isGivenUp) continue;
    const { tries: _, ...reading } = found;
    return { reading, ...countWaiting(store, steps) };
  }
}

function nextOf(from: Queries, steps: readonly ReadingStepName[], first: StepOf | null): (ReadingToDo & { tries: number }) | null {
  const asked = (step: ReadingStepName, row: (NextRow & { document_id: string }) | undefined): (ReadingToDo & { tries: number }) | null => (row === undefined ? null : { ...toDo(step, row), tries: row.tries });
  if (first !== null && steps.includes(first.step)) {
    const [row] = from.all<NextRow & { document_id: string }>(`SELECT ${nextColumns} FROM ${waitingSteps} AND document_id = ? AND step = ?`, [first.documentId, first.step]);
    const its = asked(first.step, row);
    if (its !== null) return its;
  }
  for (const step of steps) {
    const [row] = from.all<NextRow & { document_id: string }>(`SELECT ${nextColumns} FROM ${waitingSteps} AND step = ? ORDER BY at_utc, document_id LIMIT 1`, [step]);
    const next = asked(step, row);
    if (next !== null) return next;
  }
  return null;
}

/** What waits, failed or needs her, of the steps named. */
export function countWaiting(from: Queries, steps: readonly ReadingStepName[]): Omit<NextReading, 'reading'> {
  const count = (state: ReadingState, step: ReadingStepName): number => (steps.includes(step) ? countOf(from, `document_reading WHERE state = ? AND step = ?`, [state, step]) : 0);
  const all = (state: ReadingState): number => steps.reduce((sum, step) => sum + count(state, step), 0);
  return { counts: { facts: count('waiting', 'facts'), words: count('waiting', 'words'), ocr: count('waiting', 'ocr') }, failed: all('failed'), needsHer: all('needs-her') };
}

export async function putBack(context: RecordContext, { documentId, step }: StepOf): Promise<void> {
  await context.store.transact((transaction) => transaction.run(`UPDATE document_reading SET tries = max(0, tries - 1) WHERE document_id = ? AND step = ?`, [documentId, step]), 'notes');
}

/** Sets a step waiting again because she wants it. Refuses `not-found`, `erased`. */
export async function readAgain(context: RecordContext, of: StepOf): Promise<void> {
  await context.store.transact((transaction) => {
    const [document] = transaction.all<{ status: string }>(`SELECT status FROM document WHERE id = ?`, [of.documentId]);
    if (document?.status === 'erased') throw new Refusal('erased');
    if (document?.status !== 'kept') throw new Refusal('not-found');
    letWait(transaction, of, context.now());
  });
}

/** Enters how far a step is: pages came of it, so that it is not counted as tried. */
export function putPlace(transaction: Transaction, { documentId, step }: StepOf, place: number, total: number): void {
  transaction.run(`UPDATE document_reading SET place = ?, total = ?, tries = 0 WHERE document_id = ? AND step = ?`, [place, total, documentId, step]);
}

export function putState(transaction: Transaction, { documentId, step }: StepOf, state: ReadingState, why: ReadingWhy, atUtc: string): void {
  transaction.run(`UPDATE document_reading SET state = ?, why = ?, at_utc = ? WHERE document_id = ? AND step = ?`, [state, why, atUtc, documentId, step]);
}

/** Nothing is left to be read of an erased document. */
export function forgetReadings(transaction: Transaction, documentId: Id): void {
  transaction.run(`DELETE FROM document_reading WHERE document_id = ?`, [documentId]);
}
