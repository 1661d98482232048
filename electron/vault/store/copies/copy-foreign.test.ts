import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createStore, prepareCreate } from '../open-store';
import type { VaultStore } from '../store';
import { makeFileRecord, nameEvidence, noWork, target } from '../testing/backed-up-vault';
import { addNotes, newFolder, notesOf, openVault, passphraseKey } from '../testing/sample-vault';
import { joinVaults } from './join';

const otherKey = new Uint8Array(32).fill(21);

async function twoCompartments(): Promise<{ folder: string; place: string }> {
  const [folder, place] = [join(await newFolder('quick'), 'vault'), join(await newFolder('quick'), 'backup')];
  await mkdir(place);
  const parameters = await prepareCreate(folder, { quickKdf: true });
  const begin = async (store: VaultStore): Promise<void> => makeFileRecord(store);
  await (await createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }], begin, second: { slots: [{ kind: 'passphrase', secretKey: otherKey }], begin } })).close();
  return { folder, place };
}

async function write(folder: string, key: Uint8Array, note: string): Promise<void> {
  const { store } = await openVault(folder, { key });
  await addNotes(store, note);
  await store.close();
}

async function backUp(folder: string, place: string): Promise<void> {
  const { store } = await openVault(folder);
  await store.copies.backUp(target(store, place), noWork);
  await store.close();
}

it('a backup made in one compartment takes the other along as it is in the vault', async () => {
  const { folder, place } = await twoCompartments();
  for (const note of ['one', 'two']) {
    await write(folder, otherKey, note);
    await backUp(folder, place);
  }
  const { store, notices } = await openVault(place, { key: otherKey });
  expect(notices).toEqual([]);
  expect(notesOf(store)).toEqual(['one', 'two']);
});

it('what was saved in the other by opening the backup itself is hidden by the next backup, told there, never removed, and found again by joining', async () => {
  const { folder, place } = await twoCompartments();
  await write(folder, otherKey, 'one');
  await backUp(folder, place);
  await write(place, otherKey, 'in the backup');
  const further = join(await newFolder('quick'), 'kept');
  await cp(place, further, { recursive: true });
  await backUp(folder, place);
  const { store, notices } = await openVault(place, { key: otherKey });
  expect(notesOf(store)).toEqual(['one']);
  expect(notices).toContain('older-than-seen');
  await store.close();
  // Of the copy that went further only header and roots are needed; these are 4,096 bytes long, and nothing else is.
  for (const name of await readdir(join(further, 'objects'), { recursive: true })) {
    const about = await stat(join(further, 'objects', name));
    if (about.isFile() && about.size !== 4096) await rm(join(further, 'objects', name));
  }
  const to = join(await newFolder('quick'), 'joined');
  await joinVaults({ damaged: place, backup: further, to, key: otherKey, nameEvidence, countEntries: () => 0, lastUtc: () => null }, noWork);
  expect(notesOf((await openVault(to, { key: otherKey })).store)).toEqual(['one', 'in the backup']);
});
