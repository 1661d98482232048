import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Grants } from '../files/grants';
import { takeUpSource } from './take-up-source';

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'tidemark-dropped-')); });
afterEach(() => rmSync(folder, { recursive: true }));

test('a file and a folder are each taken for what they are, and the window learns no place', async () => {
  const file = path.join(folder, 'sms.xml');
  writeFileSync(file, '<smses/>');
  const grants = new Grants();
  const [one, all] = [await takeUpSource(grants, file), await takeUpSource(grants, folder)];
  expect(one).toEqual({ grant: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'sms.xml', sizeBytes: 8, isFolder: false });
  expect(all).toEqual({ grant: expect.stringMatching(/^[0-9a-f]{32}$/), name: path.basename(folder), sizeBytes: 0, isFolder: true });
  expect([grants.look(one.grant).path, grants.look(all.grant).path]).toEqual([file, folder]);
});

test('what is not there, was never there, or lies on another machine is refused', async () => {
  for (const place of [undefined, path.join(folder, 'gone.xml'), '\\\\host\\share\\sms.xml', '//host/share/sms.xml']) {
    await expect(takeUpSource(new Grants(), place)).rejects.toMatchObject({ code: 'file-unreadable' });
  }
});
