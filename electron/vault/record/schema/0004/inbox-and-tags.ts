/** Part of schema 4: what has come in and is not yet placed, and her tags. */
export const inboxAndTags: readonly string[] = [
  // One row for each thing that came in. kind: 'document', 'conversation', 'mail-thread' (its mail that came in first), 'location-history' (its import): shared/model/inbox.ts. state: 'waiting', 'aside' (she looks at it later), 'placed', 'not-relevant'; nothing else of
  // the record hangs on it. number: in the order of arrival. What came in at once has one arrived_utc. decided_utc: NULL while nobody has.
  `CREATE TABLE inbox_item (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject_id TEXT NOT NULL, state TEXT NOT NULL, arrived_utc TEXT NOT NULL, decided_utc TEXT, UNIQUE (kind, subject_id))`,
  `CREATE INDEX inbox_item_by_state ON inbox_item (state, arrived_utc DESC, number)`,
  // What was kept before: placed where she had linked it, dated it or marked messages in it.
  `INSERT INTO inbox_item (kind, subject_id, state, arrived_utc)
   SELECT 'document', id, CASE WHEN json_extract(happened, '$.edtf') <> '' OR EXISTS (SELECT 1 FROM incident_link WHERE target_kind = 'document' AND target_id = document.id) THEN 'placed' ELSE 'waiting' END, added_utc
   FROM document WHERE status = 'kept' AND origin = 'added' ORDER BY added_utc, id`,
  `INSERT INTO inbox_item (kind, subject_id, state, arrived_utc)
   SELECT 'conversation', id, CASE WHEN EXISTS (SELECT 1 FROM excerpt WHERE conversation_id = conversation.id) THEN 'placed' ELSE 'waiting' END, imported_utc FROM conversation WHERE ready = 1 ORDER BY imported_utc, id`,

  // While the files of a folder or archive come in as documents; gone when they show. is_new 0: the same bytes were in the record before. holder: the number of the archive in which it lies.
  `CREATE TABLE file_coming (batch_id TEXT NOT NULL, number INTEGER NOT NULL, document_id TEXT NOT NULL, is_new INTEGER NOT NULL, holder INTEGER, path TEXT NOT NULL, PRIMARY KEY (batch_id, number)) WITHOUT ROWID`,

  // folded: by which two spellings of one tag are known for the same (tags.ts).
  `CREATE TABLE tag (id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, made_utc TEXT NOT NULL)`,
  // subject_kind: 'incident' or a kind of inbox_item.
  `CREATE TABLE tagged (subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, tag_id TEXT NOT NULL, tagged_utc TEXT NOT NULL, PRIMARY KEY (subject_kind, subject_id, tag_id)) WITHOUT ROWID`,
  `CREATE INDEX tagged_by_tag ON tagged (tag_id, subject_kind, subject_id)`,
];
