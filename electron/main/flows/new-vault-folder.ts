import { readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { folderForNewVault, holdsVault, liesInVault, liesWithin } from './vault-places';

/** Everything a vault's process puts into a vault's folder (docs/FORMAT.md, "Files"). */
const vaultName = /^(head\.[01](\.[0-9a-f]{16})?|lock(\.[0-9a-f]{32})?|objects|spare)$/;

export interface NewVaultFolder {
  /** The folder she picked, or null: a new one in the program's own place. */
  readonly picked: string | null;
  readonly ownFolder: string;
  /** Folders of other vaults, which must not come to hold this one. */
  readonly outside: readonly string[];
}

/**
 * Hands `work` an empty folder for a whole vault, as `folderForNewVault` finds it. When the work refuses, or its process was ended in the middle, what it left there is removed,
 * and the folder too when it was made here; never once a header stands in it, because then a whole vault does. Refuses `same-folder`, `vault-exists` (the pick is a vault's folder, or inside one)
 * and as `folderForNewVault`.
 */
export async function inNewVaultFolder<T>({ picked, ownFolder, outside }: NewVaultFolder, work: (folder: string) => Promise<T>): Promise<T> {
  for (const other of outside) if (picked !== null && (await liesWithin(picked, other))) throw new Refusal('same-folder');
  if (picked !== null && (await liesInVault(picked))) throw new Refusal('vault-exists');
  const folder = await folderForNewVault(picked, ownFolder, 'vault');
  try {
    return await work(folder);
  } catch (error) {
    if (!(await holdsVault(folder))) {
      const left = await readdir(folder).catch(() => []);
      for (const name of left.filter((each) => vaultName.test(each))) await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined);
      if (folder !== picked) await rmdir(folder).catch(() => undefined);
    }
    throw error;
  }
}
