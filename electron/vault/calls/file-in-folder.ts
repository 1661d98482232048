import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors';

/**
 * The place of a file inside a folder that she chose. The path comes from a process that has read hostile bytes: `/` between its parts, none of them empty, `.` or `..`: else `bad-call`. Refuses
 * `file-gone` for what is not there, `file-unreadable` for a link on the way or no ordinary file at its end; `name` is what the refusal names.
 */
export async function fileInFolder(folder: string, path: string, name: string): Promise<string> {
  const parts = path.split('/');
  // A drive or a stream (`C:`, `a:b`) and a backslash are steps on Windows.
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\u0000]/.test(part)) || (process.platform === 'win32' && path.includes(':'))) throw new Refusal('bad-call');
  let place = folder;
  for (const [number, part] of parts.entries()) {
    place = join(place, part);
    const about = await lstat(place).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'file-gone' : 'file-unreadable', name);
    });
    const isLast = number === parts.length - 1;
    // It may have been put in the file's place since the folder was listed: so it is the file that is refused.
    if (isLast ? !about.isFile() : !about.isDirectory()) throw new Refusal('file-unreadable', name);
  }
  return place;
}
