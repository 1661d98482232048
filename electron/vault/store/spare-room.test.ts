import { expect, it } from 'vitest';
import type { FilePort } from './file-port';
import { createStore, openStore, prepareCreate } from './open-store';
import { spareBytes } from './spare-room';
import { MemoryDisk } from './testing/memory-disk';
import { addNotes, makeNotes, notesOf, passphraseKey } from './testing/sample-vault';

const folder = '/home/vault';

/** A disk that has so much room and no more. What is removed gives its room back. */
class CrampedDisk extends MemoryDisk {
  free = Number.POSITIVE_INFINITY;

  override async create(path: string): ReturnType<FilePort['create']> {
    const file = await super.create(path);
    return {
      ...file,
      write: async (bytes, position) => {
        if (bytes.length > this.free) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
        this.free -= bytes.length;
        await file.write(bytes, position);
      },
    };
  }

  override async remove(path: string): Promise<void> {
    this.free += this.peek(path)?.length ?? 0;
    await super.remove(path);
  }
}

async function vaultOn(disk: MemoryDisk): ReturnType<typeof createStore> {
  const parameters = await prepareCreate(folder, { quickKdf: true }, { files: disk });
  const store = await createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }] }, { files: disk });
  await makeNotes(store);
  return store;
}

const open = (disk: MemoryDisk): ReturnType<typeof openStore> => openStore({ folder, key: passphraseKey, mark: null }, { files: disk });

it('on a full disk saves what she is writing, then refuses, closes, and loses nothing', async () => {
  const disk = new CrampedDisk(new Map([['/home', null]]));
  const store = await vaultOn(disk);
  expect(disk.peek(`${folder}/spare`)?.length).toBe(spareBytes);
  disk.free = 0;
  const saved: string[] = [];
  await addNotes(store, 'the last words');
  saved.push('the last words');
  const long = 'x'.repeat(100_000);
  while (saved.length < 30) {
    try {
      await addNotes(store, long);
      saved.push(long);
    } catch (error) {
      expect(error).toMatchObject({ code: 'disk-full' });
      break;
    }
  }
  expect(saved.length).toBeLessThan(30);
  await store.close();
  disk.free = Number.POSITIVE_INFINITY;
  const { store: again, notices } = await open(disk);
  expect(notices.filter((notice) => notice !== 'tail-set-aside')).toEqual([]);
  expect(notesOf(again)).toEqual(saved);
  expect(disk.peek(`${folder}/spare`)?.length).toBe(spareBytes);
  await again.close();
});

it('lets her open on a full disk', async () => {
  const disk = new CrampedDisk(new Map([['/home', null]]));
  const store = await vaultOn(disk);
  await addNotes(store, 'kept');
  await store.close();
  disk.free = 0;
  const { store: again } = await open(disk);
  expect(notesOf(again)).toEqual(['kept']);
  await addNotes(again, 'and on');
  await again.close();
});

it('makes the spare room anew when it was cut short', async () => {
  const disk = new MemoryDisk(new Map([['/home', null]]));
  await (await vaultOn(disk)).close();
  disk.rewrite(`${folder}/spare`, new Uint8Array(100));
  const { store } = await open(disk);
  expect(disk.peek(`${folder}/spare`)?.length).toBe(spareBytes);
  await store.close();
});
