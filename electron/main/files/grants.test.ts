import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import { Grants } from './grants';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tidemark-grants-'));
  file = path.join(folder, 'letter.pdf');
  writeFileSync(file, '12345');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the window learns a name and a size, never a place', async () => {
  const grant = await new Grants().give(file, 'file');
  expect(grant).toEqual({ grant: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'letter.pdf', sizeBytes: 5 });
});

test('a grant is good once', async () => {
  const grants = new Grants();
  const { grant } = await grants.give(file, 'file');
  expect(grants.look(grant).path).toBe(file);
  expect(grants.spend(grant).path).toBe(file);
  expect(() => grants.spend(grant)).toThrow('grant-spent');
});

test('a folder is used up by the vault that opens, and by nothing that is refused', async () => {
  const grants = new Grants();
  const { grant } = await grants.give(folder, 'folder');
  const refused = (): Promise<never> => Promise.reject(new Refusal('wrong-secret'));
  await expect(grants.spendOn(grant, refused)).rejects.toMatchObject({ code: 'wrong-secret' });
  expect(await grants.spendOn(grant, async ({ path: place }) => {
    expect(() => grants.look(grant)).toThrow('grant-spent');
    return place;
  })).toBe(folder);
  expect(() => grants.look(grant)).toThrow('grant-spent');
});

test('a refusal after a lock brings nothing back', async () => {
  const grants = new Grants();
  const { grant } = await grants.give(folder, 'folder');
  await expect(grants.spendOn(grant, async () => {
    grants.forgetAll();
    throw new Refusal('locked');
  })).rejects.toMatchObject({ code: 'locked' });
  expect(() => grants.look(grant)).toThrow('grant-spent');
});

test('a grant ends by itself, and at a lock', async () => {
  let nowMs = 0;
  const grants = new Grants(() => nowMs);
  const { grant } = await grants.give(file, 'file');
  nowMs = 31 * 60_000;
  expect(() => grants.look(grant)).toThrow('grant-spent');
  const later = await grants.give(file, 'file');
  grants.forgetAll();
  expect(() => grants.look(later.grant)).toThrow('grant-spent');
});

test('a folder is no file, a file no folder, and nothing is neither', async () => {
  const grants = new Grants();
  await expect(grants.give(folder, 'file')).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(grants.give(file, 'folder')).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(grants.give(`${file}x`, 'file')).rejects.toMatchObject({ code: 'file-unreadable', file: 'letter.pdfx' });
});

test('among several, one that is not there takes none of the others with it', async () => {
  const grants = new Grants();
  const picked = await grants.giveEach([`${file}x`, file, folder]);
  expect(picked.grants.map(({ name }) => name)).toEqual(['letter.pdf']);
  expect(picked.refused).toEqual([{ code: 'file-unreadable', file: 'letter.pdfx' }, { code: 'file-unreadable', file: path.basename(folder) }]);
  expect(grants.spend(picked.grants[0]!.grant).path).toBe(file);
});

test('a share on another machine, a device and a place that depends on where we stand are refused unread', async () => {
  for (const place of ['\\\\host\\share\\a.pdf', '//host/share/a.pdf', '\\\\?\\C:\\a.pdf', 'letter.pdf', '../letter.pdf']) {
    await expect(new Grants().give(place, 'file')).rejects.toMatchObject({ code: 'file-unreadable' });
  }
});
