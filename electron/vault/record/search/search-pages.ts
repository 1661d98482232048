import type { SearchHit } from '../../../../shared/model/search';
import type { Queries } from '../rows';
import { countedAtLeast, hasPeriod, pageOf, stretchesOf, writtenSo, type Asked, type Found } from './asked';
import { ownRows, type Searched } from './own-rows';
import { findDocids } from './postings/find-docids';
import { snippetOf } from './snippet';

type PageRow = { document_id: string; page: number; origin: string; text: string; form: string; name: string; day: string };

/** document_page.docid is its document's number times this, plus the page (schema 4). */
const pagesEach = 2 ** 20;

/** Pages of documents: the document added last first, in each the last page first. */
export function findPages(from: Searched, asked: Asked, offset: number, limit: number): Found {
  const counted = Math.max(countedAtLeast, offset + limit);
  const { total, more, chosen } = pageOf(docidsOf(from, asked, counted + 1), counted, offset, limit);
  return { total, more, hits: hitsAt(from, chosen, asked.text) };
}

function docidsOf(from: Searched, { looking, filter }: Asked, most: number): number[] {
  const within = hasPeriod(filter) || filter.personId !== null ? stretchesOf(ownRows(from).documentNumbers(filter), pagesEach) : null;
  return findDocids(from, 'page_index', looking, { within, fits: writtenSo(from, looking, { table: 'document_page', key: 'docid', columns: ['text'] }), most });
}

function hitsAt(from: Queries, docids: readonly number[], text: string): SearchHit[] {
  if (docids.length === 0) return [];
  const rows = from.all<PageRow>(
    `SELECT document_page.document_id AS document_id, page, document_page.origin AS origin, document_page.text AS text, document.form AS form,
       CASE WHEN document.title <> '' THEN document.title ELSE document.original_name END AS name, coalesce(day, '') AS day
     FROM document_page JOIN document ON document.id = document_page.document_id LEFT JOIN search_text ON search_text.subject = 'document' AND search_text.id = document_page.document_id
     WHERE document_page.docid IN (SELECT value FROM json_each(?)) AND document.status = 'kept' ORDER BY document_page.docid DESC`,
    [JSON.stringify(docids)],
  );
  return rows.map((row) => ({
    subject: 'page', id: row.document_id, conversationId: null, ordinal: null, page: row.form === 'pdf' || row.page > 1 ? row.page : null, caseKind: null, isMachineRead: row.origin === 'ocr',
    title: row.name, day: row.day, ...snippetOf(row.text, text),
  }));
}
