/** Part of schema 6: redaction lists. Nothing of the record refers to them; they are used when copies are made. */
export const redactions: readonly string[] = [
  `CREATE TABLE redaction_list (id TEXT PRIMARY KEY, name TEXT NOT NULL, made_utc TEXT NOT NULL)`,
  // number: in the order in which they were added.
  `CREATE TABLE redaction_words (id TEXT PRIMARY KEY, list_id TEXT NOT NULL, number INTEGER NOT NULL, words TEXT NOT NULL, reason TEXT NOT NULL, whole_word INTEGER NOT NULL)`,
  `CREATE INDEX redaction_words_by_list ON redaction_words (list_id, number)`,
  // Shares (0 to 1) of the upright page. "left" is a word of SQL.
  `CREATE TABLE redaction_area (id TEXT PRIMARY KEY, list_id TEXT NOT NULL, number INTEGER NOT NULL, document_id TEXT NOT NULL, page INTEGER NOT NULL, from_left REAL NOT NULL, from_top REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL, reason TEXT NOT NULL)`,
  `CREATE INDEX redaction_area_by_list ON redaction_area (list_id, number)`,
  `CREATE INDEX redaction_area_by_document ON redaction_area (document_id)`,
];
