import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVaultService } from './service';
import { added, recorded, refused, taskId } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
let outer: string;
beforeEach(async () => {
  vault = await makeTestVault();
  outer = path.join(vault.folder, '..');
});
afterEach(() => vault.remove());

const key = (): Uint8Array => new Uint8Array(32).fill(1);
const folder = async (name: string): Promise<string> => {
  const made = path.join(outer, name);
  await mkdir(made);
  return made;
};
const bytesOf = async (id: string): Promise<string> => Buffer.from((await vault.askShell('documents.read', { id, start: 0, end: 100 })).bytes).toString();
const kinds = async (): Promise<string[]> => (await vault.ask('history.list', { subjectId: null, offset: 0, limit: 100 })).entries.map((entry) => entry.kind);
async function objectPath(of: string, documentName: string): Promise<string> {
  const sizes = await Promise.all((await readdir(path.join(of, 'objects'), { recursive: true })).map(async (name) => ({ name, bytes: await readFile(path.join(of, 'objects', name)).catch(() => null) })));
  const found = sizes.filter(({ bytes }) => bytes?.length === (documentName === 'long' ? 106_512 : 4112));
  return path.join(of, 'objects', found[0]!.name);
}

async function backedUp(): Promise<{ id: string; place: string; document: string }> {
  await recorded(vault, { title: 'A', account: 'the kettle' });
  const document = await added(vault, 'a.txt', Buffer.from('paper'));
  const place = await folder('stick');
  const { id } = await vault.askShell('backup.takePlace', { folder: place });
  await vault.askShell('backup.make', { taskId, id });
  return { id, place, document };
}

describe('a place for backups', () => {
  it('is the picked folder when it is empty, else a new one inside it, and is known again', async () => {
    const empty = await folder('empty');
    expect(await vault.askShell('backup.takePlace', { folder: empty })).toMatchObject({ name: 'empty', lastUtc: null, reachable: true });
    const full = await folder('full');
    await writeFile(path.join(full, 'letter.txt'), 'mine');
    const place = await vault.askShell('backup.takePlace', { folder: full });
    expect(place.name).toBe('full');
    expect(await readdir(full)).toEqual(['letter.txt']);
    expect((await vault.askShell('backup.takePlace', { folder: full })).id).toBe(place.id);
    await vault.askShell('backup.make', { taskId, id: place.id });
    expect((await vault.askShell('backup.takePlace', { folder: full })).id).toBe(place.id);
    expect((await vault.askShell('backup.takePlace', { folder: path.join(full, 'Tidemark backup') })).id).toBe(place.id);
    expect((await vault.ask('backup.places', {})).places).toHaveLength(2);
    expect(await readFile(path.join(full, 'letter.txt'), 'utf8')).toBe('mine');
    expect(await kinds()).toEqual(expect.arrayContaining(['backup-made', 'backup-place-added']));
  });

  it('is never the vault itself, a folder in it, or one that is not there', async () => {
    await expect(vault.askShell('backup.takePlace', { folder: vault.folder })).rejects.toMatchObject(refused('same-folder'));
    await expect(vault.askShell('backup.takePlace', { folder: path.join(vault.folder, 'objects') })).rejects.toMatchObject(refused('same-folder'));
    await expect(vault.askShell('backup.takePlace', { folder: path.join(outer, 'gone') })).rejects.toMatchObject(refused('place-gone'));
  });
});

