import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Refusal } from '../../../../shared/contract/errors';
import { createStore, openStore, prepareCreate, type OpenedStore } from '../open-store';
import { MemoryDisk, type DiskImage } from '../testing/memory-disk';
import { crashStates } from '../testing/power-loss';
import { addFile, clearAway, contentsOf, filesOf, makeFiles, renewTo } from '../testing/renewable';
import { addNotes, makeNotes, notesOf, passphraseKey } from '../testing/sample-vault';
import { watchedFiles } from '../testing/watched-files';

const folder = '/home/vault';
const newKey = new Uint8Array(32).fill(21);
const open = (disk: MemoryDisk, key: Uint8Array): Promise<OpenedStore | null> =>
  openStore({ folder, key, mark: null }, { files: disk }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'wrong-secret') return null;
    throw error;
  });

async function withoutLock(disk: MemoryDisk): Promise<MemoryDisk> {
  if (await disk.exists(`${folder}/lock`)) await disk.remove(`${folder}/lock`);
  return disk;
}

async function objectsIn(disk: MemoryDisk): Promise<string[]> {
  const shelves = await disk.list(join(folder, 'objects'));
  return (await Promise.all(shelves.map((shelf) => disk.list(join(folder, 'objects', shelf))))).flat();
}

it('power that goes at any step of a renewal leaves the old vault or the new one, whole, and after the next opening nothing else', async () => {
  const disk = new MemoryDisk(new Map([['/home', null]]));
  let step = 0;
  let isExploring = false;
  let hasEnded = false;
  const states = new Map<string, { how: string; image: DiskImage; hasEnded: boolean }>();
  const files = watchedFiles(disk, {
    after: async (what, path) => {
      if (!isExploring) return;
      step += 1;
      for (const { how, image, digest } of crashStates(disk, Math.random, 100, (at) => /\/(spare|lock.*)$/.test(at))) if (!states.has(digest)) states.set(digest, { how: `step ${step} (${what} ${path.split('/').length}): ${how}`, image, hasEnded });
    },
  });
  const parameters = await prepareCreate(folder, { quickKdf: true }, { files });
  const store = await createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }] }, { files });
  await makeNotes(store);
  await makeFiles(store);
  await addNotes(store, 'kept');
  await addFile(store, 'letter', new Uint8Array(5000).fill(76));
  await addFile(store, 'photo', new Uint8Array(30_000).fill(9));
  isExploring = true;
  await store.renewing.renew(renewTo(newKey, passphraseKey));
  hasEnded = true;
  await addNotes(store, 'after');
  await clearAway(store);
  isExploring = false;
  await store.close();

  const opened = { old: 0, new: 0 };
  for (const { how, image, hasEnded: isAfter } of states.values()) {
    const left = await withoutLock(new MemoryDisk(image));
    const asOld = await open(left, passphraseKey);
    const now = asOld ?? (await open(left, newKey));
    if (now === null) throw new Error(`neither opens: ${how}`);
    opened[asOld === null ? 'new' : 'old'] += 1;
    if (isAfter) expect(asOld, how).toBeNull();
    expect(now.notices.filter((notice) => notice !== 'copy-repaired' && notice !== 'tail-set-aside'), how).toEqual([]);
    // Of the save after it only what was acknowledged is sure.
    expect([['kept'], ['kept', 'after']], how).toContainEqual(notesOf(now.store));
    expect(Object.keys(await contentsOf(now.store)), how).toEqual(['letter', 'photo']);
    await clearAway(now.store);
    expect(now.store.all('SELECT what FROM renewal'), how).toEqual([]);
    const named = filesOf(now.store).map(({ objectName }) => objectName);
    await addNotes(now.store, 'on');
    await now.store.close();
    const again = await open(left, asOld === null ? newKey : passphraseKey);
    expect(again?.notices, how).toEqual([]);
    expect(notesOf(again!.store).at(-1), how).toBe('on');
    await again?.store.close();
    // Two roots, two snapshots, the reserve's and the newest journal, the files.
    const objects = await objectsIn(left);
    expect(objects.filter((name) => named.includes(name)), how).toHaveLength(2);
    expect(objects.length, how).toBeLessThanOrEqual(8);
  }
  expect(states.size).toBeGreaterThan(100);
  expect(Math.min(opened.old, opened.new)).toBeGreaterThan(20);
}, 120_000);

it('what was removed before a renewal does not come back when the power goes after it, for nobody would know it any more', async () => {
  const disk = new MemoryDisk(new Map([['/home', null]]));
  const parameters = await prepareCreate(folder, { quickKdf: true }, { files: disk });
  const store = await createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }] }, { files: disk });
  await makeNotes(store);
  await makeFiles(store);
  const former = new Set<string>();
  for (let i = 0; i < 12; i += 1) {
    await addNotes(store, `note ${i}`);
    await store.snapshot();
    for (const name of await objectsIn(disk)) former.add(name);
  }
  await store.renewing.renew(renewTo(newKey, passphraseKey));
  await clearAway(store);
  expect(store.all('SELECT what FROM renewal')).toEqual([]);
  const states = crashStates(disk, Math.random, 100, (at) => /\/(spare|lock.*)$/.test(at));
  for (const { how, image } of states) expect((await objectsIn(new MemoryDisk(image))).filter((name) => former.has(name)), how).toEqual([]);
  await store.close();
});
