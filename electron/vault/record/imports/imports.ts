import type { ImportRecord, UnclearStretch } from '../../../../shared/model/import';
import type { Id } from '../../../../shared/model/identity';
import { countOf, oneRow, type Queries } from '../rows';

type ImportRow = { id: string; name: string; imported_utc: string; unclear: number };
type UnclearRow = { document_id: string; path: string; entry_name: string; text: string; line: number; offset: number; length: number; said: number | null; read: number | null };

/** What was brought in, the newest first. */
export function listImports(from: Queries): ImportRecord[] {
  const rows = from.all<ImportRow>(`SELECT id, name, imported_utc, (SELECT count(*) FROM import_unclear WHERE import_id = import.id) AS unclear FROM import WHERE ready = 1 ORDER BY imported_utc DESC, id`);
  return rows.map(({ id, name, imported_utc: importedUtc, unclear }) => ({
    id, name, importedUtc, notUnderstoodCount: unclear,
    documentIds: from.all<{ document_id: string }>(`SELECT DISTINCT document_id FROM import_source WHERE import_id = ? ORDER BY number`, [id]).map((row) => row.document_id),
    mailCount: countOf(from, `mail WHERE import_id = ?`, [id]), locationCount: countOf(from, `location_claim WHERE import_id = ?`, [id]),
    conversationIds: from.all<{ id: string }>(`SELECT id FROM conversation WHERE import_id = ? ORDER BY last_at DESC, id`, [id]).map((row) => row.id),
  }));
}

/** Stretches of an import's files that belong to no conversation and were not understood, in the order in which they were read. */
export function notUnderstoodOf(from: Queries, importId: Id, offset: number, limit: number): { total: number; stretches: UnclearStretch[] } {
  oneRow(from, `SELECT id FROM import WHERE id = ? AND ready = 1`, [importId]);
  const rows = from.all<UnclearRow>(
    `SELECT document_id, path, entry_name, text, line, offset, length, said, read FROM import_unclear JOIN import_source ON import_source.import_id = import_unclear.import_id AND import_source.number = source
     WHERE import_unclear.import_id = ? ORDER BY import_unclear.number LIMIT ? OFFSET ?`,
    [importId, limit, offset],
  );
  return {
    total: countOf(from, `import_unclear WHERE import_id = ?`, [importId]),
    stretches: rows.map((row) => ({
      source: { documentId: row.document_id, entryName: [row.path, row.entry_name].filter((part) => part !== '').join('/') }, text: row.text, sourceLine: row.line, sourceOffset: row.offset, sourceLength: row.length,
      counts: row.said === null || row.read === null ? null : { said: row.said, read: row.read },
    })),
  };
}
