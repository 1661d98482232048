import { readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import type { BackupPlace } from '../../../shared/contract/backup-calls';
import { addBackupPlace, getBackupPlace, noteFound, placeAt } from '../record/vault/backup-places';
import { backupTarget } from '../record/vault/backups';
import { lastEntryUtc } from '../record/history/history';
import { isThere, ownBackupFolder } from '../record/vault/own-backup-folder';
import type { RecordContext } from '../record/record-context';

/**
 * Takes a folder as a place for backups: itself when it is empty or holds a backup of this vault, else a folder inside it, which is made with the first backup. What lies there
 * already is known from then on. Refuses as `backup.takePlace` says (shared/vault-protocol/backup-calls.ts).
 */
export async function takePlace(context: RecordContext, picked: string): Promise<BackupPlace> {
  const { store } = context;
  if (store.readOnly) throw new Refusal('read-only');
  const real = await realFolder(picked);
  const folder = await folderFor(context, real);
  const known = placeAt(store, folder);
  const found = await store.copies.know(backupTarget(context, folder, known), lastEntryUtc);
  if (known !== null) {
    if (found !== null) await store.transact((transaction) => noteFound(transaction, known, found));
    return getBackupPlace(store, known);
  }
  await tryToWrite((await isThere(folder)) ? folder : real);
  // A folder of ours inside the picked one is better known by the picked one's name.
  return getBackupPlace(store, await addBackupPlace(context, folder, path.basename(real) || folder, found));
}

/** Where a folder really is. Refuses `place-gone`. */
export async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if ((await stat(real)).isDirectory()) return real;
  } catch {
    // Said below.
  }
  throw new Refusal('place-gone');
}

async function folderFor(context: RecordContext, picked: string): Promise<string> {
  if ((await lies(context, picked)) !== 'other things') return picked;
  for (let number = 1; ; number += 1) {
    const folder = ownBackupFolder(picked, number);
    if (!(await isThere(folder))) return folder;
    const found = await lies(context, folder).catch(unlessAnother);
    if (found === 'backup' || found === 'nothing') return folder;
  }
}

/** Refuses `same-folder`, `backup-differs`, `not-this-vault`. */
async function lies(context: RecordContext, folder: string): Promise<'nothing' | 'backup' | 'other things'> {
  const found = await context.store.copies.find(backupTarget(context, folder, placeAt(context.store, folder)));
  if (found === 'backup') return 'backup';
  const names = await readdir(folder).catch(() => {
    throw new Refusal('folder-unwritable');
  });
  return names.length === 0 ? 'nothing' : 'other things';
}

/** Another vault's backup in a folder of our name: the next number is free. */
function unlessAnother(error: unknown): 'other things' {
  if (error instanceof Refusal && error.code === 'not-this-vault') return 'other things';
  throw error;
}

async function tryToWrite(folder: string): Promise<void> {
  const probe = path.join(folder, 'lock.00000000000000000000000000000000');
  try {
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
    await rm(probe);
  } catch (error) {
    throw new Refusal((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'folder-unwritable');
  }
}
