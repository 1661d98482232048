import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the invented case's files; null where it is not there. `root`: the project's folder. */
export function sampleFolderOf(root: string): string | null {
  const folder = join(root, 'assets/sample-case/files');
  return existsSync(folder) ? folder : null;
}
