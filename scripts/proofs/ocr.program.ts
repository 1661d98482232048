import { app, protocol } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hardenProgram } from '../../electron/main/harden/harden-contents';
import { ocrData } from '../../electron/main/ocr/ocr-data';
import { programSchemes } from '../../electron/main/protocol/serve-window';
import { OcrWindow } from '../../electron/main/sandboxed/ocr-window';

/** Runs in Electron: has the product's own window read the pictures that the proof names, and leaves what it read and how long each took. */
interface Job { pictures: { file: string; mediaType: string }[]; appFolder: string; folder: string }
const job = JSON.parse(readFileSync(process.env.OCR_PROOF_JOB ?? '', 'utf8')) as Job;

protocol.registerSchemesAsPrivileged(programSchemes);
hardenProgram(app);
app.on('window-all-closed', () => undefined);
app.setPath('userData', join(job.folder, 'user-data'));
const out = join(job.appFolder, 'out');

async function run(): Promise<void> {
  await app.whenReady();
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

run().then(() => app.exit(0), (error: unknown) => {
  writeFileSync(join(job.folder, 'error.txt'), error instanceof Error ? `${error.name} ${error.message}\n${error.stack}` : String(error));
  app.exit(1);
});
