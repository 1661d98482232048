import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../../../shared/contract/errors';
import type { LeftOutReason } from '../../../shared/contract/record-calls';
import { plainFileName, shownPath } from '../../../shared/importers/file-names';
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
const controls = /[\u0000-\u001f\u007f-\u009f]/;

/** One entry that is not read, and why. */
export interface LeftOutEntry {
  /** Its path as it can be shown, and its plain own name, by which a message may name it. */
  readonly name: string;
  readonly plainName: string;
  readonly reason: LeftOutReason;
}

export interface ArchiveListing {
  readonly entries: readonly ArchiveEntry[];
  /** In the archive's order, but for names given twice, which come last. */
  readonly leftOut: readonly LeftOutEntry[];
}

/**
 * Reads an archive's whole directory before anything is unpacked. An entry that is not what an export holds is left out and the rest
 * goes on. Refuses `limit-exceeded`, naming `archiveName`, when the archive as a whole is beyond reason: too many entries, too much
 * in them together, entries that lie over one another.
 */
export async function listEntries(zip: ZipFile, archiveName: string, limits: ReadingLimits): Promise<ArchiveListing> {
  if (zip.entryCount > limits.archiveEntries) throw new Refusal('limit-exceeded', archiveName);
  const byName = new Map<string, ArchiveEntry[]>();
  const leftOut: LeftOutEntry[] = [];
  const spans: (readonly [start: number, end: number])[] = [];
  let total = 0;
  let count = 0;
  for await (const entry of entriesOf(zip)) {
    count += 1;
    if (count > limits.archiveEntries) throw new Refusal('limit-exceeded', archiveName);
    spans.push([entry.relativeOffsetOfLocalHeader, entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize]);
    const path = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    const name = plainFileName(path);
    const reason = whyNotRead(entry, path, name, limits);
    if (reason) {
      leftOut.push({ name: shownPath(path), plainName: name, reason });
      continue;
    }
    // Folders, and what a Mac adds of its own when it packs one.
    if (path.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/.test(path)) continue;
    total += entry.uncompressedSize;
    if (total > limits.archiveBytes) throw new Refusal('limit-exceeded', archiveName);
    const found = { entry, path, name };
    const sameName = byName.get(name);
    if (sameName) sameName.push(found);
    else byName.set(name, [found]);
  }
  refuseOverlaps(spans, archiveName);
  const entries: ArchiveEntry[] = [];
  for (const named of byName.values()) {
    // Which of them a message means cannot be told.
    if (named.length > 1) leftOut.push(...named.map(({ path, name }): LeftOutEntry => ({ name: shownPath(path), plainName: name, reason: 'same-name' })));
    else entries.push(...named);
  }
  return { entries, leftOut };
}

function whyNotRead(entry: Entry, path: string, name: string, limits: ReadingLimits): LeftOutReason | null {
  const leadsOut = yauzl.validateFileName(path) !== null || path.includes('\\') || path.split('/').includes('..');
  const isFolder = path.endsWith('/');
  if (leadsOut || controls.test(path) || path.length > 1024 || path.split('/').length > limits.folderDepth || (name === '' && !isFolder)) return 'unsafe-name';
  const kind = (entry.externalFileAttributes >>> 16) & fileKind;
  if (kind !== 0 && kind !== regularFile && kind !== folder) return 'not-a-file';
  if (isFolder) return null;
  if (entry.isEncrypted()) return 'encrypted';
  if (!entry.canDecodeFileData()) return 'unknown-packing';
  const bursts = entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio;
  return bursts || entry.uncompressedSize > limits.entryBytes ? 'too-large' : null;
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
