import { cp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CheckResult } from '../../../shared/contract/check-calls';
import { openStore } from '../store/open-store';
import { added, recorded } from './testing/made-record';
import { makeTestVault, startService, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

async function objectFiles(): Promise<string[]> {
  const root = path.join(vault.folder, 'objects');
  const shelves = await readdir(root);
  return (await Promise.all(shelves.map(async (shelf) => (await readdir(path.join(root, shelf))).map((name) => path.join(root, shelf, name))))).flat();
}

/** Adds a document and says where its sealed file lies. */
async function addedAt(name: string, bytes: Uint8Array): Promise<{ id: string; file: string }> {
  const before = new Set(await objectFiles());
  const id = await added(vault, name, bytes);
  const sizes = await Promise.all((await objectFiles()).filter((file) => !before.has(file)).map(async (file) => ({ file, size: (await readFile(file)).length })));
  return { id, file: sizes.sort((a, b) => b.size - a.size)[0]!.file };
}

async function flip(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

const bytesOf = (length: number, seed: number): Uint8Array => new Uint8Array(length).map((_, i) => (i * seed) % 253);

async function finished(): Promise<CheckResult> {
  await vault.ask('check.run', {});
  await expect.poll(async () => (await vault.ask('check.state', {})).underWay, { interval: 5, timeout: 20_000 }).toBeNull();
  return (await vault.ask('check.state', {})).last!;
}

test('a whole vault: every document and entry is counted, and the history says it was checked', async () => {
  await addedAt('a.bin', bytesOf(900_000, 7));
  await addedAt('b.bin', bytesOf(10, 3));
  await recorded(vault, { account: 'What happened.' });
  expect(await vault.ask('check.state', {})).toEqual({ underWay: null, last: null });
  const before = (await vault.ask('vault.facts', {})).historySequence;
  const result = await finished();
  expect(result).toEqual({ beganUtc: expect.stringMatching(/^20/) as string, endedUtc: expect.stringMatching(/^20/) as string, files: 2, bytes: 900_010, entries: before, findings: [] });
  expect(result.beganUtc <= result.endedUtc).toBe(true);
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 });
  expect(entries[0]).toMatchObject({ kind: 'vault-checked', sequence: before + 1 });
  expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ beganUtc: result.beganUtc, files: 2, bytes: 900_010, entries: before, findings: [], documents: [] });
  await vault.reopen();
  expect((await vault.ask('check.state', {})).last).toEqual(result);
});

test('files damaged and missing while the vault is open are named, all others are verified; mended ones are whole at the next check', async () => {
  const one = await addedAt('letter to the force.pdf', bytesOf(600_000, 7));
  const two = await addedAt('voicemail.m4a', bytesOf(50_000, 11));
  await addedAt('photo.jpg', bytesOf(50_001, 13));
  await vault.ask('documents.amend', { id: two.id, title: 'His message', happened: (await vault.ask('documents.get', { id: two.id })).happened, note: '' });
  await flip(one.file);
  await rename(two.file, `${two.file}x`);
  const result = await finished();
  expect(result.files).toBe(3);
  expect(result.findings).toEqual([
    { about: 'document', documentId: one.id, name: 'letter to the force.pdf', found: 'damaged' },
    { about: 'document', documentId: two.id, name: 'His message', found: 'missing' },
  ]);
  // Names stay out of the history: erasing a document must take them all.
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 });
  expect(entries[0]!.payload).not.toMatch(/letter|message|voicemail/);
  expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ documents: [{ id: one.id, found: 'damaged' }, { id: two.id, found: 'missing' }] });
  await vault.reopen();
  expect((await vault.ask('check.state', {})).last?.findings).toHaveLength(2);
  await vault.ask('documents.erase', { id: one.id, reason: 'It cannot be read.' });
  expect((await vault.ask('check.state', {})).last?.findings.map((each) => each.about === 'document' && each.name)).toEqual(['His message']);
  await rename(`${two.file}x`, two.file);
  expect((await finished()).findings).toEqual([]);
});

test('damage to the record itself while it is open is found and written anew from memory', async () => {
  await recorded(vault, { account: 'What happened.' });
  for (const file of await objectFiles()) await flip(file);
  await rm(path.join(vault.folder, 'head.0'));
  const { findings } = await finished();
  expect(findings).toEqual([{ about: 'part', part: 'door', isMended: true }, { about: 'part', part: 'contents', isMended: true }, { about: 'part', part: 'record', isMended: true }, { about: 'part', part: 'reserve', isMended: true }]);
  expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
  expect((await vault.ask('search.find', { text: 'happened', offset: 0, limit: 10 })).total).toBe(1);
  expect((await finished()).findings).toEqual([]);
});

