import { ChronologyRow } from '../../../../shared/model/chronology';
import type { Gap } from '../../../../shared/model/case/case-front';
import type { Id } from '../../../../shared/model/identity';
import { Refusal } from '../../../../shared/contract/errors';
import { appendHistory } from '../history/history';
import { keptWhileUnchanged } from '../kept-while-unchanged';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';

const hiddenName = 'gaps-hidden';

/** Ids of incidents to which nothing is attached, in the chronology's order: open ones, and those that she settled. */
const bareIncidents = keptWhileUnchanged((from): { readonly open: readonly Id[]; readonly settled: readonly Id[] } => {
  const settled = new Set(from.all<{ incident_id: Id }>(`SELECT incident_id FROM gap_settled`).map((row) => row.incident_id));
  // From the chronology's own index, which holds no account; all ids in one text, for each value that crosses out of the database costs more than finding it.
  const [row] = from.all<{ ids: string | null }>(
    `SELECT group_concat(id, ';') AS ids FROM (SELECT id FROM chronology_line INDEXED BY chronology_in_order WHERE subject = 'incident' AND status = 'recorded' AND evidence_count = 0 ORDER BY sort_key, subject, id)`);
  const bare = row === undefined || row.ids === null ? [] : row.ids.split(';');
  return { open: bare.filter((id) => !settled.has(id)), settled: bare.filter((id) => settled.has(id)) };
});

/** Incidents of her record to which nothing is attached, in the chronology's order; or those of them that she settled. While she has turned this off there are none. */
export function listGaps(from: Queries, settled: boolean, offset: number, limit: number): { isHidden: boolean; total: number; settledTotal: number; gaps: Gap[] } {
  if (areGapsHidden(from)) return { isHidden: true, total: 0, settledTotal: 0, gaps: [] };
  const bare = bareIncidents(from);
  const which = settled ? bare.settled : bare.open;
  const rows = from.all<{ row: string; place: string }>(
    `SELECT line.row AS row, coalesce(json_extract(incident.content, '$.where'), '') AS place FROM json_each(?) AS wanted
      JOIN chronology_line AS line ON line.subject = 'incident' AND line.id = wanted.value JOIN incident ON incident.id = wanted.value ORDER BY wanted.key`, [JSON.stringify(which.slice(offset, offset + limit))]);
  const gaps = rows.map(({ row, place }): Gap => {
    const { id, title, opening, happened, kinds } = fromJson(ChronologyRow, row);
    return { incidentId: id, title, opening, happened, kinds, where: place };
  });
  return { isHidden: false, total: which.length, settledTotal: bare.settled.length, gaps };
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
