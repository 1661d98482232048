import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProofContext } from './proof';

/**
 * Runs the proof's own program (`scripts/proofs/<proof>.program.ts`, made with proof-program.ts) in Electron and waits for its end. It gets `job`, the folder of the built program and a folder below `scratch` that it may write in, which is given back.
 * Throws what the program said went wrong, or that it ended otherwise than well.
 */
export async function runInElectron(context: ProofContext, folderName: string, job: object): Promise<string> {
  const { scratch, appFolder } = context;
  const folder = join(scratch, folderName);
  mkdirSync(folder, { recursive: true });
  // The program runs as nobody.
  for (const place of [scratch, folder]) chmodSync(place, 0o777);
  const jobFile = join(scratch, 'job.json');
  writeFileSync(jobFile, JSON.stringify({ ...job, appFolder, folder }));
  const code = await startInElectron(context, jobFile);
  const error = join(folder, 'error.txt');
  if (existsSync(error)) throw new Error(readFileSync(error, 'utf8'));
  if (code !== 0) throw new Error(`the program ended with ${code}`);
  return folder;
}

/** Starts it with a job that lies there already, and gives how it ended. */
export async function startInElectron(context: ProofContext, jobFile: string): Promise<number | null> {
  const { dist, launcher } = await context.ready();
  const display = await context.display();
  // A language, as every desktop has: without one Chromium cannot open a file with an Arabic name.
  const child = spawn(launcher, ['--disable-gpu', context.partFile('program')], { stdio: 'ignore', env: { ...display.env, LC_ALL: 'C.UTF-8', ELECTRON_DIST: dist, PROOF_JOB: jobFile } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
