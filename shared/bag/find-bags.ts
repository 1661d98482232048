import { isSystemFile } from './bag-paths';
import { manifestNamed } from './manifest';
import { mostNamed } from './most-named';

/**
 * The folders in which bags lie, however deep, in the order of their paths: '' for what was chosen itself, `name/` within it. A folder is a bag where `bagit.txt` is, or, if that was taken out of it,
 * where its lists are. A bag within another is a part of the outer one, whose lists name its files.
 */
export function findBags(paths: readonly string[]): string[] {
  const marked = outermost(paths.filter((path) => lastName(path) === 'bagit.txt').map(folderOf));
  // Lists alone do not make a bag of a folder that holds whole ones: somebody may have listed everything there.
  const listed = paths.filter((path) => manifestNamed(lastName(path))?.isTag === false).map(folderOf);
  const alone = listed.filter((root) => !marked.some((bag) => bag.startsWith(root) || root.startsWith(bag)));
  return [...marked, ...outermost(alone)].sort(order);
}

/** What lies in none of the bags and was laid there by somebody: no list of any of them speaks of it. */
export function filesBeside(paths: readonly string[], roots: readonly string[]): string[] {
  return paths.filter((path) => !roots.some((root) => path.startsWith(root)) && !isSystemFile(path)).sort(order);
}

/** The names of files beside bags, no more than are told, and how many there are. */
export function namedBeside(paths: readonly string[]): { beside: string[]; besideCount: number } {
  return { beside: paths.slice(0, mostNamed), besideCount: paths.length };
}

function outermost(roots: readonly string[]): string[] {
  const kept: string[] = [];
  // In this order an outer folder stands before everything that lies in it.
  for (const root of [...new Set(roots)].sort((a, b) => a.length - b.length)) if (!kept.some((outer) => root.startsWith(outer))) kept.push(root);
  return kept;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
