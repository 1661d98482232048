/** Part of schema 6: recipients, and each copy that was handed over. */
export const copies: readonly string[] = [
  // role: RecipientRole, never changed by a later program.
  `CREATE TABLE recipient (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL, reference TEXT NOT NULL, added_utc TEXT NOT NULL)`,
  // about: JSON of what it held, its files and how it was shut. lines: JSON of where the lines of its pages stood before any was moved for it. passphrase: null unless she wanted it kept.
  `CREATE TABLE handed_copy (id TEXT PRIMARY KEY, export_id TEXT NOT NULL, recipient_id TEXT NOT NULL, number INTEGER NOT NULL, code TEXT NOT NULL UNIQUE, at_utc TEXT NOT NULL, seal_code TEXT NOT NULL, about TEXT NOT NULL, lines TEXT NOT NULL, passphrase TEXT)`,
  `CREATE UNIQUE INDEX handed_copy_by_recipient ON handed_copy (recipient_id, number)`,
];
