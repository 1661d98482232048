import type { UndatedDocument } from '../../../../shared/model/document';
import { countOf, type Queries } from '../rows';

/** In the chronology neither by a date of its own nor by an entry of the record that rests on it. What she put away in the inbox as not relevant is not offered, nor what came with messages or mail: that goes with these. */
const undated = `document WHERE status = 'kept' AND origin = 'added' AND json_extract(happened, '$.edtf') = ''
  AND NOT EXISTS (SELECT 1 FROM incident_link JOIN incident ON incident.id = incident_id WHERE target_kind = 'document' AND target_id = document.id AND incident.status = 'recorded')
  AND NOT EXISTS (SELECT 1 FROM case_thread JOIN case_entry ON case_entry.id = entry_id WHERE target_kind = 'document' AND target_id = document.id AND case_entry.status = 'recorded')
  AND NOT EXISTS (SELECT 1 FROM inbox_item WHERE kind = 'document' AND subject_id = document.id AND state = 'not-relevant')`;

/** Documents without a date that go with no entry, in the order in which they were added: so they stand where they go into a copy. */
export function undatedDocuments(from: Queries, offset: number, limit: number): { total: number; documents: UndatedDocument[] } {
  const rows = from.all<{ id: string; title: string; original_name: string; added_utc: string }>(`SELECT id, title, original_name, added_utc FROM ${undated} ORDER BY added_utc, id LIMIT ? OFFSET ?`, [limit, offset]);
  return { total: countOf(from, undated), documents: rows.map(({ id, title, original_name: originalName, added_utc: addedUtc }) => ({ id, name: title || originalName, addedUtc })) };
}
