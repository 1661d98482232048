/**
 * One file of what she brings in: a file alone, a member of an archive, a file of a folder. Nothing is read until it is asked for, nothing is kept but the head.
 * Both readings throw `Refusal('file-unreadable')` where the bytes are damaged, and `Refusal('limit-exceeded')` past the reader's limits: an importer lets these pass.
 */
export interface SourceFile {
  /** Its place in the archive or the folder, `/` between folders, as the archive has it; of a file alone its own name. Never shown but through `shownPath`. */
  readonly path: string;
  /** Where it lies in an archive of a folder, or in an archive of an archive: that one's path and `/`. Not there, or '', elsewhere. */
  readonly archive?: string;
  readonly sizeBytes: number;
  /** As the file system or the archive gives it in UTC; null where it has none, or none with a zone. */
  readonly modifiedUtc: string | null;
  /** The first 256 KiB, or all there is. */
  head(): Promise<Uint8Array>;
  /** All bytes from `start` (0 unless said) on, in order; a new reading each time. */
  bytes(start?: number): AsyncGenerator<Uint8Array>;
}

/** A file, an archive or a folder, as it was found. Files of an archive that are unsafe to read are not among them. */
export interface Source {
  /** The file's or folder's own name. Decides nothing; a title may be taken from it. */
  readonly name: string;
  /** In the archive's or folder's order. */
  readonly files: readonly SourceFile[];
  /**
   * The file a message names, in the archive of the file that names it, if that lies in one: by a path from its folder or one above it, else by a file name that only one file in its folder
   * and the folders in it has, upper and lower case, NFC and characters that are not seen alike. Null where there is none, or more than one.
   */
  find(named: string, from: SourceFile): SourceFile | null;
  /** Whether a file of this name is there and cannot be given: locked, damaged, unsafe, or one of several with that name. `from`: the file that names it; without it, anywhere. */
  isLeftOut(named: string, from?: SourceFile): boolean;
}
