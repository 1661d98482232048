import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOfName, rootNames } from '../object-names';
import type { LiveStore } from '../live-store';
import type { SealedEvidence, VaultStore } from '../store';
import { addNotes, createVault, inPieces, makeNotes, newFolder, notesOf, openVault } from '../testing/sample-vault';

const politely = async (): Promise<void> => undefined;
const partsOf = (store: VaultStore) => (store as unknown as { parts: ConstructorParameters<typeof LiveStore>[0] }).parts;
const pathOf = (folder: string, name: string): string => join(folder, 'objects', name.slice(0, 2), name);

async function flip(path: string, at?: number): Promise<void> {
  const bytes = await readFile(path);
  const where = at ?? Math.floor(bytes.length / 2);
  bytes[where] = (bytes[where] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function ofKind(folder: string, store: VaultStore, kind: string): Promise<string[]> {
  const names: string[] = [];
  for (const shelf of await readdir(join(folder, 'objects'))) names.push(...(await readdir(join(folder, 'objects', shelf))));
  return names.filter((name) => kindOfName(partsOf(store).vault.keys.names, name) === kind);
}

/** A vault with two generations, a segment in use, and a file. */
async function made(): Promise<{ folder: string; store: VaultStore; sealed: SealedEvidence }> {
  const folder = await newFolder();
  const store = await createVault(folder);
  await makeNotes(store);
  await addNotes(store, 'one', 'two');
  await store.snapshot();
  await addNotes(store, 'three');
  await store.snapshot();
  await addNotes(store, 'four', 'five');
  const bytes = new Uint8Array(700_000).map((_, i) => i % 251);
  const sealed = await store.evidence.seal(inPieces(bytes), { expectedBytes: bytes.length });
  return { folder, store, sealed };
}

describe('the files of an open vault', () => {
  it('are whole, and stay so while she saves', async () => {
    const { store, sealed } = await made();
    let steps = 0;
    const step = async (bytes: number): Promise<void> => {
      steps += bytes;
      await addNotes(store, 'meanwhile');
    };
    expect(await store.files.verify(step)).toEqual([]);
    expect(await store.files.evidence(sealed, step)).toBe('whole');
    expect(steps).toBeGreaterThan(700_000);
  });

  it('are looked at anew when a snapshot took away what was being read', async () => {
    const { store } = await made();
    let left = 2;
    const found = await store.files.verify(async () => {
      if (left-- > 0) await store.snapshot();
      await addNotes(store, 'more');
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['head.0', 'header-copy'], ['head.1', 'header-copy'],
  ] as const)('one copy of the header that is not as it was is found and written anew: %s', async (name, damage) => {
    const { folder, store } = await made();
    const before = await readFile(join(folder, name));
    for (const harm of [() => flip(join(folder, name)), () => rm(join(folder, name))]) {
      await harm();
      expect(await store.files.verify(politely)).toEqual([damage]);
      await store.files.mend([damage]);
      expect(await readFile(join(folder, name))).toEqual(before);
      expect(await store.files.verify(politely)).toEqual([]);
    }
  });

  it('both headers lost while it is open are put back: without them no secret would ever open it again', async () => {
    const { folder, store } = await made();
    for (const name of ['head.0', 'head.1']) await rm(join(folder, name));
    expect(await store.files.verify(politely)).toEqual(['both-headers']);
    await store.files.mend(['both-headers']);
    await store.close();
    const { store: again, notices } = await openVault(folder);
    expect(notices).toEqual([]);
    expect(notesOf(again)).toHaveLength(5);
  });

  it('both roots damaged are found and written anew; one that is older is no copy', async () => {
    const { folder, store } = await made();
    const names = rootNames(partsOf(store).vault.keys.names);
    const older = await readFile(pathOf(folder, names[0]));
    await store.snapshot();
    await writeFile(pathOf(folder, names[0]), older);
    expect(await store.files.verify(politely)).toEqual(['root-copy']);
    await flip(pathOf(folder, names[1]));
    expect(await store.files.verify(politely)).toEqual(['both-roots']);
    await store.files.mend(['both-roots']);
    expect(await store.files.verify(politely)).toEqual([]);
    await store.close();
    expect((await openVault(folder)).notices).toEqual([]);
  });

  it.each(['segment', 'snapshot'] as const)('every damaged or missing %s is found; what was saved is written anew from memory', async (kind) => {
    const { folder, store } = await made();
    const names = await ofKind(folder, store, kind);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const path = pathOf(folder, name);
      await flip(path);
      expect(await store.files.verify(politely), name).toHaveLength(1);
      await flip(path);
      await rename(path, `${path}-away`);
      expect(await store.files.verify(politely), name).toHaveLength(1);
      await rename(`${path}-away`, path);
    }
    expect(await store.files.verify(politely)).toEqual([]);
    for (const name of names) await flip(pathOf(folder, name));
    expect(await store.files.verify(politely)).toEqual(['record', 'reserve']);
    await store.files.mend(['record', 'reserve']);
    expect(await store.files.verify(politely)).toEqual([]);
    await store.close();
    const { store: again, notices } = await openVault(folder);
    expect(notices).toEqual([]);
    expect(notesOf(again)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it('an evidence file is damaged in any byte, cut or longer, missing, or another’s', async () => {
    const { folder, store, sealed } = await made();
    const path = pathOf(folder, sealed.objectName);
    const bytes = await readFile(path);
    for (const at of [0, 262_144, bytes.length - 1]) {
      await flip(path, at);
      expect(await store.files.evidence(sealed, politely)).toBe('damaged');
      await flip(path, at);
    }
    await writeFile(path, bytes.subarray(0, -1));
    expect(await store.files.evidence(sealed, politely)).toBe('damaged');
    await writeFile(path, bytes);
    expect(await store.files.evidence({ ...sealed, sha256: '0'.repeat(64) }, politely)).toBe('damaged');
    expect(await store.files.evidence(sealed, politely)).toBe('whole');
    await rm(path);
    expect(await store.files.evidence(sealed, politely)).toBe('missing');
  });

  it('a stick that was pulled out has damaged nothing', async () => {
    const { folder, store, sealed } = await made();
    await rename(folder, `${folder}-away`);
    await expect(store.files.verify(politely)).rejects.toMatchObject({ code: 'vault-gone' });
    await expect(store.files.evidence(sealed, politely)).rejects.toMatchObject({ code: 'vault-gone' });
    await rename(`${folder}-away`, folder);
    expect(existsSync(join(folder, 'head.0'))).toBe(true);
    expect(await store.files.verify(politely)).toEqual([]);
  });

  it('what the step throws ends the reading', async () => {
    const { store, sealed } = await made();
    const stop = (): Promise<void> => Promise.reject(new Error('enough'));
    await expect(store.files.verify(stop)).rejects.toThrow('enough');
    await expect(store.files.evidence(sealed, stop)).rejects.toThrow('enough');
  });

  it('a vault opened damaged says so, and is not written to', async () => {
    const { folder, store } = await made();
    await store.close();
    const first = await openVault(folder);
    await addNotes(first.store, 'six', 'seven');
    const [snapshot] = await ofKind(folder, first.store, 'snapshot').then((names) => names.filter((name) => name === partsOf(first.store).journal.rootNow.current.snapshot?.name));
    // Killed, not closed: a closing would have made a new snapshot.
    await rm(join(folder, 'lock'));
    await flip(pathOf(folder, snapshot!));
    const { store: damaged } = await openVault(folder);
    expect(damaged.readOnly).toBe(true);
    expect(await damaged.files.verify(politely)).toEqual(['record']);
    await expect(damaged.files.mend(['record'])).rejects.toMatchObject({ code: 'read-only' });
  });
});
