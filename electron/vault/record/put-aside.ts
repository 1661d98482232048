import { Refusal } from '../../../shared/contract/errors';
import { mostAside } from '../../../shared/contract/search-calls';
import type { Id } from '../../../shared/model/identity';
import { ChronologyRow } from '../../../shared/model/chronology';
import { undated } from '../../../shared/model/dated';
import type { AsideTarget, AsideThing } from '../../../shared/model/search';
import type { Transaction } from '../store/store';
import { appendHistory } from './history/history';
import type { RecordContext } from './record-context';
import { countOf, fromJson, oneRow, type Queries } from './rows';

/** What she put aside for the bundle, in the order in which she did. Nothing of it has gone anywhere: it is chosen when something is handed over. */
export function listAside(from: Queries): AsideTarget[] {
  return from.all<{ target_kind: string; target_id: string }>(`SELECT target_kind, target_id FROM put_aside ORDER BY number`).map((row) => ({ kind: row.target_kind as AsideTarget['kind'], id: row.target_id }));
}

type ThingRow = { kind: AsideTarget['kind']; id: string; line: string | null; name: string | null; at: string | null };

/** The same, with what each is called: as its line of the chronology has it, else by its own name (a document without a date, a mail). */
export function asideThings(from: Queries): AsideThing[] {
  const rows = from.all<ThingRow>(
    `SELECT target_kind AS kind, target_id AS id, line.row AS line, coalesce(nullif(document.title, ''), document.original_name, mail.subject) AS name, coalesce(nullif(mail.at, ''), mail.sort_utc) AS at
     FROM put_aside LEFT JOIN chronology_line AS line ON line.subject = target_kind AND line.id = target_id
       LEFT JOIN document ON target_kind = 'document' AND document.id = target_id LEFT JOIN mail ON target_kind = 'mail' AND mail.id = target_id ORDER BY put_aside.number`);
  return rows.map(({ kind, id, line, name, at }) => {
    if (line === null) return { kind, id, title: name ?? '', opening: '', happened: { ...undated, edtf: (at ?? '').slice(0, 10), timeOfDay: (at ?? '').slice(11, 16) }, canGo: true };
    const { title, opening, happened, status } = fromJson(ChronologyRow, line);
    return { kind, id, title: name ?? title, opening, happened, canGo: status !== 'draft' };
  });
}

/** Putting aside twice changes nothing. Refuses `erased`, `not-found`, and `limit-exceeded` past 20,000. */
export async function putAside(context: RecordContext, target: AsideTarget): Promise<AsideTarget[]> {
  return context.store.transact((transaction) => {
    requireThere(transaction, target);
    if (countOf(transaction, `put_aside WHERE target_kind = ? AND target_id = ?`, [target.kind, target.id]) === 0) {
      if (countOf(transaction, `put_aside`) >= mostAside) throw new Refusal('limit-exceeded');
      transaction.run(`INSERT INTO put_aside (target_kind, target_id, number, aside_utc) VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM put_aside), ?)`, [target.kind, target.id, context.now()]);
      appendHistory(context, transaction, 'put-aside', target.kind, target.id, {});
    }
    return listAside(transaction);
  });
}

/** Taking back what is not aside changes nothing. */
export async function takeBack(context: RecordContext, target: AsideTarget): Promise<AsideTarget[]> {
  return context.store.transact((transaction) => {
    if (forgetAside(transaction, target)) appendHistory(context, transaction, 'taken-back', target.kind, target.id, {});
    return listAside(transaction);
  });
}

/** In the transaction that erases or removes it. Whether it was aside. */
export function forgetAside(transaction: Transaction, { kind, id }: AsideTarget): boolean {
  const isAside = countOf(transaction, `put_aside WHERE target_kind = ? AND target_id = ?`, [kind, id]) > 0;
  if (isAside) transaction.run(`DELETE FROM put_aside WHERE target_kind = ? AND target_id = ?`, [kind, id]);
  return isAside;
}

function requireThere(from: Queries, { kind, id }: { kind: AsideTarget['kind']; id: Id }): void {
  if (kind === 'excerpt') return void oneRow(from, `SELECT id FROM excerpt WHERE id = ?`, [id]);
  if (kind === 'mail') return void oneRow(from, `SELECT id FROM mail WHERE id = ? AND ready = 1`, [id]);
  const { status } = oneRow<{ status: string }>(from, `SELECT status FROM ${kind} WHERE id = ?`, [id]);
  if (status === 'erased') throw new Refusal('erased');
  if (status === 'importing') throw new Refusal('not-found');
}
