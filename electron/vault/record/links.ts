import { Refusal } from '../../../shared/contract/errors';
import type { Id } from '../../../shared/model/identity';
import type { Incident, IncidentLink } from '../../../shared/model/incident';
import { appendHistory } from './history';
import { getIncident, refreshIncident } from './incidents';
import type { RecordContext } from './record-context';
import { countOf, oneRow, type Queries } from './rows';

type Target = IncidentLink['target'];
type LinkRow = { id: string; target_kind: 'document' | 'excerpt'; target_id: string; linked_utc: string };

function targetOf({ target_kind, target_id }: LinkRow): Target {
  return target_kind === 'document' ? { kind: 'document', documentId: target_id } : { kind: 'excerpt', excerptId: target_id };
}

/** An incident's threads to its evidence, oldest first, each with the words to show for it. */
export function linksOf(from: Queries, incidentId: Id): IncidentLink[] {
  return from.all<LinkRow>(`SELECT id, target_kind, target_id, linked_utc FROM incident_link WHERE incident_id = ? ORDER BY linked_utc, rowid`, [incidentId])
    .map((row) => ({ id: row.id, target: targetOf(row), label: labelOf(from, row), linkedUtc: row.linked_utc }));
}

/** Incidents that rest on something, in the order in which they were linked. */
export function linkedIncidents(from: Queries, kind: Target['kind'], targetId: Id): Id[] {
  return from.all<{ incident_id: string }>(`SELECT incident_id FROM incident_link WHERE target_kind = ? AND target_id = ? ORDER BY linked_utc, rowid`, [kind, targetId]).map((row) => row.incident_id);
}

/** Linking twice changes nothing. */
export async function linkEvidence(context: RecordContext, incidentId: Id, target: Target): Promise<Incident> {
  const targetId = target.kind === 'document' ? target.documentId : target.excerptId;
  return context.store.transact((transaction) => {
    requireLive(transaction, incidentId);
    requireTarget(transaction, target.kind, targetId);
    const known = countOf(transaction, `incident_link WHERE incident_id = ? AND target_kind = ? AND target_id = ?`, [incidentId, target.kind, targetId]);
    if (known === 0) {
      transaction.run(`INSERT INTO incident_link (id, incident_id, target_kind, target_id, linked_utc) VALUES (?, ?, ?, ?, ?)`, [context.newId(), incidentId, target.kind, targetId, context.now()]);
      appendHistory(context, transaction, 'link-made', 'incident', incidentId, { target });
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
    refreshIncident(transaction, incidentId);
    return getIncident(transaction, incidentId);
  });
}

function requireLive(from: Queries, incidentId: Id): void {
  if (getIncident(from, incidentId).status === 'erased') throw new Refusal('erased');
}

function requireTarget(from: Queries, kind: Target['kind'], id: Id): void {
  if (kind === 'excerpt') return void oneRow(from, `SELECT id FROM excerpt WHERE id = ?`, [id]);
  const { status } = oneRow<{ status: string }>(from, `SELECT status FROM document WHERE id = ?`, [id]);
  if (status === 'erased') throw new Refusal('erased');
}

function labelOf(from: Queries, { target_kind, target_id }: LinkRow): string {
  if (target_kind === 'document') {
    const [row] = from.all<{ title: string; original_name: string }>(`SELECT title, original_name FROM document WHERE id = ?`, [target_id]);
    return row === undefined ? '' : row.title || row.original_name;
  }
  const [row] = from.all<{ title: string; shows: string }>(`SELECT conversation.title AS title, excerpt.shows AS shows FROM excerpt JOIN conversation ON conversation.id = excerpt.conversation_id WHERE excerpt.id = ?`, [target_id]);
  return row === undefined ? '' : row.shows || row.title;
}
