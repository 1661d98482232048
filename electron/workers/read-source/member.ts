import { Refusal } from '../../../shared/contract/errors';
import type { SourceFile } from '../../../shared/importers/source';
import { modifiedUtcOf, type Archive } from './archive';
import type { ArchiveEntry } from './archive-entries';
import { lastName, type DiskFile, type RandomAccess } from './disk-file';
import type { ReadingLimits } from './limits';
import type { ReadingProgress } from './reading-progress';

const headBytes = 256 * 1024;
const peekBytes = 8 * 1024;

/** A file of the source as importers see it, and where it lies: in which file on the disk, and at which path inside that one. */
export interface Member extends SourceFile {
  readonly archive: string;
  /** The file on the disk: itself, or the outermost archive it lies in. */
  readonly outer: DiskFile;
  /** Its path inside that archive, '' of a file on the disk. */
  readonly entryName: string;
  /** Its first bytes, as many as come quickly. */
  peek(): Promise<Uint8Array>;
  /** For looking into it, where it is an archive: its bytes at any place, null where they lie packed. */
  asArchive(): Promise<RandomAccess | null>;
}

/** What a file of the source is read with. */
export interface ReadingMeans {
  readonly limits: ReadingLimits;
  readonly progress: ReadingProgress;
}

/** A file on the disk: alone, or in a folder. */
export class DiskMember implements Member {
  readonly archive = '';
  readonly entryName = '';

  constructor(readonly outer: DiskFile, private readonly means: ReadingMeans) {}

  get path(): string {
    return this.outer.path;
  }

  get sizeBytes(): number {
    return this.outer.sizeBytes;
  }

  get modifiedUtc(): string | null {
    return this.outer.modifiedUtc;
  }

  async peek(): Promise<Uint8Array> {
    return this.outer.beginning(peekBytes);
  }

  async head(): Promise<Uint8Array> {
    return this.outer.beginning(headBytes);
  }

  bytes(start = 0): AsyncGenerator<Uint8Array> {
    return metered(this.outer.bytes(start), this, this.means);
  }

  asArchive(): Promise<RandomAccess | null> {
    return Promise.resolve(this.outer);
  }
}

/** A file in an archive. */
export class ArchiveMember implements Member {
  readonly path: string;
  readonly modifiedUtc: string | null;

  /** `archive`: '' in an archive that is the whole source, else the archive's path and `/`. `within`: what stands before its path inside the outermost archive. */
  constructor(private readonly of: Archive, private readonly entry: ArchiveEntry, readonly archive: string, private readonly within: string, readonly outer: DiskFile, private readonly means: ReadingMeans) {
    this.path = archive + entry.path;
    this.modifiedUtc = modifiedUtcOf(entry);
  }

  get entryName(): string {
    return this.within + this.entry.path;
  }

  get sizeBytes(): number {
    return this.entry.entry.uncompressedSize;
  }

  async peek(): Promise<Uint8Array> {
    return (await this.of.peek(this.entry)).bytes;
  }

  async head(): Promise<Uint8Array> {
    const { bytes, isAll } = await this.of.peek(this.entry);
    if (isAll || bytes.length >= headBytes) return bytes.subarray(0, headBytes);
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of this.of.bytes(this.entry)) {
      pieces.push(piece);
      length += piece.length;
      if (length >= headBytes) break;
    }
    return Buffer.concat(pieces).subarray(0, headBytes);
  }

  async *bytes(start = 0): AsyncGenerator<Uint8Array> {
    let passed = 0;
    for await (const piece of metered(this.of.bytes(this.entry), this, this.means)) {
      const from = Math.max(0, start - passed);
      passed += piece.length;
      if (from < piece.length) yield from === 0 ? piece : piece.subarray(from);
    }
  }

  /** Whether it unpacks whole. */
  async isSound(): Promise<boolean> {
    try {
      for await (const piece of this.of.bytes(this.entry)) if (piece.length > 0) this.means.progress.lookedAt();
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'file-unreadable') return false;
      throw error;
    }
  }

  asArchive(): Promise<RandomAccess | null> {
    return this.of.stretch(this.entry);
  }
}

/** Passes pieces on, tells how far the reading is, and refuses `limit-exceeded` once there are more bytes than a file may have. */
async function* metered(source: AsyncIterable<Uint8Array>, of: SourceFile, { limits, progress }: ReadingMeans): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of source) {
    seen += piece.length;
    if (seen > limits.entryBytes) throw new Refusal('limit-exceeded', lastName(of.path));
    progress.read(of, piece.length);
    yield piece;
  }
}
