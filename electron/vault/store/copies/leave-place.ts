import { join } from 'node:path';
import { Refusal } from '../../../../shared/contract/errors';
import { sameBytes } from '../../crypto/primitives';
import { FolderLock } from '../folder-lock';
import { readHeader } from '../header/header';
import { readEachCopy } from '../header/header-files';
import { rootNames } from '../object-names';
import type { VaultFiles } from '../vault-files';
import type { Point } from './copies';
import { endOf, readAnyRoot, samePoint } from './judge-place';
import { removeEmptyFolders } from './made-place';
import { vaultIn } from './places';

/**
 * Removes a vault's files from the folder it was moved out of, and nothing else: its headers first, so that half of it is not taken for a vault. Goes on where it was cut short. Objects of
 * other compartments go only when the very same lie where the vault is now. What went on living there since stays untouched.
 * @param leftAt where the vault was when it was moved
 */
export async function leavePlace(vault: VaultFiles, folder: string, leftAt: Point): Promise<'left' | 'lives-on'> {
  const old = vaultIn(folder, vault);
  const { files } = old;
  if (!(await files.exists(folder))) return 'left';
  const lock = await FolderLock.take(files, folder, old.random);
  try {
    if (await livesOn(old, leftAt)) return 'lives-on';
    await removeFiles(vault, old);
  } finally {
    await lock.release();
  }
  await removeEmptyFolders(old);
  return 'left';
}

/** Another vault was put there, or this one went on there. Without a header it is what an earlier removal left. */
async function livesOn(old: VaultFiles, leftAt: Point): Promise<boolean> {
  const headers = (await readEachCopy(old.files, old.folder)).flatMap((bytes) => (bytes === null ? [] : [readHeader(bytes)]));
  if (headers.length === 0) return false;
  if (headers.some((reading) => reading.state === 'newer' || (reading.state === 'sound' && !sameBytes(reading.header.vaultId, old.vaultId)))) return true;
  const root = await readAnyRoot(old);
  // What cannot be read may be what went on living there: nothing is removed on a doubt, and the next opening tries again.
  if (root === null || !headers.some((reading) => reading.state === 'sound')) throw new Refusal('io-error');
  return !samePoint(await endOf(old, root), leftAt);
}

async function removeFiles(vault: VaultFiles, { files, folder, objects }: VaultFiles): Promise<void> {
  for (const name of await files.list(folder)) if (/^head\.[01](\.[0-9a-f]{16})?$/.test(name)) await files.remove(join(folder, name));
  await files.syncFolder(folder);
  const own: readonly string[] = rootNames(vault.keys.names);
  for (const name of await objects.names()) {
    const isOwn = own.includes(name) || vault.objects.kindOf(name) !== null;
    if (isOwn || (await objects.sizeOf(name)) === (await vault.objects.sizeOf(name))) await objects.remove(name);
  }
  if ((await files.sizeOf(join(folder, 'spare'))) !== null) await files.remove(join(folder, 'spare'));
}
