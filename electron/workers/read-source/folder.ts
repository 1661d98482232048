import { lstatSync, type Dirent, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { isOfTheSystem, isUnsafe, type LeftOutFile } from './archive-entries';
import { DiskFile, type OpenFiles } from './disk-file';
import type { Budget } from './limits';

export interface FolderListing {
  readonly files: readonly DiskFile[];
  readonly leftOut: readonly LeftOutFile[];
}

/**
 * Every ordinary file in a folder and the folders in it, each folder's files by name and before its folders. Links are never followed, devices and pipes never opened. Refuses `file-unreadable`
 * when the folder itself cannot be read, `limit-exceeded` when there are more files than may be.
 */
export async function listFolder(place: string, name: string, pool: OpenFiles, budget: Budget, onFile: () => void): Promise<FolderListing> {
  const files: DiskFile[] = [];
  const leftOut: LeftOutFile[] = [];
  // A stack of its own: folders may lie deeper than calls may.
  const waiting: { readonly inside: string; readonly depth: number }[] = [{ inside: '', depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { inside, depth } = next;
    const entries = await readFolder(path.join(place, inside));
    if (entries === null && depth === 0) throw new Refusal('file-unreadable', name);
    if (entries === null) leftOut.push({ path: inside, reason: 'unreadable' });
    const folders: typeof waiting = [];
    for (const entry of entries ?? []) {
      onFile();
      const at = inside + entry.name;
      budget.takeFile();
      if (!budget.limits.systemFilesToo && isOfTheSystem(entry.isDirectory() ? `${at}/` : at)) continue;
      if (isUnsafe(at)) leftOut.push({ path: at, reason: 'unsafe-name' });
      else if (!entry.isDirectory()) take(at, entry);
      else if (depth + 1 >= budget.limits.folderDepth) leftOut.push({ path: at, reason: 'too-deep' });
      else folders.push({ inside: `${at}/`, depth: depth + 1 });
    }
    waiting.push(...folders.reverse());
  }
  return { files, leftOut };

  function take(at: string, entry: Dirent): void {
    const about = entry.isFile() ? factsOf(path.join(place, at)) : null;
    if (!entry.isFile() || (about && !about.isFile())) leftOut.push({ path: at, reason: 'not-a-file' });
    else if (!about) leftOut.push({ path: at, reason: 'unreadable' });
    else if (about.size > budget.limits.entryBytes) leftOut.push({ path: at, reason: 'too-large' });
    else files.push(DiskFile.of(path.join(place, at), at, { sizeBytes: about.size, modifiedMs: about.mtimeMs, device: about.dev, node: about.ino }, pool));
  }
}

function factsOf(place: string): Stats | null {
  try {
    return lstatSync(place);
  } catch {
    return null;
  }
}

/** By code units, so that the order is the same on every machine. */
async function readFolder(place: string): Promise<Dirent[] | null> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => null);
  return entries?.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) ?? null;
}
