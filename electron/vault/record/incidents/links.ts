import { Refusal } from '../../../../shared/contract/errors';
import type { Id } from '../../../../shared/model/identity';
import type { Incident } from '../../../../shared/model/incident';
import { idOf, type LinkRow, type Target, targetOf } from './evidence-threads';
import { removeLine } from '../chronology/chronology-line';
import { appendHistory } from '../history/history';
import { placeInInbox } from '../inbox/inbox';
import { exchangeOf } from '../inbox/mail-arrivals';
import { getIncident, isBlankPage, refreshIncident } from './incidents';
import type { RecordContext } from '../record-context';
import { countOf, oneRow, type Queries } from '../rows';

/** Linking twice changes nothing. */
export async function linkEvidence(context: RecordContext, incidentId: Id, target: Target): Promise<Incident> {
  const targetId = idOf(target);
  return context.store.transact((transaction) => {
    requireLive(transaction, incidentId);
    requireTarget(transaction, target.kind, targetId);
    const known = countOf(transaction, `incident_link WHERE incident_id = ? AND target_kind = ? AND target_id = ?`, [incidentId, target.kind, targetId]);
    if (known === 0) {
      transaction.run(`INSERT INTO incident_link (id, incident_id, target_kind, target_id, linked_utc) VALUES (?, ?, ?, ?, ?)`, [context.newId(), incidentId, target.kind, targetId, context.now()]);
      appendHistory(context, transaction, 'link-made', 'incident', incidentId, { target });
      if (target.kind === 'document') placeInInbox(transaction, 'document', targetId, context.now());
      const exchange = target.kind === 'mail' ? exchangeOf(transaction, targetId) : null;
      if (exchange !== null) placeInInbox(transaction, 'mail-thread', exchange, context.now());
      refreshIncident(transaction, incidentId);
    }
    return getIncident(transaction, incidentId);
  });
}

export async function unlinkEvidence(context: RecordContext, incidentId: Id, linkId: Id): Promise<Incident> {
  return context.store.transact((transaction) => {
    requireLive(transaction, incidentId);
    const link = oneRow<LinkRow>(transaction, `SELECT id, target_kind, target_id, linked_utc FROM incident_link WHERE id = ? AND incident_id = ?`, [linkId, incidentId]);
    transaction.run(`DELETE FROM incident_link WHERE id = ?`, [linkId]);
    appendHistory(context, transaction, 'link-removed', 'incident', incidentId, { target: targetOf(link) });
    // A page begun only to link this, and left blank, is no entry: it leaves the chronology and is the next page she begins.
    if (isBlankPage(transaction, incidentId)) removeLine(transaction, 'incident', incidentId);
    else refreshIncident(transaction, incidentId);
    return getIncident(transaction, incidentId);
  });
}

function requireLive(from: Queries, incidentId: Id): void {
  if (getIncident(from, incidentId).status === 'erased') throw new Refusal('erased');
}

function requireTarget(from: Queries, kind: Target['kind'], id: Id): void {
  if (kind === 'excerpt') return void oneRow(from, `SELECT id FROM excerpt WHERE id = ?`, [id]);
  if (kind === 'mail') return void oneRow(from, `SELECT id FROM mail WHERE id = ? AND ready = 1`, [id]);
  const { status } = oneRow<{ status: string }>(from, `SELECT status FROM document WHERE id = ?`, [id]);
  if (status === 'erased') throw new Refusal('erased');
}
