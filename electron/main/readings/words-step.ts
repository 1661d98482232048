import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { programFiles } from '../hosts/program-files';
import { readDocumentIn } from '../hosts/read-document-host';
import type { ReadingStep } from './reading-step';

/** The words that a file holds, page by page. */
export const wordsStep: ReadingStep = {
  step: 'words',
  run: async ({ sizeBytes, originalName, mediaType, form, place }, { signal, read, password, takePages }) => {
    const pdfium = form === 'pdf' ? Uint8Array.from(await readFile(path.join(programFiles.assets, 'pdfium.wasm'))) : null;
    const job = { job: 'read-document', step: 'words', sizeBytes, name: originalName, mediaType, fromPage: place + 1, password, pdfium } as const;
    const word = await readDocumentIn(job, { signal, read, onPages: takePages });
    if (word.say !== 'words-end') throw new Refusal('not-understood');
    const { state, why, details, ocrToo } = word;
    return { state, why, details, ocrToo };
  },
};
