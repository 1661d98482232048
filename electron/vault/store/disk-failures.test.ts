import { chmod, cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFilePort, type FilePort } from './file-port';
import { failingFiles } from './testing/failing-files';
import { addNotes, createVault, inPieces, makeNotes, newFolder, notesOf, openVault } from './testing/sample-vault';

async function countFiles(folder: string): Promise<number> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
}

async function copyAsKilled(folder: string): Promise<string> {
  const copy = await newFolder('quick');
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('/lock') });
  return copy;
}

const codes = { ENOSPC: 'disk-full', EIO: 'io-error', EACCES: 'folder-unwritable' } as const;

/** A day's work; returns what was acknowledged. `soften` says whether an error is one that this disk was told to give. */
async function work(folder: string, files: ReturnType<typeof failingFiles>['files'], expected: string): Promise<string[]> {
  const { store } = await openVault(folder, { ports: { files } });
  const acknowledged = notesOf(store).map(String);
  for (let i = 0; i < 5; i += 1) {
    const text = `note ${acknowledged.length}-${i}`;
    try {
      await addNotes(store, text);
      acknowledged.push(text);
    } catch (error) {
      expect(error).toMatchObject({ code: expected });
    }
    if (i === 2) await store.snapshot().catch((error: unknown) => expect(error).toMatchObject({ code: expected }));
    expect(notesOf(store)).toEqual(acknowledged);
  }
  return acknowledged;
}

describe.each(Object.entries(codes))('a disk that gives %s', (code, refusal) => {
  it('at any single step loses nothing acknowledged, in this process and after a kill', async () => {
    const origin = await newFolder('quick');
    const first = await createVault(origin);
    await makeNotes(first);
    await addNotes(first, 'before');
    await first.close();
    const counting = failingFiles(() => null);
    const counted = await copyAsKilled(origin);
    await work(counted, counting.files, refusal);
    const total = counting.steps();
    expect(total).toBeGreaterThan(30);
    for (let failing = 1; failing <= total; failing += code === 'EIO' ? 1 : 9) {
      const folder = await copyAsKilled(origin);
      const { files } = failingFiles((step) => (step === failing ? code : null));
      let acknowledged = ['before'];
      try {
        acknowledged = await work(folder, files, refusal);
      } catch (error) {
        expect(error).toMatchObject({ code: refusal });
      }
      const { store, notices } = await openVault(await copyAsKilled(folder));
      // A save that was refused may still have reached the disk; one that was acknowledged must have.
      expect(notesOf(store).filter((text) => acknowledged.includes(String(text)))).toEqual(acknowledged);
      expect(notices.filter((notice) => notice !== 'tail-set-aside')).toEqual([]);
      await addNotes(store, 'and on');
      await store.close();
    }
  }, 60_000);

  it('from some step on for ever refuses saving, loses nothing, and still closes', async () => {
    const origin = await newFolder('quick');
    const first = await createVault(origin);
    await makeNotes(first);
    await addNotes(first, 'before');
    await first.close();
    for (const from of [8, 20, 30]) {
      const folder = await copyAsKilled(origin);
      const { files } = failingFiles((step, what) => (step >= from && what !== 'remove' ? code : null));
      const acknowledged = await work(folder, files, refusal).catch((error: unknown) => {
        expect(error).toMatchObject({ code: refusal });
        return ['before'];
      });
      const { store } = await openVault(await copyAsKilled(folder));
      expect(notesOf(store).filter((text) => acknowledged.includes(String(text)))).toEqual(acknowledged);
    }
  });

  it('while sealing evidence leaves nothing behind', async () => {
    const folder = await newFolder('quick');
    let armed = false;
    let writes = 0;
    const { files } = failingFiles((_step, what) => (armed && what === 'write' && ++writes === 2 ? code : null));
    const store = await createVault(folder, { files });
    const before = await countFiles(folder);
    armed = true;
    const bytes = new Uint8Array(3_000_000);
    await expect(store.evidence.seal(inPieces(bytes), { expectedBytes: bytes.length })).rejects.toMatchObject({ code: refusal });
    expect(await countFiles(folder)).toBe(before);
  });

  it('keeps a damaged header copy from being mended, but not the vault from being opened', async () => {
    const folder = await newFolder('quick');
    const store = await createVault(folder);
    await makeNotes(store);
    await addNotes(store, 'kept');
    await store.close();
    await writeFile(join(folder, 'head.1'), 'x');
    const { files } = failingFiles((_step, what) => (what === 'rename' ? code : null));
    const { store: again, notices } = await openVault(folder, { ports: { files } });
    expect(notices).toEqual(['copy-repaired']);
    expect(notesOf(again)).toEqual(['kept']);
  });

  it('that dies anywhere in a snapshot leaves a vault in which nothing is missing, not even from the reserve', async () => {
    for (let dies = 1; dies <= 40; dies += code === 'EIO' ? 1 : 8) {
      const folder = await newFolder('quick');
      let from = Number.POSITIVE_INFINITY;
      const { files, steps } = failingFiles((step) => (step >= from ? code : null));
      const store = await createVault(folder, { files });
      await makeNotes(store);
      for (const text of ['a', 'b']) {
        await addNotes(store, text);
        await store.snapshot();
      }
      await addNotes(store, 'c');
      from = steps() + dies;
      await store.snapshot().catch((error: unknown) => expect(error).toMatchObject({ code: refusal }));
      const { store: again, notices } = await openVault(await copyAsKilled(folder));
      expect(notices, `step ${dies}`).toEqual([]);
      expect(notesOf(again)).toEqual(['a', 'b', 'c']);
    }
  }, 60_000);

  it('once makes no more of that segment: the next save begins another', async () => {
    for (const what of ['write', 'dataSync']) {
      const folder = await newFolder('quick');
      let armed = false;
      const { files } = failingFiles((_step, step) => {
        if (!armed || step !== what) return null;
        armed = false;
        return code;
      });
      const store = await createVault(folder, { files });
      await makeNotes(store);
      const segments = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name)).sort();
      const before = await segments();
      await addNotes(store, 'same segment');
      expect(await segments()).toEqual(before);
      // With spare room a full disk would save it the second time.
      await rm(join(folder, 'spare'));
      armed = true;
      await expect(addNotes(store, 'refused')).rejects.toMatchObject({ code: refusal });
      await addNotes(store, 'another segment');
      expect((await segments()).length).toBe(before.length + 1);
      expect(notesOf((await openVault(await copyAsKilled(folder))).store)).toEqual(['same segment', 'another segment']);
    }
  });

  it('while creating refuses and leaves no vault, so that creating again succeeds', async () => {
    for (let failing = 1; failing < 40; failing += code === 'EIO' ? 1 : 6) {
      const folder = await newFolder('quick');
      const { files } = failingFiles((step) => (step === failing ? code : null));
      try {
        await createVault(folder, { files });
      } catch (error) {
        expect(error).toMatchObject({ code: refusal });
        const again = await createVault(folder);
        await makeNotes(again);
        continue;
      }
    }
  });
});

