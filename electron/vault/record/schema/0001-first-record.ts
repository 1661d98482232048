/**
 * Schema 1: the first record. Frozen once a vault was made with it; a later change is a migration of its own.
 * Ids are 32 hexadecimal digits, instants RFC 3339 in UTC, contents canonical JSON of the model's types.
 */
export const firstRecord: readonly string[] = [
  `CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,

  // The audit trail. A payload may be erased (NULL); its digest and the chain stay.
  `CREATE TABLE history (
    sequence INTEGER PRIMARY KEY, at_utc TEXT NOT NULL, kind TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL,
    payload TEXT, payload_digest TEXT NOT NULL, hash TEXT NOT NULL)`,
  `CREATE INDEX history_by_subject ON history (subject_id, sequence)`,

  `CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, handles TEXT NOT NULL, note TEXT NOT NULL, first_recorded_utc TEXT NOT NULL)`,

  // content: what stands now; pending: an amendment begun and not yet given a reason. sort_key orders the chronology.
  `CREATE TABLE incident (
    id TEXT PRIMARY KEY, status TEXT NOT NULL, begun_utc TEXT NOT NULL, first_recorded_utc TEXT, content TEXT NOT NULL, pending TEXT,
    erased_utc TEXT, erased_reason TEXT)`,
  `CREATE TABLE incident_version (incident_id TEXT NOT NULL, number INTEGER NOT NULL, at_utc TEXT NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (incident_id, number))`,
  `CREATE TABLE incident_link (id TEXT PRIMARY KEY, incident_id TEXT NOT NULL, target_kind TEXT NOT NULL, target_id TEXT NOT NULL, linked_utc TEXT NOT NULL)`,
  `CREATE UNIQUE INDEX incident_link_once ON incident_link (incident_id, target_kind, target_id)`,
  `CREATE INDEX incident_link_by_target ON incident_link (target_kind, target_id)`,

  // evidence_key is the file's only key: overwriting it destroys the file.
  `CREATE TABLE document (
    id TEXT PRIMARY KEY, status TEXT NOT NULL, original_name TEXT NOT NULL, size_bytes INTEGER NOT NULL, file_modified_utc TEXT,
    media_type TEXT NOT NULL, form TEXT NOT NULL, sha256 TEXT NOT NULL, added_utc TEXT NOT NULL, origin TEXT NOT NULL, picture TEXT,
    title TEXT NOT NULL, happened TEXT NOT NULL, note TEXT NOT NULL, erased_utc TEXT, erased_reason TEXT,
    object_name TEXT, evidence_key BLOB, duplicate_tag TEXT)`,
  `CREATE INDEX document_by_duplicate ON document (duplicate_tag)`,
  `CREATE INDEX document_by_added ON document (status, added_utc, id)`,

  // ready 0: an import under way or cut short; nothing of it shows, and it is swept at the next opening.
  `CREATE TABLE conversation (
    id TEXT PRIMARY KEY, ready INTEGER NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL, source_document_id TEXT NOT NULL, source_entry_name TEXT NOT NULL,
    participants TEXT NOT NULL, message_count INTEGER NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL, date_order TEXT NOT NULL,
    imported_utc TEXT NOT NULL, may_be_truncated INTEGER NOT NULL, not_understood_count INTEGER NOT NULL)`,
  // attachment_omitted: why there is no document, as absentNumbers (conversations.ts) has it.
  // The rowid carries the order: conversation number * 2^32 + ordinal. It is also the full-text docid.
  `CREATE TABLE conversation_number (number INTEGER PRIMARY KEY, conversation_id TEXT NOT NULL UNIQUE)`,
  `CREATE TABLE message (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, sender TEXT NOT NULL, at TEXT NOT NULL, at_as_written TEXT NOT NULL, text TEXT NOT NULL, signs TEXT NOT NULL,
    attachment_name TEXT NOT NULL, attachment_document_id TEXT, attachment_omitted INTEGER NOT NULL, flags TEXT NOT NULL,
    source_line INTEGER NOT NULL, source_offset INTEGER NOT NULL, source_length INTEGER NOT NULL)`,
  // Few messages carry a file; without these, each file of an import would be looked for in every message.
  `CREATE INDEX message_by_attachment ON message (attachment_name) WHERE attachment_name <> ''`,
  `CREATE INDEX message_by_document ON message (attachment_document_id) WHERE attachment_document_id IS NOT NULL`,
  `CREATE TABLE excerpt (
    id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, first_ordinal INTEGER NOT NULL, last_ordinal INTEGER NOT NULL, shows TEXT NOT NULL,
    marked_utc TEXT NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL, opening TEXT NOT NULL)`,
  `CREATE INDEX excerpt_by_conversation ON excerpt (conversation_id, first_ordinal)`,

  // The chronology's own lines, one for each incident, excerpt and document that has one; kept with every change.
  `CREATE TABLE chronology_line (
    subject TEXT NOT NULL, id TEXT NOT NULL, sort_key TEXT NOT NULL, earliest TEXT NOT NULL, latest TEXT NOT NULL, status TEXT NOT NULL, evidence_count INTEGER NOT NULL,
    row TEXT NOT NULL, PRIMARY KEY (subject, id))`,
  // Holds all that filters ask, so that counting and leafing never touch the rows themselves.
  `CREATE INDEX chronology_in_order ON chronology_line (sort_key, subject, id, status, earliest, latest, evidence_count)`,
  `CREATE TABLE chronology_kind (subject TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (kind, subject, id))`,
  `CREATE INDEX chronology_kind_by_subject ON chronology_kind (subject, id)`,
  `CREATE TABLE chronology_person (subject TEXT NOT NULL, id TEXT NOT NULL, person_id TEXT NOT NULL, PRIMARY KEY (person_id, subject, id))`,
  `CREATE INDEX chronology_person_by_subject ON chronology_person (subject, id)`,

  // words: what a text file holds, apart from what she says of it.
  // signs: each sign of a script without spaces, and each emoji, as a word of its own (search-query.ts, signWords).
  // Full text: FTS4 with external content; unicode61 folds diacritics; a sign's word begins with U+E000, which no typed word does.
  // Newest first, so that a word in every second message is not read to its end; no docsize table, because nothing ranks by it.
  `CREATE TABLE search_text (docid INTEGER PRIMARY KEY, subject TEXT NOT NULL, id TEXT NOT NULL, day TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, words TEXT NOT NULL, signs TEXT NOT NULL)`,
  `CREATE UNIQUE INDEX search_text_by_subject ON search_text (subject, id)`,
  `CREATE INDEX search_text_by_day ON search_text (day)`,
  `CREATE VIRTUAL TABLE search_index USING fts4(content="search_text", title, body, words, signs, order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000")`,
  `CREATE VIRTUAL TABLE message_index USING fts4(content="message", text, signs, order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000")`,

  `CREATE TABLE exhibit_mark (number INTEGER PRIMARY KEY, target_kind TEXT NOT NULL, target_id TEXT NOT NULL, issued_utc TEXT NOT NULL, UNIQUE (target_kind, target_id))`,
  `CREATE TABLE export_record (
    id TEXT PRIMARY KEY, at_utc TEXT NOT NULL, case_name TEXT NOT NULL, file_name TEXT NOT NULL, page_count INTEGER NOT NULL, size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL, seal_code TEXT NOT NULL, incident_count INTEGER NOT NULL, exhibit_count INTEGER NOT NULL)`,
];
