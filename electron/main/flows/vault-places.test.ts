import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderForNewVault, holdsVault, liesWithin, vaultFolderAt } from './vault-places';

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'tidemark-places-'));
});
afterEach(() => {
  chmodSync(base, 0o700);
  rmSync(base, { recursive: true });
});

test('an empty folder that she picked is the vault', async () => {
  expect(await folderForNewVault(base, '/unused', 'vault')).toBe(base);
});
test('a folder with things in it is left alone: the vault goes into one of its own', async () => {
  writeFileSync(path.join(base, 'holiday.jpg'), 'x');
  expect(await folderForNewVault(base, '/unused', 'vault')).toBe(path.join(base, 'vault'));
});
test('without a pick it goes beside the settings, and never onto another vault', async () => {
  expect(await folderForNewVault(null, base, 'vault')).toBe(path.join(base, 'vault'));
  writeFileSync(path.join(base, 'vault', 'head.0'), 'x');
  expect(await folderForNewVault(null, base, 'vault')).toBe(path.join(base, 'vault-2'));
});
test('knows a vault by either copy of its header', async () => {
  mkdirSync(path.join(base, 'v'));
  expect(await holdsVault(path.join(base, 'v'))).toBe(false);
  writeFileSync(path.join(base, 'v', 'head.1'), 'x');
  expect(await holdsVault(path.join(base, 'v'))).toBe(true);
});
test('a place that is a file is refused', async () => {
  writeFileSync(path.join(base, 'file'), 'x');
  await expect(folderForNewVault(path.join(base, 'file'), base, 'vault')).rejects.toMatchObject({ code: 'folder-unwritable' });
});
test('a stick that holds one vault in a folder of it means that vault; with two she has to say which', async () => {
  expect(await vaultFolderAt(base)).toBe(base);
  mkdirSync(path.join(base, 'holiday'));
  mkdirSync(path.join(base, 'v'));
  writeFileSync(path.join(base, 'v', 'head.0'), 'x');
  expect(await vaultFolderAt(base)).toBe(path.join(base, 'v'));
  expect(await vaultFolderAt(path.join(base, 'v'))).toBe(path.join(base, 'v'));
  writeFileSync(path.join(base, 'holiday', 'head.1'), 'x');
  expect(await vaultFolderAt(base)).toBe(base);
});
test('knows a place inside a folder, also by another name for it, and a neighbour that only begins alike', async () => {
  for (const name of ['v', 'v/objects', 'v-2']) mkdirSync(path.join(base, name));
  symlinkSync(path.join(base, 'v'), path.join(base, 'other-name'));
  const inside = await Promise.all(['v', 'v/objects', 'other-name', 'v-2', '.', 'gone'].map((name) => liesWithin(path.join(base, name), path.join(base, 'v'))));
  expect(inside).toEqual([true, true, true, false, false, false]);
});
