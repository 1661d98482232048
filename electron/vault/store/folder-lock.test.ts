import { spawn } from 'node:child_process';
import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../crypto/primitives';
import { nodeFilePort } from './file-port';
import { FolderLock, looksSynced } from './folder-lock';
import { newFolder } from './testing/sample-vault';

const take = (folder: string): Promise<FolderLock> => FolderLock.take(nodeFilePort, folder, systemRandom);

async function holderIn(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'lock'), 'utf8')) as Record<string, unknown>;
}

describe('the lock of a folder', () => {
  it('is held by one of many who want it at once', async () => {
    const folder = await newFolder();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => take(folder)));
    const held = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(held).toHaveLength(1);
    await held[0]?.release();
    await (await take(folder)).release();
  });

  it('left by a process that has ended is taken over', async () => {
    const folder = await newFolder();
    const lock = await take(folder);
    const holder = await holderIn(folder);
    const child = spawn(process.execPath, ['-e', '0'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    await new Promise((resolve) => child.on('close', resolve));
    await writeFile(join(folder, 'lock'), JSON.stringify({ ...holder, pid: child.pid }));
    const taken = await take(folder);
    expect(taken.foundForeign).toBe(false);
    await expect(lock.assertHeld()).rejects.toMatchObject({ code: 'already-open' });
    await lock.release();
    await taken.assertHeld();
    await taken.release();
  });

  it.runIf(process.platform === 'linux')('left by an earlier process with the same number is taken over', async () => {
    const folder = await newFolder();
    await take(folder);
    await writeFile(join(folder, 'lock'), JSON.stringify({ ...(await holderIn(folder)), began: '1' }));
    await (await take(folder)).release();
  });

  it('on a stick that was taken out while it was held does not hold when the stick is back', async () => {
    const [folder, drawer] = [await newFolder(), await newFolder()];
    const lock = await take(folder);
    await rename(join(folder, 'lock'), join(drawer, 'lock'));
    await lock.release();
    await rename(join(drawer, 'lock'), join(folder, 'lock'));
    await (await take(folder)).release();
  });

  it('cut off while it was written is taken over', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'lock'), '{"host":"ab');
    await (await take(folder)).release();
  });

  it('from another computer holds while it is touched, and says that the folder is shared when it is not', async () => {
    const folder = await newFolder();
    const path = join(folder, 'lock');
    await writeFile(path, JSON.stringify({ host: '0123456789abcdef', pid: 1, began: '', nonce: 'x' }));
    await expect(take(folder)).rejects.toMatchObject({ code: 'already-open' });
    const old = new Date(Date.now() - 10 * 60_000);
    await utimes(path, old, old);
    const lock = await take(folder);
    expect(lock.foundForeign).toBe(true);
    await lock.release();
  });

  it.each([
    ['/home/a/Dropbox/vault', true], ['C:\\Users\\a\\OneDrive - Firm\\vault', true], ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/v', true], ['/home/a/Nextcloud', true],
    ['/home/a/Documents/vault', false], ['/home/a/dropbox-old/vault', false], ['/home/boxer/vault', false],
  ])('knows whether %s looks synchronised', (folder, expected) => {
    expect(looksSynced(folder)).toBe(expected);
  });
});
