import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ocrData } from '../../electron/main/ocr/ocr-data';
import { OcrWindow } from '../../electron/main/sandboxed/ocr-window';
import { proofProgram, readJob } from '../proving/proof-program';

/** Runs in Electron: has the product's own window read the pictures that the proof names, and leaves what it read and how long each took. */
interface Job { pictures: { file: string; mediaType: string }[] }
const job = readJob<Job>();

const out = join(job.appFolder, 'out');

async function run(): Promise<void> {
  const window = new OcrWindow(join(out, 'preload/ocr.cjs'), () => ocrData(join(out, 'assets/ocr')));
  const signal = new AbortController().signal;
  const read: { file: string; reading: unknown; ms: number }[] = [];
  for (const [index, { file, mediaType }] of [job.pictures[0]!, ...job.pictures].entries()) {
    const picture = { bytes: Uint8Array.from(readFileSync(file)), mediaType };
    const startedAt = performance.now();
    const reading = await window.read(picture, signal);
    // The first is read twice: the engine starts then.
    if (index > 0) read.push({ file, reading, ms: performance.now() - startedAt });
  }
  await window.close();
  writeFileSync(join(job.folder, 'read.json'), JSON.stringify(read));
}

proofProgram(job, run);
