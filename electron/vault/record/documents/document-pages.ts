import { z } from 'zod';
import { WordBox, type DocumentPage } from '../../../../shared/model/document-page';
import type { Id } from '../../../../shared/model/identity';
import type { PageRead } from '../../../../shared/vault-protocol/reading-calls';
import { canonicalJson } from '../history/canonical-json';
import { countOf, fromJson, type Queries } from '../rows';
import { signWords } from '../search/search-query';
import type { Transaction } from '../../store/store';

/** Pages of one document have so many places among all pages: the docid of the index is the document's number times this, and the page. */
const placesEach = 2 ** 20;
/** About so many characters of pages go in one answer. */
const answerUnits = 1_000_000;

type Row = {
  document_id: string; page: number; origin: string; text: string; machine_text: string | null; boxes: string | null; language: string; confidence: number | null; read_utc: string; corrected_utc: string | null;
};
const Boxes = z.array(WordBox);

function asPage(row: Row): DocumentPage {
  return {
    documentId: row.document_id, page: row.page, origin: row.origin as DocumentPage['origin'], text: row.text, machineText: row.machine_text, boxes: row.boxes === null ? null : fromJson(Boxes, row.boxes),
    language: row.language, confidence: row.confidence, readUtc: row.read_utc, correctedUtc: row.corrected_utc,
  };
}

/** Pages that have words from `fromPage` on, in order, and whether there are more. */
export function pagesOf(from: Queries, documentId: Id, fromPage: number, limit: number): { pages: DocumentPage[]; more: boolean } {
  const lengths = from.all<{ page: number; units: number }>(`SELECT page, length(text) AS units FROM document_page WHERE document_id = ? AND page >= ? ORDER BY page LIMIT ?`, [documentId, fromPage, limit + 1]);
  let units = 0;
  const wanted = lengths.slice(0, limit).filter((each, number) => (units += each.units) <= answerUnits || number === 0);
  const last = wanted.at(-1)?.page ?? fromPage;
  const rows = from.all<Row>(`SELECT document_id, page, origin, text, machine_text, boxes, language, confidence, read_utc, corrected_utc FROM document_page WHERE document_id = ? AND page >= ? AND page <= ? ORDER BY page`, [documentId, fromPage, last]);
  return { pages: rows.map(asPage), more: wanted.length < lengths.length };
}

export function countPages(from: Queries, documentId: Id): number {
  return countOf(from, `document_page WHERE document_id = ?`, [documentId]);
}

/** Puts pages in the place of those with the same numbers, into the index too. SQLite would end a text at NUL. */
export function putPages(transaction: Transaction, documentId: Id, pages: readonly PageRead[], readUtc: string): void {
  const number = numberOf(transaction, documentId);
  for (const { page, origin, text, boxes, language, confidence } of pages) {
    if (page >= placesEach) continue;
    const docid = number * placesEach + page;
    if (origin === 'ocr' && isCorrected(transaction, docid)) continue;
    // External content: the index must go before the text it was made from.
    transaction.run(`DELETE FROM page_index WHERE docid = ?`, [docid]);
    transaction.run(`DELETE FROM document_page WHERE docid = ?`, [docid]);
    const words = text.replaceAll('\u0000', ' ');
    if (words.trim() === '') continue;
    transaction.run(
      `INSERT INTO document_page (docid, document_id, page, origin, text, signs, machine_text, boxes, language, confidence, read_utc, corrected_utc) VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, NULL)`,
      [docid, documentId, page, origin, words, signWords(words), boxes === null ? null : canonicalJson(boxes), language, confidence, readUtc],
    );
    transaction.run(`INSERT INTO page_index (docid, text, signs) SELECT docid, text, signs FROM document_page WHERE docid = ?`, [docid]);
  }
}

/** She has put right what a machine read there: no machine reads it over. */
function isCorrected(transaction: Transaction, docid: number): boolean {
  return countOf(transaction, `document_page WHERE docid = ? AND corrected_utc IS NOT NULL`, [docid]) > 0;
}

/** Takes out all pages of a document, or those of one origin but for what she corrected. */
export function removePages(transaction: Transaction, documentId: Id, origin: DocumentPage['origin'] | 'both' = 'both'): void {
  const rows = transaction.all<{ docid: number; origin: string }>(`SELECT docid, origin FROM document_page WHERE document_id = ?`, [documentId]);
  for (const row of rows) {
    if (origin !== 'both' && (row.origin !== origin || isCorrected(transaction, row.docid))) continue;
    transaction.run(`DELETE FROM page_index WHERE docid = ?`, [row.docid]);
    transaction.run(`DELETE FROM document_page WHERE docid = ?`, [row.docid]);
  }
}

/** A number is never given twice: an index that still holds words of an erased document would point to another. */
function numberOf(transaction: Transaction, documentId: Id): number {
  const [known] = transaction.all<{ number: number }>(`SELECT number FROM document_number WHERE document_id = ?`, [documentId]);
  if (known !== undefined) return known.number;
  const [last] = transaction.all<{ number: number | null }>(`SELECT max(number) AS number FROM document_number`);
  const number = (last?.number ?? 0) + 1;
  transaction.run(`INSERT INTO document_number (number, document_id) VALUES (?, ?)`, [number, documentId]);
  return number;
}
