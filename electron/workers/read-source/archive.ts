import { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { constants, crc32, inflateRawSync } from 'node:zlib';
import yauzl, { type ZipFile } from 'yauzl';
import { Refusal } from '../../../shared/contract/errors';
import { listEntries, type ArchiveEntry, type ArchiveListing, type LeftOutFile } from './archive-entries';
import { lastName, type RandomAccess } from './disk-file';
import type { Budget } from './limits';

/** A ZIP archive (APPNOTE 6.3) is told by its first bytes, or by those of an empty one. */
export function isArchive(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/** Office files, programs and books are archives too, told by what is packed first: what is in them is not files of hers. */
const otherPacked = /^(?:\[Content_Types\]\.xml|_rels\/|mimetype|META-INF\/|AndroidManifest\.xml|word\/|xl\/|ppt\/|docProps\/)/;

/** Whether these are the first bytes of an archive that may hold files of hers. */
export function holdsFiles(head: Uint8Array): boolean {
  return isArchive(head) && !otherPacked.test(new TextDecoder().decode(head.subarray(localHeaderBytes, localHeaderBytes + (head[26] ?? 0))));
}

const localHeaderBytes = 30;
/** Looked at of an entry as it lies packed, to tell what it is. */
const peekBytes = 8 * 1024;

/** An archive whose directory has been checked. Nothing of it is ever written anywhere. */
export class Archive {
  readonly entries: readonly ArchiveEntry[];
  readonly leftOut: readonly LeftOutFile[];

  private constructor(private readonly zip: ZipFile, private readonly packed: RandomAccess, listing: ArchiveListing) {
    this.entries = listing.entries;
    this.leftOut = listing.leftOut;
  }

  /** Refuses `not-understood` for what is no whole ZIP archive, and everything `listEntries` refuses. */
  static async open(packed: RandomAccess, name: string, budget: Budget): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
      yauzl.fromRandomAccessReader(new ArchiveReader(packed), packed.sizeBytes, options, (error, opened) => (error ? reject(error instanceof Refusal ? error : new Refusal('not-understood', name)) : resolve(opened)));
    });
    try {
      return new Archive(zip, packed, await listEntries(zip, budget));
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('not-understood', name);
    }
  }

  /** An entry's bytes, unpacked as they are taken. Refuses `file-unreadable`, naming the entry, when they are damaged or of another length. */
  async *bytes({ entry, path }: ArchiveEntry): AsyncGenerator<Uint8Array> {
    const damaged = (error?: unknown): never => {
      // The archive itself has changed or is gone: that is not the entry's fault.
      throw error instanceof Refusal ? error : new Refusal('file-unreadable', lastName(path));
    };
    const stream = await new Promise<AsyncIterable<Uint8Array> & { destroy(): void }>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    }).catch(damaged);
    const pieces = stream[Symbol.asyncIterator]();
    let sum = 0;
    try {
      for (;;) {
        const next = await pieces.next().catch(damaged);
        if (next.done) break;
        sum = crc32(next.value, sum);
        yield next.value;
      }
      if (sum !== entry.crc32) damaged();
    } finally {
      stream.destroy();
    }
  }

  /** The first bytes of an entry, quickly: some of them, all where it is small. Empty where it cannot be unpacked. */
  async peek({ entry }: ArchiveEntry): Promise<{ bytes: Uint8Array; isAll: boolean }> {
    const start = await this.dataStart(entry.relativeOffsetOfLocalHeader);
    if (start === null) return { bytes: new Uint8Array(0), isAll: false };
    const packed = await this.packed.read(start, Math.min(peekBytes, entry.compressedSize));
    if (entry.compressionMethod === 0) return { bytes: packed, isAll: packed.length === entry.uncompressedSize };
    try {
      const bytes = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
      return { bytes, isAll: packed.length === entry.compressedSize && bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32 };
    } catch {
      return { bytes: new Uint8Array(0), isAll: false };
    }
  }

  /** An entry that lies in the archive unpacked, as a stretch of it; null for any other. */
  async stretch({ entry }: ArchiveEntry): Promise<RandomAccess | null> {
    if (entry.compressionMethod !== 0 || entry.compressedSize !== entry.uncompressedSize) return null;
    const start = await this.dataStart(entry.relativeOffsetOfLocalHeader);
    const { packed } = this;
    if (start === null) return null;
    return { sizeBytes: entry.uncompressedSize, read: (at, length) => packed.read(start + at, Math.max(0, Math.min(length, entry.uncompressedSize - at))) };
  }

  /** Behind the entry's own header, which may be longer than the directory says. */
  private async dataStart(header: number): Promise<number | null> {
    const bytes = Buffer.from(await this.packed.read(header, localHeaderBytes));
    if (bytes.length < localHeaderBytes || bytes.readUInt32LE(0) !== 0x04034b50) return null;
    return header + localHeaderBytes + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  }
}

/** The entry's time in UTC where the archive says it in UTC (extended timestamp field 0x5455 or NTFS 0x000a); the old DOS time has no zone, so null. */
export function modifiedUtcOf({ entry }: ArchiveEntry): string | null {
  if (!entry.extraFields.some(({ id }) => id === 0x5455 || id === 0x000a)) return null;
  const time = entry.getLastModDate();
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1970 || time.getUTCFullYear() > 9999 ? null : time.toISOString();
}

const blockBytes = 256 * 1024;

/** How the archive library reads: ahead in blocks, since it asks for a directory of 100,000 entries a few bytes at a time. */
class ArchiveReader extends yauzl.RandomAccessReader {
  #block: Uint8Array = new Uint8Array(0);
  #blockStart = 0;

  constructor(private readonly packed: RandomAccess) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { packed } = this;
    return Readable.from((async function* pieces() {
      for (let at = start; at < end;) {
        const piece = await packed.read(at, Math.min(blockBytes, end - at));
        if (piece.length === 0) return;
        at += piece.length;
        yield piece;
      }
    })(), { objectMode: false });
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    callbackify(() => this.#fill(buffer, offset, length, position))(callback);
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  async #fill(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    if (position < this.#blockStart || position + length > this.#blockStart + this.#block.length) {
      this.#block = await this.packed.read(position, Math.max(length, blockBytes));
      this.#blockStart = position;
    }
    const from = position - this.#blockStart;
    if (from + length > this.#block.length) throw new Error('the archive ends too soon');
    buffer.set(this.#block.subarray(from, from + length), offset);
  }
}
