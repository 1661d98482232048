import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { added, begunImport, committed, message, refused, say, taskId } from './testing/made-record';
import { makeTestVault, startService, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

/** Writes a file beside the vault and has it noted, as the shell does with what she picks. */
async function chosen(name: string, sizeBytes: number): Promise<{ path: string; name: string; comingId: string; taskId: string; origin: 'added' }> {
  const file = path.join(vault.folder, '..', name);
  await writeFile(file, randomBytes(sizeBytes));
  const { ids } = await vault.askShell('documents.noteComing', { names: [name] });
  return { path: file, name, comingId: ids[0]!, taskId, origin: 'added' };
}
/** Once the seal of a file is well under way. */
const underWay = async (): Promise<void> => {
  while (!vault.notices.some((one) => one.notice === 'progress' && one.done > 0)) await new Promise((resolve) => setTimeout(resolve, 1));
};
const newestOpening = async (): Promise<unknown> => JSON.parse((await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 })).entries[0]?.payload ?? '{}');
const vaultBytes = async (): Promise<number> => {
  const files = (await readdir(vault.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return (await Promise.all(files.map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size))).reduce((sum, size) => sum + size, 0);
};

it('names once, and for good in the history, what she left in the middle of and what still waited', async () => {
  await added(vault, 'kept.txt', Buffer.from('kept before'));
  const before = await vaultBytes();
  const film = await chosen('film.mp4', 40_000_000);
  const letter = await chosen('letter.pdf', 100);
  await chosen('photo.jpg', 100);
  const sealing = vault.askShell('documents.seal', film);
  await underWay();
  await vault.askShell('open.leave', {});
  await expect(sealing).rejects.toMatchObject(refused('cancelled'));
  // The window may hand in the next of those she chose, until the page is gone.
  await expect(vault.askShell('documents.seal', letter)).rejects.toMatchObject(refused('cancelled'));
  const { notKept } = await vault.reopen();
  expect(notKept).toEqual(['film.mp4', 'letter.pdf', 'photo.jpg']);
  expect(await newestOpening()).toMatchObject({ notKept });
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).documents.map(({ originalName }) => originalName)).toEqual(['kept.txt']);
  expect((await vault.reopen()).notKept).toEqual([]);
  expect(await newestOpening()).not.toHaveProperty('notKept');
  // Snapshots and the journal grow a little; nothing of the film lies there.
  expect(await vaultBytes()).toBeLessThan(before + 5_000_000);
});

it('names nothing that is kept, was there already, was refused, or that she took back herself', async () => {
  const letter = await chosen('letter.pdf', 100);
  const { document } = await vault.askShell('documents.seal', letter);
  const again = await vault.askShell('documents.noteComing', { names: ['the same.pdf'] });
  expect((await vault.askShell('documents.seal', { ...letter, comingId: again.ids[0] })).duplicateOfId).toBe(document.id);
  const empty = await chosen('empty.txt', 0);
  await expect(vault.askShell('documents.seal', empty)).rejects.toMatchObject(refused('file-empty'));
  const film = await chosen('film.mp4', 40_000_000);
  const sealing = vault.askShell('documents.seal', film);
  await underWay();
  vault.service.cancel(taskId);
  await expect(sealing).rejects.toMatchObject(refused('cancelled'));
  await vault.askShell('documents.forgetComing', { id: (await chosen('waiting.jpg', 100)).comingId });
  const { importId } = await begunImport(vault);
  await vault.askShell('imports.abandon', { importId });
  const whole = await begunImport(vault, 'whole.txt');
  await say(vault, whole, [message(1, 'all of it')]);
  await committed(vault, whole);
  await expect(begunImport(vault, 'whole.txt')).rejects.toMatchObject(refused('duplicate'));
  expect((await vault.reopen()).notKept).toEqual([]);
});

it('names an import she left in the middle of, though all of it is taken back', async () => {
  const begun = await begunImport(vault, 'Chat with Craig.txt');
  await say(vault, begun, [message(1, 'half')]);
  await vault.askShell('open.leave', {});
  await vault.askShell('imports.abandon', { importId: begun.importId });
  expect((await vault.reopen()).notKept).toEqual(['Chat with Craig.txt']);
  expect(await vault.ask('vault.facts', {})).toMatchObject({ messageCount: 0, documentCount: 0 });
});

it('names what a kill cut short, and what waited behind it', async () => {
  const film = await chosen('film.mp4', 40_000_000);
  await chosen('photo.jpg', 100);
  await begunImport(vault, 'chat.txt');
  const sealing = vault.askShell('documents.seal', film).catch(() => undefined);
  await underWay();
  // What lies on the disk at this moment is what a kill leaves there: copied at one go, or the film would be kept meanwhile.
  const left = path.join(vault.folder, '..', 'as killed');
  cpSync(vault.folder, left, { recursive: true, filter: (from) => path.basename(from) !== 'lock' });
  await sealing;
  const after = startService();
  const opened = await after.askShell('open.unlock', { folder: left, key: new Uint8Array(32).fill(1), marks: [], refusedUtc: [] });
  expect(opened.notKept).toEqual(['film.mp4', 'photo.jpg', 'chat.txt']);
  expect(await after.ask('vault.facts', {})).toMatchObject({ documentCount: 0 });
  await after.askShell('open.close', {});
});
