import { createHash, type Hash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors';

const readBytes = 1024 * 1024;
/** Files of a folder that are held open at once; of more, the one longest unused is closed and opened again when it is needed. */
const mostOpen = 32;
/** A link is never followed, and a pipe never waited for. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Bytes that can be read at any place. */
export interface RandomAccess {
  readonly sizeBytes: number;
  /** `length` bytes from `start`; fewer only at the end. */
  read(start: number, length: number): Promise<Uint8Array>;
}

interface Facts {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly device: number;
  readonly node: number;
}

/** A file on the disk that stays the same file from the first byte read to the last: opened again after a while, it must be what it was. */
export class DiskFile implements RandomAccess {
  #handle: FileHandle | null = null;
  #sha256: string | null = null;

  private constructor(
    private readonly place: string,
    /** Its own name, or its path in the folder she chose, `/` between folders. */
    readonly path: string,
    private readonly facts: Facts,
    private readonly pool: OpenFiles,
  ) {}

  /** Refuses `file-unreadable` for what is not there or is no ordinary file (a link, a device), `file-empty` for nothing in it. `mayBeLink`: she chose the link herself. */
  static async find(place: string, path: string, pool: OpenFiles, mayBeLink: boolean): Promise<DiskFile> {
    const unreadable = (): never => {
      throw new Refusal('file-unreadable', lastName(path));
    };
    const handle = await open(place, mayBeLink ? constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) : flags).catch(unreadable);
    const about = await handle.stat();
    await handle.close();
    if (!about.isFile()) unreadable();
    if (about.size === 0) throw new Refusal('file-empty', lastName(path));
    return DiskFile.of(place, path, { sizeBytes: about.size, modifiedMs: about.mtimeMs, device: about.dev, node: about.ino }, pool);
  }

  /** A file whose facts are known. */
  static of(place: string, path: string, facts: Facts, pool: OpenFiles): DiskFile {
    return new DiskFile(place, path, facts, pool);
  }

  get sizeBytes(): number {
    return this.facts.sizeBytes;
  }

  get modifiedUtc(): string | null {
    const time = new Date(this.facts.modifiedMs);
    return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1970 || time.getUTCFullYear() > 9999 ? null : time.toISOString();
  }

  async read(start: number, length: number): Promise<Uint8Array> {
    const handle = await this.#open();
    const buffer = new Uint8Array(Math.max(0, Math.min(length, this.sizeBytes - start)));
    let done = 0;
    while (done < buffer.length) {
      const { bytesRead } = await handle.read(buffer, done, buffer.length - done, start + done).catch(() => {
        throw new Refusal('file-unreadable', lastName(this.path));
      });
      if (bytesRead === 0) throw this.#changed();
      done += bytesRead;
    }
    return buffer;
  }

  /**
   * The first bytes, with the file opened and closed at once: in a folder of 100,000 files each is looked at so, and waiting for the disk's thread five times a file would take most of the time.
   * Refuses as `read`.
   */
  beginning(length: number): Uint8Array {
    let handle: number | null = null;
    try {
      handle = openSync(this.place, this.pool.followsLinks ? constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) : flags);
      if (!this.#isSame(fstatSync(handle))) throw this.#changed();
      const buffer = new Uint8Array(Math.min(length, this.sizeBytes));
      return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('file-unreadable', lastName(this.path));
    } finally {
      if (handle !== null) closeSync(handle);
    }
  }

  /** Every byte from `start`, in pieces. A reading of the whole is hashed on the way; two that differ refuse `file-changed`. */
  async *bytes(start = 0): AsyncGenerator<Uint8Array> {
    const hash: Hash | null = start === 0 ? createHash('sha256') : null;
    for (let at = start; at < this.sizeBytes;) {
      const piece = await this.read(at, Math.min(readBytes, this.sizeBytes - at));
      at += piece.length;
      hash?.update(piece);
      yield piece;
    }
    if (hash) this.#note(hash.digest('hex'));
  }

  /** SHA-256 of the whole file as it was read, lower-case hexadecimal; read now if it never was as a whole. Refuses `file-changed`. */
  async sha256(onRead: (doneBytes: number) => void = () => undefined): Promise<string> {
    let done = 0;
    if (this.#sha256 === null) for await (const piece of this.bytes()) onRead((done += piece.length));
    const about = await lstat(this.place).catch(() => null);
    const handle = await this.#open();
    const now = await handle.stat();
    if (about === null || now.size !== this.sizeBytes || now.mtimeMs !== this.facts.modifiedMs) throw this.#changed();
    return this.#sha256 ?? '';
  }

  /** Whether anything is still at its place. */
  isThere(): boolean {
    try {
      return lstatSync(this.place, { throwIfNoEntry: false }) !== undefined;
    } catch {
      // Its folder may not be looked into any more: whether it is there cannot be told.
      return true;
    }
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }

  async #open(): Promise<FileHandle> {
    if (this.#handle) {
      this.pool.touch(this);
      return this.#handle;
    }
    const handle = await open(this.place, this.pool.followsLinks ? constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) : flags).catch(() => {
      throw new Refusal('file-unreadable', lastName(this.path));
    });
    if (!this.#isSame(await handle.stat())) {
      await handle.close();
      throw this.#changed();
    }
    this.#handle = handle;
    await this.pool.add(this);
    return handle;
  }

  #note(sha256: string): void {
    if (this.#sha256 !== null && this.#sha256 !== sha256) throw this.#changed();
    this.#sha256 = sha256;
  }

  #isSame(about: Stats): boolean {
    const { sizeBytes, modifiedMs, device, node } = this.facts;
    return about.isFile() && about.size === sizeBytes && about.mtimeMs === modifiedMs && about.dev === device && about.ino === node;
  }

  #changed(): Refusal {
    return new Refusal('file-changed', lastName(this.path));
  }
}

/** The files of one source that are open. */
export class OpenFiles {
  readonly #open = new Set<DiskFile>();

  /** `followsLinks`: for a single file that she chose, which may be a link of hers. */
  constructor(readonly followsLinks: boolean) {}

  touch(file: DiskFile): void {
    this.#open.delete(file);
    this.#open.add(file);
  }

  async add(file: DiskFile): Promise<void> {
    this.touch(file);
    const [oldest] = this.#open;
    if (this.#open.size <= mostOpen || oldest === undefined) return;
    this.#open.delete(oldest);
    await oldest.close();
  }

  async closeAll(): Promise<void> {
    for (const file of this.#open) await file.close();
    this.#open.clear();
  }
}

export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 1024);
}
