import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { added, refused, taskId } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
let folder: string;
beforeEach(async () => {
  vault = await makeTestVault();
  folder = path.join(vault.folder, '..', 'Photos');
  await mkdir(path.join(folder, 'sub'), { recursive: true });
  for (const [name, text] of [['a.txt', 'one'], ['sub/b.txt', 'two'], ['sub/a copy.txt', 'one'], ['hers.zip', 'an archive']] as const) await writeFile(path.join(folder, name), text);
});
afterEach(() => vault.remove());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const begin = async (): Promise<string> => (await vault.askShell('files.begin', { path: folder, name: 'Photos', isFolder: true, totalBytes: 100 })).batchId;
const about = (batchId: string, number: number, at: string, holder: number | null = null) =>
  ({ taskId, batchId, number, holder, path: at, name: at.slice(at.lastIndexOf('/') + 1), mediaType: 'text/plain', form: 'text' as const });
const seal = (batchId: string, number: number, at: string) => vault.askShell('files.seal', about(batchId, number, at));
const piece = (batchId: string, number: number, at: string, text: string, more: { last?: boolean; isSound?: boolean } = {}) =>
  vault.askShell('files.piece', { ...about(batchId, number, at, 0), bytes: Buffer.from(text), last: true, isSound: true, modifiedUtc: null, ...more });
const inbox = async (): Promise<string[][]> => (await vault.ask('inbox.list', { state: 'waiting', offset: 0, limit: 50 })).items.map(({ title, about: of }) => [title, of.kind === 'document' ? of.path : '']);
const objects = async (): Promise<number> => (await readdir(path.join(vault.folder, 'objects'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

it('shows all files of a folder at once, each with where it lay, in their order; the archive is kept whole and what lies in it stands in the inbox', async () => {
  const batchId = await begin();
  expect(await seal(batchId, 0, 'hers.zip')).toEqual({ outcome: 'kept' });
  expect(await piece(batchId, 1, 'in/c.txt', 'thr', { last: false })).toEqual({ outcome: null });
  expect(await piece(batchId, 1, 'in/c.txt', 'ee')).toEqual({ outcome: 'kept' });
  expect(await seal(batchId, 2, 'a.txt')).toEqual({ outcome: 'kept' });
  expect(await seal(batchId, 3, 'sub/a copy.txt')).toEqual({ outcome: 'known' });
  await piece(batchId, 4, 'torn.txt', 'half', { last: false });
  await piece(batchId, 4, 'torn.txt', '', { isSound: false });
  expect(await seal(batchId, 5, 'sub/b.txt')).toEqual({ outcome: 'kept' });
  expect((await vault.ask('documents.list', { offset: 0, limit: 10 })).total).toBe(0);
  await vault.askShell('files.commit', { batchId, holders: [{ number: 0, sha256: sha256('an archive') }] });
  expect(await inbox()).toEqual([['c.txt', 'in/c.txt'], ['a.txt', 'Photos/a.txt'], ['b.txt', 'Photos/sub/b.txt']]);
  const { documents } = await vault.ask('documents.list', { offset: 0, limit: 10 });
  expect(Object.fromEntries(documents.map(({ originalName, sha256: hash }) => [originalName, hash]))).toEqual({ 'a.txt': sha256('one'), 'b.txt': sha256('two'), 'c.txt': sha256('three'), 'hers.zip': sha256('an archive') });
  expect(new Set(documents.map(({ addedUtc }) => addedUtc)).size).toBe(1);
  expect((await vault.reopen()).notKept).toEqual([]);
  expect(await inbox()).toHaveLength(3);
});

it('keeps nothing when an archive that was read is not the one that was sealed, nor when she stops', async () => {
  const before = await objects();
  for (const end of ['changed', 'stopped'] as const) {
    const batchId = await begin();
    await seal(batchId, 0, 'hers.zip');
    await piece(batchId, 1, 'c.txt', 'three');
    await piece(batchId, 2, 'd.txt', 'half of a file', { last: false });
    if (end === 'changed') {
      await piece(batchId, 2, 'd.txt', ' and the rest');
      await expect(vault.askShell('files.commit', { batchId, holders: [{ number: 0, sha256: sha256('another archive') }] })).rejects.toMatchObject(refused('file-changed'));
    }
    await vault.askShell('files.abandon', { batchId });
    expect((await vault.ask('documents.list', { offset: 0, limit: 10 })).total).toBe(0);
    expect(await inbox()).toEqual([]);
    expect(await objects()).toBe(before);
    await expect(seal(batchId, 3, 'a.txt')).rejects.toMatchObject(refused('not-found'));
  }
  expect((await vault.reopen()).notKept).toEqual([]);
});

it('leaves nothing when the vault is closed half-way, and names it at the next opening', async () => {
  const batchId = await begin();
  await seal(batchId, 0, 'a.txt');
  await vault.askShell('open.leave', {});
  expect((await vault.reopen()).notKept).toEqual(['Photos/']);
  expect((await vault.ask('documents.list', { offset: 0, limit: 10 })).total).toBe(0);
  expect((await vault.ask('history.list', { subjectId: null, offset: 0, limit: 50 })).entries.map(({ kind }) => kind)).not.toContain('document-added');
  // The same file can come in afterwards.
  await added(vault, 'a.txt', Buffer.from('one'));
});

it('refuses paths that lead out of the folder, and numbers out of turn', async () => {
  const batchId = await begin();
  await expect(seal(batchId, 0, '../secret.txt')).rejects.toMatchObject(refused('bad-call'));
  await expect(seal(batchId, 0, 'nothing.txt')).rejects.toMatchObject(refused('file-gone'));
  // Something else lies in its place: it is one file that is refused.
  await expect(seal(batchId, 0, 'sub')).rejects.toMatchObject(refused('file-unreadable'));
  await piece(batchId, 1, 'c.txt', 'half', { last: false });
  await expect(piece(batchId, 2, 'd.txt', 'other')).rejects.toMatchObject(refused('bad-call'));
  await expect(seal(batchId, 3, 'a.txt')).rejects.toMatchObject(refused('bad-call'));
});

it('forgets where an erased file lay', async () => {
  const batchId = await begin();
  await seal(batchId, 0, 'sub/b.txt');
  await vault.askShell('files.commit', { batchId, holders: [] });
  const { documents: [document] } = await vault.ask('documents.list', { offset: 0, limit: 1 });
  await vault.ask('documents.erase', { id: document!.id, reason: 'not hers' });
  expect(JSON.stringify(await vault.ask('history.list', { subjectId: null, offset: 0, limit: 50 }))).not.toContain('b.txt');
  expect(await inbox()).toEqual([]);
});
