import { nodeFilePort, type FilePort } from '../../../electron/vault/store/file-port';

/** The real disk, and how many bytes the newest write to it had: of a save, those of its record. */
export function notedWrites(): { files: FilePort; newestBytes: () => number } {
  let newest = 0;
  const files: FilePort = {
    ...nodeFilePort,
    create: async (path) => {
      const file = await nodeFilePort.create(path);
      const write = file.write.bind(file);
      // In place, so that a save goes no longer way than without.
      file.write = (bytes, position) => {
        newest = bytes.length;
        return write(bytes, position);
      };
      return file;
    },
  };
  return { files, newestBytes: () => newest };
}