test('a vault that can only be read: what is damaged is told and left as it is, the documents are read, nothing is entered', async () => {
  await addedAt('letter.bin', bytesOf(5000, 3));
  const call = await addedAt('call.bin', bytesOf(70_000, 3));
  await vault.reopen();
  await recorded(vault, { account: 'What happened.' });
  const sizes = new Map(await Promise.all((await objectFiles()).map(async (file) => [file, (await readFile(file)).length] as const)));
  await recorded(vault, { account: 'And after.' });
  const grown = await Promise.all((await objectFiles()).map(async (file) => ({ file, by: (await readFile(file)).length - (sizes.get(file) ?? 0) })));
  const journal = grown.sort((a, b) => b.by - a.by)[0]!;
  // As a killed program leaves it.
  const left = `${vault.folder}-left`;
  await cp(vault.folder, left, { recursive: true });
  await rm(path.join(left, 'lock'));
  for (const { file } of [journal, call]) await flip(file.replace(vault.folder, left));
  const other = startService();
  try {
    expect(await other.askShell('open.unlock', { folder: left, key: new Uint8Array(32).fill(1), marks: [], refusedUtc: [] })).toMatchObject({ readOnly: true });
    const sequence = (await other.ask('vault.facts', {})).historySequence;
    await other.ask('check.run', {});
    await expect.poll(async () => (await other.ask('check.state', {})).underWay, { interval: 5, timeout: 20_000 }).toBeNull();
    const { last } = await other.ask('check.state', {});
    expect(last).toMatchObject({ files: 2, bytes: 75_000, entries: sequence });
    expect(last!.findings).toEqual([{ about: 'part', part: 'record', isMended: false }, { about: 'document', documentId: call.id, name: 'call.bin', found: 'damaged' }]);
    expect((await other.ask('vault.facts', {})).historySequence).toBe(sequence);
  } finally {
    await other.askShell('open.close', {});
  }
});

test('both headers lost while it is open: no save is possible, and the check puts them back', async () => {
  await recorded(vault, { account: 'What happened.' });
  for (const name of ['head.0', 'head.1']) await rm(path.join(vault.folder, name));
  await expect(recorded(vault, { account: 'More.' })).rejects.toMatchObject({ code: 'vault-gone' });
  expect((await finished()).findings).toEqual([{ about: 'part', part: 'door', isMended: true }]);
  await recorded(vault, { account: 'More.' });
  expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
});

test('paused, locked and gone on with: what was verified is read again only where the file was changed since, and the result says from when it is', async () => {
  const files = [];
  for (let i = 0; i < 12; i += 1) files.push(await addedAt(`${i}.bin`, bytesOf(2_000_000, i + 3)));
  for (const { file } of files) await utimes(file, 0, 0);
  await vault.ask('check.run', {});
  await expect.poll(async () => (await vault.ask('check.state', {})).underWay?.filesDone ?? 99, { interval: 1 }).toBeGreaterThan(2);
  await vault.ask('check.pause', {});
  const paused = (await vault.ask('check.state', {})).underWay!;
  expect(paused).toMatchObject({ isRunning: false, filesTotal: 12, bytesTotal: 24_000_000, bytesDone: paused.filesDone * 2_000_000, stopped: null });
  expect(paused.filesDone).toBeLessThan(12);
  await vault.reopen();
  expect((await vault.ask('check.state', {})).underWay).toEqual(paused);
  // The first was read before the lock, the last was not; the second was too, and whoever damaged it set its time back.
  await flip(files[0]!.file);
  await flip(files[1]!.file);
  await utimes(files[1]!.file, 0, 0);
  await flip(files[11]!.file);
  const result = await finished();
  expect(result).toMatchObject({ beganUtc: paused.beganUtc, files: 12, bytes: 24_000_000, findings: [{ documentId: files[0]!.id, found: 'damaged' }, { documentId: files[11]!.id, found: 'damaged' }] });
  expect(result.endedUtc > paused.beganUtc).toBe(true);
  expect((await finished()).findings).toHaveLength(3);
});

