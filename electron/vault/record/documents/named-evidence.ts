import type { NamedEvidence, Queries } from '../../store/store';

type NamedRow = { object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string; name: string };

/** All evidence that the database names, that of imports not finished too: without it a copy would not be whole. */
export function nameEvidence(from: Queries): NamedEvidence[] {
  return from.all<NamedRow>(`SELECT object_name, evidence_key, size_bytes, sha256, CASE title WHEN '' THEN original_name ELSE title END AS name FROM document WHERE object_name IS NOT NULL ORDER BY added_utc, id`)
    .map((row) => ({ objectName: row.object_name, key: row.evidence_key, sizeBytes: row.size_bytes, sha256: row.sha256, name: row.name }));
}
