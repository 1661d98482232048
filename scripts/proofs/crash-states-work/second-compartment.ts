import { basename, join } from 'node:path';
import { beginRecord } from '../../../electron/vault/calls/open-vault';
import type { CompartmentInput } from '../../../electron/vault/store/create-store';
import { readHeaderCopies, unlockHeader } from '../../../electron/vault/store/header/header-files';
import { kindOfName, rootNames } from '../../../electron/vault/store/object-names';
import { openStore } from '../../../electron/vault/store/open-store';
import type { MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import { contentDigest } from '../../../electron/vault/store/testing/power-loss';
import { looseLock, vaultFolder } from './lock';

/** Into the second compartment that every vault of the program has. Here it is known, so that it can be seen to rest. */
const secondSecret = new Uint8Array(32).fill(0x53);

export const secondCompartment = (): CompartmentInput => ({
  slots: [{ kind: 'passphrase', secretKey: secondSecret.slice() }],
  begin: async (store) => void (await beginRecord(store, { recoveryPrinted: '', example: false })),
});

/** Tells its objects by their names. */
export async function ofSecond(disk: MemoryDisk): Promise<(name: string) => boolean> {
  const { keys } = unlockHeader(await readHeaderCopies(disk, vaultFolder), secondSecret.slice());
  const roots: readonly string[] = rootNames(keys.names);
  return (name) => kindOfName(keys.names, name) !== null || roots.includes(name);
}

/** Its files and the digests of their bytes. */
export async function filesOfSecond(disk: MemoryDisk): Promise<Map<string, string>> {
  const isIts = await ofSecond(disk);
  const found = new Map<string, string>();
  const objects = join(vaultFolder, 'objects');
  for (const shelf of await disk.list(objects)) {
    for (const name of await disk.list(join(objects, shelf))) {
      const path = join(objects, shelf, name);
      const bytes = isIts(basename(path)) ? disk.peek(path) : null;
      if (bytes !== null) found.set(path, contentDigest(bytes));
    }
  }
  return found;
}

/** What is wrong when somebody opens it after all: its half of the header opens, and nothing there has to be mended. */
export async function openSecond(disk: MemoryDisk): Promise<string[]> {
  looseLock(disk);
  const { store, notices } = await openStore({ folder: vaultFolder, key: secondSecret.slice(), mark: null }, { files: disk });
  await store.close();
  // Half-made, where the making was cut short.
  return notices.filter((notice) => notice !== 'tail-set-aside' && notice !== 'copy-repaired').map((notice) => `the other compartment says ${notice}`);
}
