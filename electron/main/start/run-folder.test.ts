import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRunFolder, removeRunFolder, sweepRunFolders } from './run-folder';

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'tidemark-base-'));
});
afterEach(() => rmSync(base, { recursive: true }));

test('is closed to everybody else', () => {
  expect(statSync(makeRunFolder([base])).mode & 0o777).toBe(0o700);
});

test('takes the next place when the first cannot be written', () => {
  expect(path.dirname(makeRunFolder([path.join(base, 'not-there'), base]))).toBe(base);
});

test('what a killed run left is swept; what a living one holds, and what is not ours, stays', () => {
  const dead = path.join(base, 'tidemark-run-2147483646-abc');
  mkdirSync(dead);
  writeFileSync(path.join(dead, 'left'), 'x');
  const living = makeRunFolder([base]);
  const foreign = path.join(base, 'somebody-else');
  mkdirSync(foreign);
  sweepRunFolders([base, path.join(base, 'not-there')]);
  expect([existsSync(dead), existsSync(living), existsSync(foreign)]).toEqual([false, true, true]);
});

test('a folder into which something is still written while it is removed is removed all the same', () => {
  const folder = makeRunFolder([base]);
  let writes = 0;
  removeRunFolder(folder, (name, options) => {
    if (writes < 3) {
      writeFileSync(path.join(folder, `late ${writes}`), 'x');
      writes += 1;
      throw Object.assign(new Error('not empty'), { code: 'ENOTEMPTY' });
    }
    rmSync(name, options);
  });
  expect([writes, existsSync(folder)]).toEqual([3, false]);
});
