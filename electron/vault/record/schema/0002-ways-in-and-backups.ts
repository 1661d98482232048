/**
 * Schema 2: what the vault knows of its ways in, of what is on its way in, of its backups, and of when it was checked. A vault of schema 1 has the two ways in it was made with.
 */
export const waysInAndBackups: readonly string[] = [
  // One row for each slot in use. people: JSON list of who holds a share.
  `CREATE TABLE way_in (kind TEXT PRIMARY KEY, made_utc TEXT NOT NULL, needed INTEGER, people TEXT)`,
  `INSERT INTO way_in (kind, made_utc) SELECT 'passphrase', value FROM setting WHERE name = 'created-utc'`,
  `INSERT INTO way_in (kind, made_utc) SELECT 'recovery-code', value FROM setting WHERE name = 'created-utc'`,
  // A change of a way in from before the header is written until after it: whether it was made is told by the slot's digest. change: JSON.
  `CREATE TABLE way_in_change (kind TEXT PRIMARY KEY, slot_digest TEXT NOT NULL, at_utc TEXT NOT NULL, change TEXT NOT NULL)`,
  // What stands in each of the four slots since the vault last changed it, used or not: how an older header that was put back is noticed.
  `CREATE TABLE way_in_slot (kind TEXT PRIMARY KEY, slot_digest TEXT NOT NULL)`,

  // A file or an import on its way in, from when she chose it until it is kept or she is told that it is not.
  `CREATE TABLE coming_in (id TEXT PRIMARY KEY, name TEXT NOT NULL)`,

  // Where backups lie: a folder is known here alone, never in the settings, which anyone may read.
  // names_key and root_digest: how the last backup there is known again after all keys were renewed.
  `CREATE TABLE backup_place (id TEXT PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL, added_utc TEXT NOT NULL, last_utc TEXT, checked_utc TEXT, names_key BLOB, root_digest TEXT)`,
  // Points of the chain at which copies may stand: where each opening found the vault, and where each backup was made.
  `CREATE TABLE passed_point (sequence INTEGER PRIMARY KEY, hash TEXT NOT NULL)`,

  // "Check my vault": one row for each check; ended_utc NULL while it is not finished. findings: JSON list, which names documents by their ids
  // alone, so that what was erased is gone from here too. files and bytes: of the evidence that was read; entries: of the history.
  `CREATE TABLE vault_check (id TEXT PRIMARY KEY, began_utc TEXT NOT NULL, ended_utc TEXT, files INTEGER NOT NULL, bytes INTEGER NOT NULL, entries INTEGER NOT NULL, findings TEXT NOT NULL)`,
  // When each file was read whole in a check, and how it was found: whole, damaged, missing.
  `CREATE TABLE evidence_check (check_id TEXT NOT NULL, document_id TEXT NOT NULL, object_name TEXT NOT NULL, at_utc TEXT NOT NULL, size_bytes INTEGER NOT NULL, found TEXT NOT NULL, PRIMARY KEY (check_id, document_id))`,
];
