import { describe, expect, it } from 'vitest';
import type { OpeningNotice } from '../../../shared/contract/program-calls';
import { systemRandom } from '../crypto/primitives';
import { foreignNames } from './copies/copy-foreign';
import type { FilePort } from './file-port';
import { readHeaderCopies, unlockHeader } from './header/header-files';
import { ObjectFolder } from './object-folder';
import { createStore, openStore, prepareCreate } from './open-store';
import type { VaultStore } from './store';
import { MemoryDisk, type DiskImage } from './testing/memory-disk';
import { crashStates } from './testing/power-loss';
import { addNotes, makeNotes, notesOf, passphraseKey } from './testing/sample-vault';
import { watchedFiles, type Step } from './testing/watched-files';

/** The narrow cases; `npm run prove -- crash-states` goes through them by the ten thousand. */
const folder = '/home/vault';
const isLock = (path: string): boolean => path.includes('/lock');

/** A disk that a process can be cut off from, as by a kill: what it did stays, what it still does not. */
function mortal(disk: MemoryDisk, diesAt: (step: Step, path: string) => boolean): { files: FilePort; kill: () => void } {
  let isDead = false;
  const files = watchedFiles(disk, {
    before: (step, path) => {
      isDead ||= diesAt(step, path);
      if (isDead) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    },
  });
  return { files, kill: () => (isDead = true) };
}

async function create(files: FilePort): Promise<VaultStore> {
  const parameters = await prepareCreate(folder, { quickKdf: true }, { files });
  return createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }] }, { files });
}

const open = (files: FilePort): Promise<{ store: VaultStore; notices: OpeningNotice[] }> => openStore({ folder, key: passphraseKey, mark: null }, { files });

const emptyDisk = (): MemoryDisk => new MemoryDisk(new Map([['/home', null]]));

/** The states that losing power now may leave, without the lock: its holder is gone. */
function left(disk: MemoryDisk): { how: string; image: DiskImage }[] {
  return crashStates(disk, () => 0.5, 100).map(({ how, image }) => ({ how, image: new Map([...image].filter(([path]) => !isLock(path))) }));
}

async function withoutLock(disk: MemoryDisk): Promise<void> {
  if (await disk.exists(`${folder}/lock`)) await disk.remove(`${folder}/lock`);
}

/** Objects that are not of the vault that opens here. */
async function strangers(disk: MemoryDisk): Promise<string[]> {
  const { header, keys } = unlockHeader(await readHeaderCopies(disk, folder), passphraseKey);
  return foreignNames({ folder, vaultId: header.vaultId, keys, files: disk, random: systemRandom, objects: new ObjectFolder(folder, disk, keys.names, systemRandom) });
}

/** A vault with one note, killed while the next was being written: the bytes are seen, and not on the disk. */
async function killedWhileSaving(): Promise<MemoryDisk> {
  const disk = emptyDisk();
  let armed = false;
  const { files } = mortal(disk, (step) => armed && step === 'dataSync');
  const store = await create(files);
  await makeNotes(store);
  await addNotes(store, 'kept');
  armed = true;
  await expect(addNotes(store, 'seen')).rejects.toMatchObject({ code: 'io-error' });
  await store.close();
  await withoutLock(disk);
  return disk;
}

describe('after a kill, what she sees on opening', () => {
  it('is still there when the power goes after the next save', async () => {
    const disk = await killedWhileSaving();
    const { files, kill } = mortal(disk, () => false);
    const { store } = await open(files);
    expect(notesOf(store)).toEqual(['kept', 'seen']);
    await addNotes(store, 'after');
    kill();
    await store.close();
    for (const { how, image } of left(disk)) {
      const { store: again } = await open(new MemoryDisk(image));
      expect(notesOf(again), how).toEqual(['kept', 'seen', 'after']);
      expect(again.readOnly, how).toBe(false);
      await again.close();
    }
  });

  it('is still there when the power goes before the next save', async () => {
    const disk = await killedWhileSaving();
    const { files, kill } = mortal(disk, () => false);
    const { store } = await open(files);
    kill();
    await store.close();
    for (const { how, image } of left(disk)) {
      const { store: again } = await open(new MemoryDisk(image));
      expect(notesOf(again), how).toEqual(['kept', 'seen']);
      await again.close();
    }
  });
});

describe('a torn tail', () => {
  it('is told once, and then nothing of it', async () => {
    const disk = await killedWhileSaving();
    const torn = left(disk).filter(({ how }) => /^(cut at|length)/.test(how) && !how.endsWith('no name'));
    expect(torn.length).toBeGreaterThan(2);
    for (const { how, image } of torn) {
      const after = new MemoryDisk(image);
      const { files, kill } = mortal(after, () => false);
      const first = await open(files);
      expect(first.notices, how).toEqual(['tail-set-aside']);
      kill();
      await first.store.close();
      await withoutLock(after);
      const second = await open(after);
      expect(second.notices, how).toEqual([]);
      expect(notesOf(second.store)).toEqual(['kept']);
      await second.store.close();
    }
  });
});

