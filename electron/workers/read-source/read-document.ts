import type { ReadJob } from '../../../shared/worker-protocol';
import { readDocumentFacts } from './document-facts';
import type { Outbox } from './outbox';
import { layOutPaper } from './papers/lay-out-paper';
import { readPaper } from './papers/read-paper';
import type { RangedDocument } from './ranged-document';

/** Reads one step of one kept document. */
export async function readDocumentJob(job: Extract<ReadJob, { job: 'read-document' }>, document: RangedDocument, outbox: Outbox): Promise<void> {
  if (job.step === 'facts') return outbox.say({ say: 'facts', facts: await readDocumentFacts(document, job.name) });
  if (job.step === 'lay-out') {
    const end = await layOutPaper(job, document, (picture) => outbox.send({ say: 'laid-picture', picture }));
    await outbox.settled();
    return outbox.say({ say: 'laid-out', ...end });
  }
  const end = await readPaper(job, document, (pages, place, total) => outbox.send({ say: 'pages', pages, place, total }));
  await outbox.settled();
  outbox.say({ say: 'words-end', ...end });
}
