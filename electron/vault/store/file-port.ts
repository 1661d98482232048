import { constants, promises as fs, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors';
import { LayoutError } from './byte-layout';

/** One open file. Positions and lengths in bytes. */
export interface OpenFile {
  /** Writes all of `bytes` at `position`; a short write is continued, not reported. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Reads up to `length` bytes, into memory that is the caller's alone; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
  size(): Promise<number>;
  /** fdatasync: bytes and length are on the disk. */
  dataSync(): Promise<void>;
  /** fsync. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** All the store asks of a disk, so that a test can make any single step of it fail. Errors are Node's, with `code`. */
export interface FilePort {
  /** Creates a file that did not exist, mode 0600, for writing and reading. */
  create(path: string): Promise<OpenFile>;
  openForReading(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Names in a folder; empty when it does not exist. */
  list(path: string): Promise<string[]>;
  exists(path: string): Promise<boolean>;
  /** Length of a file; null when there is no file of that name. */
  sizeOf(path: string): Promise<number | null>;
  /** Removes an empty folder; one that holds anything stays, with Node's error. */
  removeFolder(path: string): Promise<void>;
  /** Milliseconds since 1970 of the last change. */
  modifiedMs(path: string): Promise<number>;
  touch(path: string): Promise<void>;
  /** fsync of a folder, so that a rename or a new name survives a power cut. */
  syncFolder(path: string): Promise<void>;
}

/** Up to this length bytes are handed to the system at once. */
const writtenHereBytes = 64 * 1024;

class NodeFile implements OpenFile {
  constructor(private readonly handle: FileHandle) {}

  async write(bytes: Uint8Array, position: number): Promise<void> {
    let done = 0;
    // A save is soon taken over by the system, sooner than another thread is asked; what it waits for is the sync.
    if (bytes.length <= writtenHereBytes) while (done < bytes.length) done += writeSync(this.handle.fd, bytes, done, bytes.length - done, position + done);
    while (done < bytes.length) {
      const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.handle.read(bytes, done, length - done, position + done);
      if (bytesRead === 0) return bytes.subarray(0, done);
      done += bytesRead;
    }
    return bytes;
  }

  async size(): Promise<number> {
    return (await this.handle.stat()).size;
  }

  dataSync(): Promise<void> {
    return this.handle.datasync();
  }

  sync(): Promise<void> {
    return this.handle.sync();
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

export const nodeFilePort: FilePort = {
  async create(path) {
    return new NodeFile(await fs.open(path, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, 0o600));
  },
  async openForReading(path) {
    return new NodeFile(await fs.open(path, 'r'));
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path),
  async makeFolder(path) {
    await fs.mkdir(path, { recursive: true, mode: 0o700 });
  },
  async list(path) {
    try {
      return await fs.readdir(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  },
  async exists(path) {
    try {
      await fs.stat(path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
      throw error;
    }
  },
  async sizeOf(path) {
    try {
      const found = await fs.stat(path);
      return found.isFile() ? found.size : null;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw error;
    }
  },
  removeFolder: (path) => fs.rmdir(path),
  async modifiedMs(path) {
    return (await fs.stat(path)).mtimeMs;
  },
  async touch(path) {
    const now = new Date();
    await fs.utimes(path, now, now);
  },
  async syncFolder(path) {
    // Windows cannot open a folder for fsync; NTFS journals renames itself.
    if (process.platform === 'win32') return;
    const handle = await fs.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const diskFull = new Set(['ENOSPC', 'EDQUOT']);
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Turns an error of the file port, or bytes that verify and do not parse (docs/FORMAT.md: *tampered*), into the Refusal a person is told; anything that is no file error stays as it was. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof LayoutError) return new Refusal('tampered');
  const code = errorCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  if (diskFull.has(code)) return new Refusal('disk-full');
  // FAT32 takes files up to 4 GiB, however much room there is.
  if (code === 'EFBIG') return new Refusal('drive-file-limit');
  if (unwritable.has(code)) return new Refusal('folder-unwritable');
  return new Refusal('io-error');
}

/** Runs file work so that every file error leaves as a Refusal. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Reads a whole small file, or null when there is none. */
export async function readWhole(files: FilePort, path: string): Promise<Uint8Array | null> {
  let file: OpenFile;
  try {
    file = await files.openForReading(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
  try {
    return await file.read(0, await file.size());
  } finally {
    await file.close();
  }
}
