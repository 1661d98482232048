import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExport } from '../../electron/main/export/build-export';
import type { DocumentPage } from '../../shared/model/document-page';
import { exportFilesOf, madeUpSource, proofProgram, readJob } from '../proving/proof-program';
import { makeUpCase, wordsOnPictures } from './export/made-up-case';

/** Runs in Electron: builds the made-up case with the product's own export and leaves what the proof reads: the PDF, the plan, the originals, the figures. */
interface Job { entries: number; longer: number; messages: number; sampleFolder: string | null }
const job = readJob<Job>();

/** Two words that a machine might have read on a picture. */
function readByMachine(documentId: string): DocumentPage {
  const place = { top: 0.2, width: 0.2, height: 0.03 };
  return { documentId, page: 1, origin: 'ocr', text: wordsOnPictures, machineText: null, boxes: [{ start: 0, end: 10, left: 0.1, ...place }, { start: 11, end: 21, left: 0.4, ...place }], language: 'eng', confidence: 90, readUtc: '2026-05-03T20:04:11.250Z', correctedUtc: null };
}

async function run(): Promise<void> {
  const made = await makeUpCase(job);
  const originals = join(job.folder, 'originals');
  mkdirSync(originals, { recursive: true });
  for (const [id, { bytes }] of made.files) writeFileSync(join(originals, id), bytes);
  const source = { ...madeUpSource(made.plan, (id) => made.files.get(id)!.bytes), pagesRead: async (documentId: string) => (/\.(?:jpe?g|png|webp)$/i.test(made.files.get(documentId)?.name ?? '') ? [readByMachine(documentId)] : []) };
  const startedAt = performance.now();
  const built = await buildExport(made.plan, {
    source, signal: new AbortController().signal, progress: () => undefined,
    files: exportFilesOf(job),
  });
  const figures = { first: { seconds: (performance.now() - startedAt) / 1000, pageCount: built.pageCount, notIncluded: built.notIncluded, printed: built.printed } };
  writeFileSync(join(job.folder, 'first.pdf'), built.bytes);
  writeFileSync(join(job.folder, 'plan.json'), JSON.stringify(made.plan));
  writeFileSync(join(job.folder, 'figures.json'), JSON.stringify(figures));
}

proofProgram(job, run);