describe('a backup', () => {
  it('tells what it did, is checked, and the places know', async () => {
    const { id } = await backedUp();
    const document = await added(vault, 'b.txt', Buffer.from('more'));
    expect(await vault.askShell('backup.make', { taskId, id })).toMatchObject({ placeId: id, newFiles: 1, keptFiles: 1, damagedHere: { kept: [], absent: [] } });
    expect(await vault.askShell('backup.check', { taskId, id })).toMatchObject({ files: 2, damaged: [], recordWhole: true });
    const [place] = (await vault.ask('backup.places', {})).places;
    expect(place).toMatchObject({ id, reachable: true });
    expect([place!.lastUtc, place!.checkedUtc]).not.toContain(null);
    expect(vault.notices.at(-1)).toMatchObject({ notice: 'progress', unit: 'bytes' });
    expect(document).toMatch(/^[0-9a-f]{32}$/);
  });

  it('can follow one that was restored from, and one made before the last opening', async () => {
    const { id } = await backedUp();
    for (let i = 0; i < 4; i += 1) await vault.reopen();
    expect(await vault.askShell('backup.make', { taskId, id })).toMatchObject({ newFiles: 0, keptFiles: 1 });
  });

  it('refuses a place that was used as a vault of its own', async () => {
    const { id, place } = await backedUp();
    const other = createVaultService(() => undefined);
    await other.handle('open.unlock', { folder: place, key: key(), marks: [], refusedUtc: [] });
    await other.handle('open.close', {});
    await expect(vault.askShell('backup.make', { taskId, id })).rejects.toMatchObject(refused('backup-differs'));
  });
});

describe('restoring', () => {
  it('opens everything in a new folder, and goes on with backups at the same place', async () => {
    const { id, place, document } = await backedUp();
    await vault.askShell('open.close', {});
    vault.service = createVaultService((notice) => vault.notices.push(notice));
    const to = path.join(outer, 'new');
    await expect(vault.askShell('open.restore', { taskId, from: place, to, key: new Uint8Array(32).fill(9) })).rejects.toMatchObject(refused('wrong-secret'));
    const before = await readdir(place, { recursive: true });
    const opened = await vault.askShell('open.restore', { taskId, from: place, to, key: key() });
    expect(opened).toMatchObject({ readOnly: false, restored: { files: 1, damaged: [] } });
    expect(await readdir(place, { recursive: true })).toEqual(before);
    expect(await bytesOf(document)).toBe('paper');
    expect((await kinds())[0]).toBe('vault-restored');
    await recorded(vault, { title: 'B', account: 'later' });
    expect(await vault.askShell('backup.make', { taskId, id })).toMatchObject({ newFiles: 0, keptFiles: 1 });
  });

  it('says what is damaged, and leaves nothing when it is stopped', async () => {
    const { place } = await backedUp();
    await vault.askShell('open.close', {});
    vault.service = createVaultService((notice) => vault.notices.push(notice));
    const bad = await objectPath(place, 'short');
    await writeFile(bad, (await readFile(bad)).fill(1, 40, 44));
    const to = path.join(outer, 'new');
    const stopping = vault.askShell('open.restore', { taskId, from: place, to, key: key() });
    setTimeout(() => vault.service.cancel(taskId), 5);
    await stopping.then(() => undefined, (error: unknown) => expect(error).toMatchObject(refused('cancelled')));
    await vault.askShell('open.close', {});
    await rm(to, { recursive: true, force: true });
    const opened = await vault.askShell('open.restore', { taskId, from: place, to, key: key() });
    expect(opened.restored).toMatchObject({ files: 0, damaged: ['a.txt'] });
  });
});

describe('joining', () => {
  it('takes from each what the other has lost, and changes neither', async () => {
    const { place } = await backedUp();
    await recorded(vault, { title: 'Later', account: 'after the backup' });
    await added(vault, 'long.txt', Buffer.alloc(100_000, 'x'));
    await vault.askShell('open.close', {});
    const short = await objectPath(vault.folder, 'short');
    await rm(short);
    await writeFile(path.join(vault.folder, 'head.0'), 'broken');
    await writeFile(path.join(vault.folder, 'head.1'), 'broken');
    const damaged = path.join(outer, 'damaged');
    await cp(vault.folder, damaged, { recursive: true });
    vault.service = createVaultService((notice) => vault.notices.push(notice));
    const to = path.join(outer, 'joined');
    expect(await vault.askShell('prepare.join', { damaged, backup: place })).toHaveLength(1);
    const opened = await vault.askShell('open.join', { taskId, damaged, backup: place, to, key: key() });
    expect(opened.joined).toMatchObject({ filesFromVault: 1, filesFromBackup: 1, lostFiles: [], entriesFromBackup: 0 });
    expect(opened.readOnly).toBe(false);
    const { documents } = await vault.ask('documents.list', { offset: 0, limit: 10 });
    expect(await Promise.all(documents.map(({ id }) => bytesOf(id).then((text) => text.slice(0, 5))))).toEqual(expect.arrayContaining(['paper', 'xxxxx']));
    expect((await kinds())[0]).toBe('vault-merged');
    expect(await readFile(path.join(damaged, 'head.0'), 'utf8')).toBe('broken');
    expect(await readdir(damaged)).not.toContain('lock');
  });
});

