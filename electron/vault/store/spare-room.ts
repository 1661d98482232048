import { join } from 'node:path';
import { systemRandom } from '../crypto/primitives';
import { errorCode, type FilePort } from './file-port';

/** Room for some hundred saves: a segment, two roots, and what she was writing when the disk was full. */
export const spareBytes = 1024 * 1024;
/** One for all compartments and known to none (docs/FORMAT.md, "Spare room"): a second one would tell of a second compartment. */
const spareName = 'spare';

/** Keeps room on the disk, in a file of random bytes, which no file system can make smaller. Whoever needs the room removes it. */
export async function keepSpareRoom(files: FilePort, folder: string): Promise<void> {
  const path = join(folder, spareName);
  if (await files.exists(path)) {
    const kept = await files.openForReading(path);
    const size = await kept.size().finally(() => kept.close());
    if (size === spareBytes) return;
    // A crash or a full disk cut it short.
    await files.remove(path);
  }
  const file = await files.create(path);
  try {
    await file.write(systemRandom(spareBytes), 0);
    // Until then a disk may promise room that it does not have.
    await file.dataSync();
  } catch (error) {
    await files.remove(path).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

/** Gives the room back to the disk; false when there was none. */
export async function spendSpareRoom(files: FilePort, folder: string): Promise<boolean> {
  try {
    await files.remove(join(folder, spareName));
    return true;
  } catch {
    return false;
  }
}

/** Does something that needs room on the disk; on a full one once more, with the spare room. */
export async function withSpareRoom<T>(files: FilePort, folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!diskFull.has(errorCode(error) ?? '') || !(await spendSpareRoom(files, folder))) throw error;
    return work();
  }
}

const diskFull = new Set(['ENOSPC', 'EDQUOT']);
