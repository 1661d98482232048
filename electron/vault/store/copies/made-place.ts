import { join } from 'node:path';
import { Refusal } from '../../../../shared/contract/errors';
import { errorCode, nodeFilePort, type FilePort } from '../file-port';
import { FolderLock } from '../folder-lock';
import { vaultLiesHere } from '../header/header-files';
import type { VaultFiles } from '../vault-files';
import { isWithin } from './is-within';
import { holdsOnlyVault } from './judge-place';

/**
 * Makes a vault in an empty folder under its lock; should that fail, the folder is empty again. Refuses `same-folder` (inside one of `sources`), `vault-exists`,
 * `folder-unwritable` (something else lies there).
 */
export async function inEmptyFolder<T>(place: VaultFiles, sources: readonly string[], work: () => Promise<T>): Promise<T> {
  const { files, folder } = place;
  await makeEmptyFolder(place, sources);
  const lock = await FolderLock.take(files, folder, place.random);
  try {
    await files.makeFolder(join(folder, 'objects'));
    const result = await work();
    await lock.release();
    return result;
  } catch (error) {
    lock.stopBeat();
    await removeVault(place).catch(() => undefined);
    throw error;
  }
}

/** Refuses as `inEmptyFolder`. */
export async function makeEmptyFolder({ files, folder }: Pick<VaultFiles, 'files' | 'folder'>, sources: readonly string[]): Promise<void> {
  if (sources.some((source) => isWithin(folder, source))) throw new Refusal('same-folder');
  await files.makeFolder(folder);
  if (await vaultLiesHere(files, folder)) throw new Refusal('vault-exists');
  if ((await files.list(folder)).length > 0) throw new Refusal('folder-unwritable');
}

/** Removes a vault that nobody was told of, and its lock; the folder stays, empty. Never anything else. */
export async function removeVault({ files, folder }: Pick<VaultFiles, 'files' | 'folder'>): Promise<void> {
  if (!(await holdsOnlyVault({ files, folder }))) return;
  const objects = join(folder, 'objects');
  for (const name of await files.list(folder)) if (name.startsWith('head.')) await files.remove(join(folder, name));
  for (const shelf of await files.list(objects)) {
    for (const name of await files.list(join(objects, shelf))) await files.remove(join(objects, shelf, name));
    await files.removeFolder(join(objects, shelf));
  }
  if (await files.exists(objects)) await files.removeFolder(objects);
  for (const name of await files.list(folder)) await files.remove(join(folder, name));
}

/** Takes back a vault that was made and then did not open. */
export async function emptyAgain(folder: string): Promise<void> {
  await removeVault({ files: nodeFilePort, folder }).catch(() => undefined);
}

/** Removes folders that are empty now: the shelves of `objects`, it, and the vault's own. */
export async function removeEmptyFolders({ files, folder }: { files: FilePort; folder: string }): Promise<void> {
  const objects = join(folder, 'objects');
  for (const path of [...(await files.list(objects)).map((shelf) => join(objects, shelf)), objects, folder]) {
    try {
      await files.removeFolder(path);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
    }
  }
}
