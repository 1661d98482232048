/**
 * Schema 2: what the vault knows of its ways in and of its backups. A vault of schema 1 has the two ways in it was made with.
 */
export const waysInAndBackups: readonly string[] = [
  // One row for each slot in use. people: JSON list of who holds a share.
  `CREATE TABLE way_in (kind TEXT PRIMARY KEY, made_utc TEXT NOT NULL, needed INTEGER, people TEXT)`,
  `INSERT INTO way_in (kind, made_utc) SELECT 'passphrase', value FROM setting WHERE name = 'created-utc'`,
  `INSERT INTO way_in (kind, made_utc) SELECT 'recovery-code', value FROM setting WHERE name = 'created-utc'`,

  // Where backups lie: a folder is known here alone, never in the settings, which anyone may read.
  `CREATE TABLE backup_place (id TEXT PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL, added_utc TEXT NOT NULL, last_utc TEXT, checked_utc TEXT)`,
];
