import { expect, it } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import { listHistory, verifyHistory } from '../record/history/history';
import { recordContext, type RecordContext } from '../record/record-context';
import { listWaysIn, wayInNote } from '../record/vault/ways-in';
import { createStore, openStore, prepareCreate } from '../store/open-store';
import { MemoryDisk, type DiskImage } from '../store/testing/memory-disk';
import { crashStates } from '../store/testing/power-loss';
import { watchedFiles } from '../store/testing/watched-files';
import type { VaultStore } from '../store/store';
import { beginRecord, takeUpRecord } from './open-vault';

const folder = '/home/vault';
const keyOf = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const [passphraseKey, recoveryKey, newKey, fileKey] = [keyOf(1), keyOf(2), keyOf(3), keyOf(4)];

async function opened(disk: MemoryDisk, key: Uint8Array): Promise<{ store: VaultStore; context: RecordContext } | null> {
  try {
    const { store, notices } = await openStore({ folder, key, mark: null }, { files: disk });
    const { context, notices: told } = await takeUpRecord(store, notices, []);
    // Nobody put anything back.
    expect(told).not.toContain('first-page-older');
    return { store, context };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'wrong-secret') return null;
    throw error;
  }
}

async function withoutLock(disk: MemoryDisk): Promise<MemoryDisk> {
  if (await disk.exists(`${folder}/lock`)) await disk.remove(`${folder}/lock`);
  return disk;
}

it('power that goes at any step of changing ways in leaves the one from before or the new one, and list and history say which', async () => {
  const disk = new MemoryDisk(new Map([['/home', null]]));
  const states = new Map<string, { how: string; image: DiskImage; done: number }>();
  let step = 0;
  let isExploring = false;
  let done = 0;
  const files = watchedFiles(disk, {
    after: async (what) => {
      if (!isExploring) return;
      step += 1;
      for (const { how, image, digest } of crashStates(disk, Math.random, 30, (at) => /\/(spare|lock.*)$/.test(at))) {
        if (!states.has(digest)) states.set(digest, { how: `step ${step} (${what}): ${how}`, image, done });
      }
    },
  });
  const store = await createStore({
    folder, parameters: await prepareCreate(folder, { quickKdf: true }, { files }),
    slots: [{ kind: 'passphrase', secretKey: passphraseKey }, { kind: 'recovery-code', secretKey: recoveryKey }],
    begin: async (made) => void (await beginRecord(made, { recoveryPrinted: 'AAAAA', example: false })),
  }, { files });
  const context = recordContext(store);
  isExploring = true;
  await store.waysIn.set('passphrase', newKey, passphraseKey, wayInNote(context, { change: 'passphrase-changed' }));
  done = 1;
  await store.waysIn.set('key-file', fileKey, newKey, wayInNote(context, { change: 'key-file-made' }));
  done = 2;
  await store.waysIn.remove('recovery-code', newKey, wayInNote(context, { change: 'way-in-removed', kind: 'recovery-code' }));
  done = 3;
  isExploring = false;
  await store.close();

  expect(states.size).toBeGreaterThan(100);
  const found = new Set<string>();
  for (const { how, image, done: acknowledged } of states.values()) {
    const left = await withoutLock(new MemoryDisk(image));
    // Where the two copies of the header differ, both open; the first that is tried decides.
    const now = (await opened(left, Math.random() < 0.5 ? passphraseKey : newKey)) ?? (await opened(left, passphraseKey)) ?? (await opened(left, newKey));
    if (now === null) throw new Error(`nothing opens: ${how}`);
    const ways = [now.store.waysIn.opens(newKey) !== null, now.store.waysIn.opens(fileKey) !== null, now.store.waysIn.opens(recoveryKey) === null];
    const made = ways.filter(Boolean).length;
    // In their order, and never one that was acknowledged undone.
    expect(ways, how).toEqual([made > 0, made > 1, made > 2]);
    expect(made, how).toBeGreaterThanOrEqual(acknowledged);
    expect(now.store.waysIn.opens(passphraseKey), how).toBe(made > 0 ? null : 'passphrase');
    const kinds = listHistory(now.store, null, 0, 20).entries.map((entry) => entry.kind).filter((kind) => kind !== 'vault-opened').reverse();
    expect(kinds, how).toEqual(['vault-created', 'passphrase-changed', 'key-file-made', 'way-in-removed'].slice(0, 1 + made));
    expect(listWaysIn(now.store).map((way) => way.kind), how).toEqual([['passphrase', 'recovery-code'], ['passphrase', 'recovery-code'], ['passphrase', 'recovery-code', 'key-file'], ['passphrase', 'key-file']][made]);
    expect(now.store.all('SELECT * FROM way_in_change'), how).toEqual([]);
    expect(verifyHistory(now.store), how).toBeNull();
    await now.store.close();
    expect((await opened(left, made > 0 ? passphraseKey : newKey)) === null, how).toBe(true);
    found.add(`${acknowledged} ${made}`);
  }
  expect([...found].sort()).toEqual(['0 0', '0 1', '1 1', '1 2', '2 2', '2 3']);
}, 120_000);
