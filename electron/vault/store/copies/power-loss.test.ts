import { describe, expect, it } from 'vitest';
import type { FilePort } from '../file-port';
import { createStore, prepareCreate } from '../create-store';
import { openStore } from '../open-store';
import type { VaultStore } from '../store';
import { addFile, makeFileRecord, nameEvidence, noWork, target } from '../testing/backed-up-vault';
import { MemoryDisk, type DiskImage } from '../testing/memory-disk';
import { crashStates } from '../testing/power-loss';
import { addNotes, notesOf, passphraseKey } from '../testing/sample-vault';
import { watchedFiles } from '../testing/watched-files';

const folder = '/home/vault';
const place = '/stick/backup';
const isOutside = (path: string): boolean => path === '/stick' || path.startsWith('/stick/');

async function create(files: FilePort): Promise<VaultStore> {
  const parameters = await prepareCreate(folder, { quickKdf: true }, { files });
  return createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }] }, { files });
}

/** What the stick alone may hold after a loss of power, without a lock: whoever held it is gone. */
function left(disk: MemoryDisk, effort: number): { how: string; digest: string; image: DiskImage }[] {
  return crashStates(disk, () => 0.5, effort, (path) => !isOutside(path) || path.includes('/lock')).map(({ how, digest, image }) => ({ how, digest, image: new Map([...image].filter(([path]) => isOutside(path) && !path.includes('/lock'))) }));
}

async function seenIn(image: DiskImage, how: string): Promise<{ notes: unknown[]; files: string[] } | null> {
  const disk = new MemoryDisk(image);
  const opened = await openStore({ folder: place, key: passphraseKey, mark: null }, { files: disk }).catch((error: { code?: string }) => {
    expect(['no-vault-here', 'header-damaged', 'io-error'], how).toContain(error.code);
    return null;
  });
  if (opened === null) return null;
  expect(opened.store.readOnly, how).toBe(false);
  const files: string[] = [];
  for (const evidence of nameEvidence(opened.store)) {
    expect(await opened.store.files.evidence(evidence, async () => undefined), `${how}: ${evidence.name}`).toBe('whole');
    files.push(evidence.name);
  }
  const notes = notesOf(opened.store);
  await opened.store.close();
  return { notes, files };
}

describe('when the power goes while a backup is written', () => {
  it('the stick has the backup before or the new one, whole, and never neither', async () => {
    const disk = new MemoryDisk(new Map([['/home', null], [place, null]]));
    const states = new Map<string, { how: string; image: DiskImage; stage: string }>();
    let stage = 'first';
    const files = watchedFiles(disk, {
      after: async (step, path) => {
        if (!isOutside(path)) return;
        for (const { how, digest, image } of left(disk, 2)) states.set(`${stage} ${digest}`, { how: `${stage}, ${step} ${path.slice(-12)}: ${how}`, image, stage });
      },
    });
    const store = await create(files);
    await makeFileRecord(store);
    const gone = await addFile(store, 'gone', new Uint8Array(5000).fill(1));
    await addFile(store, 'kept', new Uint8Array(6000).fill(2));
    await addNotes(store, 'one');
    await store.copies.backUp(target(store, place), noWork);
    stage = 'second';
    await store.transact((t) => t.run(`DELETE FROM file WHERE name = 'gone'`));
    await store.purge();
    await store.evidence.remove(gone.objectName);
    await addFile(store, 'new', new Uint8Array(7000).fill(3));
    await addNotes(store, 'two');
    await store.copies.backUp(target(store, place), noWork);
    stage = 'done';
    for (const { how, digest, image } of left(disk, 2)) states.set(`${stage} ${digest}`, { how: `${stage}: ${how}`, image, stage });
    await store.close();

    const before = { notes: ['one'], files: ['gone', 'kept'] };
    const after = { notes: ['one', 'two'], files: ['kept', 'new'] };
    const counts = { none: 0, before: 0, after: 0 };
    for (const { how, image, stage: at } of states.values()) {
      const seen = await seenIn(image, how);
      if (seen === null) {
        // Only a backup that was never finished may be none.
        expect(at, how).toBe('first');
        counts.none += 1;
        continue;
      }
      expect(at === 'first' ? [before] : at === 'second' ? [before, after] : [after], how).toContainEqual(seen);
      counts[seen.notes.length === 1 ? 'before' : 'after'] += 1;
    }
    expect(Math.min(...Object.values(counts)), JSON.stringify(counts)).toBeGreaterThan(10);
  }, 120_000);
});
