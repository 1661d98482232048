/** Part of schema 5: people with other names and what is known of officers; two entries of one person; erasing. */
export const people: readonly string[] = [
  `ALTER TABLE person ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]'`,
  // JSON of Officer; '' of somebody of whom nothing was said as an officer.
  `ALTER TABLE person ADD COLUMN officer TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE person ADD COLUMN organisation TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE person ADD COLUMN erased_utc TEXT`,
  `ALTER TABLE person ADD COLUMN erased_reason TEXT`,
  // An entry and the one it was put with, which may itself be put with another: taking one out gives back what stood before.
  `CREATE TABLE person_merge (merged_id TEXT PRIMARY KEY, kept_id TEXT NOT NULL, merged_utc TEXT NOT NULL)`,
  `CREATE INDEX person_merge_by_kept ON person_merge (kept_id)`,
  // Entries that she said are two people, in the order of their ids.
  `CREATE TABLE person_apart (one_id TEXT NOT NULL, other_id TEXT NOT NULL, PRIMARY KEY (one_id, other_id)) WITHOUT ROWID`,
];
