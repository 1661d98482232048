import { open } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors';
import type { UtcInstant } from '../../../shared/model/identity';

const pieceBytes = 1024 * 1024;

export interface OpenedFile {
  sizeBytes: number;
  modifiedUtc: UtcInstant | null;
  /** Each holds only until the next one is asked for. */
  pieces: AsyncIterable<Uint8Array>;
  /** Refuses `file-changed` when the file is no longer as it was when it was opened. */
  checkUnchanged(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file where she picked it, for reading from end to end. Refuses `file-unreadable` and `file-empty`, naming the file and never
 * its place.
 */
export async function openSource(path: string, name: string): Promise<OpenedFile> {
  const unreadable = (): never => {
    throw new Refusal('file-unreadable', name);
  };
  const handle = await open(path, 'r').catch(unreadable);
  try {
    const before = await handle.stat();
    if (!before.isFile()) unreadable();
    if (before.size === 0) throw new Refusal('file-empty', name);
    const read = async function* (): AsyncGenerator<Uint8Array> {
      // In turn: one is being read while the other is looked at.
      const memory = [new Uint8Array(pieceBytes), new Uint8Array(pieceBytes)] as const;
      const fetch = (piece: Uint8Array, at: number): Promise<{ bytesRead: number }> => {
        const reading = handle.read(piece, 0, pieceBytes, at);
        // Its error is seen where it is awaited; by then whoever wanted the bytes may have stopped.
        reading.catch(() => undefined);
        return reading;
      };
      let [piece, ahead] = memory;
      let reading = fetch(piece, 0);
      try {
        for (let at = 0; ;) {
          const { bytesRead } = await reading.catch(unreadable);
          if (bytesRead === 0) return;
          at += bytesRead;
          reading = fetch(ahead, at);
          yield piece.subarray(0, bytesRead);
          [piece, ahead] = [ahead, piece];
        }
      } finally {
        await reading.catch(() => undefined);
        for (const each of memory) each.fill(0);
      }
    };
    return {
      sizeBytes: before.size,
      modifiedUtc: before.mtimeMs > 0 ? before.mtime.toISOString() : null,
      pieces: read(),
      checkUnchanged: async () => {
        const after = await handle.stat();
        if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw new Refusal('file-changed', name);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
