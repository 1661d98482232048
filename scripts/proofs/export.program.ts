import { app, protocol } from 'electron';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExport } from '../../electron/main/export/build-export';
import { hardenProgram } from '../../electron/main/harden/harden-contents';
import { programSchemes } from '../../electron/main/protocol/serve-window';
import { makeUpCase } from './export/made-up-case';

/** Runs in Electron: builds the made-up case with the product's own export and leaves what the proof reads: the PDF, the plan, the originals, the figures. */
interface Job { entries: number; longer: number; messages: number; sampleFolder: string | null; appFolder: string; folder: string }
const job = JSON.parse(readFileSync(process.env.EXPORT_PROOF_JOB ?? '', 'utf8')) as Job;

protocol.registerSchemesAsPrivileged(programSchemes);
hardenProgram(app);
app.on('window-all-closed', () => undefined);
app.setPath('userData', join(job.folder, 'user-data'));
const out = join(job.appFolder, 'out');

async function run(): Promise<void> {
  await app.whenReady();
  const made = await makeUpCase(job);
  const originals = join(job.folder, 'originals');
  mkdirSync(originals, { recursive: true });
  for (const [id, { bytes }] of made.files) writeFileSync(join(originals, id), bytes);
  const source = {
    plan: async () => made.plan,
    document: async () => { throw new Error('no attachments in the made-up case'); },
    record: async () => { throw new Error('nothing is recorded here'); },
    bytes: async ({ id }: { id: string }) => made.files.get(id)!.bytes,
  };
  const startedAt = performance.now();
  const built = await buildExport(made.plan, {
    source, signal: new AbortController().signal, progress: () => undefined,
    files: { assets: join(out, 'assets'), picturePreload: join(out, 'preload/picture.cjs'), assemble: join(out, 'workers/assemble-entry.js'), pagePreload: join(out, 'preload/page-pictures.cjs'), pdfjs: join(out, 'renderer/pdfjs') },
  });
  const figures = { first: { seconds: (performance.now() - startedAt) / 1000, pageCount: built.pageCount, notIncluded: built.notIncluded } };
  writeFileSync(join(job.folder, 'first.pdf'), built.bytes);
  writeFileSync(join(job.folder, 'plan.json'), JSON.stringify(made.plan));
  writeFileSync(join(job.folder, 'figures.json'), JSON.stringify(figures));
}

run().then(() => app.exit(0), (error: unknown) => {
  writeFileSync(join(job.folder, 'error.txt'), error instanceof Error ? `${error.name} ${error.message}\n${error.stack}` : String(error));
  app.exit(1);
});
