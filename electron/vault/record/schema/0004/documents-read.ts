/**
 * Part of schema 4: what documents say. Their words page by page, whether the file has them or a machine read them off a picture; what is still to be read; where a document came from, when it came
 * out of another. Until now the words of a text file stood in the search index alone (search_text.words), where making the index anew would have had to read every file again.
 */
export const documentsRead: readonly string[] = [
  // JSON of DocumentDetails (shared/model/document-details.ts): what the reading process found; NULL while nothing was looked for.
  `ALTER TABLE document ADD COLUMN details TEXT`,
  // Of a file that came out of an archive, a mail or a folder: which document it lay in (NULL of a folder), and the path inside it, or from the folder's name on.
  `CREATE TABLE document_within (document_id TEXT PRIMARY KEY, within_id TEXT, path TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX document_within_by_holder ON document_within (within_id) WHERE within_id IS NOT NULL`,

  // One row for each page that has words; page counts from 1, and is 1 of what has no pages. origin: 'file' or 'ocr'. text: what is found and shown: of 'ocr', as she corrected it, else machine_text. boxes:
  // JSON, places of words on the page (shared/model/document-page.ts), NULL without. confidence: 0 to 100, of the machine.
  // docid carries the order: document number * 2^20 + page.
  `CREATE TABLE document_number (number INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE)`,
  `CREATE TABLE document_page (
    docid INTEGER PRIMARY KEY, document_id TEXT NOT NULL, page INTEGER NOT NULL, origin TEXT NOT NULL, text TEXT NOT NULL, signs TEXT NOT NULL,
    machine_text TEXT, boxes TEXT, language TEXT NOT NULL, confidence REAL, read_utc TEXT NOT NULL, corrected_utc TEXT)`,
  `CREATE UNIQUE INDEX document_page_by_document ON document_page (document_id, page)`,
  `CREATE VIRTUAL TABLE page_index USING fts4(content="document_page", text, signs, order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000")`,
  // What is still to be read of which document: step 'facts' (type, size, dates), 'words' (text of the file), 'ocr' (text of pictures). state: 'waiting', 'failed', 'needs-her' (a password), 'done'.
  // place: how far it is, in pages. What was cut short is taken up again at the next opening.
  `CREATE TABLE document_reading (
    document_id TEXT NOT NULL, step TEXT NOT NULL, state TEXT NOT NULL, place INTEGER NOT NULL, total INTEGER NOT NULL, tries INTEGER NOT NULL, at_utc TEXT NOT NULL, why TEXT NOT NULL,
    PRIMARY KEY (document_id, step)) WITHOUT ROWID`,
  `CREATE INDEX document_reading_waiting ON document_reading (state, step, at_utc)`,
  // Words of text files from before become pages, found until the files are read anew. Their signs are those of name and note too, which is more than there is, and put right by the reading.
  `INSERT INTO document_number (document_id) SELECT id FROM search_text WHERE subject = 'document' AND words <> '' ORDER BY docid`,
  `INSERT INTO document_page (docid, document_id, page, origin, text, signs, machine_text, boxes, language, confidence, read_utc, corrected_utc)
    SELECT number * 1048576 + 1, document.id, 1, 'file', words, signs, NULL, NULL, '', NULL, added_utc, NULL
    FROM search_text JOIN document_number ON document_id = search_text.id JOIN document ON document.id = document_id WHERE subject = 'document' AND words <> ''`,
  `INSERT INTO page_index (docid, text, signs) SELECT docid, text, signs FROM document_page ORDER BY docid`,
  // External content: the index must go before the text it was made from.
  `DELETE FROM search_index WHERE docid IN (SELECT docid FROM search_text WHERE words <> '')`,
  `INSERT INTO search_index (docid, title, body, words, signs) SELECT docid, title, body, '', signs FROM search_text WHERE words <> ''`,
  `UPDATE search_text SET words = '' WHERE words <> ''`,
  // What was kept before this schema is read anew.
  `INSERT INTO document_reading (document_id, step, state, place, total, tries, at_utc, why) SELECT id, 'facts', 'waiting', 0, 0, 0, added_utc, '' FROM document WHERE status = 'kept' AND (origin <> 'message-source' OR media_type = 'application/octet-stream')`,
];
