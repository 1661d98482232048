import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addFile, makeFileRecord, nameEvidence, noWork, target } from '../testing/backed-up-vault';
import { nodeFilePort, type FilePort } from '../file-port';
import { addNotes, createVault, newFolder, notesOf, openVault, recoveryKey } from '../testing/sample-vault';
import type { VaultStore } from '../store';

/** A place formatted so that no file may be longer than this. */
function limitedTo(most: number, place: () => string): FilePort {
  return {
    ...nodeFilePort,
    async create(path) {
      const file = await nodeFilePort.create(path);
      const write = async (bytes: Uint8Array, position: number): Promise<void> => {
        if (path.startsWith(place()) && position + bytes.length > most) throw Object.assign(new Error('EFBIG'), { code: 'EFBIG' });
        await file.write(bytes, position);
      };
      return { write, read: (position, length) => file.read(position, length), size: () => file.size(), dataSync: () => file.dataSync(), sync: () => file.sync(), close: () => file.close() };
    },
  };
}

async function begin(files: FilePort = nodeFilePort): Promise<{ folder: string; place: string; store: VaultStore }> {
  const folder = join(await newFolder('quick'), 'vault');
  const place = join(await newFolder('quick'), 'backup');
  await mkdir(folder);
  await mkdir(place);
  const store = await createVault(folder, { files });
  await makeFileRecord(store);
  return { folder, place, store };
}

async function objectsOf(folder: string): Promise<string[]> {
  const shelves = await readdir(join(folder, 'objects'));
  return (await Promise.all(shelves.map((shelf) => readdir(join(folder, 'objects', shelf))))).flat().sort();
}

const pathOf = (folder: string, name: string): string => join(folder, 'objects', name.slice(0, 2), name);
const bytesOf = async (store: VaultStore, name: string): Promise<Uint8Array> => {
  const found = nameEvidence(store).find((evidence) => evidence.name === name)!;
  const reader = await store.evidence.open(found);
  return reader.read(0, found.sizeBytes).finally(() => reader.close());
};

