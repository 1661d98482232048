import { access } from 'node:fs/promises';
import path from 'node:path';
import { backupFolderName } from '../../../../shared/messages/en-gb/backup-folder';

/** The name of the folder for a backup inside a folder with other things in it: the first, the second. */
export function ownBackupFolder(picked: string, number: number): string {
  return path.join(picked, number === 1 ? backupFolderName : `${backupFolderName} ${number}`);
}

/** Whether a folder is one that the program makes itself, with the first backup; it need not be there yet. */
export function isOwnBackupFolder(folder: string): boolean {
  const name = path.basename(folder);
  return name === backupFolderName || (name.startsWith(`${backupFolderName} `) && /^[1-9]\d*$/.test(name.slice(backupFolderName.length + 1)));
}

/** Whether a place can be reached: its folder, or the one in which its own is to be made. */
export async function isReachable(folder: string): Promise<boolean> {
  return (await isThere(folder)) || (isOwnBackupFolder(folder) && isThere(path.dirname(folder)));
}

/** Whether something lies under a path. */
export function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
