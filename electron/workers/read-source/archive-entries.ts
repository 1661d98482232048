import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { shownPath } from '../../../shared/importers/file-names';
import type { FileLeftOutReason } from '../../../shared/model/source-preview';
import type { Budget, ReadingLimits } from './limits';

/** One file in an archive, after every check on its entry. */
export interface ArchiveEntry {
  readonly entry: Entry;
  /** As written. */
  readonly path: string;
}

const fileKind = 0o170000;
const [regularFile, folder] = [0o100000, 0o040000];
const localHeaderBytes = 30;
const controls = /[\u0000-\u001f\u007f-\u009f]/;

/** One file that is not read, and why. `path`: as the archive or folder has it, cut to a length that can be held. */
export interface LeftOutFile {
  readonly path: string;
  readonly reason: FileLeftOutReason;
}

export interface ArchiveListing {
  readonly entries: readonly ArchiveEntry[];
  /** In the archive's order, but for paths given twice, which come last. */
  readonly leftOut: readonly LeftOutFile[];
}

/** What systems add of their own: a Mac when it packs a folder, Windows for its pictures. */
export function isOfTheSystem(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/.test(path);
}

/**
 * Reads an archive's whole directory before anything is unpacked. An entry that is not what an export holds is left out and the rest
 * goes on. Refuses `limit-exceeded` when the source as a whole is beyond reason: too many entries, too much in them together, entries that lie over one another.
 */
export async function listEntries(zip: ZipFile, budget: Budget): Promise<ArchiveListing> {
  const { limits } = budget;
  if (zip.entryCount > limits.files) budget.refuse();
  const byPath = new Map<string, ArchiveEntry[]>();
  const leftOut: LeftOutFile[] = [];
  const spans: (readonly [start: number, end: number])[] = [];
  for await (const entry of entriesOf(zip)) {
    budget.takeFile();
    spans.push([entry.relativeOffsetOfLocalHeader, entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize]);
    const path = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    const reason = whyNotRead(entry, path, limits);
    if (reason) {
      leftOut.push({ path: path.slice(0, 1024), reason });
      continue;
    }
    if (path.endsWith('/') || (!limits.systemFilesToo && isOfTheSystem(path))) continue;
    budget.takeUnpacked(entry.uncompressedSize);
    const same = byPath.get(path);
    if (same) same.push({ entry, path });
    else byPath.set(path, [{ entry, path }]);
  }
  refuseOverlaps(spans, budget);
  const entries: ArchiveEntry[] = [];
  for (const alike of byPath.values()) {
    // Which of them a message means cannot be told.
    if (alike.length > 1) leftOut.push(...alike.map(({ path }): LeftOutFile => ({ path, reason: 'same-name' })));
    else entries.push(...alike);
  }
  return { entries, leftOut };
}

function whyNotRead(entry: Entry, path: string, limits: ReadingLimits): FileLeftOutReason | null {
  const isFolder = path.endsWith('/');
  if (yauzl.validateFileName(path) !== null || path.includes('\\') || path.split('/').includes('..') || isUnsafe(path)) return 'unsafe-name';
  if (path.split('/').length > limits.folderDepth) return 'too-deep';
  const kind = (entry.externalFileAttributes >>> 16) & fileKind;
  if (kind !== 0 && kind !== regularFile && kind !== folder) return 'not-a-file';
  if (isFolder) return null;
  if (entry.isEncrypted()) return 'encrypted';
  if (!entry.canDecodeFileData()) return 'unknown-packing';
  const bursts = entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio;
  return bursts || entry.uncompressedSize > limits.entryBytes ? 'too-large' : null;
}

/** Control characters, nothing that can be seen, or longer than a path may be. */
export function isUnsafe(path: string): boolean {
  return controls.test(path) || path.length > 1024 || shownPath(path) === '';
}

/** Entries that share packed bytes unpack to far more than the archive holds (D. Fifield, "A better zip bomb", 2019). */
function refuseOverlaps(spans: (readonly [start: number, end: number])[], budget: Budget): void {
  spans.sort(([a], [b]) => a - b);
  let reached = 0;
  for (const [start, end] of spans) {
    if (start < reached) budget.refuse();
    reached = end;
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (use: () => void): void => {
        zip.off('entry', onEntry);
        zip.off('end', onEnd);
        zip.off('error', onError);
        use();
      };
      const onEntry = (next: Entry): void => settle(() => resolve(next));
      const onEnd = (): void => settle(() => resolve(null));
      const onError = (error: Error): void => settle(() => reject(error));
      zip.on('entry', onEntry);
      zip.on('end', onEnd);
      zip.on('error', onError);
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}
