import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';

/**
 * Writes the pieces, in order, where she chose, whole or not at all: beside the place under another name, flushed, then renamed. `before` is told
 * the file's name and the SHA-256 of what was written, while nobody can read it yet; when it throws, or a piece does, nothing is left behind.
 * Refuses `disk-full`, `folder-unwritable`, `cannot-save`, and what the pieces or `before` refuse.
 */
export async function saveWhole<R>(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, chosen: string, before: (written: { fileName: string; sha256: string }) => Promise<R>): Promise<R> {
  const beside = path.join(path.dirname(chosen), `.${randomBytes(8).toString('hex')}.part`);
  try {
    const hash = createHash('sha256');
    const file = await open(beside, 'wx', 0o600);
    try {
      for await (const piece of pieces) {
        hash.update(piece);
        await file.writeFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const result = await before({ fileName: path.basename(chosen), sha256: hash.digest('hex') });
    await rename(beside, chosen);
    return result;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error instanceof Refusal ? error : new Refusal(codeOf(error));
  }
}

function codeOf(error: unknown): 'disk-full' | 'folder-unwritable' | 'cannot-save' {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' ? 'folder-unwritable' : 'cannot-save';
}
