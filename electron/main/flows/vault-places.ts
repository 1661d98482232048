import { access, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { headNames } from './vault-heads';

/** True when the folder holds a vault's header, whatever its state. */
export async function holdsVault(folder: string): Promise<boolean> {
  const found = await Promise.all(headNames.map((name) => access(path.join(folder, name)).then(() => true, () => false)));
  return found.includes(true);
}

/**
 * A folder for a new vault, made when it is not there: the picked one when it is empty, else a new one inside it; without a pick
 * a new one in the program's own folder. Never one that has anything in it. Refuses `folder-unwritable`.
 */
export async function folderForNewVault(picked: string | null, ownFolder: string, name: string): Promise<string> {
  if (picked !== null && (await isEmpty(picked))) return picked;
  const base = picked ?? ownFolder;
  for (let number = 1; ; number++) {
    const folder = path.join(base, number === 1 ? name : `${name}-${number}`);
    const made = await mkdir(folder, { recursive: picked === null, mode: 0o700 }).then(() => true, (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw new Refusal(error.code === 'ENOSPC' ? 'disk-full' : 'folder-unwritable');
    });
    if (made && (await isEmpty(folder))) return folder;
  }
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch {
    throw new Refusal('folder-unwritable');
  }
}