test('a vault renewed while it is checked: what was sealed anew is what is read', async () => {
  const files = [];
  for (let i = 0; i < 8; i += 1) files.push(await addedAt(`${i}.bin`, bytesOf(2_000_000, i + 3)));
  await vault.ask('check.run', {});
  await expect.poll(async () => (await vault.ask('check.state', {})).underWay?.filesDone ?? 99, { interval: 1 }).toBeGreaterThan(1);
  const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
  const before = new Set(await objectFiles());
  const renewing = vault.askShell('waysIn.renew', { taskId: 'a'.repeat(32), proof: key(1), passphraseKey: key(11), recoveryKey: key(12), recoveryPrinted: 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA' });
  await vault.ask('check.pause', {});
  await renewing;
  expect((await objectFiles()).filter((file) => before.has(file) && !vault.nobodys.has(path.basename(file)))).toEqual([]);
  expect((await vault.ask('check.state', {})).underWay?.filesDone).toBeGreaterThan(1);
  const sealedAnew = (await Promise.all((await objectFiles()).map(async (file) => ({ file, size: (await readFile(file)).length })))).filter(({ size }) => size > 1_900_000);
  expect(sealedAnew).toHaveLength(8);
  for (const { file } of sealedAnew) await flip(file);
  // Also of those that had been read before.
  expect((await finished()).findings).toHaveLength(8);
  for (const { file } of sealedAnew) await flip(file);
  expect(await finished()).toMatchObject({ files: 8, bytes: 16_000_000, findings: [] });
});

test('a file put in another’s place within the database, sound in itself, is told by the history', async () => {
  const letter = await addedAt('letter.bin', bytesOf(5000, 3));
  await addedAt('other.bin', bytesOf(6000, 5));
  await vault.askShell('open.close', {});
  const { store } = await openStore({ folder: vault.folder, key: new Uint8Array(32).fill(1), mark: null });
  const columns = ['object_name', 'evidence_key', 'size_bytes', 'sha256', 'duplicate_tag'];
  await store.transact((transaction) => transaction.run(`UPDATE document SET (${columns.join(', ')}) = (SELECT ${columns.join(', ')} FROM document AS other WHERE other.id <> ?) WHERE id = ?`, [letter.id, letter.id]));
  await store.close();
  await vault.reopen();
  expect((await finished()).findings).toEqual([{ about: 'document', documentId: letter.id, name: 'letter.bin', found: 'damaged' }]);
});

test('a lock stops it within moments, and what was verified is kept', async () => {
  for (let i = 0; i < 10; i += 1) await addedAt(`${i}.bin`, bytesOf(4_000_000, i + 3));
  await vault.ask('check.run', {});
  await expect.poll(async () => (await vault.ask('check.state', {})).underWay?.filesDone ?? 99, { interval: 1 }).toBeGreaterThan(1);
  const startedAt = performance.now();
  await vault.reopen();
  expect(performance.now() - startedAt).toBeLessThan(2000);
  const { underWay } = await vault.ask('check.state', {});
  expect(underWay).toMatchObject({ isRunning: false });
  expect(underWay!.filesDone).toBeGreaterThan(1);
});

test('saves stay quick while it runs', async () => {
  for (let i = 0; i < 12; i += 1) await addedAt(`${i}.bin`, bytesOf(6_000_000, i + 3));
  const { id } = await vault.ask('incidents.begin', {});
  const { content } = await vault.ask('incidents.get', { id });
  const timed = async (count: number): Promise<number> => {
    const took: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const startedAt = performance.now();
      await vault.ask('incidents.saveDraft', { id, content: { ...content, account: `word ${i}` } });
      took.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return took.sort((a, b) => a - b)[count >> 1]!;
  };
  const alone = await timed(30);
  await vault.ask('check.run', {});
  const during = await timed(30);
  expect((await vault.ask('check.state', {})).underWay?.isRunning).toBe(true);
  // Generous, because machines are shared; the figure is in docs/PROOFS.md.
  expect(during).toBeLessThan(Math.max(20, alone * 4));
}, 30_000);

test('a vault folder that went away stops it, with nothing called damaged; it goes on when the folder is back', async () => {
  await addedAt('a.bin', bytesOf(3_000_000, 3));
  await rename(vault.folder, `${vault.folder}-away`);
  await vault.ask('check.run', {}).catch(() => undefined);
  await rename(`${vault.folder}-away`, vault.folder);
  expect((await finished()).findings).toEqual([]);
});
