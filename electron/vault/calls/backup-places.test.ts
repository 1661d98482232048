import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVaultService } from './service';
import { added, recorded, refused, taskId } from './testing/made-record';
import { makeTestVault, startService, type TestService, type TestVault } from './testing/open-service';

let vault: TestVault;
let outer: string;
let stick: string;
beforeEach(async () => {
  vault = await makeTestVault();
  outer = path.join(vault.folder, '..');
  stick = path.join(outer, 'stick');
  await mkdir(stick);
});
afterEach(() => vault.remove());

const take = (folder = stick) => vault.askShell('backup.takePlace', { folder });
const make = (id: string, anew = false) => vault.askShell('backup.make', { taskId, id, anew });
const places = async () => (await vault.ask('backup.places', {})).places;
const newestEntryUtc = async (from: TestService = vault) => (await from.ask('history.list', { subjectId: null, offset: 0, limit: 1 })).entries[0]!.atUtc;
const below = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

/** A whole backup of a vault with one document; gives the time of its newest entry. */
async function backedUp(): Promise<{ id: string; newestUtc: string }> {
  await added(vault, 'a.txt', Buffer.from('paper'));
  const { id } = await take();
  const newestUtc = await newestEntryUtc();
  await make(id);
  return { id, newestUtc };
}

describe('a backup that lies in a folder already', () => {
  it('is known when the place is added again, with the newest entry in it, and goes on', async () => {
    const { id, newestUtc } = await backedUp();
    await recorded(vault, { title: 'Later', account: 'after the backup' });
    await vault.ask('backup.forgetPlace', { id });
    const again = await take();
    expect(again).toMatchObject({ lastUtc: newestUtc, holdsBackup: true });
    expect(await make(again.id)).toMatchObject({ newFiles: 0, keptFiles: 1 });
  });

  it('is known in a vault that was restored from it, where the record only knows that a place was chosen', async () => {
    const { id, newestUtc } = await backedUp();
    await vault.askShell('open.close', {});
    vault.service = createVaultService(() => undefined);
    const key = new Uint8Array(32).fill(1);
    await vault.askShell('open.restore', { taskId, from: stick, to: path.join(outer, 'restored'), key });
    expect(await places()).toMatchObject([{ id, lastUtc: null, holdsBackup: true }]);
    expect(await take()).toMatchObject({ id, lastUtc: newestUtc, holdsBackup: true });
  });

  it('is there though its record cannot be read, of no known date until the next one', async () => {
    const { id } = await backedUp();
    await vault.ask('backup.forgetPlace', { id });
    for (const name of await readdir(path.join(stick, 'objects'), { recursive: true })) {
      const file = path.join(stick, 'objects', name);
      // The roots stay, so that it is known whose it is; every length they have is a multiple of 4096.
      const bytes = await readFile(file).catch(() => null);
      if (bytes !== null && bytes.length % 4096 !== 0) await writeFile(file, bytes.fill(3));
    }
    const again = await take();
    expect(again).toMatchObject({ lastUtc: null, holdsBackup: true });
  });

  it('is not one before its header is written, and another vault’s is refused', async () => {
    const { id } = await backedUp();
    await vault.ask('backup.forgetPlace', { id });
    for (const head of ['head.0', 'head.1']) await rename(path.join(stick, head), path.join(outer, head));
    expect(await take()).toMatchObject({ lastUtc: null, holdsBackup: false });
    const other = await makeTestVault();
    await expect(other.askShell('backup.takePlace', { folder: path.join(outer, 'vault') })).rejects.toMatchObject(refused('not-this-vault'));
    await other.remove();
  });

  it('made in one compartment is known in the other, with the newest entry of that other', async () => {
    const folder = path.join(outer, 'two');
    const keys = (n: number) => ({ passphraseKey: new Uint8Array(32).fill(n), recoveryKey: new Uint8Array(32).fill(n + 1), recoveryPrinted: `${n}`.repeat(5) });
    const first = startService();
    const parameters = await first.askShell('prepare.create', { folder, quickKdf: true });
    await first.askShell('open.create', { folder, parameters, ...keys(3), example: false, second: keys(5) });
    const open = async (n: number): Promise<TestService> => {
      const opened = startService();
      await opened.askShell('open.unlock', { folder, key: new Uint8Array(32).fill(n), marks: [], refusedUtc: [] });
      return opened;
    };
    await first.askShell('open.close', {});
    const early = await open(5);
    await recorded(early as TestVault, { title: 'Hers', account: 'in the other' });
    const newestUtc = await newestEntryUtc(early);
    await early.askShell('open.close', {});
    const making = await open(3);
    const { id } = await making.askShell('backup.takePlace', { folder: stick });
    await making.askShell('backup.make', { taskId, id });
    await making.askShell('open.close', {});

    const other = await open(5);
    expect(await other.ask('backup.places', {})).toEqual({ places: [] });
    const found = await other.askShell('backup.takePlace', { folder: stick });
    expect(found).toMatchObject({ lastUtc: newestUtc, holdsBackup: true });
    expect(await other.askShell('backup.make', { taskId, id: found.id })).toMatchObject({ newFiles: 0 });
    await other.askShell('open.close', {});
  });
});

