/** Part of schema 4: mail, and what services say of where a device was. Nothing of an import shows before `ready`, in either. */
export const mailAndLocations: readonly string[] = [
  // number: order of coming in, and the index's docid. document_id, entry_name, line, offset, length: where its bytes lie (import_source names the document), the From_ line not included; is_packed: in something
  // encoded, whose place it is. within: number of the mail it is attached to. at, offset_minutes, basis, at_as_written, utc: the sender's own claim, NULL and '' without. sort_utc: by what it is put in order, the
  // sender's instant, else the first that a server or mailbox noted; '' without any. names: everybody it names, for finding. signs: as of messages. headers: JSON, as packHeaders (mail-rows.ts) has it.
  // details: JSON of MailDetails (mail-rows.ts).
  `CREATE TABLE mail (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, import_id TEXT NOT NULL, ready INTEGER NOT NULL, part TEXT NOT NULL,
    document_id TEXT NOT NULL, entry_name TEXT NOT NULL, line INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL, is_packed INTEGER NOT NULL, within INTEGER,
    message_id TEXT NOT NULL, refs TEXT NOT NULL, at TEXT, offset_minutes INTEGER, basis INTEGER, at_as_written TEXT NOT NULL, utc TEXT NOT NULL, sort_utc TEXT NOT NULL,
    subject TEXT NOT NULL, names TEXT NOT NULL, text TEXT NOT NULL, signs TEXT NOT NULL, text_from TEXT NOT NULL,
    attachment_count INTEGER NOT NULL, remote_count INTEGER NOT NULL, tracking_count INTEGER NOT NULL, finding_count INTEGER NOT NULL, headers TEXT NOT NULL, details TEXT NOT NULL)`,
  `CREATE INDEX mail_by_place ON mail (document_id, entry_name, offset, part)`,
  `CREATE INDEX mail_by_import ON mail (import_id, part)`,
  `CREATE INDEX mail_by_time ON mail (sort_utc)`,
  `CREATE INDEX mail_within ON mail (within) WHERE within IS NOT NULL`,
  `CREATE VIRTUAL TABLE mail_index USING fts4(content="mail", subject, names, text, signs, order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000")`,
  // role: from, sender, reply-to, to, cc, bcc. address in lower case, for finding; as written: written.
  `CREATE TABLE mail_address (mail INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, written TEXT NOT NULL, in_group TEXT NOT NULL, PRIMARY KEY (mail, role, position)) WITHOUT ROWID`,
  `CREATE INDEX mail_address_by_address ON mail_address (address, mail)`,
  // document_id NULL: there is none, and absent says why. file: while the import is not finished, by which the bytes come. inner: number of the mail read from it, NULL where it is none. details: JSON.
  `CREATE TABLE mail_attachment (mail INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, document_id TEXT, absent TEXT, file TEXT NOT NULL, inner INTEGER, details TEXT NOT NULL, PRIMARY KEY (mail, number)) WITHOUT ROWID`,
  `CREATE INDEX mail_attachment_by_document ON mail_attachment (document_id) WHERE document_id IS NOT NULL`,
  `CREATE INDEX mail_attachment_by_file ON mail_attachment (file) WHERE file <> ''`,
  // Made anew over all mails whenever some come in. thread: the lowest number in it. position: in the thread's own order, from 0.
  `CREATE TABLE mail_thread (mail INTEGER PRIMARY KEY, thread INTEGER NOT NULL, position INTEGER NOT NULL, depth INTEGER NOT NULL)`,
  `CREATE INDEX mail_thread_by_thread ON mail_thread (thread, position)`,

  // One row a claim (shared/model/location-claim.ts), as JSON. day: by the clock it is shown by, '' without. Not in the search index: positions are looked at only when she asks for them.
  `CREATE TABLE location_claim (
    number INTEGER PRIMARY KEY, import_id TEXT NOT NULL, ready INTEGER NOT NULL, document_id TEXT NOT NULL, entry_name TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, claim TEXT NOT NULL)`,
  `CREATE INDEX location_claim_by_day ON location_claim (day, at, number) WHERE ready = 1`,
  `CREATE INDEX location_claim_by_import ON location_claim (import_id)`,
  `CREATE INDEX location_claim_by_source ON location_claim (document_id, entry_name, import_id)`,
];
