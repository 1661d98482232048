import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { savingCodeOf } from './saving-code';

/** Our unfinished folders, and nobody else's. */
const unfinishedName = /^\.[0-9a-f]{32}\.part$/;
const startedAt = Date.now();
const unfinished = new Set<string>();
process.on('exit', () => {
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true });
});

/** One file of the folder: a path as `shared/bag/bag-paths` makes it, `/` between folders. */
export interface FolderFile { readonly path: string; readonly pieces: AsyncIterable<Uint8Array> }

/**
 * Writes a folder of files into the one she chose, whole or not at all: beside its place under another name, flushed, then renamed. A name that is taken gets a number. `before` is told the folder's
 * name while nobody sees it yet; when it throws, or a file does, nothing is left behind. What a killed program left there is removed. Refuses as `saveWhole` does.
 */
export async function saveWholeFolder<R>(files: AsyncIterable<FolderFile>, into: string, name: string, before: (written: { fileName: string; sizeBytes: number }) => Promise<R>): Promise<R> {
  const beside = path.join(into, `.${randomBytes(16).toString('hex')}.part`);
  unfinished.add(beside);
  try {
    await removeLeftOvers(into);
    await mkdir(beside, { mode: 0o700 });
    const sizeBytes = await writeAll(files, beside);
    const fileName = await freeName(into, name);
    await lstat(beside);
    const result = await before({ fileName, sizeBytes });
    await rename(beside, path.join(into, fileName));
    await flushFolder(into);
    return result;
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    throw error instanceof Refusal || !isOfTheDisk(error) ? error : new Refusal(savingCodeOf(error));
  } finally {
    unfinished.delete(beside);
  }
}

async function writeAll(files: AsyncIterable<FolderFile>, folder: string): Promise<number> {
  const made = new Set<string>([folder]);
  let sizeBytes = 0;
  for await (const { path: within, pieces } of files) {
    const place = path.join(folder, ...within.split('/'));
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    for (let at = path.dirname(place); at !== folder; at = path.dirname(at)) made.add(at);
    const file = await open(place, 'wx', 0o600);
    try {
      for await (const piece of pieces) {
        await file.writeFile(piece);
        sizeBytes += piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
  }
  for (const each of made) await flushFolder(each);
  return sizeBytes;
}

/** So that the names are on the disk as well; Windows cannot, and need not. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function freeName(into: string, name: string): Promise<string> {
  const taken = new Set((await readdir(into)).map((each) => each.normalize('NFC').toLowerCase()));
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(wanted.normalize('NFC').toLowerCase())) return wanted;
  }
}

async function removeLeftOvers(into: string): Promise<void> {
  for (const name of await readdir(into).catch(() => [])) {
    const folder = path.join(into, name);
    if (!unfinishedName.test(name) || unfinished.has(folder)) continue;
    const about = await lstat(folder).catch(() => null);
    if (about?.isDirectory() === true && about.mtimeMs < startedAt) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isOfTheDisk(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | null)?.code === 'string';
}
