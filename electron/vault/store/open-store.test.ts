import { createHash, randomBytes } from 'node:crypto';
import { cp, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { addNotes, createVault, inPieces, makeNotes, newFolder, notesOf, openVault, passphraseKey, recoveryKey } from './testing/sample-vault';

/** The files as they are this moment, as a kill would leave them. */
async function copyAsKilled(folder: string): Promise<string> {
  const copy = await newFolder();
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('/lock') });
  return copy;
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name !== 'lock').sort();
}

async function fileCount(folder: string): Promise<number> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
}

describe('a vault', () => {
  it('keeps what was acknowledged through close and open, by passphrase and by recovery code', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    await addNotes(store, 'one', 'اثنان', '😀 three \u0000 nul');
    const mark = store.mark();
    await store.close();
    for (const key of [passphraseKey, recoveryKey]) {
      const { store: again, notices } = await openVault(folder, { key, mark });
      expect(notices).toEqual([]);
      expect(notesOf(again)).toEqual(['one', 'اثنان', '😀 three \u0000 nul']);
      expect(again.mark()).toEqual(mark);
      expect(again.vaultId).toBe(store.vaultId);
      await again.close();
    }
  });

  it('keeps what was acknowledged when the process is killed, again and again', async () => {
    const first = await newFolder();
    const store = await createVault(first);
    await makeNotes(store);
    await addNotes(store, 'a');
    let folder = await copyAsKilled(first);
    const expected = ['a'];
    for (const text of ['b', 'c', 'd']) {
      const { store: next, notices } = await openVault(folder);
      expect(notices).toEqual([]);
      expect(notesOf(next)).toEqual(expected);
      await addNotes(next, text);
      expected.push(text);
      if (text === 'c') await next.snapshot();
      folder = await copyAsKilled(folder);
    }
    expect(notesOf((await openVault(folder)).store)).toEqual(expected);
  });

  it('makes no snapshot at every eighth megabyte while much is coming, one when it has come, and loses nothing to a kill between', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    const end = store.expectMuch();
    const text = 'x'.repeat(1024 * 1024);
    await addNotes(store, text);
    const before = await filesIn(folder);
    for (let i = 0; i < 11; i += 1) await addNotes(store, text);
    expect(await filesIn(folder)).toEqual(before);
    expect(notesOf((await openVault(await copyAsKilled(folder))).store)).toHaveLength(12);
    end();
    end();
    // It takes its turn before this one.
    await addNotes(store, 'last');
    expect(await filesIn(folder)).not.toEqual(before);
    expect(notesOf((await openVault(await copyAsKilled(folder))).store)).toHaveLength(13);
  });

  it('changes nothing when the work throws, even where the work swallows the error', async () => {
    const store = await createVault(await newFolder());
    await makeNotes(store);
    await expect(store.transact((t) => { t.run('INSERT INTO note (text) VALUES (?)', ['x']); throw new Error('no'); })).rejects.toThrow('no');
    await expect(store.transact((t) => { try { t.run("INSERT INTO note (text) VALUES ('y'); INSERT INTO nowhere VALUES (1)"); } catch { /* swallowed */ } })).rejects.toThrow('nowhere');
    expect(notesOf(store)).toEqual([]);
    await addNotes(store, 'z');
    expect(store.mark().sequence).toBe(2);
  });

  it('refuses a wrong secret, a second opener, an empty folder and a second vault', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await expect(openVault(folder, { key: new Uint8Array(32) })).rejects.toMatchObject({ code: 'wrong-secret' });
    await expect(openVault(folder)).rejects.toMatchObject({ code: 'already-open' });
    await expect(createVault(folder)).rejects.toMatchObject({ code: 'vault-exists' });
    await expect(openVault(await newFolder())).rejects.toMatchObject({ code: 'no-vault-here' });
    await store.close();
    await expect(store.transact(() => 1)).rejects.toMatchObject({ code: 'locked' });
    expect(() => store.all('SELECT 1')).toThrow('locked');
  });

  it('tells a vault that is older than the mark, and one with another history', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    const old = await copyAsKilled(folder);
    const other = await copyAsKilled(folder);
    await addNotes(store, 'newer');
    const mark = store.mark();
    const { store: oldStore, notices } = await openVault(old, { mark });
    expect(notices).toEqual(['older-than-seen']);
    await oldStore.close();
    const { store: forked } = await openVault(other);
    await addNotes(forked, 'elsewhere');
    await addNotes(forked, 'and on');
    const forkedCopy = await copyAsKilled(other);
    expect((await openVault(forkedCopy, { mark })).notices).toEqual(['older-than-seen']);
  });

  it('takes a snapshot, keeps one generation before it, and drops all with purge', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    for (let i = 0; i < 3; i += 1) {
      await addNotes(store, `n${i}`);
      await store.snapshot();
    }
    // Two heads, lock, spare room, two roots, two snapshots, the reserve's segment.
    expect(await fileCount(folder)).toBe(9);
    await store.purge();
    expect(await fileCount(folder)).toBe(7);
    await store.close();
    expect(notesOf((await openVault(folder)).store)).toEqual(['n0', 'n1', 'n2']);
  });

  it('seals evidence that reads back exactly, anywhere', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    const bytes = new Uint8Array(randomBytes(1_000_003));
    const sealed = await store.evidence.seal(inPieces(bytes), { expectedBytes: bytes.length });
    expect(sealed.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const again = await store.evidence.seal(inPieces(bytes, 777), { expectedBytes: bytes.length });
    expect(again.duplicateTag).toBe(sealed.duplicateTag);
    expect(again.objectName).not.toBe(sealed.objectName);
    const reader = await store.evidence.open(sealed);
    for (const [start, end] of [[0, 10], [262_140, 262_150], [999_990, 1_000_003], [0, 1_000_003], [5, 5]] as const) {
      expect(Buffer.compare(await reader.read(start, end), bytes.subarray(start, end))).toBe(0);
    }
    await reader.close();
    expect(await store.evidence.sweep(new Set([sealed.objectName]))).toBe(1);
    await store.evidence.remove(sealed.objectName);
    await expect(store.evidence.open(sealed)).rejects.toMatchObject({ code: 'tampered' });
  });
});
