import { randomBytes } from 'node:crypto';
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../crypto/primitives';
import { joinVaults } from './copies/join';
import { nodeFilePort, type FilePort } from './file-port';
import { readHeaderCopies, unlockHeader } from './header/header-files';
import { ObjectFolder } from './object-folder';
import { rootNames } from './object-names';
import type { RememberedMark } from './recover';
import { mostSetAside, type Root } from './root';
import { beginningBytes } from './segment';
import { SetAside } from './set-aside';
import type { VaultStore } from './store';
import { addFile, makeFileRecord, nameEvidence, noWork } from './testing/backed-up-vault';
import { addNotes, createVault, newFolder, notesOf, openVault, passphraseKey } from './testing/sample-vault';
import { readRoot, type VaultFiles } from './vault-files';

const copyOf = async (folder: string): Promise<string> => {
  const copy = await newFolder('quick');
  await cp(folder, copy, { recursive: true, filter: (path) => path !== join(folder, 'lock') });
  return copy;
};

async function vaultAt(folder: string): Promise<VaultFiles> {
  const { header, keys } = unlockHeader(await readHeaderCopies(nodeFilePort, folder), passphraseKey);
  return { folder, vaultId: header.vaultId, keys, files: nodeFilePort, random: systemRandom, objects: new ObjectFolder(folder, nodeFilePort, keys.names, systemRandom) };
}

async function putRootBack(from: string, to: string): Promise<void> {
  for (const name of rootNames((await vaultAt(from)).keys.names)) await cp(join(from, 'objects', name.slice(0, 2), name), join(to, 'objects', name.slice(0, 2), name));
}

const namesIn = async (folder: string): Promise<string[]> => (await vaultAt(folder)).objects.names();
const isOfNewer = (folder: string, older: readonly string[]) => async (): Promise<string[]> => (await namesIn(folder)).filter((name) => !older.includes(name));
const namedBy = (store: VaultStore): ReadonlySet<string> => new Set(nameEvidence(store).map(({ objectName }) => objectName));
/** As the record does after opening. */
const sweep = (store: VaultStore): Promise<number> => store.evidence.sweep(namedBy(store));
const filesOf = (store: VaultStore): string[] => nameEvidence(store).map(({ name }) => name);

async function filesAreWhole(store: VaultStore): Promise<void> {
  for (const { objectName, key, sizeBytes } of nameEvidence(store)) {
    const reader = await store.evidence.open({ objectName, key, sizeBytes });
    await reader.read(0, sizeBytes);
    await reader.close();
  }
}

/** A vault of two generations with an older copy of it, and what came after in another sitting; both left as by a kill. */
async function olderAndNewer(between: (store: VaultStore) => Promise<void>): Promise<{ older: string; newer: string; mark: RememberedMark }> {
  const folder = await newFolder('quick');
  const made = await createVault(folder);
  await makeFileRecord(made);
  await addFile(made, 'old', randomBytes(5000));
  await made.snapshot();
  await addNotes(made, 'before');
  const older = await copyOf(folder);
  const then = await copyOf(folder);
  const { store } = await openVault(then);
  await between(store);
  return { older, newer: await copyOf(then), mark: store.mark() };
}

const work = async (store: VaultStore): Promise<void> => {
  await addFile(store, 'new', randomBytes(300_000));
  await addNotes(store, 'after');
};

interface Way {
  title: string;
  between: (store: VaultStore) => Promise<void>;
  what: 'root alone' | 'whole copy';
  notices: string[];
}

const ways: Way[] = [
  { title: 'of the same generation', between: work, what: 'root alone', notices: ['older-than-seen'] },
  {
    title: 'of the generation before, whose reserve is gone', what: 'root alone', notices: ['copy-repaired', 'older-than-seen'],
    between: async (store) => {
      await store.snapshot();
      await work(store);
    },
  },
  {
    title: 'of several generations before, with its own objects', what: 'whole copy', notices: ['older-than-seen'],
    between: async (store) => {
      await work(store);
      for (let i = 0; i < 3; i += 1) {
        await store.snapshot();
        await addNotes(store, `after ${i}`);
      }
    },
  },
];

