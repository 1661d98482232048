import type { Transaction } from '../../store/store';
import type { Queries } from '../rows';

/** An index, the table whose texts it is made from (external content), and by which number both know a row. */
interface IndexPart {
  from: string;
  key: string;
  index: string;
  columns: readonly string[];
}

/** Every full-text index there is (schema 1 and 4). */
export const indexParts = {
  own: { from: 'search_text', key: 'docid', index: 'search_index', columns: ['title', 'body', 'words', 'signs'] },
  pages: { from: 'document_page', key: 'docid', index: 'page_index', columns: ['text', 'signs'] },
  mails: { from: 'mail', key: 'number', index: 'mail_index', columns: ['subject', 'names', 'text', 'signs'] },
  messages: { from: 'message', key: 'place', index: 'message_index', columns: ['text', 'signs'] },
} as const satisfies Record<string, IndexPart>;
export type IndexPartName = keyof typeof indexParts;
export const indexPartNames = Object.keys(indexParts) as readonly IndexPartName[];

// As in schema/0001-first-record.ts, which says why.
const tokens = `order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000"`;

const occasions = ['in', 'out', 'before_change', 'after_change'] as const;

/**
 * What builds a search index beside the one in use. `done`: up to which row it holds the texts; rows that come, change or go below that are brought into it by
 * triggers, those above will be met by the building itself. Nothing of this is left when it is finished or given up.
 */
export const halfBuiltTables: readonly string[] = [
  `CREATE TABLE search_rebuild (part TEXT PRIMARY KEY, done INTEGER NOT NULL)`,
  `INSERT INTO search_rebuild (part, done) VALUES ${indexPartNames.map((part) => `('${part}', -1)`).join(', ')}`,
  ...indexPartNames.flatMap(tablesOf),
];

function tablesOf(part: IndexPartName): string[] {
  const { from, key, index, columns }: IndexPart = indexParts[part];
  const done = `(SELECT done FROM search_rebuild WHERE part = '${part}')`;
  const put = `INSERT INTO ${index}_new (docid, ${columns.join(', ')}) VALUES (new.${key}, ${columns.map((column) => `new.${column}`).join(', ')});`;
  const take = `DELETE FROM ${index}_new WHERE docid = old.${key};`;
  const texts = columns.join(', ');
  return [
    `CREATE VIRTUAL TABLE ${index}_new USING fts4(content="${from}", ${texts}, ${tokens})`,
    `CREATE TRIGGER rebuild_${part}_in AFTER INSERT ON ${from} WHEN new.${key} <= ${done} BEGIN ${put} END`,
    // Before, because the index takes the words to cross out from the row itself.
    `CREATE TRIGGER rebuild_${part}_out BEFORE DELETE ON ${from} WHEN old.${key} <= ${done} BEGIN ${take} END`,
    `CREATE TRIGGER rebuild_${part}_before_change BEFORE UPDATE OF ${texts} ON ${from} WHEN old.${key} <= ${done} BEGIN ${take} END`,
    `CREATE TRIGGER rebuild_${part}_after_change AFTER UPDATE OF ${texts} ON ${from} WHEN new.${key} <= ${done} BEGIN ${put} END`,
  ];
}

export function isHalfBuilt(from: Queries): boolean {
  return from.all(`SELECT name FROM sqlite_master WHERE name = 'search_rebuild'`).length > 0;
}

/** `keepIndexes`: they are finished, and only what served their building goes. */
export function dropHalfBuilt(transaction: Transaction, { keepIndexes } = { keepIndexes: false }): void {
  for (const part of indexPartNames) {
    for (const occasion of occasions) transaction.run(`DROP TRIGGER IF EXISTS rebuild_${part}_${occasion}`);
    if (!keepIndexes) transaction.run(`DROP TABLE IF EXISTS ${indexParts[part].index}_new`);
  }
  transaction.run(`DROP TABLE IF EXISTS search_rebuild`);
}
