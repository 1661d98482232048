import { paperKindOf } from '../../../../shared/importers/papers/paper-kinds';
import type { RangedDocument } from '../ranged-document';
import type { PaperEnd, PaperJob, TakePages } from './paper-reading';
import { readPlainText } from './plain-text';

/** Reads the words that a document holds, page by page. What it is was told from its bytes before. */
export async function readPaper(job: PaperJob, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  const kind = paperKindOf(job.mediaType);
  if (kind === null) return { state: 'done', why: '', details: {}, ocrToo: false };
  return readPlainText(job, document, take);
}