describe.each(ways)('an older root put back, $title', ({ between, what, notices: toldFirst }) => {
  async function putBack(): Promise<{ newer: string; folder: string; mark: RememberedMark; left: () => Promise<string[]> }> {
    const { older, newer, mark } = await olderAndNewer(between);
    const folder = await copyOf(newer);
    if (what === 'root alone') await putRootBack(older, folder);
    else await cp(older, folder, { recursive: true, force: true });
    return { newer, folder, mark, left: isOfNewer(folder, await namesIn(older)) };
  }

  it('is told without any mark, and nothing newer is removed however long she goes on with it', async () => {
    const { newer, folder, left } = await putBack();
    const whole = await left();
    expect(whole.length).toBeGreaterThanOrEqual(2);
    for (let sitting = 0; sitting < 4; sitting += 1) {
      const { store, notices } = await openVault(folder);
      expect(notices).toEqual(sitting === 0 ? toldFirst : []);
      expect(await sweep(store)).toBe(0);
      expect(filesOf(store)).toEqual(['old']);
      await addNotes(store, `on ${sitting}`);
      await store.snapshot();
      expect(await store.files.verify(async () => undefined)).toEqual([]);
      await store.close();
    }
    expect(await left()).toEqual(expect.arrayContaining(whole));
    await putRootBack(newer, folder);
    const { store } = await openVault(folder);
    expect(store.readOnly).toBe(false);
    expect(notesOf(store)).toEqual(expect.arrayContaining(['before', 'after']));
    expect(notesOf(store)).not.toContain('on 0');
    expect(filesOf(store)).toEqual(['new', 'old']);
    await filesAreWhole(store);
  });

  it('joined with a backup of the newer root, finds all that lies here', async () => {
    const { newer, folder } = await putBack();
    const { store } = await openVault(folder);
    await sweep(store);
    await addNotes(store, 'on');
    await store.close();
    // Of the backup nothing is left but header and root.
    const backup = await copyOf(newer);
    const roots: readonly string[] = rootNames((await vaultAt(backup)).keys.names);
    for (const name of await namesIn(backup)) if (!roots.includes(name)) await rm(join(backup, 'objects', name.slice(0, 2), name));
    const to = join(await newFolder('quick'), 'joined');
    const report = await joinVaults({ damaged: folder, backup, to, key: passphraseKey, nameEvidence, countEntries: () => 0, lastUtc: () => null }, noWork);
    expect(report.lostFiles).toEqual([]);
    const joined = (await openVault(to)).store;
    expect(notesOf(joined)).toContain('after');
    expect(filesOf(joined)).toEqual(['new', 'old']);
  });

  it('where the disk refuses at any step of the opening, still removes nothing', async () => {
    const { folder, left } = await putBack();
    const whole = await left();
    for (let refusedFrom = 1; refusedFrom < 40; refusedFrom += 1) {
      const here = await copyOf(folder);
      let steps = 0;
      const check = (): void => {
        steps += 1;
        if (steps >= refusedFrom) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      };
      const files: FilePort = {
        ...nodeFilePort,
        create: (path) => Promise.resolve().then(check).then(() => nodeFilePort.create(path)),
        rename: (from, to) => Promise.resolve().then(check).then(() => nodeFilePort.rename(from, to)),
        syncFolder: (path) => Promise.resolve().then(check).then(() => nodeFilePort.syncFolder(path)),
      };
      const first = await openVault(here, { ports: { files } }).catch(() => null);
      await first?.store.evidence.sweep(namedBy(first.store)).catch(() => undefined);
      await first?.store.close();
      await rm(join(here, 'lock'), { force: true });
      const { store } = await openVault(here);
      await sweep(store);
      await store.close();
      expect(await isOfNewer(here, (await namesIn(folder)).filter((name) => !whole.includes(name)))(), `refused from step ${refusedFrom}`).toEqual(expect.arrayContaining(whole));
    }
  });

  it('erasing for good drops it, as soon as that is asked for and not by what was erased before', async () => {
    const { folder, left } = await putBack();
    const whole = await left();
    const { store } = await openVault(folder);
    await sweep(store);
    await store.purge('before-opening');
    expect(await left()).toEqual(expect.arrayContaining(whole));
    await store.close();
    const { store: second } = await openVault(folder);
    await second.purge();
    await second.close();
    const third = await openVault(folder);
    expect(third.notices).toEqual([]);
    // One evidence file, unreadable since its key is gone.
    expect(await sweep(third.store)).toBe(1);
    await third.store.close();
    const there = await left();
    for (const name of whole) expect(there).not.toContain(name);
  });
});

