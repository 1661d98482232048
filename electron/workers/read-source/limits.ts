import { Refusal } from '../../../shared/contract/errors';

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;

/** How much a source may ask of the reader. Far above any real export, low enough that a made-up one cannot hold the machine. */
export interface ReadingLimits {
  /** One file in which conversations are read. */
  readonly textBytes: number;
  /** Messages and stretches not understood, of the whole source. */
  readonly records: number;
  readonly conversations: number;
  /** Files of the whole source, those in archives counted. */
  readonly files: number;
  readonly entryBytes: number;
  /** All entries of all archives together, unpacked. */
  readonly archiveBytes: number;
  /** Unpacked for packed bytes of one entry, once it is larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Folders in folders, in an archive and on the disk. */
  readonly folderDepth: number;
  /** Archives in archives; one in a folder, or alone, is the first. */
  readonly archiveDepth: number;
  /** An archive that is packed within another: it is held in memory, one at a time. */
  readonly innerArchiveBytes: number;
  /** All such archives together, each as often as it is unpacked. */
  readonly innerArchiveBytesAgain: number;
  /** Whether what systems lay down by themselves (`Thumbs.db`) is looked at as well. */
  readonly systemFilesToo: boolean;
}

export const readingLimits: ReadingLimits = {
  textBytes: 16 * gibibyte,
  records: 10_000_000,
  conversations: 20_000,
  files: 150_000,
  entryBytes: 16 * gibibyte,
  archiveBytes: 256 * gibibyte,
  ratio: 200,
  ratioFromBytes: 8 * mebibyte,
  folderDepth: 32,
  archiveDepth: 3,
  innerArchiveBytes: 256 * mebibyte,
  innerArchiveBytesAgain: 32 * gibibyte,
  systemFilesToo: false,
};

/** What of a source's limits is used up. Refuses `limit-exceeded`, naming the source. */
export class Budget {
  #files = 0;
  #unpacked = 0;
  #again = 0;

  constructor(readonly limits: ReadingLimits, private readonly name: string) {}

  takeFile(): void {
    this.#files += 1;
    if (this.#files > this.limits.files) this.refuse();
  }

  /** What a file takes when it is taken out of an archive. */
  takeUnpacked(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.limits.archiveBytes) this.refuse();
  }

  /** What an archive that lies packed in another takes, each time it is unpacked. */
  takeAgain(bytes: number): void {
    this.#again += bytes;
    if (this.#again > this.limits.innerArchiveBytesAgain) this.refuse();
  }

  refuse(): never {
    throw new Refusal('limit-exceeded', this.name);
  }
}
