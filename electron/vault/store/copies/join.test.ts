import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addFile, makeFileRecord, nameEvidence, noWork, target } from '../testing/backed-up-vault';
import { addNotes, createVault, newFolder, notesOf, openVault, passphraseKey } from '../testing/sample-vault';
import { joinVaults, type JoinedFiles } from './join';

/** A vault with a backup of "one", then "two" and "three" with a snapshot between, left as by a kill. */
async function copies(): Promise<{ outer: string; damaged: string; backup: string }> {
  const outer = await newFolder('quick');
  const [folder, backup, damaged] = ['vault', 'backup', 'damaged'].map((name) => join(outer, name)) as [string, string, string];
  await mkdir(folder);
  await mkdir(backup);
  const store = await createVault(folder);
  await makeFileRecord(store);
  await addFile(store, 'picture', randomBytes(30_000));
  await addNotes(store, 'one');
  await store.copies.backUp(target(store, backup), noWork);
  await addNotes(store, 'two');
  await store.snapshot();
  await addNotes(store, 'three');
  await cp(folder, damaged, { recursive: true, filter: (path) => path !== join(folder, 'lock') });
  return { outer, damaged, backup };
}

async function objects(folder: string): Promise<{ path: string; bytes: number }[]> {
  const found = [];
  for (const name of await readdir(join(folder, 'objects'), { recursive: true })) {
    const path = join(folder, 'objects', name);
    const bytes = await readFile(path).catch(() => null);
    if (bytes) found.push({ path, bytes: bytes.length });
  }
  return found.sort((left, right) => right.bytes - left.bytes);
}

const joinBoth = (outer: string, damaged: string, backup: string): Promise<JoinedFiles> => joinVaults({
  damaged, backup, to: join(outer, 'joined'), key: passphraseKey, nameEvidence,
  countEntries: (from) => from.all<{ n: number }>('SELECT count(*) AS n FROM note')[0]?.n ?? 0, lastUtc: () => null,
}, noWork);

it('reaches the end of the vault over whatever one object of it is lost, from the backup where it must', async () => {
  const { outer, damaged, backup } = await copies();
  const inBackup = (await objects(backup)).map(({ path }) => path.slice(-32));
  for (const { path } of await objects(damaged)) {
    const good = await readFile(path);
    await rm(path);
    const joined = await joinBoth(outer, damaged, backup);
    const { store } = await openVault(join(outer, 'joined'));
    const notes = notesOf(store);
    // Only the last segment has what came after the newest snapshot, and nobody else has it.
    expect([['one', 'two', 'three'], ['one', 'two']], path).toContainEqual(notes);
    expect(joined.entriesFromVault + joined.entriesFromBackup, path).toBe(notes.length);
    expect(joined.lostFiles, path).toEqual([]);
    expect(store.readOnly).toBe(false);
    await store.close();
    await rm(join(outer, 'joined'), { recursive: true });
    await writeFile(path, good);
    expect(inBackup.length).toBeGreaterThan(3);
  }
});

it('goes as far as the backup where the vault has no root and no header, and names what is in neither', async () => {
  const { outer, damaged, backup } = await copies();
  for (const { path, bytes } of await objects(damaged)) if (bytes === 4096) await writeFile(path, randomBytes(4096));
  for (const name of ['head.0', 'head.1']) await writeFile(join(damaged, name), randomBytes(4096));
  const [picture] = (await objects(backup)).filter(({ bytes }) => bytes > 30_000 && bytes < 33_000);
  await writeFile(picture!.path, randomBytes(100));
  await rm(picture!.path.replace(backup, damaged));
  const joined = await joinBoth(outer, damaged, backup);
  // Its snapshot is the vault's reserve as well, which the backup's root leads to.
  expect(joined).toMatchObject({ lostFiles: ['picture'] });
  expect(joined.entriesFromBackup + joined.entriesFromVault).toBe(1);
  const { store } = await openVault(join(outer, 'joined'));
  expect(notesOf(store)).toEqual(['one']);
});

it('leaves nothing where it fails, and changes neither copy', async () => {
  const { outer, damaged, backup } = await copies();
  const before = [await objects(damaged), await objects(backup)];
  await expect(joinVaults({ damaged, backup, to: join(outer, 'joined'), key: passphraseKey, nameEvidence, countEntries: () => { throw new Error('cut off'); }, lastUtc: () => null }, noWork)).rejects.toThrow('cut off');
  expect(await readdir(join(outer, 'joined'))).toEqual([]);
  expect([await objects(damaged), await objects(backup)]).toEqual(before);
  const other = await newFolder('quick');
  await (await createVault(other)).close();
  await expect(joinBoth(outer, damaged, other)).rejects.toMatchObject({ code: 'not-this-vault' });
});
