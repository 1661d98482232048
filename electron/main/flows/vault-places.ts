import { access, mkdir, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { headNames } from './vault-heads';

/** True when the folder holds a vault's header, whatever its state. */
export async function holdsVault(folder: string): Promise<boolean> {
  const found = await Promise.all(headNames.map((name) => access(path.join(folder, name)).then(() => true, () => false)));
  return found.includes(true);
}

/** Whether a folder, or one that it lies in, holds a vault: what is put there would lie among that vault's files. */
export async function liesInVault(folder: string): Promise<boolean> {
  for (let at = await realpath(folder).catch(() => path.resolve(folder)); ; at = path.dirname(at)) {
    if (await holdsVault(at)) return true;
    if (at === path.dirname(at)) return false;
  }
}

/**
 * Where the vault lies that she means: in the picked folder itself, or in the only folder right inside it that holds one, when she picked the stick. The picked
 * folder where that says nothing.
 */
export async function vaultFolderAt(picked: string): Promise<string> {
  if (await holdsVault(picked)) return picked;
  const inside = await readdir(picked, { withFileTypes: true }).catch(() => []);
  const folders = inside.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(picked, name));
  const holding = (await Promise.all(folders.map(async (folder) => ({ folder, isVault: await holdsVault(folder) })))).filter(({ isVault }) => isVault);
  const [only, ...others] = holding;
  return only !== undefined && others.length === 0 ? only.folder : picked;
}

/** Whether a place is that folder or lies inside it. What cannot be looked at lies nowhere. */
export async function liesWithin(place: string, folder: string): Promise<boolean> {
  const [inner, outer] = await Promise.all([place, folder].map((each) => realpath(each).catch(() => null)));
  if (inner == null || outer == null) return false;
  const way = path.relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
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
