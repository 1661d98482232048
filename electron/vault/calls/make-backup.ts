import { mkdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import type { BackupDone } from '../../../shared/contract/backup-calls';
import type { Id } from '../../../shared/model/identity';
import { folderOfPlace } from '../record/vault/backup-places';
import { backupTarget, noteBackup } from '../record/vault/backups';
import { isOwnBackupFolder, isThere } from '../record/vault/own-backup-folder';
import type { RecordContext } from '../record/record-context';
import type { LongWork } from '../store/store';
import { realFolder } from './take-place';

/** Makes or continues the backup at a place. `isAnew`: also where one was and is none now. Refuses as `backup.make` says (shared/vault-protocol/backup-calls.ts). */
export async function makeBackup(context: RecordContext, id: Id, isAnew: boolean, work: LongWork): Promise<BackupDone> {
  const { store } = context;
  if (store.readOnly) throw new Refusal('read-only');
  const known = backupTarget(context, folderOfPlace(store, id), id);
  const mustBeThere = known.mustBeThere && !isAnew;
  const isMade = await makeOwnFolder(known.folder, mustBeThere);
  try {
    const folder = await realFolder(known.folder);
    return await noteBackup(context, id, await store.copies.backUp({ ...known, folder, mustBeThere }, work));
  } catch (error) {
    // It goes when nothing came into it.
    if (isMade) await rmdir(known.folder).catch(() => undefined);
    throw error;
  }
}

/** A folder of ours inside the picked one is made with the first backup, while the picked one is there. Whether it was. */
async function makeOwnFolder(folder: string, mustBeThere: boolean): Promise<boolean> {
  if (!isOwnBackupFolder(folder) || (await isThere(folder)) || !(await isThere(path.dirname(folder)))) return false;
  if (mustBeThere) throw new Refusal('backup-gone');
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    throw new Refusal((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'folder-unwritable');
  }
}
