import { join } from 'node:path';
import { MemoryFile, MemoryFolder, type DiskImage, type MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import { vaultFolder } from '../crash-states-work/lock';

/** A vault's folder as it lies there: its files by path relative to it. Their bytes are never changed in place. */
export type VaultImage = ReadonlyMap<string, Uint8Array>;

/** All files of the vault as every process sees them, but the lock: no process holds a copy. */
export function imageOf(disk: MemoryDisk): VaultImage {
  const image = new Map<string, Uint8Array>();
  const visit = (folder: MemoryFolder, path: string): void => {
    for (const [name, node] of folder.entries) {
      const at = path === '' ? name : `${path}/${name}`;
      if (node instanceof MemoryFile) image.set(at, node.content);
      else visit(node, at);
    }
  };
  let folder: MemoryFolder = disk.root;
  for (const name of vaultFolder.split('/').filter((part) => part !== '')) {
    const next = folder.entries.get(name);
    if (!(next instanceof MemoryFolder)) throw new Error('there is no vault on this disk');
    folder = next;
  }
  visit(folder, '');
  image.delete('lock');
  return image;
}

/** The image as a disk holds it. */
export function onDisk(image: VaultImage): DiskImage {
  const disk = new Map<string, Uint8Array | null>([[vaultFolder, null]]);
  for (const [path, bytes] of image) disk.set(join(vaultFolder, path), bytes);
  return disk;
}

export const sameContent = (left: Uint8Array | undefined, right: Uint8Array | undefined): boolean =>
  left === right || (left !== undefined && right !== undefined && Buffer.compare(left, right) === 0);

/** Paths at which two images do not hold the same. */
export function differences(left: VaultImage, right: VaultImage): string[] {
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].filter((path) => !sameContent(left.get(path), right.get(path)));
}