describe('a save', () => {
  it('is acknowledged only after its bytes were written and the disk has said that it holds them', async () => {
    const log: string[] = [];
    let release = (): void => undefined;
    let hold = false;
    const files: FilePort = {
      ...nodeFilePort,
      async create(path) {
        const file = await nodeFilePort.create(path);
        return {
          write: async (bytes, position) => { log.push('write'); await file.write(bytes, position); },
          read: (position, length) => file.read(position, length),
          size: () => file.size(),
          dataSync: async () => {
            log.push('dataSync');
            if (hold) await new Promise<void>((resolve) => { release = resolve; });
            await file.dataSync();
          },
          sync: () => file.sync(),
          close: () => file.close(),
        };
      },
    };
    const store = await createVault(await newFolder('quick'), { files });
    await makeNotes(store);
    log.length = 0;
    hold = true;
    let acknowledged = false;
    const saving = addNotes(store, 'slow').then(() => { acknowledged = true; });
    await expect.poll(() => log).toEqual(['write', 'dataSync']);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(acknowledged).toBe(false);
    expect(store.mark().sequence).toBe(1);
    hold = false;
    release();
    await saving;
    expect(store.mark().sequence).toBe(2);
  });
});

describe('evidence', () => {
  it('that is cancelled, changes its length or whose source fails leaves nothing behind', async () => {
    const folder = await newFolder('quick');
    const store = await createVault(folder);
    const before = await countFiles(folder);
    const bytes = new Uint8Array(3_000_000);
    const stop = new AbortController();
    const cancelled = store.evidence.seal(inPieces(bytes), { expectedBytes: bytes.length, signal: stop.signal, onProgress: (done) => { if (done > 300_000) stop.abort(); } });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    await expect(store.evidence.seal(inPieces(bytes), { expectedBytes: 5 })).rejects.toMatchObject({ code: 'file-changed' });
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield bytes;
      throw new Error('gone');
    }
    await expect(store.evidence.seal(failing(), { expectedBytes: 5 })).rejects.toThrow('gone');
    expect(await countFiles(folder)).toBe(before);
  });
});

describe.skipIf(process.getuid?.() === 0)('an unwritable folder', () => {
  it('is told for what it is', async () => {
    const folder = await newFolder('quick');
    await chmod(folder, 0o500);
    await expect(createVault(join(folder, 'vault'))).rejects.toMatchObject({ code: 'folder-unwritable' });
    await chmod(folder, 0o700);
  });
});
