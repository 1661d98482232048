import { cpSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyIncidentContent } from '../../../shared/model/incident';
import { refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const taskId = '7'.repeat(32);
const key = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const newCode = '22222-33333-44444-55555-66666-77777';
const renew = (proof = key(1), passphraseKey = key(11)) => vault.askShell('waysIn.renew', { taskId, proof, passphraseKey, recoveryKey: key(12), recoveryPrinted: newCode });
const unlock = (letter: number) => vault.askShell('open.unlock', { folder: vault.folder, key: key(letter), marks: [], refusedUtc: [] });

async function addFile(name: string, bytes: Uint8Array) {
  const source = path.join(path.dirname(vault.folder), name);
  await writeFile(source, bytes);
  return vault.askShell('documents.seal', { taskId, path: source, name, origin: 'added' });
}
/** Resolves once some of the files, and not all, are sealed anew. */
async function isUnderWay(bytes: number): Promise<void> {
  vault.notices.length = 0;
  while (!vault.notices.some((one) => one.notice === 'progress' && one.total === bytes && one.done > 0 && one.done < one.total)) await new Promise((resolve) => setImmediate(resolve));
}
/** But those of the compartment that nobody can open, which stay. */
const objects = async () => (await readdir(path.join(vault.folder, 'objects'), { recursive: true })).map((at) => path.basename(at)).filter((name) => name.length === 32 && !vault.nobodys.has(name));

it('seals everything anew and keeps the record: files, history, search; the old ways in are over', async () => {
  const photograph = new Uint8Array(300_000).map((_, i) => i & 255);
  const { document } = await addFile('photograph.jpg', photograph);
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'the door', account: 'he came to the door' } });
  await vault.ask('incidents.record', { id });
  const before = await objects();
  const mark = await vault.askShell('open.mark', {});
  vault.notices.length = 0;
  await renew();
  expect(vault.notices.at(-1)).toEqual({ notice: 'progress', taskId, done: 300_000, total: 300_000, unit: 'bytes' });
  expect((await objects()).filter((name) => before.includes(name))).toEqual([]);
  expect((await vault.askShell('open.mark', {})).sealed).not.toEqual(mark.sealed);
  // The session goes on.
  expect(Buffer.from((await vault.askShell('documents.read', { id: document.id, start: 0, end: 300_000 })).bytes).equals(photograph)).toBe(true);
  expect((await addFile('the-same.jpg', photograph)).duplicateOfId).toBe(document.id);
  expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: newCode });
  expect((await vault.ask('waysIn.list', {})).ways.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery-code']);
  await vault.askShell('open.close', {});
  for (const old of [1, 2]) await expect(unlock(old)).rejects.toMatchObject(refused('wrong-secret'));
  expect((await unlock(12)).notices).toEqual(['recovery-code-unconfirmed']);
  expect(Buffer.from((await vault.askShell('documents.read', { id: document.id, start: 0, end: 300_000 })).bytes).equals(photograph)).toBe(true);
  expect((await vault.ask('search.find', { text: 'door', offset: 0, limit: 9 })).total).toBe(1);
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 99 });
  expect(entries.map(({ kind }) => kind)).toEqual(['vault-opened', 'keys-renewed', 'incident-recorded', 'incident-begun', 'document-added', 'vault-created']);
  expect(JSON.parse(entries[1]?.payload ?? '{}')).toMatchObject({ files: 1 });
});

it('without the passphrase changes nothing, and the history has the attempt', async () => {
  await expect(renew(key(9))).rejects.toMatchObject(refused('wrong-secret'));
  await expect(renew(key(1), key(2))).rejects.toMatchObject(refused('same-secret'));
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 9 });
  expect(entries.map(({ kind }) => kind)).toEqual(['attempt-refused', 'vault-created']);
  expect(JSON.parse(entries[0]?.payload ?? '{}')).toMatchObject({ whileOpen: true });
  await vault.reopen();
});

it('stopped, or cut short by a lock, leaves the vault as it was and nothing behind', async () => {
  await addFile('film.mp4', new Uint8Array(9_000_000));
  const before = await objects();
  const renewing = renew();
  await isUnderWay(9_000_000);
  vault.service.cancel(taskId);
  await expect(renewing).rejects.toMatchObject(refused('cancelled'));
  expect(await objects()).toHaveLength(before.length);
  // She stopped it and was told.
  expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
  const again = renew();
  const locked = expect(again).rejects.toMatchObject(refused('cancelled'));
  await isUnderWay(9_000_000);
  await vault.askShell('open.close', {});
  await locked;
  const { notices } = await unlock(1);
  expect(notices).toEqual(['renewal-interrupted', 'recovery-code-unconfirmed']);
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 });
  expect(JSON.parse(entries[0]?.payload ?? '{}')).toMatchObject({ notices: ['renewal-interrupted'] });
  expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(1);
  expect((await objects()).length).toBeLessThanOrEqual(before.length + 3);
});

it('killed in the middle: the next opening says once that it did not happen, and the old ways in hold', async () => {
  await addFile('film.mp4', new Uint8Array(30_000_000));
  const renewing = renew();
  await isUnderWay(30_000_000);
  const live = vault.folder;
  // As a killed program leaves it.
  vault.folder = `${live}-left`;
  cpSync(live, vault.folder, { recursive: true });
  await rm(path.join(vault.folder, 'lock'));
  vault.service.cancel(taskId);
  await renewing.catch(() => undefined);
  await vault.askShell('open.close', {});
  await expect(unlock(11)).rejects.toMatchObject(refused('wrong-secret'));
  expect((await unlock(1)).notices).toEqual(['renewal-interrupted', 'recovery-code-unconfirmed']);
  expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(1);
});

it('twice in a row, with a file on its way in between, keeps every file and leaves nothing of before', async () => {
  await addFile('one.txt', new Uint8Array(5000).fill(1));
  await Promise.all([renew(), addFile('two.txt', new Uint8Array(2_000_000).fill(2))]);
  await vault.askShell('waysIn.renew', { taskId, proof: key(11), passphraseKey: key(21), recoveryKey: key(22), recoveryPrinted: newCode });
  await vault.askShell('open.close', {});
  await unlock(21);
  await vault.askShell('open.close', {});
  await unlock(22);
  const { documents } = await vault.ask('documents.list', { offset: 0, limit: 9 });
  for (const { id, sizeBytes } of documents) expect((await vault.askShell('documents.read', { id, start: 0, end: sizeBytes })).bytes).toHaveLength(sizeBytes);
  expect(documents.map(({ originalName }) => originalName).sort()).toEqual(['one.txt', 'two.txt']);
  // Roots, snapshot, reserve and its journal, newest journal, two files.
  expect((await objects()).length).toBeLessThanOrEqual(8);
  const stayed = await readdir(path.join(vault.folder, 'objects'), { recursive: true });
  for (const name of vault.nobodys) expect(stayed).toContain(path.join(name.slice(0, 2), name));
});
