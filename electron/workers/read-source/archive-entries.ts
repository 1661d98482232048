import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../../../shared/contract/errors';
import { plainFileName } from '../../../shared/importers/file-names';
import type { ReadingLimits } from './limits';

/** One file in an archive, after every check on its entry. */
export interface ArchiveEntry {
  readonly entry: Entry;
  /** Its path as written, and its plain own name. */
  readonly path: string;
  readonly name: string;
}

const fileKind = 0o170000;
const [regularFile, folder] = [0o100000, 0o040000];
const localHeaderBytes = 30;

/**
 * Reads an archive's whole directory before anything is unpacked and refuses the archive when any entry is not what an export holds:
 * a path that leads out, a link or device, encryption, a name given twice, entries that lie over one another, sizes or ratios
 * beyond the limits. `archiveName` is named in the refusal.
 */
export async function listEntries(zip: ZipFile, archiveName: string, limits: ReadingLimits): Promise<ArchiveEntry[]> {
  if (zip.entryCount > limits.archiveEntries) throw new Refusal('limit-exceeded', archiveName);
  const found: ArchiveEntry[] = [];
  const names = new Set<string>();
  const spans: (readonly [start: number, end: number])[] = [];
  let total = 0;
  let count = 0;
  for await (const entry of entriesOf(zip)) {
    count += 1;
    if (count > limits.archiveEntries) throw new Refusal('limit-exceeded', archiveName);
    const path = readPath(entry, archiveName, limits);
    spans.push([entry.relativeOffsetOfLocalHeader, entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize]);
    if (path.endsWith('/')) continue;
    if (entry.isEncrypted()) throw new Refusal('encrypted-file', archiveName);
    if (!entry.canDecodeFileData()) throw new Refusal('not-understood', archiveName);
    total += entry.uncompressedSize;
    const bursts = entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio;
    if (entry.uncompressedSize > limits.entryBytes || total > limits.archiveBytes || bursts) throw new Refusal('limit-exceeded', archiveName);
    // What a Mac adds of its own when it packs a folder.
    if (/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/.test(path)) continue;
    const name = plainFileName(path);
    if (name === '' || names.has(name)) throw new Refusal('not-understood', archiveName);
    names.add(name);
    found.push({ entry, path, name });
  }
  refuseOverlaps(spans, archiveName);
  return found;
}

function readPath(entry: Entry, archiveName: string, limits: ReadingLimits): string {
  const path = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  const kind = (entry.externalFileAttributes >>> 16) & fileKind;
  const leadsOut = yauzl.validateFileName(path) !== null || path.includes('\\') || path.includes('\0') || path.split('/').includes('..');
  if (leadsOut || (kind !== 0 && kind !== regularFile && kind !== folder)) throw new Refusal('not-understood', archiveName);
  if (path.length > 1024 || path.split('/').length > limits.folderDepth) throw new Refusal('limit-exceeded', archiveName);
  return path;
}

/** Entries that share packed bytes unpack to far more than the archive holds (D. Fifield, "A better zip bomb", 2019). */
function refuseOverlaps(spans: (readonly [start: number, end: number])[], archiveName: string): void {
  spans.sort(([a], [b]) => a - b);
  let reached = 0;
  for (const [start, end] of spans) {
    if (start < reached) throw new Refusal('limit-exceeded', archiveName);
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
