import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const prefix = 'tidemark-run-';

/**
 * Chromium insists on a folder of its own. Each run gets a fresh one on memory-backed storage where the system has it
 * (Linux: the session's runtime folder or /dev/shm; elsewhere the temporary folder), readable by nobody else.
 * The name carries the process id, so that a later start can tell whose run has ended without removing it.
 */
export function makeRunFolder(bases: readonly string[] = runFolderBases()): string {
  for (const base of bases) {
    try {
      return mkdtempSync(path.join(base, `${prefix}${process.pid}-`));
    } catch {
      // Not there or not ours to write: the next one.
    }
  }
  return mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
}

export function runFolderBases(): string[] {
  const bases = process.platform === 'linux' ? [process.env['XDG_RUNTIME_DIR'], '/dev/shm'] : [];
  return [...bases, tmpdir()].filter((base) => base !== undefined && base !== '' && isFolder(base)) as string[];
}

/** Removes what runs that were killed left behind. A folder whose process still lives is kept. */
export function sweepRunFolders(bases: readonly string[] = runFolderBases()): void {
  for (const base of bases) {
    for (const name of listFolder(base)) {
      const owner = /^tidemark-run-(\d+)-/.exec(name)?.[1];
      if (owner === undefined || isAlive(Number(owner))) continue;
      removeRunFolder(path.join(base, name));
    }
  }
}

/** How often it is tried, and how long Chromium is left in between: half a second at most, and mostly none. */
const attempts = 10;
const betweenMs = 50;

/**
 * Chromium's own processes write a last file or two while this one ends; `rmSync` lists a folder once, and one that fills meanwhile stays. A folder that is gone is not made
 * again by them.
 */
export function removeRunFolder(folder: string, remove: typeof rmSync = rmSync): void {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return remove(folder, { recursive: true, force: true });
    } catch {
      // It filled meanwhile, or is still held by a process that is ending (Windows). What is left after the last attempt the next start sweeps.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, betweenMs);
    }
  }
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

function listFolder(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
