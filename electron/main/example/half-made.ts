import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Empty, beside the example's folder, until all of the example is in it. */
const markOf = (folder: string): string => `${folder}.part`;
const markName = /^(example(-\d+)?)\.part$/;

/** From now on the folder goes at the next start, should the program be killed before the example is whole: half of it would later look like all of it. */
export async function beginHalfMade(folder: string): Promise<void> {
  await writeFile(markOf(folder), '', { mode: 0o600 });
}

/** All of the example is in the folder. */
export async function endHalfMade(folder: string): Promise<void> {
  await rm(markOf(folder), { force: true }).catch(() => undefined);
}

/** Removes the folder, which this program made, empty, in its own place; then the mark, so that what is cut short here is taken up at the next start. */
export async function removeHalfMade(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).then(() => endHalfMade(folder), () => undefined);
}

/** At the start of the program: removes every example that a kill left half made. Only folders that lie in the program's own and bear an example's name. */
export async function sweepHalfMade(ownFolder: string): Promise<void> {
  const names = await readdir(ownFolder).catch(() => []);
  for (const name of names) {
    const [, folder] = markName.exec(name) ?? [];
    if (folder !== undefined) await removeHalfMade(path.join(ownFolder, folder));
  }
}