describe('a backup that is gone from its place', () => {
  it('is told, and no other is made before she says so; nothing is written until then', async () => {
    const { id } = await backedUp();
    await rename(stick, `${stick}-out`);
    await mkdir(stick);
    expect(await places()).toMatchObject([{ id, reachable: true, holdsBackup: false }]);
    await expect(make(id)).rejects.toMatchObject(refused('backup-gone'));
    expect(await below(stick)).toEqual([]);
    await rm(stick, { recursive: true });
    await rename(`${stick}-out`, stick);
    expect(await places()).toMatchObject([{ id, reachable: true, holdsBackup: true }]);
    expect(await make(id)).toMatchObject({ newFiles: 0, keptFiles: 1 });

    await rm(stick, { recursive: true });
    await mkdir(stick);
    await expect(make(id)).rejects.toMatchObject(refused('backup-gone'));
    expect(await make(id, true)).toMatchObject({ newFiles: 1, keptFiles: 0 });
    expect(await places()).toMatchObject([{ id, holdsBackup: true }]);
  });

  it('is gone too where only its header, or only its objects, were left', async () => {
    const { id } = await backedUp();
    await rename(path.join(stick, 'objects'), path.join(outer, 'objects'));
    await expect(make(id)).rejects.toMatchObject(refused('backup-gone'));
    expect(await below(stick)).toEqual(['head.0', 'head.1']);
    await rename(path.join(outer, 'objects'), path.join(stick, 'objects'));
    for (const head of ['head.0', 'head.1']) await rm(path.join(stick, head));
    await expect(make(id)).rejects.toMatchObject(refused('backup-gone'));
    expect(await make(id, true)).toMatchObject({ newFiles: 0, keptFiles: 1 });
  });

  it('another vault that lies there instead is never written over', async () => {
    const { id } = await backedUp();
    const other = await makeTestVault();
    await rm(stick, { recursive: true });
    await other.askShell('open.close', {});
    await rename(other.folder, stick);
    const before = await below(stick);
    for (const anew of [false, true]) await expect(make(id, anew)).rejects.toMatchObject(refused('not-this-vault'));
    expect(await places()).toMatchObject([{ holdsBackup: false }]);
    expect(await below(stick)).toEqual(before);
    await other.remove();
  });
});

describe('a folder with other things in it', () => {
  beforeEach(() => writeFile(path.join(stick, 'letter.txt'), 'hers'));

  it('gets a folder for the backup with the first backup, and none when that is refused', async () => {
    const { id, reachable, lastUtc, holdsBackup } = await take();
    expect({ reachable, lastUtc, holdsBackup }).toEqual({ reachable: true, lastUtc: null, holdsBackup: false });
    expect(await readdir(stick)).toEqual(['letter.txt']);
    const stopping = make(id);
    vault.service.cancel(taskId);
    await expect(stopping).rejects.toMatchObject(refused('cancelled'));
    expect(await readdir(stick)).toEqual(['letter.txt']);
    await make(id);
    expect(await readdir(stick)).toEqual(['Tidemark backup', 'letter.txt']);
    expect(await places()).toMatchObject([{ id, holdsBackup: true }]);
  });

  it('whose backup was deleted says so; its own folder is made again only when she says so', async () => {
    const { id } = await take();
    await make(id);
    await rm(path.join(stick, 'Tidemark backup'), { recursive: true });
    expect(await places()).toMatchObject([{ id, reachable: true, holdsBackup: false }]);
    await expect(make(id)).rejects.toMatchObject(refused('backup-gone'));
    expect(await readdir(stick)).toEqual(['letter.txt']);
    await make(id, true);
    expect(await readdir(stick)).toEqual(['Tidemark backup', 'letter.txt']);
    await rm(stick, { recursive: true });
    expect(await places()).toMatchObject([{ id, reachable: false, holdsBackup: false }]);
    await expect(make(id, true)).rejects.toMatchObject(refused('place-gone'));
    await expect(readdir(stick)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('says of each document that is damaged here whether the backup has it from before', async () => {
  const { id } = await backedUp();
  await added(vault, 'b.bin', Buffer.alloc(50_000, 'b'));
  const objects = path.join(vault.folder, 'objects');
  for (const name of await readdir(objects, { recursive: true })) {
    const length = (await readFile(path.join(objects, name)).catch(() => null))?.length ?? 0;
    // The two evidence files: one is gone here, one never reached the backup.
    if (length === 4112 || (length > 50_000 && length < 60_000 && length % 4096 !== 0)) await rm(path.join(objects, name));
  }
  expect((await make(id)).damagedHere).toEqual({ kept: ['a.txt'], absent: ['b.bin'] });
});
