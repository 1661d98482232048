import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExport } from '../../electron/main/export/build-export';
import type { BundleChoice } from '../../shared/model/bundle';
import { thingOf } from '../../shared/model/export-plan';
import { planBundle } from '../../shared/outputs/bundle/plan-bundle';
import type { ExportPlan } from '../../shared/model/export-plan';
import { exportFilesOf, madeUpSource, proofProgram, readJob } from '../proving/proof-program';
import { makeUpCase, type MadeUpCase } from './export/made-up-case';

/** Runs in Electron: builds the made-up case with the product's own export, once for each profile. */
interface Job { entries: number; longer: number; messages: number; sampleFolder: string | null; name: string; profiles: ('' | Exclude<BundleChoice['profile'], 'solicitor'>)[]; laterMs: number }
const job = readJob<Job>();

/** The same case for every process: a PDF that is locked with a password is made with random bytes, and would be another file each time. */
async function sameCase(): Promise<MadeUpCase> {
  const kept = join(job.folder, 'case.json');
  if (!existsSync(kept)) {
    const { plan, files } = await makeUpCase(job);
    writeFileSync(kept, JSON.stringify({ plan, files: [...files].map(([id, { name, bytes }]) => [id, name, Buffer.from(bytes).toString('base64')]) }));
  }
  const { plan, files } = JSON.parse(readFileSync(kept, 'utf8')) as { plan: ExportPlan; files: [string, string, string][] };
  return { plan, files: new Map(files.map(([id, name, bytes]) => [id, { name, bytes: Uint8Array.from(Buffer.from(bytes, 'base64')) }])) };
}

async function run(): Promise<void> {
  const made = await sameCase();
  const preparedUtc = new Date(Date.parse(made.plan.preparedUtc) + job.laterMs).toISOString();
  const source = madeUpSource(made.plan, (id) => made.files.get(id)!.bytes);
  for (const profile of job.profiles) {
    const allowed = made.plan.exhibits.map((exhibit) => ({ ...thingOf(exhibit), by: 'Order of 4 May 2026' }));
    const bundle = profile === '' ? null : planBundle({ profile, letter: 'A', hearingDay: '2026-12-03', placed: [], allowed, permission: '' }, made.plan.exhibits, []);
    const built = await buildExport({ ...made.plan, preparedUtc, bundle }, {
      source, signal: new AbortController().signal, progress: () => undefined,
      files: exportFilesOf(job),
    });
    writeFileSync(join(job.folder, `${profile || 'solicitor'}-${job.name}.pdf`), built.bytes);
  }
}

proofProgram(job, run, `user-data-${job.name}`);
