import { z } from 'zod';
import { Refusal } from '../../../../shared/contract/errors';
import type { Id } from '../../../../shared/model/identity';
import { mostProtectedFacts, type ProtectedFact, type ProtectedFactKind, type ProtectedFactSaid } from '../../../../shared/model/protected-fact';
import { canonicalJson } from '../history/canonical-json';
import { appendHistory } from '../history/history';
import { noteErased, purgeErased } from '../history/purge';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';

type FactRow = { id: string; kind: string; text: string; also_written: string; first_recorded_utc: string };

const asFact = (row: FactRow): ProtectedFact => ({ id: row.id, kind: row.kind as ProtectedFactKind, text: row.text, alsoWritten: fromJson(z.array(z.string()), row.also_written), firstRecordedUtc: row.first_recorded_utc });

/** What must never be in what she hands over, in the order in which she said it. In no index: Find does not show it, and the history says what kind of thing was listed, never its words. */
export function listProtectedFacts(from: Queries): ProtectedFact[] {
  return from.all<FactRow>(`SELECT * FROM protected_fact ORDER BY first_recorded_utc, id`).map(asFact);
}

/** Refuses `limit-exceeded` past `mostProtectedFacts`. One that is listed already, in the same words, is given back as it is. */
export async function addProtectedFact(context: RecordContext, said: ProtectedFactSaid): Promise<ProtectedFact> {
  return context.store.transact((transaction) => {
    const same = listProtectedFacts(transaction).find(({ kind, text }) => kind === said.kind && text.toLowerCase() === said.text.toLowerCase());
    if (same !== undefined) return same;
    if (countOf(transaction, `protected_fact`) >= mostProtectedFacts) throw new Refusal('limit-exceeded');
    const fact: ProtectedFact = { id: context.newId(), ...said, firstRecordedUtc: context.now() };
    transaction.run(`INSERT INTO protected_fact (id, kind, text, also_written, first_recorded_utc) VALUES (?, ?, ?, ?, ?)`, [fact.id, fact.kind, fact.text, canonicalJson(fact.alsoWritten), fact.firstRecordedUtc]);
    appendHistory(context, transaction, 'protected-fact-added', 'protected-fact', fact.id, { kind: fact.kind });
    return fact;
  });
}

/** Refuses `not-found`. */
export async function amendProtectedFact(context: RecordContext, id: Id, said: ProtectedFactSaid): Promise<ProtectedFact> {
  const { fact, isChanged } = await context.store.transact((transaction) => {
    const before = getFact(transaction, id);
    const after = { ...before, ...said };
    if (canonicalJson(before) === canonicalJson(after)) return { fact: before, isChanged: false };
    transaction.run(`UPDATE protected_fact SET kind = ?, text = ?, also_written = ? WHERE id = ?`, [after.kind, after.text, canonicalJson(after.alsoWritten), id]);
    appendHistory(context, transaction, 'protected-fact-amended', 'protected-fact', id, { kind: after.kind });
    noteErased(transaction);
    return { fact: after, isChanged: true };
  });
  // The old words must not stay in an older copy of the database: an address that was put in by mistake is somebody's address.
  if (isChanged) await purgeErased(context);
  return fact;
}

/** Destroys its words; that one of its kind was listed, and when it went, stays in the history. Refuses `not-found`. */
export async function removeProtectedFact(context: RecordContext, id: Id): Promise<void> {
  await context.store.transact((transaction) => {
    const { kind } = getFact(transaction, id);
    transaction.run(`DELETE FROM protected_fact WHERE id = ?`, [id]);
    appendHistory(context, transaction, 'protected-fact-removed', 'protected-fact', id, { kind });
    noteErased(transaction);
  });
  await purgeErased(context);
}

const getFact = (from: Queries, id: Id): ProtectedFact => asFact(oneRow<FactRow>(from, `SELECT * FROM protected_fact WHERE id = ?`, [id]));
