import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The object that a file holds; an empty one when there is no such file, or when it holds anything else. */
export function readJson(file: string): Record<string, unknown> {
  try {
    const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof held === 'object' && held !== null && !Array.isArray(held) ? { ...held } : {};
  } catch {
    return {};
  }
}

/** Writes the file whole or not at all, for its owner's eyes only. Throws what the system throws. One writer at a time: the name beside it is always the same. */
export function writeJson(file: string, value: object): void {
  const beside = `${file}.part`;
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(descriptor, `${JSON.stringify(value, null, 1)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
}
