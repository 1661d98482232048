import { isAbsolute, join, relative, sep } from 'node:path';

/** Whether a folder is another or lies inside it; as they are written, so give it real paths. */
export function isWithin(folder: string, other: string): boolean {
  const way = relative(join(other), join(folder));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
