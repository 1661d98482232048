import { dirname } from 'node:path';
import { errorCode, type FilePort } from './file-port';

/** The folder's own name must outlast a power cut too; where the one above may not be opened, the system decides. */
export async function syncNameOf(files: FilePort, folder: string): Promise<void> {
  try {
    await files.syncFolder(dirname(folder));
  } catch (error) {
    if (!closedToUs.has(errorCode(error) ?? '')) throw error;
  }
}

/** A parent that belongs to somebody else, or to a system that knows no fsync of folders. */
const closedToUs = new Set(['EACCES', 'EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP']);