describe('a backup', () => {
  it('is a vault with all of it, opened with any way in', async () => {
    const { place, store } = await begin();
    const picture = randomBytes(700_000);
    await addFile(store, 'picture', picture);
    await addFile(store, 'empty', new Uint8Array());
    await addNotes(store, 'one', 'two');
    const done = await store.copies.backUp(target(store, place), noWork);
    expect(done).toMatchObject({ newFiles: 2, keptFiles: 0, damaged: { kept: [], absent: [] } });
    await addNotes(store, 'after');
    const { store: copy, notices } = await openVault(place, { key: recoveryKey });
    expect(notices).toEqual([]);
    expect(notesOf(copy)).toEqual(['one', 'two']);
    expect(Buffer.compare(await bytesOf(copy, 'picture'), picture)).toBe(0);
    expect(copy.vaultId).toBe(store.vaultId);
  });

  it('to a drive that cannot hold a file so large says so, and which file, and leaves nothing of it', async () => {
    let stick = '\0';
    const { place, store } = await begin(limitedTo(1_500_000, () => stick));
    stick = place;
    await addFile(store, 'small', randomBytes(500_000));
    const film = await addFile(store, 'film', randomBytes(2_000_000));
    await expect(store.copies.backUp(target(store, place), noWork)).rejects.toMatchObject({ code: 'drive-file-limit', file: 'film' });
    expect(await objectsOf(place)).not.toContain(film.objectName);
    expect((await objectsOf(place)).length).toBeLessThanOrEqual(1);
  });

  it('copies only what is new, and lets go of what is old', async () => {
    const { place, store } = await begin();
    const first = await addFile(store, 'first', randomBytes(50_000));
    await store.copies.backUp(target(store, place), noWork);
    const before = await readFile(pathOf(place, first.objectName));
    await addFile(store, 'second', randomBytes(50_000));
    for (let i = 0; i < 3; i += 1) {
      await addNotes(store, `note ${i}`);
      await store.copies.backUp(target(store, place), noWork);
    }
    const done = await store.copies.backUp(target(store, place), noWork);
    expect(done).toMatchObject({ newFiles: 0, keptFiles: 2 });
    expect(await readFile(pathOf(place, first.objectName))).toEqual(before);
    // Two roots, two generations of a snapshot with the journal between, two files.
    expect((await objectsOf(place)).length).toBeLessThanOrEqual(8);
    expect(await objectsOf(place)).toEqual(expect.arrayContaining([first.objectName]));
  });

  it('loses what was erased, once the newer one is there', async () => {
    const { place, store } = await begin();
    const gone = await addFile(store, 'gone', randomBytes(5000));
    await store.copies.backUp(target(store, place), noWork);
    expect(await objectsOf(place)).toContain(gone.objectName);
    await store.transact((t) => t.run(`DELETE FROM file WHERE name = 'gone'`));
    await store.purge();
    await store.evidence.remove(gone.objectName);
    await store.copies.backUp(target(store, place), noWork);
    expect(await objectsOf(place)).not.toContain(gone.objectName);
  });

  it('names what is damaged in the vault, keeps its good copy, and never takes a bad one over', async () => {
    const { folder, place, store } = await begin();
    const [kept, lost, bad] = [await addFile(store, 'kept', randomBytes(9000)), await addFile(store, 'lost', randomBytes(9000)), await addFile(store, 'bad', randomBytes(300_000))];
    await writeFile(pathOf(folder, bad.objectName), (await readFile(pathOf(folder, bad.objectName))).fill(7, 100, 101));
    const first = await store.copies.backUp(target(store, place), noWork);
    expect(first).toMatchObject({ newFiles: 2, damaged: { kept: [], absent: ['bad'] } });
    expect(await objectsOf(place)).not.toContain(bad.objectName);
    const good = await readFile(pathOf(place, lost.objectName));
    await rm(pathOf(folder, lost.objectName));
    const second = await store.copies.backUp(target(store, place), noWork);
    expect(second).toMatchObject({ newFiles: 0, keptFiles: 2, damaged: { kept: ['lost'], absent: ['bad'] } });
    expect(await readFile(pathOf(place, lost.objectName))).toEqual(good);
    expect(await objectsOf(place)).toContain(kept.objectName);
  });

  it('carries what belongs to others along, byte for byte, and never removes it', async () => {
    const { folder, place, store } = await begin();
    const foreign = 'ab'.repeat(16);
    await mkdir(join(folder, 'objects', 'ab'), { recursive: true });
    await writeFile(pathOf(folder, foreign), randomBytes(4096));
    await store.copies.backUp(target(store, place), noWork);
    expect(await readFile(pathOf(place, foreign))).toEqual(await readFile(pathOf(folder, foreign)));
    await writeFile(pathOf(folder, foreign), randomBytes(4096));
    await store.copies.backUp(target(store, place), noWork);
    expect(await readFile(pathOf(place, foreign))).toEqual(await readFile(pathOf(folder, foreign)));
    await rm(pathOf(folder, foreign));
    await store.copies.backUp(target(store, place), noWork);
    expect(await objectsOf(place)).toContain(foreign);
  });

  it('goes on after being stopped, and the one before is whole meanwhile', async () => {
    const { place, store } = await begin();
    await addNotes(store, 'old');
    await store.copies.backUp(target(store, place), noWork);
    for (let i = 0; i < 6; i += 1) await addFile(store, `file ${i}`, randomBytes(100_000));
    const abort = new AbortController();
    const stopping = store.copies.backUp(target(store, place), { signal: abort.signal, onProgress: (done) => done > 250_000 && abort.abort() });
    await expect(stopping).rejects.toMatchObject({ code: 'cancelled' });
    const done = await store.copies.backUp(target(store, place), noWork);
    expect(done.newFiles + done.keptFiles).toBe(6);
    expect(done.keptFiles).toBeGreaterThan(0);
    expect(await store.copies.check(place, nameEvidence, noWork)).toMatchObject({ files: 6, damaged: [], recordWhole: true });
  });

  it('keeps what was erased while it was being made out of the copy', async () => {
    const { place, store } = await begin();
    const gone = await addFile(store, 'gone', randomBytes(5000));
    await addNotes(store, 'secret');
    let isErased = false;
    const usual = target(store, place);
    const remember: typeof usual.remember = async (point) => {
      await usual.remember(point);
      if (isErased) return;
      isErased = true;
      await store.transact((t) => t.run(`DELETE FROM file WHERE name = 'gone'`));
      await store.purge();
      await store.evidence.remove(gone.objectName);
    };
    expect(await store.copies.backUp({ ...usual, remember }, noWork)).toMatchObject({ damaged: { kept: [], absent: [] } });
    const { store: copy } = await openVault(place);
    expect(nameEvidence(copy)).toEqual([]);
    expect(await objectsOf(place)).not.toContain(gone.objectName);
  });
});

