import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';

/** A name for the file from the case's short name: letters of any script, digits and hyphens; never a path. */
export function suggestName(caseName: string): string {
  const bare = caseName.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 80);
  return `${bare === '' ? 'Chronology' : bare}-chronology.pdf`;
}

/**
 * Writes the bytes where she chose, whole or not at all: beside the place under another name, flushed, then renamed. `record` is told the name and the
 * SHA-256 before the file appears: exhibit marks are issued before anybody can read them. Refuses `disk-full`, `folder-unwritable`, `cannot-save` and
 * what `record` refuses; nothing is left behind then.
 */
export async function saveExport<R>(bytes: Uint8Array, chosen: string, record: (saved: { fileName: string; sha256: string }) => Promise<R>): Promise<R> {
  const beside = path.join(path.dirname(chosen), `.${randomBytes(8).toString('hex')}.part`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const recorded = await record({ fileName: path.basename(chosen), sha256: createHash('sha256').update(bytes).digest('hex') });
    await rename(beside, chosen);
    return recorded;
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