it('a newer record that stands in a snapshot alone is kept where a mark tells of it', async () => {
  const { older, newer, mark } = await olderAndNewer(async (store) => {
    await work(store);
    await store.purge();
  });
  await cp(older, newer, { recursive: true, force: true });
  const left = isOfNewer(newer, await namesIn(older));
  const whole = await left();
  const { store, notices } = await openVault(newer, { mark });
  expect(notices).toEqual(['older-than-seen']);
  await sweep(store);
  await store.close();
  expect(whole.length).toBe(2);
  expect(await left()).toEqual(expect.arrayContaining(whole));
});

it('what a crash leaves is swept, also in a copy older than one elsewhere: generations that were dropped, and a segment without records', async () => {
  const folder = await newFolder('quick');
  const store = await createVault(folder);
  await makeFileRecord(store);
  const stages: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    await addNotes(store, `${i}`);
    stages.push(await copyOf(folder));
    await store.snapshot();
  }
  await addNotes(store, 'last');
  const killed = await copyOf(folder);
  const kept = await namesIn(killed);
  // The removals of before never reached the disk.
  for (const stage of stages) await cp(join(stage, 'objects'), join(killed, 'objects'), { recursive: true, force: false });
  const { objects } = await vaultAt(killed);
  expect((await namesIn(killed)).length).toBeGreaterThan(kept.length + 3);
  const { store: opened, notices } = await openVault(killed, { mark: { sequence: store.mark().sequence + 5, hash: '00'.repeat(32), seenElsewhere: true } });
  expect(notices).toEqual(['older-than-seen']);
  expect((await namesIn(killed)).sort()).toEqual(kept.sort());
  await opened.close();
  // The first save of a sitting, killed before its root: the segment of that moment, cut off behind record 0.
  const { root } = await readRoot(await vaultAt(folder));
  const segment = root.current.segments.at(-1)?.name ?? '';
  const before = await copyOf(killed);
  const name = objects.newName('segment');
  await nodeFilePort.makeFolder(join(before, 'objects', name.slice(0, 2)));
  const source = await nodeFilePort.openForReading(join(folder, 'objects', segment.slice(0, 2), segment));
  const file = await nodeFilePort.create(join(before, 'objects', name.slice(0, 2), name));
  await file.write(await source.read(0, beginningBytes - 16), 0);
  await file.close();
  await source.close();
  expect((await openVault(before)).notices).toEqual([]);
  expect(await readdir(join(before, 'objects', name.slice(0, 2)))).not.toContain(name);
});

it('of more than a root can name, all evidence stays', async () => {
  const names = Array.from({ length: mostSetAside + 5 }, (_, i) => i.toString(16).padStart(32, '0'));
  const objects = { kindOf: (name: string) => (Number.parseInt(name, 16) >= mostSetAside ? 'segment' : 'evidence'), ownNames: async () => names };
  const point = { sequence: 1, hash: new Uint8Array(32) };
  const root: Root = { rootSequence: 1, current: { number: 1, snapshot: null, base: point, segments: [] }, previous: null, setAside: [] };
  const aside = new SetAside({ objects } as unknown as VaultFiles, true);
  expect(aside.butReferenced(root, new Set())).toBeNull();
  const full = await aside.withNewer(root);
  expect(full.setAside.length).toBe(mostSetAside);
  expect(full.setAside.slice(0, 5)).toEqual(names.slice(mostSetAside));
  expect(aside.butReferenced(full, new Set())).toBeNull();
  expect(aside.carriedOver(full, 'keep-one-before').length).toBe(mostSetAside);
});