describe('a place', () => {
  it('is refused inside the vault, with another vault, and with a copy that went further or another way', async () => {
    const { folder, place, store } = await begin();
    await expect(store.copies.backUp(target(store, join(folder, 'objects')), noWork)).rejects.toMatchObject({ code: 'same-folder' });
    await expect(store.copies.backUp(target(store, join(place, 'gone')), noWork)).rejects.toMatchObject({ code: 'place-gone' });
    const other = await newFolder('quick');
    await (await createVault(other)).close();
    await expect(store.copies.backUp(target(store, other), noWork)).rejects.toMatchObject({ code: 'not-this-vault' });
    await store.copies.backUp(target(store, place), noWork);
    const { store: copy } = await openVault(place);
    await addNotes(copy, 'written in the copy');
    await expect(store.copies.backUp(target(store, place), noWork)).rejects.toMatchObject({ code: 'already-open' });
    await copy.close();
    const before = await objectsOf(place);
    await expect(store.copies.backUp(target(store, place), noWork)).rejects.toMatchObject({ code: 'backup-differs' });
    await addNotes(store, 'a', 'b', 'c', 'd');
    await expect(store.copies.backUp(target(store, place), noWork)).rejects.toMatchObject({ code: 'backup-differs' });
    expect(await objectsOf(place)).toEqual(before);
  });

  it('is known again by any point the record remembers, and by no other', async () => {
    const { place, store } = await begin();
    await store.copies.backUp(target(store, place), noWork);
    for (let i = 0; i < 4; i += 1) {
      await addNotes(store, `note ${i}`);
      await store.snapshot();
    }
    await expect(store.copies.backUp(target(store, place, { isKnown: () => false }), noWork)).rejects.toMatchObject({ code: 'backup-differs' });
    await expect(store.copies.backUp(target(store, place), noWork)).resolves.toMatchObject({ damaged: { kept: [], absent: [] } });
  });
});

describe('checking a backup', () => {
  it('finds each changed byte of it, and names the file', async () => {
    const { place, store } = await begin();
    const file = await addFile(store, 'picture', randomBytes(300_000));
    await addNotes(store, 'one');
    await store.copies.backUp(target(store, place), noWork);
    expect(await store.copies.check(place, nameEvidence, noWork)).toMatchObject({ files: 1, damaged: [], recordWhole: true });
    for (const name of [...(await objectsOf(place)), 'head.0', 'head.1']) {
      const path = name.startsWith('head') ? join(place, name) : pathOf(place, name);
      const good = await readFile(path);
      const bad = Buffer.from(good);
      bad[bad.length >> 1] = (bad[bad.length >> 1]! + 1) & 255;
      await writeFile(path, bad);
      const checked = await store.copies.check(place, nameEvidence, noWork).catch((error: { code: string }) => error.code);
      if (name === file.objectName) expect(checked).toMatchObject({ damaged: ['picture'], recordWhole: true });
      else expect(checked, name).toMatchObject({ damaged: [], recordWhole: false });
      await writeFile(path, good);
    }
  });
});
