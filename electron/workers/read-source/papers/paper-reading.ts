import type { DocumentDetails } from '../../../../shared/model/document-details';
import type { ReadingState, ReadingWhy } from '../../../../shared/model/document-reading';
import type { PageRead } from '../../../../shared/vault-protocol/reading-calls';
import type { ReadJob } from '../../../../shared/worker-protocol';

export interface PaperEnd {
  state: Exclude<ReadingState, 'waiting'>;
  why: ReadingWhy;
  details: DocumentDetails;
  ocrToo: boolean;
}

/** Pages as they are read; resolves when the next may come. */
export type TakePages = (pages: PageRead[], place: number, total: number) => Promise<void>;

export type PaperJob = Pick<Extract<ReadJob, { job: 'read-document' }>, 'mediaType' | 'fromPage' | 'password' | 'pdfium'>;
