import type { Id } from '../../../../shared/model/identity';
import type { IncidentLink } from '../../../../shared/model/incident';
import type { Queries } from '../rows';

export type Target = IncidentLink['target'];
export type LinkRow = { id: string; target_kind: Target['kind']; target_id: string; linked_utc: string };

export function targetOf({ target_kind, target_id }: LinkRow): Target {
  switch (target_kind) {
    case 'document': return { kind: 'document', documentId: target_id };
    case 'excerpt': return { kind: 'excerpt', excerptId: target_id };
    case 'mail': return { kind: 'mail', mailId: target_id };
  }
}

export function idOf(target: Target): Id {
  switch (target.kind) {
    case 'document': return target.documentId;
    case 'excerpt': return target.excerptId;
    case 'mail': return target.mailId;
  }
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

function labelOf(from: Queries, { target_kind, target_id }: LinkRow): string {
  if (target_kind === 'document') {
    const [row] = from.all<{ title: string; original_name: string }>(`SELECT title, original_name FROM document WHERE id = ?`, [target_id]);
    return row === undefined ? '' : row.title || row.original_name;
  }
  if (target_kind === 'mail') return from.all<{ subject: string }>(`SELECT subject FROM mail WHERE id = ?`, [target_id])[0]?.subject ?? '';
  const [row] = from.all<{ title: string; shows: string }>(`SELECT conversation.title AS title, excerpt.shows AS shows FROM excerpt JOIN conversation ON conversation.id = excerpt.conversation_id WHERE excerpt.id = ?`, [target_id]);
  return row === undefined ? '' : row.shows || row.title;
}
