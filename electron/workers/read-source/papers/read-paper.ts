import { missingCaseError } from '../../../../shared/contract/exhaustive';
import { paperKindOf } from '../../../../shared/importers/papers/paper-kinds';
import type { RangedDocument } from '../ranged-document';
import { readOffice } from './office-words';
import type { PaperEnd, PaperJob, TakePages } from './paper-reading';
import { readPdf } from './pdf-words';
import { readPlainText } from './plain-text';
import { readSavedPage, readWebArchive } from './saved-page';

/** Reads the words that a document holds, page by page. What it is was told from its bytes before. */
export async function readPaper(job: PaperJob, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  const kind = paperKindOf(job.mediaType);
  switch (kind) {
    case null: return { state: 'done', why: '', details: {}, ocrToo: false };
    case 'pdf': return readPdf(job, document, take);
    case 'text': case 'csv': return readPlainText(job, document, take);
    case 'html': return readSavedPage(job, document, take);
    case 'mhtml': return readWebArchive(document, take);
    case 'docx': case 'doc': case 'odt': case 'ods': case 'rtf': case 'xlsx': return readOffice(kind, document, take);
    default: throw missingCaseError(kind);
  }
}
