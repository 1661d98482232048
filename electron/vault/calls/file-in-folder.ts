import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors';

/**
 * The place of a file inside a folder that she chose. The path comes from a process that has read hostile bytes: `/` between its parts, none of them empty, `.` or `..`, no link on the way, an
 * ordinary file at its end. Refuses `bad-call`, and `file-unreadable` for what is not there; `name` is what the refusal names.
 */
export async function fileInFolder(folder: string, path: string, name: string): Promise<string> {
  const parts = path.split('/');
  // A drive or a stream (`C:`, `a:b`) and a backslash are steps on Windows.
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\u0000]/.test(part)) || (process.platform === 'win32' && path.includes(':'))) throw new Refusal('bad-call');
  let place = folder;
  for (const [number, part] of parts.entries()) {
    place = join(place, part);
    const about = await lstat(place).catch(() => {
      throw new Refusal('file-unreadable', name);
    });
    const isLast = number === parts.length - 1;
    if (isLast ? !about.isFile() : !about.isDirectory()) throw new Refusal('bad-call');
  }
  return place;
}
