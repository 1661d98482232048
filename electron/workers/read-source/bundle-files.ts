import { createHash } from 'node:crypto';
import type { BagFiles } from '../../../shared/bag/check-bag';
import type { DigestName } from '../../../shared/bag/manifest';
import { Refusal } from '../../../shared/contract/errors';
import type { Archive } from './archive';
import type { ArchiveEntry } from './archive-entries';
import type { Outbox } from './outbox';

/** The lists of the largest bag that may be read: some 100,000 files. */
const mostListBytes = 64 * 1024 * 1024;

/** A file of a folder or of an archive. */
export interface OneFile {
  readonly sizeBytes: number;
  bytes(): AsyncIterable<Uint8Array>;
}
/** What is there, by its path. null: it is there and cannot be read (a link, a device, locked). */
export type AllFiles = ReadonlyMap<string, OneFile | null>;

/** Everything in an archive, by its path. */
export function filesOfArchive(archive: Archive): Map<string, OneFile | null> {
  const all = new Map<string, OneFile | null>(archive.leftOut.map(({ path }) => [path, null]));
  for (const entry of archive.entries) all.set(nameOf(entry), { sizeBytes: entry.entry.uncompressedSize, bytes: () => archive.bytes(entry) });
  return all;
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

/** How far all of it is, in bytes. */
export class Progress {
  #done = 0;

  constructor(private readonly outbox: Outbox, private readonly total: number) {}

  /** So much of one file is read. */
  read(bytes: number): void {
    this.outbox.progress(Math.min(this.total, this.#done + bytes), this.total, 'bytes');
  }

  /** A file is behind us. */
  took(bytes: number): void {
    this.#done += bytes;
  }
}

/** What is there, as a checker of bags reads it. */
export class FilesToCheck implements BagFiles {
  constructor(private readonly files: AllFiles, private readonly progress: Progress) {}

  get paths(): readonly string[] {
    return [...this.files.keys()];
  }

  sizeOf(path: string): number {
    return this.files.get(path)?.sizeBytes ?? 0;
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
        this.progress.read(done);
      }
    } catch (error) {
      return unreadable(error);
    } finally {
      this.progress.took(done);
    }
    return Object.fromEntries(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
  }
}

/** One file that cannot be read leaves the others what they are. */
function unreadable(error: unknown): null {
  if (error instanceof Refusal && (error.code === 'file-unreadable' || error.code === 'file-changed')) return null;
  throw error;
}
