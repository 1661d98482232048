import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { BundleChecked } from '../../../shared/bag/bag-checked';
import { type BagFiles, checkBag } from '../../../shared/bag/check-bag';
import type { DigestName } from '../../../shared/bag/manifest';
import { Refusal } from '../../../shared/contract/errors';
import type { ReadJob } from '../../../shared/worker-protocol';
import { Archive, isArchive } from './archive';
import type { ArchiveEntry } from './archive-entries';
import { DiskFile, OpenFiles } from './disk-file';
import { listFolder } from './folder';
import { Budget, type ReadingLimits, readingLimits } from './limits';
import type { Outbox } from './outbox';

/** The lists of the largest bag that may be read: some 100,000 files. */
const mostListBytes = 64 * 1024 * 1024;

interface OneFile {
  readonly sizeBytes: number;
  bytes(): AsyncIterable<Uint8Array>;
}

/** Looks at what somebody received: a bag as a folder or packed, or a file alone. Nothing is stored or written. Its last word is `bundle-checked`. */
export async function checkBundleJob({ path, name }: Extract<ReadJob, { job: 'check-bundle' }>, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const about = await stat(path).catch(() => {
    throw new Refusal('file-unreadable', name);
  });
  const budget = new Budget({ ...limits, systemFilesToo: true }, name);
  const pool = new OpenFiles(!about.isDirectory());
  try {
    outbox.say({ say: 'bundle-checked', checked: about.isDirectory() ? await checkFolder(path, name, pool, budget, outbox) : await checkFile(path, name, pool, budget, outbox) });
  } finally {
    await pool.closeAll();
  }
}

async function checkFolder(place: string, name: string, pool: OpenFiles, budget: Budget, outbox: Outbox): Promise<BundleChecked> {
  const { files, leftOut } = await listFolder(place, name, pool, budget, () => outbox.progress(0, 0, 'bytes'));
  const all = new Map<string, OneFile | null>(leftOut.map(({ path }) => [path, null]));
  for (const file of files) all.set(file.path, file);
  return { name, file: null, bag: await checkBag(new FilesToCheck(all, outbox, totalOf(all))) };
}

async function checkFile(place: string, name: string, pool: OpenFiles, budget: Budget, outbox: Outbox): Promise<BundleChecked> {
  const file = await DiskFile.find(place, name, pool, true);
  const beginning = file.beginning(1024);
  const isPdf = new TextDecoder('latin1').decode(beginning).includes('%PDF-');
  // Of a damaged archive at least its own sum is told.
  const archive = isArchive(beginning) ? await Archive.open(file, name, budget).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-understood') return null;
    throw error;
  }) : null;
  const all = new Map<string, OneFile | null>(archive?.leftOut.map(({ path }) => [path, null]));
  for (const entry of archive?.entries ?? []) all.set(nameOf(entry), { sizeBytes: entry.entry.uncompressedSize, bytes: () => (archive as Archive).bytes(entry) });
  const total = totalOf(all) + file.sizeBytes;
  const files = new FilesToCheck(all, outbox, total);
  const sha256 = await file.sha256((done) => files.read(done));
  files.begin(file.sizeBytes);
  return { name, file: { sizeBytes: file.sizeBytes, sha256, isPdf }, bag: archive === null ? null : await checkBag(files) };
}

/** Info-ZIP writes names in UTF-8 and, where the system's language is not set, does not say so: they would be read as code page 437, and each such file be called renamed. */
function nameOf({ entry, path }: ArchiveEntry): string {
  if ((entry.generalPurposeBitFlag & 0x800) !== 0) return path;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(entry.fileNameRaw);
  } catch {
    return path;
  }
}

function totalOf(all: ReadonlyMap<string, OneFile | null>): number {
  return [...all.values()].reduce((sum, file) => sum + (file?.sizeBytes ?? 0), 0);
}

/** What is there, as a checker of bags reads it; progress in bytes. null: it is there and cannot be read (a link, a device, locked). */
class FilesToCheck implements BagFiles {
  #done = 0;

  constructor(private readonly files: ReadonlyMap<string, OneFile | null>, private readonly outbox: Outbox, private readonly total: number) {}

  get paths(): readonly string[] {
    return [...this.files.keys()];
  }

  sizeOf(path: string): number {
    return this.files.get(path)?.sizeBytes ?? 0;
  }

  /** So much was read before. */
  begin(done: number): void {
    this.#done = done;
  }

  read(bytes: number): void {
    this.outbox.progress(Math.min(this.total, this.#done + bytes), this.total, 'bytes');
  }

  async text(path: string): Promise<string | null> {
    const file = this.files.get(path);
    if (!file || file.sizeBytes > mostListBytes) return null;
    try {
      const pieces: Uint8Array[] = [];
      for await (const piece of file.bytes()) pieces.push(piece);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(pieces));
    } catch (error) {
      return unreadable(error);
    }
  }

  async digest(path: string, algorithms: readonly DigestName[]): Promise<Partial<Record<DigestName, string>> | null> {
    const file = this.files.get(path);
    if (!file) return null;
    const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
    let done = 0;
    try {
      for await (const piece of file.bytes()) {
        for (const [, hash] of hashes) hash.update(piece);
        done += piece.length;
        this.read(done);
      }
    } catch (error) {
      return unreadable(error);
    } finally {
      this.#done += done;
    }
    return Object.fromEntries(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
  }
}

/** One file that cannot be read leaves the others what they are. */
function unreadable(error: unknown): null {
  if (error instanceof Refusal && (error.code === 'file-unreadable' || error.code === 'file-changed')) return null;
  throw error;
}
