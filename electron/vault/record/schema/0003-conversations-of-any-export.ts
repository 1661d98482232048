/**
 * Schema 3: conversations of any export. One import brings in several conversations out of several files; a message may have many files, a quote, reactions, a call, and says where its time comes
 * from. What schema 2 held were WhatsApp's exports: one file, one conversation, clock times as written.
 */
export const conversationsOfAnyExport: readonly string[] = [
  // ready 0: under way or cut short; nothing of it shows, and it is swept at the next opening. choices: JSON, what she said of the source.
  `CREATE TABLE import (id TEXT PRIMARY KEY, ready INTEGER NOT NULL, name TEXT NOT NULL, is_folder INTEGER NOT NULL, choices TEXT NOT NULL, imported_utc TEXT NOT NULL)`,
  // The files that were sealed, in the order in which the reader counts them. path: within the folder, '' of a file or archive alone. is_new 0: it was in the record before.
  `CREATE TABLE import_source (import_id TEXT NOT NULL, number INTEGER NOT NULL, document_id TEXT NOT NULL, path TEXT NOT NULL, is_new INTEGER NOT NULL, PRIMARY KEY (import_id, number)) WITHOUT ROWID`,
  `CREATE INDEX import_source_by_document ON import_source (document_id)`,
  // While it is under way: the files that messages name by an id, as they come in. is_new 0: their bytes were in the record before.
  `CREATE TABLE import_file (import_id TEXT NOT NULL, file TEXT NOT NULL, document_id TEXT NOT NULL, is_new INTEGER NOT NULL, PRIMARY KEY (import_id, file)) WITHOUT ROWID`,
  // Stretches that belong to no conversation and were not understood. source: number in import_source. said, read: of a file that says how many entries it holds.
  `CREATE TABLE import_unclear (
    import_id TEXT NOT NULL, number INTEGER NOT NULL, source INTEGER NOT NULL, entry_name TEXT NOT NULL, text TEXT NOT NULL, line INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
    said INTEGER, read INTEGER, PRIMARY KEY (import_id, number)) WITHOUT ROWID`,
  `INSERT INTO import (id, ready, name, is_folder, choices, imported_utc)
   SELECT conversation.id, ready, coalesce(original_name, ''), 0, json_object('columns', NULL, 'conversations', NULL, 'dateOrder', date_order), imported_utc
   FROM conversation LEFT JOIN document ON document.id = source_document_id`,
  `INSERT INTO import_source (import_id, number, document_id, path, is_new) SELECT id, 0, source_document_id, '', 1 FROM conversation`,
  `INSERT INTO import_file (import_id, file, document_id, is_new) SELECT value, substr(name, 11), substr(name, 11), 1 FROM setting WHERE name LIKE 'importing %'`,
  `DELETE FROM setting WHERE name LIKE 'importing %'`,

  // key: by which the source's reader knows it, NULL of schema 2. sources: JSON list of { documentId, entryName }; message.source_number counts them. participants, bases: JSON lists.
  `CREATE TABLE conversation_3 (
    id TEXT PRIMARY KEY, import_id TEXT NOT NULL, key TEXT, ready INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, service TEXT NOT NULL, sources TEXT NOT NULL, participants TEXT NOT NULL,
    message_count INTEGER NOT NULL, call_count INTEGER NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL, bases TEXT NOT NULL, date_order TEXT, imported_utc TEXT NOT NULL,
    may_be_truncated INTEGER NOT NULL, not_understood_count INTEGER NOT NULL)`,
  `INSERT INTO conversation_3
   SELECT id, id, NULL, ready, title, source, 'WhatsApp', json_array(json_object('documentId', source_document_id, 'entryName', source_entry_name)),
     coalesce((SELECT json_group_array(json_set(value, '$.handle', '')) FROM json_each(participants)), '[]'),
     message_count, 0, first_at, last_at, '["as-written"]', date_order, imported_utc, may_be_truncated, not_understood_count
   FROM conversation`,
  `DROP TABLE conversation`,
  `ALTER TABLE conversation_3 RENAME TO conversation`,
  `CREATE INDEX conversation_by_import ON conversation (import_id)`,

  // Few messages carry files, so they have a table of their own. absent: why there is no document, as absentNumbers (conversations.ts) has it, NULL where there is one. file: while the import is
  // under way, by which id it will come, else ''.
  `CREATE TABLE message_attachment (place INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, document_id TEXT, absent INTEGER, file TEXT NOT NULL, PRIMARY KEY (place, number)) WITHOUT ROWID`,
  `CREATE INDEX message_attachment_by_document ON message_attachment (document_id) WHERE document_id IS NOT NULL`,
  `INSERT INTO message_attachment (place, number, name, document_id, absent, file)
   SELECT place, 0, attachment_name, attachment_document_id, CASE WHEN attachment_document_id IS NULL THEN attachment_omitted END, '' FROM message WHERE attachment_name <> '' OR attachment_omitted <> 0`,
  `DROP INDEX message_by_attachment`,
  `DROP INDEX message_by_document`,
  `ALTER TABLE message DROP COLUMN attachment_name`,
  `ALTER TABLE message DROP COLUMN attachment_document_id`,
  `ALTER TABLE message DROP COLUMN attachment_omitted`,
  // offset_minutes: what "at" is ahead of UTC. basis: as basisNumbers (conversations.ts) has it, 0 of schema 2. details: JSON of the quote, the reactions, the call, the line; NULL where there is none.
  `ALTER TABLE message ADD COLUMN offset_minutes INTEGER`,
  `ALTER TABLE message ADD COLUMN basis INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE message ADD COLUMN source_number INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE message ADD COLUMN details TEXT`,

  // Exports of one and the same conversation, because she said so; and those of which she said that they are not.
  `CREATE TABLE conversation_group (id TEXT PRIMARY KEY, grouped_utc TEXT NOT NULL)`,
  `CREATE TABLE conversation_in_group (conversation_id TEXT PRIMARY KEY, group_id TEXT NOT NULL)`,
  `CREATE INDEX conversation_in_group_by_group ON conversation_in_group (group_id)`,
  `CREATE TABLE conversation_apart (one_id TEXT NOT NULL, other_id TEXT NOT NULL, PRIMARY KEY (one_id, other_id)) WITHOUT ROWID`,
];
