import { ChronologyRow } from '../../../../shared/model/chronology';
import type { Gap } from '../../../../shared/model/case/case-front';
import type { Id } from '../../../../shared/model/identity';
import { Refusal } from '../../../../shared/contract/errors';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';

const hiddenName = 'gaps-hidden';
/** Answered from the chronology's own index, which holds no account. */
const bare = `chronology_line WHERE subject = 'incident' AND status = 'recorded' AND evidence_count = 0`;
const isSettled = `id IN (SELECT incident_id FROM gap_settled)`;

/** Incidents of her record to which nothing is attached, in the chronology's order; or those of them that she settled. While she has turned this off there are none. */
export function listGaps(from: Queries, settled: boolean, offset: number, limit: number): { isHidden: boolean; total: number; settledTotal: number; gaps: Gap[] } {
  if (areGapsHidden(from)) return { isHidden: true, total: 0, settledTotal: 0, gaps: [] };
  const settledTotal = countOf(from, `${bare} AND ${isSettled}`);
  const which = `${bare} AND ${settled ? '' : 'NOT '}${isSettled}`;
  const rows = from.all<{ row: string; place: string }>(
    `SELECT line.row AS row, coalesce(json_extract(incident.content, '$.where'), '') AS place FROM (SELECT subject AS of, id AS one FROM ${which} ORDER BY sort_key, subject, id LIMIT ? OFFSET ?)
      JOIN chronology_line AS line ON line.subject = of AND line.id = one JOIN incident ON incident.id = one ORDER BY line.sort_key, line.id`, [limit, offset]);
  const gaps = rows.map(({ row, place }): Gap => {
    const { id, title, opening, happened, kinds } = fromJson(ChronologyRow, row);
    return { incidentId: id, title, opening, happened, kinds, where: place };
  });
  return { isHidden: false, total: countOf(from, which), settledTotal, gaps };
}

/** She says that there is nothing to find for it, or looks at it again. The same again changes nothing. Refuses `not-found`, `erased`. */
export async function settleGap(context: RecordContext, incidentId: Id, settles: boolean): Promise<void> {
  await context.store.transact((transaction) => {
    const { status } = oneRow<{ status: string }>(transaction, `SELECT status FROM incident WHERE id = ?`, [incidentId]);
    if (status === 'erased') throw new Refusal('erased');
    if ((countOf(transaction, `gap_settled WHERE incident_id = ?`, [incidentId]) > 0) === settles) return;
    if (settles) transaction.run(`INSERT INTO gap_settled (incident_id, at_utc) VALUES (?, ?)`, [incidentId, context.now()]);
    else transaction.run(`DELETE FROM gap_settled WHERE incident_id = ?`, [incidentId]);
    appendHistory(context, transaction, settles ? 'gap-settled' : 'gap-opened', 'incident', incidentId, {});
  });
}

export function areGapsHidden(from: Queries): boolean {
  return countOf(from, `setting WHERE name = ?`, [hiddenName]) > 0;
}

/** Turns it off for good, or on again. What she settled stays settled. */
export async function hideGaps(context: RecordContext, hides: boolean): Promise<void> {
  await context.store.transact((transaction) => {
    if (areGapsHidden(transaction) === hides) return;
    if (hides) transaction.run(`INSERT INTO setting (name, value) VALUES (?, '')`, [hiddenName]);
    else transaction.run(`DELETE FROM setting WHERE name = ?`, [hiddenName]);
    appendHistory(context, transaction, hides ? 'gaps-hidden' : 'gaps-shown', 'vault', context.store.vaultId, {});
  });
}
