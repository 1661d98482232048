import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { added, readAs, refused, taskId } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('keeps the bytes, the hash and the name; notices the same bytes again; reads any range', async () => {
  const bytes = Buffer.from('a paper with words: Zażółć gęślą');
  const id = await added(vault, 'Zażółć.txt', bytes);
  await readAs(vault, id, bytes.toString());
  const document = await vault.ask('documents.get', { id });
  expect(document).toMatchObject({ originalName: 'Zażółć.txt', sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), form: 'text' });
  const again = await vault.askShell('documents.seal', { taskId, path: path.join(vault.folder, '..', `${path.basename(vault.folder)}-Zażółć.txt`), name: 'other.txt', origin: 'added' });
  expect(again.duplicateOfId).toBe(id);
  expect(Buffer.from((await vault.askShell('documents.read', { id, start: 2, end: 7 })).bytes).toString()).toBe('paper');
  expect((await vault.ask('search.find', { text: 'gesla', offset: 0, limit: 5 })).hits.map((hit) => hit.id)).toEqual([id]);
});

it('says which file could not be read, and stores nothing', async () => {
  await expect(vault.askShell('documents.seal', { taskId, path: '/nowhere/at/all.pdf', name: 'all.pdf', origin: 'added' })).rejects.toMatchObject({ code: 'file-unreadable', file: 'all.pdf' });
  await expect(added(vault, 'empty.txt', new Uint8Array())).rejects.toMatchObject({ code: 'file-empty', file: 'empty.txt' });
  expect((await vault.ask('documents.list', { offset: 0, limit: 10 })).total).toBe(0);
});

it('keeps in the history that a copy of the original went out', async () => {
  const id = await added(vault, 'letter.txt', Buffer.from('a letter'));
  await vault.askShell('documents.noteSaved', { id, fileName: 'copy.txt' });
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 10 });
  expect(entries.map(({ kind }) => kind)).toEqual(['original-saved', 'document-added']);
  expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ fileName: 'copy.txt', sizeBytes: 8 });
  await vault.ask('documents.erase', { id, reason: 'wrong file' });
  await expect(vault.askShell('documents.noteSaved', { id, fileName: 'copy.txt' })).rejects.toMatchObject(refused('erased'));
});

it('erases a document so that nothing opens it again', async () => {
  const id = await added(vault, 'secret-name.txt', Buffer.from('secret paper'));
  const erased = await vault.ask('documents.erase', { id, reason: 'wrong file' });
  expect(erased).toMatchObject({ status: 'erased', originalName: '', erased: { reason: 'wrong file' } });
  await expect(vault.askShell('documents.read', { id, start: 0, end: 5 })).rejects.toMatchObject(refused('not-found'));
  expect((await vault.ask('search.find', { text: 'secret', offset: 0, limit: 5 })).total).toBe(0);
});
