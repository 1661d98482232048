import type { Id } from '../../../shared/model/identity';
import type { SearchHit } from '../../../shared/model/search';
import type { Transaction } from '../store/store';
import { signWords } from './search-query';

export interface SearchText {
  subject: Exclude<SearchHit['subject'], 'message'>;
  id: Id;
  /** Day to sort by, or ''. */
  day: string;
  title: string;
  body: string;
  /** What a text file holds; '' for everything else. */
  words?: string;
}

type Known = { docid: number };

/** Puts one subject's words into the full-text index in place of what stood there. */
export function indexText(transaction: Transaction, text: SearchText): void {
  unindexText(transaction, text.subject, text.id);
  const words = text.words ?? '';
  const signs = signWords([text.title, text.body, words].join('\n'));
  transaction.run(`INSERT INTO search_text (subject, id, day, title, body, words, signs) VALUES (?, ?, ?, ?, ?, ?, ?)`, [text.subject, text.id, text.day, text.title, text.body, words, signs]);
  const [row] = transaction.all<Known>(`SELECT docid FROM search_text WHERE subject = ? AND id = ?`, [text.subject, text.id]);
  transaction.run(`INSERT INTO search_index (docid, title, body, words, signs) VALUES (?, ?, ?, ?, ?)`, [row?.docid ?? null, text.title, text.body, words, signs]);
}

/** Takes a subject out. External content: the index must go before the text it was made from. */
export function unindexText(transaction: Transaction, subject: SearchText['subject'], id: Id): void {
  const [row] = transaction.all<Known>(`SELECT docid FROM search_text WHERE subject = ? AND id = ?`, [subject, id]);
  if (row === undefined) return;
  transaction.run(`DELETE FROM search_index WHERE docid = ?`, [row.docid]);
  transaction.run(`DELETE FROM search_text WHERE docid = ?`, [row.docid]);
}
