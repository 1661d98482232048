import { stat } from 'node:fs/promises';
import { Refusal } from '../../../../shared/contract/errors';
import { shownPath } from '../../../../shared/importers/file-names';
import { type FilesLeftOut, mostFilesAtOnce } from '../../../../shared/model/files-found';
import { Archive, holdsFiles } from '../archive';
import type { LeftOutFile } from '../archive-entries';
import { DiskFile, lastName, OpenFiles } from '../disk-file';
import { listFolder } from '../folder';
import { Budget, type ReadingLimits } from '../limits';
import { ArchiveMember, DiskMember, type Member, type ReadingMeans } from '../member';
import type { ReadingProgress } from '../reading-progress';
import { UnpackedArchives } from '../unpacked-archive';

/** A file that becomes a document. `holder`: the place in the list of the archive in which it lies, null on the disk. `path`: in the folder or in that archive. */
export interface FoundFile {
  readonly member: Member;
  readonly holder: number | null;
  readonly path: string;
  isHolder: boolean;
}

export interface FoundFiles {
  readonly isFolder: boolean;
  /** An archive before what lies in it. */
  readonly files: readonly FoundFile[];
  readonly leftOut: readonly LeftOutFile[];
  close(): Promise<void>;
}

const leftOutShown = 50;

/**
 * Every file of a folder or archive, and of the archives in it, within the reader's limits. Refuses `file-unreadable`, `file-empty`, `limit-exceeded`, and `not-understood` for an archive that is none.
 * What cannot be read is left out, with its reason.
 */
export async function findFiles(place: string, name: string, limits: ReadingLimits, progress: ReadingProgress): Promise<FoundFiles> {
  const about = await stat(place).catch(() => {
    throw new Refusal('file-unreadable', name);
  });
  const pool = new OpenFiles(!about.isDirectory());
  const search = new FileSearch(new Budget({ ...limits, files: Math.min(limits.files, mostFilesAtOnce) }, name), progress);
  try {
    if (about.isDirectory()) {
      const { files, leftOut } = await listFolder(place, name, pool, search.budget, () => progress.lookedAt());
      search.leftOut.push(...leftOut);
      for (const file of files) await search.take(new DiskMember(file, search.means), file.path, null, 1);
    } else {
      await search.take(new DiskMember(await DiskFile.find(place, name, pool, true), search.means), name, null, 1);
    }
    return { isFolder: about.isDirectory(), files: search.files, leftOut: search.leftOut, close: () => pool.closeAll() };
  } catch (error) {
    await pool.closeAll();
    throw error;
  }
}

class FileSearch {
  readonly files: FoundFile[] = [];
  readonly leftOut: LeftOutFile[] = [];
  readonly means: ReadingMeans;
  readonly #unpacked: UnpackedArchives;

  constructor(readonly budget: Budget, progress: ReadingProgress) {
    this.means = { limits: budget.limits, progress };
    this.#unpacked = new UnpackedArchives(budget);
  }

  /** `depth`: 1 for a file on the disk, 2 for one in an archive there, and so on. */
  async take(member: Member, path: string, holder: number | null, depth: number): Promise<void> {
    this.means.progress.lookedAt();
    if (member.sizeBytes === 0) return void this.leftOut.push({ path: member.path, reason: 'empty' });
    let beginning: Uint8Array;
    try {
      beginning = await member.peek();
    } catch (error) {
      return void this.leftOut.push({ path: member.path, reason: whyLeftOut(error, member) });
    }
    const file: FoundFile = { member, holder, path, isHolder: false };
    const number = this.files.push(file) - 1;
    if (!holdsFiles(beginning)) return;
    try {
      file.isHolder = await this.#lookInside(member, number, depth);
    } catch (error) {
      // It is kept whole all the same; only what is in it does not come apart.
      if (!(error instanceof Refusal) || (error.code !== 'not-understood' && error.code !== 'file-unreadable' && error.code !== 'file-changed')) throw error;
      this.leftOut.push({ path: member.path, reason: 'damaged-archive' });
    }
  }

  async #lookInside(member: Member, number: number, depth: number): Promise<boolean> {
    const { limits } = this.budget;
    if (depth > limits.archiveDepth) {
      this.leftOut.push({ path: `${member.path}/`, reason: 'too-deep' });
      return false;
    }
    const stretch = await member.asArchive();
    if (!stretch && member.sizeBytes > limits.innerArchiveBytes) {
      this.leftOut.push({ path: `${member.path}/`, reason: 'too-large' });
      return false;
    }
    const archive = await Archive.open(stretch ?? this.#unpacked.access(member), lastName(member.path), this.budget);
    for (const { path, reason } of archive.leftOut) this.leftOut.push({ path: `${member.path}/${path}`, reason });
    const within = member.entryName === '' ? '' : `${member.entryName}/`;
    for (const entry of archive.entries) await this.take(new ArchiveMember(archive, entry, `${member.path}/`, within, member.outer, this.means), entry.path, number, depth + 1);
    return archive.entries.length > 0;
  }
}

/** Why one file cannot be read, while the others can; anything else that went wrong is thrown again. */
export function whyLeftOut(error: unknown, { outer }: Pick<Member, 'outer'>): 'gone' | 'changed' | 'unreadable' {
  if (!(error instanceof Refusal) || (error.code !== 'file-unreadable' && error.code !== 'file-changed')) throw error;
  if (!outer.isThere()) return 'gone';
  return error.code === 'file-changed' ? 'changed' : 'unreadable';
}

/** For the window: all counted, the first of them by name. */
export function sayLeftOut(leftOut: readonly LeftOutFile[]): FilesLeftOut {
  return { leftOutCount: leftOut.length, leftOut: leftOut.slice(0, leftOutShown).map(({ path, reason }) => ({ name: shownPath(path), reason })) };
}
