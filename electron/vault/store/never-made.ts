import { join } from 'node:path';
import type { FilePort } from './file-port';
import { isObjectName } from './object-names';

/** The length of a new vault's root copy. Every snapshot and evidence file is longer, and so is the first segment of a record that was begun. */
const rootBytes = 4096;

/**
 * Removes what the making of a vault left in this folder when it was cut short before its header: copies of a root in which nothing was recorded yet. Their key was on no disk, so
 * nobody can tell them by their names, and they would lie there for ever, looking like another compartment's. Where anything longer lies there nothing is touched: that is a vault that
 * lost its header. Only while holding the lock of a folder without a header.
 */
export async function removeNeverMade(files: FilePort, folder: string): Promise<void> {
  const objects = join(folder, 'objects');
  const shelves = (await files.list(objects)).filter((shelf) => /^[0-9a-f]{2}$/.test(shelf)).map((shelf) => join(objects, shelf));
  const found: string[] = [];
  for (const shelf of shelves) for (const name of await files.list(shelf)) found.push(join(shelf, name));
  for (const path of found) {
    const bytes = isObjectName(path.slice(-32)) ? await files.sizeOf(path) : null;
    if (bytes === null || bytes > rootBytes) return;
  }
  for (const path of found) await files.remove(path);
  // Also what was removed before, by a making that took itself back: it might come back.
  for (const shelf of shelves) await files.syncFolder(shelf);
}
