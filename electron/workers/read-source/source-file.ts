import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors';

const readBytes = 1024 * 1024;

/** The file being read, held open by one handle from first to last byte, so that every part comes from the same file. */
export class SourceFile {
  private constructor(
    readonly handle: FileHandle,
    readonly sizeBytes: number,
    readonly name: string,
    private readonly modifiedMs: number,
  ) {}

  /** Refuses `file-unreadable` for what cannot be opened or is no ordinary file, `file-empty` for nothing in it. */
  static async open(path: string, name: string): Promise<SourceFile> {
    const handle = await open(path, 'r').catch(() => {
      throw new Refusal('file-unreadable', name);
    });
    const about = await handle.stat();
    const refusal = !about.isFile() ? 'file-unreadable' : about.size === 0 ? 'file-empty' : null;
    if (refusal) {
      await handle.close();
      throw new Refusal(refusal, name);
    }
    return new SourceFile(handle, about.size, name, about.mtimeMs);
  }

  /** Every byte from the beginning, in pieces; `onRead` hears how many so far. */
  async *bytes(onRead: (doneBytes: number) => void = () => undefined): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < this.sizeBytes;) {
      const piece = await this.read(at, Math.min(readBytes, this.sizeBytes - at));
      if (piece.length === 0) throw new Refusal('file-changed', this.name);
      at += piece.length;
      onRead(at);
      yield piece;
    }
  }

  async read(start: number, length: number): Promise<Uint8Array> {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await this.handle.read(buffer, 0, length, start).catch(() => {
      throw new Refusal('file-unreadable', this.name);
    });
    return buffer.subarray(0, bytesRead);
  }

  /** SHA-256 of the whole file, lower-case hexadecimal. Refuses `file-changed` when it changed since it was opened. */
  async sha256(onRead?: (doneBytes: number) => void): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of this.bytes(onRead)) hash.update(piece);
    await this.assertUnchanged();
    return hash.digest('hex');
  }

  async assertUnchanged(): Promise<void> {
    const about = await this.handle.stat();
    if (about.size !== this.sizeBytes || about.mtimeMs !== this.modifiedMs) throw new Refusal('file-changed', this.name);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
