import { Refusal } from '../../../shared/contract/errors';
import { missingCaseError } from '../../../shared/contract/exhaustive';
import type { FromReader, ReadJob, ToReader } from '../../../shared/worker-protocol';
import { checkBundleJob } from './check-bundle';
import { lookThroughFilesJob } from './files/look-through-files';
import { readFilesJob } from './files/read-files';
import { readDocumentJob } from './read-document';
import { RangedDocument } from './ranged-document';
import { Outbox } from './outbox';
import { previewSourceJob } from './preview-source';
import { readSourceJob } from './read-source';

/** One reader does one job: hears `begin` once and acknowledgements after it. */
export class Reader {
  private readonly outbox: Outbox;
  private hasBegun = false;
  private document: RangedDocument | null = null;

  constructor(post: (word: FromReader) => void) {
    this.outbox = new Outbox(post);
  }

  /** Resolves when the last word has been said. What cannot be read is said as `refused`; a bug throws. */
  async hear(word: ToReader): Promise<void> {
    if (word.say === 'acknowledge') return this.outbox.acknowledge();
    if (word.say === 'bytes') return this.document?.take(word.bytes);
    if (this.hasBegun) throw new Error('a reader reads one source');
    this.hasBegun = true;
    try {
      await this.read(word.job);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.outbox.say({ say: 'refused', error: { code: error.code, file: error.file } });
    }
  }

  private async read(job: ReadJob): Promise<void> {
    switch (job.job) {
      case 'preview-source': return previewSourceJob(job, this.outbox);
      case 'read-source': return readSourceJob(job, this.outbox);
      case 'look-through-files': return lookThroughFilesJob(job, this.outbox);
      case 'read-files': return readFilesJob(job, this.outbox);
      case 'check-bundle': return checkBundleJob(job, this.outbox);
      case 'read-document': {
        this.document = new RangedDocument(job.sizeBytes, (start, end) => this.outbox.say({ say: 'want', start, end }));
        return readDocumentJob(job, this.document, this.outbox);
      }
      default: throw missingCaseError(job);
    }
  }
}
