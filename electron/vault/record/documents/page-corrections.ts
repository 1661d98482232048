import { Refusal } from '../../../../shared/contract/errors';
import type { DocumentPage } from '../../../../shared/model/document-page';
import type { Id } from '../../../../shared/model/identity';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { signWords } from '../search/search-query';
import { pagesOf } from './document-pages';

type Row = { docid: number; text: string; machine_text: string | null; boxes: string | null; language: string; confidence: number | null; read_utc: string };

/** Puts her words in the place of what a machine read on a page, keeping that beside them; the machine's own words take hers back. Refuses `erased`, `not-found`. */
export async function correctPage(context: RecordContext, { id, page, text }: { id: Id; page: number; text: string }): Promise<DocumentPage> {
  return context.store.transact((transaction) => {
    const [document] = transaction.all<{ status: string }>(`SELECT status FROM document WHERE id = ?`, [id]);
    if (document?.status === 'erased') throw new Refusal('erased');
    const [row] = transaction.all<Row>(`SELECT docid, text, machine_text, boxes, language, confidence, read_utc FROM document_page WHERE document_id = ? AND page = ? AND origin = 'ocr'`, [id, page]);
    if (document?.status !== 'kept' || row === undefined) throw new Refusal('not-found');
    const words = text.replaceAll('\u0000', ' ');
    const machine = row.machine_text ?? row.text;
    const isHers = words !== machine;
    if (words !== row.text) {
      // Taken out and put in anew: an index that is being made beside this one watches for these two, and the index must go before the text it was made from.
      transaction.run(`DELETE FROM page_index WHERE docid = ?`, [row.docid]);
      transaction.run(`DELETE FROM document_page WHERE docid = ?`, [row.docid]);
      transaction.run(
        `INSERT INTO document_page (docid, document_id, page, origin, text, signs, machine_text, boxes, language, confidence, read_utc, corrected_utc) VALUES (?, ?, ?, 'ocr', ?, ?, ?, ?, ?, ?, ?, ?)`,
        [row.docid, id, page, words, signWords(words), isHers ? machine : null, row.boxes, row.language, row.confidence, row.read_utc, isHers ? context.now() : null],
      );
      transaction.run(`INSERT INTO page_index (docid, text, signs) SELECT docid, text, signs FROM document_page WHERE docid = ?`, [row.docid]);
      appendHistory(context, transaction, 'page-corrected', 'document', id, { page, before: row.text, after: words });
    }
    const corrected = pagesOf(transaction, id, page, 1).pages[0];
    if (corrected === undefined) throw new Refusal('not-found');
    return corrected;
  });
}
