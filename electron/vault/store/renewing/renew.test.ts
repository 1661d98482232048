import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failingFiles } from '../testing/failing-files';
import { addFile, clearAway, contentsOf, filesOf, makeFiles, renewTo } from '../testing/renewable';
import { addNotes, createVault, makeNotes, newFolder, notesOf, openVault, passphraseKey, recoveryKey } from '../testing/sample-vault';
import { countedRandom } from '../testing/vector-vault';
import type { VaultStore } from '../store';

const newKey = new Uint8Array(32).fill(21);
const photo = new Uint8Array(300_000).map((_, i) => i & 255);
const letter = new Uint8Array(5_000).fill(76);

async function filledVault(ports = {}): Promise<{ folder: string; store: VaultStore }> {
  const folder = await newFolder('quick');
  const store = await createVault(folder, ports);
  await makeNotes(store);
  await makeFiles(store);
  await addNotes(store, 'kept');
  await addFile(store, 'photo', photo);
  await addFile(store, 'letter', letter);
  return { folder, store };
}

async function objectsIn(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'objects'), { recursive: true })).map((path) => path.split('/').pop() ?? '').filter((name) => name.length === 32).sort();
}

async function expectWhole(store: VaultStore, ...notes: string[]): Promise<void> {
  expect(notesOf(store)).toEqual(notes);
  expect(await contentsOf(store)).toEqual({ photo: Buffer.from(photo).toString('latin1'), letter: Buffer.from(letter).toString('latin1') });
  expect(store.readOnly).toBe(false);
}

describe('renewing everything', () => {
  it('leaves no object, no key and no way in of before, and the session goes on', async () => {
    const { folder, store } = await filledVault();
    const [before, filesBefore, mark, headBefore] = [await objectsIn(folder), filesOf(store), store.mark(), await readFile(join(folder, 'head.0'))];
    const said: [number, number][] = [];
    await store.renewing.renew(renewTo(newKey, passphraseKey, { onProgress: (done, total) => said.push([done, total]) }));
    expect(said.at(-1)).toEqual([305_000, 305_000]);
    await expectWhole(store, 'kept');
    await clearAway(store);
    expect((await objectsIn(folder)).filter((name) => before.includes(name))).toEqual([]);
    filesOf(store).forEach((file, i) => {
      expect(file.sha256).toBe(filesBefore[i]?.sha256);
      for (const part of ['objectName', 'duplicateTag', 'key'] as const) expect(file[part]).not.toEqual(filesBefore[i]?.[part]);
    });
    expect(store.mark().sequence).toBeGreaterThan(mark.sequence);
    const sealedMark = store.sealedMark();
    expect(sealedMark.sealed).toHaveLength(160);
    await addNotes(store, 'after');
    await addFile(store, 'new', letter);
    expect(filesOf(store).filter(({ duplicateTag }) => duplicateTag === filesOf(store)[0]?.duplicateTag)).toHaveLength(2);
    await store.close();
    for (const old of [passphraseKey, recoveryKey]) await expect(openVault(folder, { key: old })).rejects.toMatchObject({ code: 'wrong-secret' });
    const again = await openVault(folder, { key: newKey });
    expect(again.notices).toEqual([]);
    expect(notesOf(again.store)).toEqual(['kept', 'after']);
    // What is bound to the vault and not to its key stays; the other half stays byte for byte.
    const head = await readFile(join(folder, 'head.0'));
    expect(head.subarray(0, 64)).toEqual(headBefore.subarray(0, 64));
    const { half } = sealedMark;
    const other = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(72, 128), bytes.subarray(128 + (1 - half) * 512, 640 + (1 - half) * 512), bytes.subarray(1152, 3968), bytes.subarray(3968 + (1 - half) * 32, 4000 + (1 - half) * 32), bytes.subarray(4032, 4064)]);
    expect(other(head)).toEqual(other(headBefore));
  });

  it('takes with it what is saved, added and erased meanwhile', async () => {
    const { folder, store } = await filledVault();
    let isFirst = true;
    const meanwhile: Promise<unknown>[] = [];
    const onProgress = (): void => {
      if (!isFirst) return;
      isFirst = false;
      meanwhile.push(addNotes(store, 'meanwhile'), addFile(store, 'added', letter), (async () => {
        const [file] = filesOf(store).filter(({ fileName }) => fileName === 'photo');
        await store.transact((t) => t.run(`DELETE FROM file WHERE name = 'photo'`));
        await store.evidence.remove(file?.objectName ?? '');
      })());
    };
    await store.renewing.renew(renewTo(newKey, passphraseKey, { onProgress }));
    await Promise.all(meanwhile);
    await clearAway(store);
    await store.close();
    const { store: again } = await openVault(folder, { key: newKey });
    expect(notesOf(again)).toEqual(['kept', 'meanwhile']);
    expect(Object.keys(await contentsOf(again))).toEqual(['added', 'letter']);
    // Two roots, the snapshot made at closing, the one in reserve and its journal, two files: nothing else.
    expect(await objectsIn(folder)).toHaveLength(7);
  });

  it('a file that was on its way in when the keys changed is kept, and not taken for a leftover', async () => {
    const { folder, store } = await filledVault();
    const sealed = await store.evidence.seal((async function* () { yield letter; })(), { expectedBytes: letter.length });
    await store.renewing.renew(renewTo(newKey, passphraseKey));
    await clearAway(store);
    await store.transact((t) => t.run('INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)', ['late', sealed.objectName, sealed.key, sealed.sizeBytes, sealed.sha256, sealed.duplicateTag]));
    await store.close();
    const { store: again } = await openVault(folder, { key: newKey });
    expect(Object.keys(await contentsOf(again))).toEqual(['late', 'letter', 'photo']);
    const [former] = again.all<{ names_key: string }>(`SELECT names_key FROM renewal WHERE what = 'former'`);
    expect(again.renewing.isNamedWith(former?.names_key ?? '', sealed.objectName)).toBe(true);
  });

  it('that is cancelled at any file leaves the vault as it was and nothing behind', async () => {
    for (let after = 0; after < 4; after += 1) {
      const { folder, store } = await filledVault();
      const before = await objectsIn(folder);
      const abort = new AbortController();
      let said = 0;
      await expect(store.renewing.renew(renewTo(newKey, passphraseKey, { signal: abort.signal, onProgress: () => { if (said++ === after) abort.abort(); } }))).rejects.toMatchObject({ code: 'cancelled' });
      expect((await objectsIn(folder)).filter((name) => before.includes(name))).toEqual(before);
      expect(await objectsIn(folder)).toHaveLength(before.length);
      expect(store.all(`SELECT what FROM renewal`)).toEqual([]);
      await addNotes(store, 'on');
      await store.close();
      await expect(openVault(folder, { key: newKey })).rejects.toMatchObject({ code: 'wrong-secret' });
      await expectWhole((await openVault(folder)).store, 'kept', 'on');
    }
  });

  it('refuses without the passphrase, with one that opens the vault already, and where a file is damaged, naming it', async () => {
    const { folder, store } = await filledVault();
    await expect(store.renewing.renew(renewTo(newKey, newKey))).rejects.toMatchObject({ code: 'wrong-secret' });
    await expect(store.renewing.renew(renewTo(recoveryKey, passphraseKey))).rejects.toMatchObject({ code: 'same-secret' });
    const [file] = filesOf(store).filter(({ fileName }) => fileName === 'photo');
    const path = join(folder, 'objects', file?.objectName.slice(0, 2) ?? '', file?.objectName ?? '');
    const bytes = await readFile(path);
    bytes[290_000]! ^= 1;
    await writeFile(path, bytes);
    const before = await objectsIn(folder);
    await expect(store.renewing.renew(renewTo(newKey, passphraseKey))).rejects.toMatchObject({ code: 'cannot-renew', file: 'photo' });
    expect(await objectsIn(folder)).toHaveLength(before.length);
    await store.close();
    expect((await openVault(folder)).notices).toEqual([]);
  });

  it('is stopped by closing, and what it left is gone after the next opening', async () => {
    const { folder, store } = await filledVault();
    const before = await objectsIn(folder);
    const closing: Promise<void>[] = [];
    await expect(store.renewing.renew(renewTo(newKey, passphraseKey, { onProgress: () => void (closing.length === 0 && closing.push(store.close())) }))).rejects.toMatchObject({ code: 'cancelled' });
    await Promise.all(closing);
    const { store: again } = await openVault(folder);
    await clearAway(again);
    await expectWhole(again, 'kept');
    const left = await objectsIn(folder);
    expect(left.filter((name) => filesOf(again).some(({ objectName }) => objectName === name))).toHaveLength(2);
    expect(left.length).toBeLessThanOrEqual(before.length + 3);
  });
});

