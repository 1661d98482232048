/** Part of schema 6: what must never be in what she hands over, and what of it she let stand in something all the same. */
export const protectedFacts: readonly string[] = [
  // kind: ProtectedFactKind, never changed by a later program. also_written: JSON list of other ways of writing it.
  `CREATE TABLE protected_fact (id TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, also_written TEXT NOT NULL, first_recorded_utc TEXT NOT NULL)`,
  // JSON of what the sweep found and she released, with her reasons: ids of facts, never their words.
  `ALTER TABLE export_record ADD COLUMN released TEXT NOT NULL DEFAULT '[]'`,
];