describe('a folder of objects made by a process that was killed', () => {
  it('is on the disk before anything in it is relied upon', async () => {
    const disk = emptyDisk();
    const first = await create(disk);
    await makeNotes(first);
    await first.close();
    await withoutLock(disk);
    // Every shelf is there and none is on the disk: as if each had been made in the moment of the kill.
    for (let shelf = 0; shelf < 256; shelf += 1) await disk.makeFolder(`${folder}/objects/${shelf.toString(16).padStart(2, '0')}`);
    const { files, kill } = mortal(disk, () => false);
    const { store } = await open(files);
    await addNotes(store, 'kept');
    kill();
    await store.close();
    for (const { how, image } of left(disk).slice(0, 4)) {
      const { store: again } = await open(new MemoryDisk(image));
      expect(notesOf(again), how).toEqual(['kept']);
      await again.close();
    }
  });
});

describe('making a vault', () => {
  it('that is killed at its last step, and then used, is not lost with the power', async () => {
    const disk = emptyDisk();
    const { files: first } = mortal(disk, (step, path) => step === 'syncFolder' && path === '/home');
    await expect(create(first)).rejects.toMatchObject({ code: 'io-error' });
    await withoutLock(disk);
    const { files, kill } = mortal(disk, () => false);
    const { store } = await open(files);
    await makeNotes(store);
    await addNotes(store, 'kept');
    kill();
    await store.close();
    for (const { how, image } of left(disk)) {
      const { store: again } = await open(new MemoryDisk(image));
      expect(notesOf(again), how).toEqual(['kept']);
      await again.close();
    }
  });

  it('that is cut short at any step leaves a vault that opens, or none and room to make one', async () => {
    const disk = emptyDisk();
    const states: { how: string; image: DiskImage }[] = [];
    const files = watchedFiles(disk, { after: async (step) => void states.push(...left(disk).map(({ how, image }) => ({ how: `${step}: ${how}`, image }))) });
    await (await create(files)).close();
    expect(states.length).toBeGreaterThan(100);
    for (const { how, image } of states) {
      const after = new MemoryDisk(image);
      const opened = await open(after).catch((error: unknown) => {
        expect(['no-vault-here', 'header-damaged'], how).toContain((error as { code?: string }).code);
        return null;
      });
      const store = opened?.store ?? (await create(after));
      expect(store.readOnly, how).toBe(false);
      await makeNotes(store);
      await store.close();
      expect(await strangers(after), how).toEqual([]);
    }
  });

  it('that is cut short at any step, and another made there, leaves nothing of the first, whatever becomes of the power', async () => {
    for (let diesAt = 1, made = false; !made; diesAt += 1) {
      const disk = emptyDisk();
      let steps = 0;
      const { files } = mortal(disk, () => (steps += 1) === diesAt);
      made = await create(files).then(async (store) => store.close().then(() => true), () => false);
      await withoutLock(disk);
      if (made || (await disk.exists(`${folder}/head.0`))) continue;
      const store = await create(disk);
      await makeNotes(store);
      await store.close();
      for (const { how, image } of left(disk)) expect(await strangers(new MemoryDisk(image)), `died at ${diesAt}: ${how}`).toEqual([]);
    }
  });

  it('touches nothing of a vault that lost its header', async () => {
    const disk = emptyDisk();
    const store = await create(disk);
    await store.transact((t) => t.run('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)'));
    await addNotes(store, 'kept');
    await store.close();
    const header = disk.peek(`${folder}/head.0`);
    for (const name of ['head.0', 'head.1']) await disk.remove(`${folder}/${name}`);
    await (await create(disk)).close();
    disk.rewrite(`${folder}/head.0`, header ?? new Uint8Array());
    disk.rewrite(`${folder}/head.1`, header ?? new Uint8Array());
    const opened = await open(disk);
    expect(notesOf(opened.store)).toEqual(['kept']);
    await opened.store.close();
  });

  it('takes nothing away where another vault was made in the meantime', async () => {
    const disk = emptyDisk();
    let isOther = false;
    const watched = watchedFiles(disk, {});
    const files: FilePort = {
      ...watched,
      async create(path) {
        if (!isOther && path === `${folder}/lock`) {
          isOther = true;
          await (await create(disk)).close();
        }
        return watched.create(path);
      },
    };
    await expect(create(files)).rejects.toMatchObject({ code: 'vault-exists' });
    expect(isOther).toBe(true);
    await (await open(disk)).store.close();
  });
});