describe.each([['ENOSPC', 'disk-full'], ['EIO', 'io-error']] as const)('renewing on a disk that gives %s', (code, refusal) => {
  it('at any step leaves the old vault or the new one, whole, and after the next opening nothing else', async () => {
    // The same names each time, so that the same step is the same step.
    const counting = failingFiles(() => null);
    let from = 0;
    {
      const { store } = await filledVault({ files: counting.files, random: countedRandom('renew') });
      from = counting.steps();
      await store.renewing.renew(renewTo(newKey, passphraseKey));
      await clearAway(store);
    }
    const total = counting.steps();
    expect(total - from).toBeGreaterThan(30);
    const outcomes = new Set<string>();
    for (const lasts of ['once', 'until closed'] as const) {
      for (let at = from + 1; at <= total; at += code === 'EIO' ? 1 : 3) {
        let isMended = false;
        const { files } = failingFiles((step, what) => (!isMended && (lasts === 'once' ? step === at : step >= at && !(code === 'ENOSPC' && what === 'remove')) ? code : null));
        const { folder, store } = await filledVault({ files, random: countedRandom('renew') });
        const isRenewed = await store.renewing.renew(renewTo(newKey, passphraseKey)).then(() => true, (error: unknown) => {
          expect(error, `step ${at}`).toMatchObject({ code: refusal });
          return false;
        });
        await clearAway(store).catch((error: unknown) => expect(['disk-full', 'io-error']).toContain((error as { code: string }).code));
        await store.close();
        isMended = true;
        // A lock that could not be removed would be this very process's.
        await rm(join(folder, 'lock'), { force: true });
        const old = await openVault(folder).catch(() => null);
        const opened = old ?? (await openVault(folder, { key: newKey }));
        outcomes.add(`${isRenewed} ${old === null ? 'new' : 'old'}`);
        if (isRenewed) expect(old, `step ${at}`).toBeNull();
        await expectWhole(opened.store, 'kept');
        await clearAway(opened.store);
        await opened.store.close();
        const { store: last } = await openVault(folder, { key: old === null ? newKey : passphraseKey });
        expect(last.all('SELECT what FROM renewal'), `step ${at} ${lasts}`).toEqual([]);
        await expectWhole(last, 'kept');
        await last.close();
        expect((await objectsIn(folder)).length, `step ${at} ${lasts}`).toBeLessThanOrEqual(12);
      }
    }
    expect([...outcomes].sort()).toEqual(expect.arrayContaining(['false old', 'true new']));
  }, 120_000);
});
