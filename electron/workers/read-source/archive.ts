import { crc32 } from 'node:zlib';
import yauzl, { type ZipFile } from 'yauzl';
import { Refusal } from '../../../shared/contract/errors';
import { listEntries, type ArchiveEntry, type ArchiveListing, type LeftOutEntry } from './archive-entries';
import type { ReadingLimits } from './limits';
import type { SourceFile } from './source-file';

/** A ZIP archive (APPNOTE 6.3) is told by its first bytes, or by those of an empty one. */
export function isArchive(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/** An archive whose directory has been checked. Nothing of it is ever written anywhere. */
export class Archive {
  readonly entries: readonly ArchiveEntry[];
  readonly leftOut: readonly LeftOutEntry[];

  private constructor(
    private readonly zip: ZipFile,
    listing: ArchiveListing,
    readonly name: string,
  ) {
    this.entries = listing.entries;
    this.leftOut = listing.leftOut;
  }

  /** Refuses `not-understood` for what is no whole ZIP archive, and everything `listEntries` refuses. */
  static async open(file: SourceFile, limits: ReadingLimits): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      yauzl.fromFd(file.handle.fd, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, opened) => (error ? reject(new Refusal('not-understood', file.name)) : resolve(opened)));
    });
    try {
      return new Archive(zip, await listEntries(zip, file.name, limits), file.name);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('not-understood', file.name);
    }
  }

  /** An entry's bytes, unpacked as they are taken. Refuses `file-unreadable`, naming the entry, when they are damaged or of another length. */
  async *bytes({ entry, name }: ArchiveEntry): AsyncGenerator<Uint8Array> {
    const damaged = (): never => {
      throw new Refusal('file-unreadable', name);
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

  /** Whether an entry unpacks whole. Looked at before its first byte is handed on, so that nothing half-good is stored. */
  async isSound(entry: ArchiveEntry, onPiece: () => void = () => undefined): Promise<boolean> {
    try {
      for await (const piece of this.bytes(entry)) if (piece.length > 0) onPiece();
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}

/** The entry's time in UTC where the archive says it in UTC (extended timestamp field 0x5455 or NTFS 0x000a); the old DOS time has no zone, so null. */
export function modifiedUtcOf({ entry }: ArchiveEntry): string | null {
  if (!entry.extraFields.some(({ id }) => id === 0x5455 || id === 0x000a)) return null;
  const time = entry.getLastModDate();
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1970 || time.getUTCFullYear() > 9999 ? null : time.toISOString();
}
