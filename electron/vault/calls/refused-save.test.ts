import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { FilePort } from '../store/file-port';
import { createStore, openStore, prepareCreate } from '../store/open-store';
import type { VaultStore } from '../store/store';
import { MemoryDisk } from '../store/testing/memory-disk';
import { passphraseKey } from '../store/testing/sample-vault';
import { watchedFiles, type Step } from '../store/testing/watched-files';
import { readDocument } from '../record/documents/documents';
import { addFile } from './document-work';
import { beginRecord, takeUpRecord } from './open-vault';

/** The narrow cases; `npm run prove -- io-errors` fails every single write call. */
const folder = '/home/vault';
const work = { signal: new AbortController().signal, onProgress: () => undefined };
const scratch: string[] = [];

afterEach(async () => {
  for (const place of scratch.splice(0)) await rm(place, { recursive: true });
});

async function aPhotograph(): Promise<{ path: string; name: string; origin: 'added' }> {
  const place = await mkdtemp(join(tmpdir(), 'tidemark-source-'));
  scratch.push(place);
  const path = join(place, 'photograph.jpg');
  await writeFile(path, new Uint8Array(9000).fill(5));
  return { path, name: 'photograph.jpg', origin: 'added' };
}

async function create(files: FilePort, begin: (store: VaultStore) => Promise<void>): Promise<VaultStore> {
  const parameters = await prepareCreate(folder, { quickKdf: true }, { files });
  return createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }], begin }, { files });
}

const begin = async (store: VaultStore): Promise<void> => void (await beginRecord(store, { recoveryPrinted: '', example: false }));

function failing(disk: MemoryDisk, fails: (step: Step) => string | null): FilePort {
  return watchedFiles(disk, {
    before: (step) => {
      const code = fails(step);
      if (code !== null) throw Object.assign(new Error(code), { code });
    },
  });
}

it('a document whose save was refused, and reached the disk all the same, has its evidence when it is seen again', async () => {
  const disk = new MemoryDisk(new Map([['/home', null]]));
  let state: 'sound' | 'no sync' | 'killed' = 'sound';
  const store = await create(failing(disk, (step) => (state === 'killed' || (state === 'no sync' && step === 'dataSync') ? 'EIO' : null)), begin);
  const { context } = await takeUpRecord(store, [], []);
  state = 'no sync';
  await expect(addFile(context, await aPhotograph(), work)).rejects.toMatchObject({ code: 'io-error' });
  state = 'killed';
  await store.close();
  await disk.remove(`${folder}/lock`);
  const again = await takeUpRecord((await openStore({ folder, key: passphraseKey, mark: null }, { files: disk })).store, [], []);
  const [seen] = again.context.store.all<{ id: string }>(`SELECT id FROM document`);
  expect(seen).toBeDefined();
  expect((await readDocument(again.context, seen?.id ?? '', 0, 9000)).bytes).toEqual(new Uint8Array(9000).fill(5));
  await again.context.store.close();
});

it.each(['ENOSPC', 'EIO', 'EACCES'])('a disk that gives %s lets her open and read what is there', async (code) => {
  const disk = new MemoryDisk(new Map([['/home', null]]));
  await (await create(disk, begin)).close();
  let isFailing = false;
  const { store } = await openStore({ folder, key: passphraseKey, mark: null }, { files: failing(disk, () => (isFailing ? code : null)) });
  isFailing = true;
  const { context } = await takeUpRecord(store, [], []);
  expect(context.store.all(`SELECT kind FROM history`)).toEqual([{ kind: 'vault-created' }]);
  await context.store.close();
});

it('a vault whose record cannot be begun is none: it leaves nothing, and one can be made there', async () => {
  const disk = new MemoryDisk(new Map([['/home', null]]));
  const full = failing(disk, (step) => (step === 'dataSync' ? 'ENOSPC' : null));
  await expect(create(full, begin)).rejects.toMatchObject({ code: 'disk-full' });
  expect(await disk.list(folder)).toEqual(['objects']);
  for (const shelf of await disk.list(`${folder}/objects`)) expect(await disk.list(`${folder}/objects/${shelf}`)).toEqual([]);
  await (await create(disk, begin)).close();
});
