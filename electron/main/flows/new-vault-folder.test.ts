import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inNewVaultFolder } from './new-vault-folder';

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'tidemark-new-folder-'));
});
afterEach(() => rmSync(base, { recursive: true }));

/** Half a vault, and what was there of hers. */
function leaveHalf(folder: string, names: readonly string[]): void {
  mkdirSync(path.join(folder, 'objects', '0a'), { recursive: true });
  writeFileSync(path.join(folder, 'objects', '0a', 'piece'), 'x');
  for (const name of names) writeFileSync(path.join(folder, name), 'x');
}
const given = (picked: string | null) => ({ picked, ownFolder: base, outside: [] });

test('what work that was broken off left there is removed, with the folder that was made for it', async () => {
  const broken = inNewVaultFolder(given(null), async (folder) => {
    leaveHalf(folder, ['lock', 'spare']);
    throw new Error('killed');
  });
  await expect(broken).rejects.toThrow('killed');
  expect(readdirSync(base)).toEqual([]);
});
test('the folder she picked herself stays, and a file that came there meanwhile', async () => {
  const broken = inNewVaultFolder(given(base), async (folder) => {
    leaveHalf(folder, ['letter.pdf']);
    throw new Error('killed');
  });
  await expect(broken).rejects.toThrow('killed');
  expect(readdirSync(base)).toEqual(['letter.pdf']);
});
test('a whole vault is never removed, whatever happened after it was whole', async () => {
  await expect(inNewVaultFolder(given(null), async (folder) => {
    leaveHalf(folder, ['head.1']);
    throw new Error('killed');
  })).rejects.toThrow('killed');
  expect(existsSync(path.join(base, 'vault', 'objects', '0a', 'piece'))).toBe(true);
});
test('never inside another vault, and nothing is made there', async () => {
  writeFileSync(path.join(base, 'head.0'), 'x');
  await expect(inNewVaultFolder({ ...given(base), outside: [base] }, async () => undefined)).rejects.toMatchObject({ code: 'same-folder' });
  expect(readdirSync(base)).toEqual(['head.0']);
});
test('never in the folder of a vault that has nothing to do with it, or anywhere inside that', async () => {
  const deep = path.join(base, 'a', 'objects', '0a');
  mkdirSync(deep, { recursive: true });
  writeFileSync(path.join(base, 'a', 'head.1'), 'x');
  for (const picked of [path.join(base, 'a'), path.join(base, 'a', 'objects'), deep]) {
    await expect(inNewVaultFolder(given(picked), async () => undefined)).rejects.toMatchObject({ code: 'vault-exists' });
  }
  expect(readdirSync(base, { recursive: true }).length).toBe(4);
});
