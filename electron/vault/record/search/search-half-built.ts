import type { Transaction } from '../../store/store';
import type { Queries } from '../rows';

/**
 * A search index that is being made beside the one in use. `done`: up to which row it holds the texts; rows that come or go below that are brought into it by
 * triggers, those above will be met by the building itself. Nothing of this is left when it is finished or given up.
 */
const triggers = ['rebuild_own_in', 'rebuild_own_out', 'rebuild_message_in', 'rebuild_message_out', 'rebuild_page_in', 'rebuild_page_out'] as const;
const indexes = ['search_index_new', 'message_index_new', 'page_index_new'] as const;

// As in schema/0001-first-record.ts, which says why.
const tokens = `order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000"`;
const doneOf = (part: 'own' | 'messages' | 'pages'): string => `(SELECT done FROM search_rebuild WHERE part = '${part}')`;

export const halfBuiltTables: readonly string[] = [
  `CREATE TABLE search_rebuild (part TEXT PRIMARY KEY, done INTEGER NOT NULL)`,
  `INSERT INTO search_rebuild (part, done) VALUES ('own', -1), ('messages', -1), ('pages', -1)`,
  `CREATE VIRTUAL TABLE search_index_new USING fts4(content="search_text", title, body, words, signs, ${tokens})`,
  `CREATE VIRTUAL TABLE message_index_new USING fts4(content="message", text, signs, ${tokens})`,
  `CREATE VIRTUAL TABLE page_index_new USING fts4(content="document_page", text, signs, ${tokens})`,
  `CREATE TRIGGER rebuild_own_in AFTER INSERT ON search_text WHEN new.docid <= ${doneOf('own')}
   BEGIN INSERT INTO search_index_new (docid, title, body, words, signs) VALUES (new.docid, new.title, new.body, new.words, new.signs); END`,
  // Before, because the index takes the words to cross out from the row itself.
  `CREATE TRIGGER rebuild_own_out BEFORE DELETE ON search_text WHEN old.docid <= ${doneOf('own')} BEGIN DELETE FROM search_index_new WHERE docid = old.docid; END`,
  `CREATE TRIGGER rebuild_message_in AFTER INSERT ON message WHEN new.place <= ${doneOf('messages')}
   BEGIN INSERT INTO message_index_new (docid, text, signs) VALUES (new.place, new.text, new.signs); END`,
  `CREATE TRIGGER rebuild_message_out BEFORE DELETE ON message WHEN old.place <= ${doneOf('messages')} BEGIN DELETE FROM message_index_new WHERE docid = old.place; END`,
  `CREATE TRIGGER rebuild_page_in AFTER INSERT ON document_page WHEN new.docid <= ${doneOf('pages')}
   BEGIN INSERT INTO page_index_new (docid, text, signs) VALUES (new.docid, new.text, new.signs); END`,
  `CREATE TRIGGER rebuild_page_out BEFORE DELETE ON document_page WHEN old.docid <= ${doneOf('pages')} BEGIN DELETE FROM page_index_new WHERE docid = old.docid; END`,
];

export function isHalfBuilt(from: Queries): boolean {
  return from.all(`SELECT name FROM sqlite_master WHERE name = 'search_rebuild'`).length > 0;
}

/** `keepIndexes`: they are finished, and only what served their building goes. */
export function dropHalfBuilt(transaction: Transaction, { keepIndexes } = { keepIndexes: false }): void {
  for (const name of triggers) transaction.run(`DROP TRIGGER IF EXISTS ${name}`);
  if (!keepIndexes) for (const name of indexes) transaction.run(`DROP TABLE IF EXISTS ${name}`);
  transaction.run(`DROP TABLE IF EXISTS search_rebuild`);
}
