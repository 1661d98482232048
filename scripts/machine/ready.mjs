import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureElectron } from '../ensure-electron.mjs';
import { MendableError } from '../mendable-error.mjs';
import { missingForDisplay } from './display.mjs';
import { installPackages, missingPackages } from './packages.mjs';
import { ensureSandbox } from './sandbox.mjs';
import { missingLibraries } from './system-libraries.mjs';

const root = join(import.meta.dirname, '../..');
const OLDEST_NODE = 20;

/** Independent programs that the proofs and end-to-end tests check our work with, and their Debian packages. */
const independentPrograms = { qpdf: 'qpdf', pdftotext: 'poppler-utils', strace: 'strace', unzip: 'unzip', ip: 'iproute2' };

/**
 * Sees to everything that running Tidemark takes. Throws a MendableError for the first thing that is missing.
 * @param {{ forTests?: boolean }} [options] `forTests`: also the programs that tests check our work with (Linux)
 * @returns {Promise<{ dist: string, program: string, launcher: string, isStandIn: boolean }>} `launcher`: what to start; on Linux
 *   a script that keeps the sandbox on and wants ELECTRON_DIST
 */
export async function makeReady({ forTests = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new MendableError(`This is Node ${process.versions.node} and Tidemark needs ${OLDEST_NODE} or later: install it from https://nodejs.org.`);
  }
  if (!existsSync(join(root, 'node_modules/vite'))) throw new MendableError('The packages are not installed: run `npm ci`.');
  const electron = await ensureElectron();
  const forChecking = forTests && process.platform === 'linux' ? missingPackages(independentPrograms) : [];
  installPackages([...missingLibraries(electron.program), ...missingForDisplay(), ...forChecking]);
  ensureSandbox(electron.dist);
  return { ...electron, launcher: process.platform === 'linux' ? join(root, 'scripts/electron-sandboxed') : electron.program };
}