describe('moving', () => {
  it('goes on in the new folder, and then leaves the old one empty', async () => {
    const { document, id } = await backedUp();
    const old = vault.folder;
    const to = path.join(outer, 'moved');
    await vault.askShell('open.move', { taskId, to });
    await recorded(vault, { title: 'There', account: 'in the new place' });
    expect(await bytesOf(document)).toBe('paper');
    expect(await readdir(old)).toContain('head.0');
    await vault.askShell('open.finishMove', {});
    await expect(readdir(old)).rejects.toMatchObject({ code: 'ENOENT' });
    vault.folder = to;
    await vault.reopen();
    expect((await vault.ask('chronology.rows', { filter: { text: '', fromDay: '', toDay: '', personIds: [], kinds: [], tagIds: [], hasEvidence: null, show: [] }, offset: 0, limit: 10 })).total).toBe(2);
    expect(await vault.askShell('backup.make', { taskId, id })).toMatchObject({ newFiles: 0 });
    expect(await kinds()).toContain('vault-moved');
  });

  it('removes the old files at the next opening, when it was cut short before', async () => {
    await backedUp();
    const old = vault.folder;
    vault.folder = path.join(outer, 'moved');
    await vault.askShell('open.move', { taskId, to: vault.folder });
    await vault.reopen();
    await expect.poll(() => readdir(old).then(() => 'there', () => 'gone')).toBe('gone');
  });

  it('leaves alone what went on living in the old folder', async () => {
    await backedUp();
    const old = vault.folder;
    vault.folder = path.join(outer, 'moved');
    await vault.askShell('open.move', { taskId, to: vault.folder });
    const other = createVaultService(() => undefined);
    await other.handle('open.unlock', { folder: old, key: key(), marks: [], refusedUtc: [] });
    await other.handle('open.close', {});
    const before = await readdir(old, { recursive: true });
    await vault.askShell('open.finishMove', {});
    expect(await readdir(old, { recursive: true })).toEqual(before);
    // Nobody asks for it again.
    await vault.reopen();
    expect(await readdir(old, { recursive: true })).toEqual(before);
  });

  it('stays where it was when it is refused', async () => {
    await backedUp();
    const to = await folder('full');
    await writeFile(path.join(to, 'letter.txt'), 'mine');
    await expect(vault.askShell('open.move', { taskId, to })).rejects.toMatchObject(refused('folder-unwritable'));
    await expect(vault.askShell('open.move', { taskId, to: path.join(vault.folder, 'inside') })).rejects.toMatchObject(refused('same-folder'));
    await recorded(vault, { title: 'Still', account: 'here' });
    expect(await readdir(to)).toEqual(['letter.txt']);
  });

  it('refuses a backup while it is under way, and both end', async () => {
    const { id } = await backedUp();
    const to = path.join(outer, 'moved');
    const moving = vault.askShell('open.move', { taskId, to });
    await expect(vault.askShell('backup.make', { taskId: 'b'.repeat(32), id })).rejects.toMatchObject(refused('busy'));
    await moving;
    vault.folder = to;
    expect(await vault.askShell('backup.make', { taskId, id })).toMatchObject({ newFiles: 0 });
  });

  it('removes nothing of an old folder that it cannot read', async () => {
    await backedUp();
    const old = vault.folder;
    vault.folder = path.join(outer, 'moved');
    await vault.askShell('open.move', { taskId, to: vault.folder });
    for (const head of ['head.0', 'head.1']) await writeFile(path.join(old, head), Buffer.alloc(4096, 7));
    const before = (await readdir(old, { recursive: true })).sort();
    await vault.askShell('open.finishMove', {});
    expect((await readdir(old, { recursive: true })).sort()).toEqual(before);
  });
});
