import { app } from 'electron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExport, type BuildWith } from '../../electron/main/export/build-export';
import { thingOf } from '../../shared/model/export-plan';
import { planBundle } from '../../shared/outputs/bundle/plan-bundle';
import { exportFilesOf, madeUpSource, proofProgram, readJob } from '../proving/proof-program';
import { mixedCase, mixedInputs } from './bundle-work/mixed-inputs';

/** Runs in Electron: builds a family bundle of the mixed files with the product's own export; leaves the PDF, and what it took. */
interface Job { count: number; pages: number; sampleFolder: string }
const job = readJob<Job>();

async function run(): Promise<void> {
  const made = await mixedCase(await mixedInputs(job.count, job.pages, job.sampleFolder));
  const allowed = made.plan.exhibits.map((exhibit) => ({ ...thingOf(exhibit), by: 'Order of 4 May 2026, paragraph 6' }));
  const bundle = planBundle({ profile: 'family', letter: 'A', hearingDay: '2026-12-03', placed: [], allowed, permission: 'Order of 4 May 2026, paragraph 7' }, made.plan.exhibits, []);
  let peakKB = 0;
  const watch = setInterval(() => { peakKB = Math.max(peakKB, app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0)); }, 250);
  const build = (progress: BuildWith['progress']) => buildExport({ ...made.plan, bundle }, { source: madeUpSource(made.plan, (id) => made.files.get(id)!.bytes), signal: new AbortController().signal, files: exportFilesOf(job), progress });
  const startedAt = performance.now();
  let assemblingFrom = startedAt;
  /** Seconds in each step: reading files and drawing pictures, printing our own pages, putting together. */
  const steps: Record<string, number> = {};
  let [last, since]: [string, number] = ['pictures', startedAt];
  const built = await build((step, done) => {
    const now = performance.now();
    steps[last] = (steps[last] ?? 0) + (now - since) / 1000;
    [last, since] = [step, now];
    if (step === 'assembling' && done === 0) assemblingFrom = now;
  });
  const endedAt = performance.now();
  clearInterval(watch);
  writeFileSync(join(job.folder, 'bundle.pdf'), built.bytes);
  // What is drawn ahead, and which of it is ready first, differs from time to time.
  const again = await build(() => undefined);
  writeFileSync(join(job.folder, 'again.pdf'), again.bytes);
  writeFileSync(join(job.folder, 'figures.json'), JSON.stringify({ seconds: (endedAt - startedAt) / 1000, steps, assemblingSeconds: (endedAt - assemblingFrom) / 1000, pageCount: built.pageCount, notIncluded: built.notIncluded, peakMB: peakKB / 1024 }));
}

proofProgram(job, run);
