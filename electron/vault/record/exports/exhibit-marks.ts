import type { EvidenceTarget } from '../../../../shared/model/case/evidence';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf, type Queries } from '../rows';

/** What can be an exhibit. */
export type MarkedThing = { kind: EvidenceTarget['kind']; id: Id };

export const keyOfThing = ({ kind, id }: { kind: string; id: Id }): string => `${kind} ${id}`;

/** Whether it is in the record, so that it can go along. */
export function holdsThing(from: Queries, { kind, id }: MarkedThing): boolean {
  switch (kind) {
    case 'document': return countOf(from, `document WHERE id = ? AND status = 'kept'`, [id]) > 0;
    case 'excerpt': return countOf(from, `excerpt WHERE id = ?`, [id]) > 0;
    case 'mail': return countOf(from, `mail WHERE id = ? AND ready = 1`, [id]) > 0;
  }
}

/** The exhibit mark that a thing was given when it was first handed over; null before. */
export function issuedMark(from: Queries, { kind, id }: MarkedThing): string | null {
  const [row] = from.all<{ number: number }>(`SELECT number FROM exhibit_mark WHERE target_kind = ? AND target_id = ?`, [kind, id]);
  return row === undefined ? null : `TM${row.number}`;
}

/** The same of several things of one kind, by id; what has none is not among them. */
export function issuedMarks(from: Queries, kind: MarkedThing['kind'], ids: readonly Id[]): Map<Id, string> {
  return new Map(from.all<{ number: number; target_id: Id }>(`SELECT number, target_id FROM exhibit_mark WHERE target_kind = ? AND target_id IN (SELECT value FROM json_each(?))`, [kind, JSON.stringify(ids)]).map((row) => [row.target_id, `TM${row.number}`]));
}

/** A mark for each thing, by `keyOfThing`: the one already issued, else the next free number in the order given. */
export function proposeMarks(from: Queries, things: readonly MarkedThing[]): Map<string, string> {
  const issued = new Map(from.all<{ number: number; target_kind: MarkedThing['kind']; target_id: string }>(`SELECT number, target_kind, target_id FROM exhibit_mark`).map((row) => [keyOfThing({ kind: row.target_kind, id: row.target_id }), row.number]));
  let next = Math.max(0, ...issued.values());
  return new Map(things.map((thing) => [keyOfThing(thing), `TM${issued.get(keyOfThing(thing)) ?? ++next}`]));
}

/** What was printed under these marks left the vault: they are theirs for ever. Those issued before stay as they are. */
export function issueMarks(context: RecordContext, transaction: Transaction, marked: readonly { thing: MarkedThing; mark: string }[], atUtc: UtcInstant): void {
  for (const { thing: { kind, id }, mark } of marked) {
    if (countOf(transaction, `exhibit_mark WHERE target_kind = ? AND target_id = ?`, [kind, id]) > 0) continue;
    transaction.run(`INSERT INTO exhibit_mark (number, target_kind, target_id, issued_utc) VALUES (?, ?, ?, ?)`, [numberOfMark(mark), kind, id, atUtc]);
    appendHistory(context, transaction, 'exhibit-mark-issued', kind, id, { mark });
  }
}

export function numberOfMark(mark: string): number {
  return Number(mark.slice(2));
}
