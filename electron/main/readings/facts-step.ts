import { Refusal } from '../../../shared/contract/errors';
import { readDocumentIn } from '../hosts/read-document-host';
import type { ReadingStep } from './reading-step';

/** What a file is, and what it says of itself. */
export const factsStep: ReadingStep = {
  step: 'facts',
  run: async ({ documentId, sizeBytes, originalName, mediaType }, { signal, read, vault }) => {
    const job = { job: 'read-document', step: 'facts', sizeBytes, name: originalName, mediaType, fromPage: 1, password: null, pdfium: null } as const;
    const word = await readDocumentIn(job, { signal, read, onPages: () => Promise.reject(new Refusal('not-understood')) });
    if (word.say !== 'facts') throw new Refusal('not-understood');
    await vault.ask('documents.noteFacts', { id: documentId, ...word.facts });
    return 'noted';
  },
};
