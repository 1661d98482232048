import type { Id } from '../../../../shared/model/identity';
import type { SearchHit } from '../../../../shared/model/search';
import type { Transaction } from '../../store/store';
import type { Queries } from '../rows';
import { signWords } from './search-query';

export interface SearchText {
  subject: Extract<SearchHit['subject'], 'incident' | 'excerpt' | 'document' | 'person' | 'case'>;
  id: Id;
  /** Day to sort by, or ''; and the last of the days it may have been. */
  day: string;
  lastDay: string;
  title: string;
  body: string;
  /** Not used any more: '' (schema 4 moved the words of files to their pages). */
  words?: string;
}

type Known = { docid: number };

/** The row that the index is made from. */
function rowOf(text: SearchText): [title: string, body: string, words: string, signs: string] {
  const words = text.words ?? '';
  return [text.title, text.body, words, signWords([text.title, text.body, words].join('\n'))];
}

/** Puts one subject's words into the full-text index in place of what stood there. Done with every save of hers, so no text goes to the journal twice. */
export function indexText(transaction: Transaction, text: SearchText): void {
  const { subject, id, day, lastDay } = text;
  const [known] = transaction.all<Known>(`SELECT docid FROM search_text WHERE subject = ? AND id = ?`, [subject, id]);
  if (known === undefined) {
    transaction.run(`INSERT INTO search_text (subject, id, day, last_day, title, body, words, signs) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [subject, id, day, lastDay, ...rowOf(text)]);
  } else {
    // External content: the index must go before the text it was made from.
    transaction.run(`DELETE FROM search_index WHERE docid = ?`, [known.docid]);
    transaction.run(`UPDATE search_text SET day = ?, last_day = ?, title = ?, body = ?, words = ?, signs = ? WHERE docid = ?`, [day, lastDay, ...rowOf(text), known.docid]);
  }
  transaction.run(`INSERT INTO search_index (docid, title, body, words, signs) SELECT docid, title, body, words, signs FROM search_text WHERE subject = ? AND id = ?`, [subject, id]);
}

/** Whether the index was made from exactly this. */
export function textIsIndexedAs(from: Queries, text: SearchText): boolean {
  return from.all(`SELECT docid FROM search_text WHERE subject = ? AND id = ? AND day = ? AND last_day = ? AND title = ? AND body = ? AND words = ? AND signs = ?`, [text.subject, text.id, text.day, text.lastDay, ...rowOf(text)]).length > 0;
}

/** Puts a subject's words where an index is made from, and leaves the one in use alone, which is beyond repair; null takes them out. */
export function replaceTextAlone(transaction: Transaction, { subject, id }: Pick<SearchText, 'subject' | 'id'>, text: SearchText | null): void {
  transaction.run(`DELETE FROM search_text WHERE subject = ? AND id = ?`, [subject, id]);
  if (text !== null) transaction.run(`INSERT INTO search_text (subject, id, day, last_day, title, body, words, signs) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [subject, id, text.day, text.lastDay, ...rowOf(text)]);
}

/** Takes a subject out. External content: the index must go before the text it was made from. */
export function unindexText(transaction: Transaction, subject: SearchText['subject'], id: Id): void {
  const [row] = transaction.all<Known>(`SELECT docid FROM search_text WHERE subject = ? AND id = ?`, [subject, id]);
  if (row === undefined) return;
  transaction.run(`DELETE FROM search_index WHERE docid = ?`, [row.docid]);
  transaction.run(`DELETE FROM search_text WHERE docid = ?`, [row.docid]);
}
