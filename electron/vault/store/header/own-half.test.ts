import { describe, expect, it } from 'vitest';
import { openStore } from '../open-store';
import type { VaultStore, WayInKind } from '../store';
import { failingFiles } from '../testing/failing-files';
import { addNotes, createVault, makeNotes, newFolder, notesOf, openVault, passphraseKey, recoveryKey } from '../testing/sample-vault';

const newKey = new Uint8Array(32).fill(21);
const fileKey = new Uint8Array(32).fill(22);
const nothing = { before: () => undefined, after: () => undefined };

async function opensWith(folder: string, key: Uint8Array): Promise<boolean> {
  try {
    const { store } = await openStore({ folder, key, mark: null });
    await store.close();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'wrong-secret' });
    return false;
  }
}

/** Puts down what a note was told, in the vault itself. */
const noting = (kind: WayInKind) => ({
  before: (t: Parameters<Parameters<VaultStore['transact']>[0]>[0], digest: string) => t.run('INSERT INTO note (text) VALUES (?)', [`${kind} to be ${digest}`]),
  after: (t: Parameters<Parameters<VaultStore['transact']>[0]>[0]) => t.run('INSERT INTO note (text) VALUES (?)', [`${kind} made`]),
});

describe('the ways into a vault', () => {
  it('are changed one at a time; the secret before opens nothing any more, the others still do', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    expect([store.waysIn.opens(passphraseKey), store.waysIn.opens(recoveryKey), store.waysIn.opens(newKey)]).toEqual(['passphrase', 'recovery-code', null]);
    await store.waysIn.set('passphrase', newKey, passphraseKey, noting('passphrase'));
    await store.waysIn.set('key-file', fileKey, recoveryKey, nothing);
    expect(notesOf(store)).toEqual([`passphrase to be ${store.waysIn.slotDigest('passphrase')}`, 'passphrase made']);
    expect([store.waysIn.opens(passphraseKey), store.waysIn.opens(newKey), store.waysIn.opens(fileKey)]).toEqual([null, 'passphrase', 'key-file']);
    await store.close();
    for (const [key, opens] of [[passphraseKey, false], [recoveryKey, true], [newKey, true], [fileKey, true]] as const) expect(await opensWith(folder, key)).toBe(opens);

    const again = (await openVault(folder, { key: fileKey })).store;
    expect(again.waysIn.opens(fileKey)).toBe('key-file');
    const before = again.waysIn.slotDigest('key-file');
    await again.waysIn.remove('key-file', fileKey, nothing);
    expect(again.waysIn.slotDigest('key-file')).not.toBe(before);
    await again.close();
    for (const [key, opens] of [[fileKey, false], [recoveryKey, true], [newKey, true]] as const) expect(await opensWith(folder, key)).toBe(opens);
  });

  it('are not changed without another of them, nor to a secret that opens already', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    await expect(store.waysIn.set('key-file', fileKey, newKey, noting('key-file'))).rejects.toMatchObject({ code: 'wrong-secret' });
    await expect(store.waysIn.set('passphrase', passphraseKey, passphraseKey, noting('passphrase'))).rejects.toMatchObject({ code: 'same-secret' });
    await expect(store.waysIn.set('key-file', recoveryKey, passphraseKey, noting('key-file'))).rejects.toMatchObject({ code: 'same-secret' });
    await expect(store.waysIn.set('key-file', fileKey, passphraseKey, { ...nothing, before: () => { throw new Error('not now'); } })).rejects.toThrow('not now');
    expect(notesOf(store)).toEqual([]);
    expect(store.waysIn.opens(fileKey)).toBeNull();
    await store.close();
    expect(await opensWith(folder, fileKey)).toBe(false);
    await expect(store.waysIn.set('key-file', fileKey, passphraseKey, nothing)).rejects.toMatchObject({ code: 'locked' });
  });

  it.each(['ENOSPC', 'EIO', 'EACCES'])('change whole or not at all where any single step gives %s', async (code) => {
    for (let failAt = 1; ; failAt += 1) {
      const folder = await newFolder('quick');
      let from = Number.POSITIVE_INFINITY;
      const port = failingFiles((step) => (step === from + failAt ? code : null));
      const store = await createVault(folder, { files: port.files });
      await makeNotes(store);
      from = port.steps();
      const outcome = await store.waysIn.set('passphrase', newKey, passphraseKey, noting('passphrase')).then(() => 'made', (error: { code: string }) => error.code);
      const steps = port.steps() - from;
      from = Number.POSITIVE_INFINITY;
      const isMade = store.waysIn.opens(newKey) === 'passphrase';
      expect(isMade, `step ${failAt}: ${outcome}`).toBe(outcome === 'made');
      if (isMade) expect(notesOf(store)[0]).toBe(`passphrase to be ${store.waysIn.slotDigest('passphrase')}`);
      await addNotes(store, 'goes on');
      await store.close();
      expect([await opensWith(folder, newKey), await opensWith(folder, passphraseKey)], `step ${failAt}: ${outcome}`).toEqual([isMade, !isMade]);
      if (failAt > steps) return;
    }
  });
});
