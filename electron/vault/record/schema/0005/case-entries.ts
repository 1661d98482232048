/** Part of schema 5: entries of the case (shared/model/case), kept as incidents are. */
export const caseEntries: readonly string[] = [
  // kind: CaseKind, never changed. content: what stands now; pending: a change begun and not yet kept; row: JSON of CaseRow, for lists. earliest: the first day of when it happened, '' without.
  `CREATE TABLE case_entry (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, begun_utc TEXT NOT NULL, first_recorded_utc TEXT, content TEXT NOT NULL, pending TEXT, earliest TEXT NOT NULL, row TEXT NOT NULL,
    erased_utc TEXT, erased_reason TEXT)`,
  `CREATE INDEX case_entry_in_order ON case_entry (kind, earliest, id)`,
  `CREATE TABLE case_version (entry_id TEXT NOT NULL, number INTEGER NOT NULL, at_utc TEXT NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (entry_id, number))`,
  // What an entry points at, as its content says it (threadsOf, shared/model/case/what-it-holds.ts); written anew with every save.
  `CREATE TABLE case_thread (entry_id TEXT NOT NULL, role TEXT NOT NULL, target_kind TEXT NOT NULL, target_id TEXT NOT NULL, PRIMARY KEY (entry_id, role, target_kind, target_id)) WITHOUT ROWID`,
  `CREATE INDEX case_thread_by_target ON case_thread (target_kind, target_id, role)`,
];
