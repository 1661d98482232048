import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { savingCodeOf } from './saving-code';

/** Our unfinished files, and nobody else's: a dot, 128 random bits, `.part`. */
const unfinishedName = /^\.[0-9a-f]{32}\.part$/;
const startedAt = Date.now();

/** Being written now. A program that ends, however it ends by itself, takes them with it. */
const unfinished = new Set<string>();
process.on('exit', () => {
  for (const file of unfinished) rmSync(file, { force: true });
});

/**
 * Writes the pieces, in order, where she chose, whole or not at all: beside the place under another name, flushed, then renamed. `before` is told
 * the file's name and the SHA-256 of what was written, while nobody can read it yet; when it throws, or a piece does, nothing is left behind. What a killed program
 * left in the same folder is removed.
 * Refuses `disk-full`, `folder-unwritable`, `place-gone`, `cannot-save`, and what the pieces or `before` refuse.
 */
export async function saveWhole<R>(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, chosen: string, before: (written: { fileName: string; sha256: string }) => Promise<R>): Promise<R> {
  const folder = path.dirname(chosen);
  const beside = path.join(folder, `.${randomBytes(16).toString('hex')}.part`);
  unfinished.add(beside);
  try {
    await removeLeftOvers(folder);
    const sha256 = await write(pieces, beside);
    await expectToMove(beside, chosen);
    const result = await before({ fileName: path.basename(chosen), sha256 });
    await rename(beside, chosen);
    return result;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error instanceof Refusal ? error : new Refusal(savingCodeOf(error));
  } finally {
    unfinished.delete(beside);
  }
}

async function write(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, place: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(place, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** Asked before the record says that the file went out: the place is still there, and what stands in it can be replaced. */
async function expectToMove(beside: string, chosen: string): Promise<void> {
  await lstat(beside);
  const there = await lstat(chosen).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (there?.isDirectory() === true) throw new Refusal('cannot-save');
}

/** What an earlier run of the program that was killed, or lost its power, did not finish here. */
async function removeLeftOvers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!unfinishedName.test(name)) continue;
    const file = path.join(folder, name);
    const about = await lstat(file).catch(() => null);
    if (about?.isFile() === true && about.mtimeMs < startedAt) await rm(file, { force: true }).catch(() => undefined);
  }
}
