/** Part of schema 4: how a search is narrowed by days, searches she keeps, and what she put aside for the bundle. */
export const keptSearches: readonly string[] = [
  // The last day of what search_text.day is the first of; '' where it has no date. The index has the order of what is found, and all that narrows it.
  `ALTER TABLE search_text ADD COLUMN last_day TEXT NOT NULL DEFAULT ''`,
  `UPDATE search_text SET last_day = coalesce((SELECT latest FROM chronology_line WHERE chronology_line.subject = search_text.subject AND chronology_line.id = search_text.id), '')`,
  `DROP INDEX search_text_by_day`,
  `CREATE INDEX search_text_in_order ON search_text (day, docid, subject, last_day)`,

  // First and last time of each 512 messages: which stretches a period can touch, without looking at each message. number: place / 512. Made when a conversation is shown; it never changes after.
  `CREATE TABLE message_stretch (number INTEGER PRIMARY KEY, first_at TEXT NOT NULL, last_at TEXT NOT NULL)`,
  `INSERT INTO message_stretch (number, first_at, last_at) SELECT place / 512, min(at), max(at) FROM message WHERE at <> '' GROUP BY place / 512`,
  `CREATE TRIGGER message_stretch_shown AFTER UPDATE OF ready ON conversation WHEN new.ready = 1 AND old.ready = 0
   BEGIN
     INSERT OR REPLACE INTO message_stretch (number, first_at, last_at) SELECT place / 512, min(at), max(at) FROM message
     WHERE at <> '' AND place >= (SELECT number * 4294967296 FROM conversation_number WHERE conversation_id = new.id) AND place < (SELECT (number + 1) * 4294967296 FROM conversation_number WHERE conversation_id = new.id)
     GROUP BY place / 512;
   END`,

  // query: JSON of SearchQuery (shared/model/search.ts).
  `CREATE TABLE kept_search (id TEXT PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, kept_utc TEXT NOT NULL)`,
  // target_kind: 'incident', 'document', 'excerpt'.
  `CREATE TABLE put_aside (target_kind TEXT NOT NULL, target_id TEXT NOT NULL, number INTEGER NOT NULL UNIQUE, aside_utc TEXT NOT NULL, PRIMARY KEY (target_kind, target_id)) WITHOUT ROWID`,
];
