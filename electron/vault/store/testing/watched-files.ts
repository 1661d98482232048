import type { FilePort, OpenFile } from '../file-port';

export type Step = 'create' | 'write' | 'dataSync' | 'sync' | 'rename' | 'remove' | 'makeFolder' | 'removeFolder' | 'syncFolder';

export interface Watch {
  /** Before a changing step; a throw fails it, and `Torn` fails a write half-way. */
  before?(step: Step, path: string): void;
  /** After one; the step ends when this does. */
  after?(step: Step, path: string): Promise<void>;
}

/** Fails a write after half of its bytes. */
export class Torn extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A disk that tells of each changing step. Touching the lock changes nothing that counts. */
export function watchedFiles(under: FilePort, watch: Watch): FilePort {
  const around = async <T>(step: Step, path: string, work: () => Promise<T>): Promise<T> => {
    watch.before?.(step, path);
    const result = await work();
    await watch.after?.(step, path);
    return result;
  };
  const wrap = (file: OpenFile, path: string): OpenFile => ({
    async write(bytes, position) {
      try {
        await around('write', path, () => file.write(bytes, position));
      } catch (error) {
        if (error instanceof Torn) await file.write(bytes.subarray(0, bytes.length >> 1), position);
        throw error;
      }
    },
    read: (position, length) => file.read(position, length),
    size: () => file.size(),
    dataSync: () => around('dataSync', path, () => file.dataSync()),
    sync: () => around('sync', path, () => file.sync()),
    close: () => file.close(),
  });
  return {
    create: (path) => around('create', path, async () => wrap(await under.create(path), path)),
    openForReading: async (path) => wrap(await under.openForReading(path), path),
    rename: (from, to) => around('rename', to, () => under.rename(from, to)),
    remove: (path) => around('remove', path, () => under.remove(path)),
    makeFolder: (path) => around('makeFolder', path, () => under.makeFolder(path)),
    list: (path) => under.list(path),
    exists: (path) => under.exists(path),
    sizeOf: (path) => under.sizeOf(path),
    removeFolder: (path) => around('removeFolder', path, () => under.removeFolder(path)),
    modifiedMs: (path) => under.modifiedMs(path),
    touch: (path) => under.touch(path),
    syncFolder: (path) => around('syncFolder', path, () => under.syncFolder(path)),
  };
}
