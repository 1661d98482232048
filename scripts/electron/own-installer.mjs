import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { holdsElectron } from './executable.mjs';

const TIMEOUT_MS = 5 * 60_000;

/**
 * The folder of the electron package in node_modules, or null before `npm ci`.
 * @param {string} root the project's folder
 */
function packageFolder(root) {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/**
 * The Electron that the package's own installer has put into node_modules, or null.
 * @param {string} root
 */
export function installedElectron(root) {
  const folder = packageFolder(root);
  const dist = folder && join(folder, 'dist');
  return dist && holdsElectron(dist) ? dist : null;
}

/**
 * Runs the package's own installer, which downloads from GitHub and checks the package's checksums.
 * @param {string} root
 * @returns {{ dist: string } | { failure: string }}
 */
export function runOwnInstaller(root) {
  const folder = packageFolder(root);
  if (!folder) return { failure: 'the electron package is not installed' };
  const { status, signal, stderr } = spawnSync(process.execPath, [join(folder, 'install.js')], { encoding: 'utf8', timeout: TIMEOUT_MS });
  const dist = installedElectron(root);
  if (status === 0 && dist) return { dist };
  return { failure: stderr?.split('\n').find((line) => line.trim())?.trim() ?? `it ended with ${status ?? signal}` };
}
