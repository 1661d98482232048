import { nodeFilePort, type FilePort, type OpenFile } from '../file-port';

/**
 * The real disk, except that the steps `shouldFail` chooses fail with an error code of the system. Every changing step is counted; a failing
 * write first puts half of its bytes on the disk, as a full disk does.
 */
export function failingFiles(shouldFail: (step: number, what: string) => string | null): { files: FilePort; steps: () => number } {
  let steps = 0;
  const check = (what: string): void => {
    steps += 1;
    const code = shouldFail(steps, what);
    if (code !== null) throw Object.assign(new Error(code), { code });
  };
  const wrap = (file: OpenFile): OpenFile => ({
    async write(bytes, position) {
      try {
        check('write');
      } catch (error) {
        await file.write(bytes.subarray(0, bytes.length >> 1), position);
        throw error;
      }
      await file.write(bytes, position);
    },
    read: (position, length) => file.read(position, length),
    size: () => file.size(),
    async dataSync() {
      check('dataSync');
      await file.dataSync();
    },
    async sync() {
      check('sync');
      await file.sync();
    },
    close: () => file.close(),
  });
  const files: FilePort = {
    ...nodeFilePort,
    async create(path) {
      check('create');
      return wrap(await nodeFilePort.create(path));
    },
    async rename(from, to) {
      check('rename');
      await nodeFilePort.rename(from, to);
    },
    async remove(path) {
      check('remove');
      await nodeFilePort.remove(path);
    },
    async makeFolder(path) {
      check('makeFolder');
      await nodeFilePort.makeFolder(path);
    },
    async syncFolder(path) {
      check('syncFolder');
      await nodeFilePort.syncFolder(path);
    },
  };
  return { files, steps: () => steps };
}
