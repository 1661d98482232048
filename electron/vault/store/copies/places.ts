import { dirname, join } from 'node:path';
import { systemRandom } from '../../crypto/primitives';
import { errorCode, type FilePort } from '../file-port';
import { ObjectFolder } from '../object-folder';
import type { VaultFiles } from '../vault-files';

/** Systems that know no fsync of a folder: some network shares, some sticks. */
const knowsNoSync = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EBADF']);

/** A disk that she chose for a copy, which may be of any kind: what it cannot do about folders is left to it. */
export function outsideFiles(files: FilePort): FilePort {
  return {
    create: (path) => files.create(path), openForReading: (path) => files.openForReading(path), rename: (from, to) => files.rename(from, to), remove: (path) => files.remove(path),
    makeFolder: (path) => files.makeFolder(path), list: (path) => files.list(path), exists: (path) => files.exists(path), sizeOf: (path) => files.sizeOf(path),
    removeFolder: (path) => files.removeFolder(path), modifiedMs: (path) => files.modifiedMs(path), touch: (path) => files.touch(path),
    async syncFolder(path) {
      try {
        await files.syncFolder(path);
      } catch (error) {
        if (!knowsNoSync.has(errorCode(error) ?? '')) throw error;
      }
    },
  };
}

/** A copy of a vault as it lies, or is to lie, in another folder: the same id and keys. */
export function vaultIn(folder: string, vault: Pick<VaultFiles, 'vaultId' | 'keys' | 'files'>): VaultFiles {
  const files = outsideFiles(vault.files);
  return { folder, vaultId: vault.vaultId, keys: vault.keys, files, random: systemRandom, objects: new ObjectFolder(folder, files, vault.keys.names, systemRandom) };
}

/** Names on the disk of a folder and its `objects`, and of the folder itself where the one above may be opened. */
export async function syncPlace({ files, folder }: Pick<VaultFiles, 'files' | 'folder'>): Promise<void> {
  await files.syncFolder(join(folder, 'objects'));
  await files.syncFolder(folder);
  try {
    await files.syncFolder(dirname(folder));
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
  }
}
