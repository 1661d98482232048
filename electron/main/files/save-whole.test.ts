import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveWhole } from './save-whole';

let folder: string;
let place: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tidemark-whole-'));
  place = path.join(folder, 'case.pdf');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const words = new TextEncoder().encode('what she wrote');
const recorded: string[] = [];
const record = async ({ fileName }: { fileName: string }) => void recorded.push(fileName);
beforeEach(() => void recorded.splice(0));

describe('a place that cannot be written', () => {
  // Root may write anywhere; the test then runs as nobody.
  it('is refused by name when it is closed to her', async () => {
    await chmod(folder, 0o555);
    if (process.getuid?.() === 0) process.seteuid?.(65534);
    try {
      await expect(saveWhole([words], place, record)).rejects.toMatchObject({ code: 'folder-unwritable' });
    } finally {
      if (process.getuid?.() === 0) process.seteuid?.(0);
      await chmod(folder, 0o755);
    }
    expect(await readdir(folder)).toEqual([]);
    expect(recorded).toEqual([]);
  });

  it('is refused when there is a folder of that name', async () => {
    await mkdir(place);
    await expect(saveWhole([words], place, record)).rejects.toMatchObject({ code: 'cannot-save' });
    expect(await readdir(folder)).toEqual(['case.pdf']);
    expect(recorded).toEqual([]);
  });

  it('is said to be gone when it goes while the file is written', async () => {
    const stick = path.join(folder, 'stick');
    await mkdir(stick);
    async function* pieces() {
      yield words;
      await rename(stick, path.join(folder, 'pulled out'));
      yield words;
    }
    await expect(saveWhole(pieces(), path.join(stick, 'case.pdf'), record)).rejects.toMatchObject({ code: 'place-gone' });
    expect(recorded).toEqual([]);
  });

  it.runIf(canMount())('is said to be full; nothing is left in it and the record says nothing', async () => {
    const full = path.join(folder, 'full');
    await mkdir(full);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', full]);
    try {
      await writeFile(path.join(full, 'case.pdf'), 'an older one');
      await expect(saveWhole([new Uint8Array(1 << 20)], path.join(full, 'case.pdf'), record)).rejects.toMatchObject({ code: 'disk-full' });
      expect(await readdir(full)).toEqual(['case.pdf']);
      expect(await readFile(path.join(full, 'case.pdf'), 'utf8')).toBe('an older one');
    } finally {
      execFileSync('umount', [full]);
    }
    expect(recorded).toEqual([]);
  });
});

describe('a program that ends in the middle', () => {
  let program = '';
  beforeAll(async () => {
    program = await mkdtemp(path.join(tmpdir(), 'tidemark-half-'));
    const built = { ssr: true, outDir: program, target: 'node20', minify: false, rolldownOptions: { input: path.join(import.meta.dirname, 'testing/save-half.ts'), output: { entryFileNames: 'save-half.mjs' } } } as const;
    await build({ configFile: false, logLevel: 'error', publicDir: false, ssr: { noExternal: true }, build: built });
  });
  afterAll(() => rm(program, { recursive: true, force: true }));
  const writeHalf = async (ending: string): Promise<string[]> => {
    const child = spawn(process.execPath, [path.join(program, 'save-half.mjs'), place, ending], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    if (ending === 'kill') child.kill('SIGKILL');
    await once(child, 'exit');
    return readdir(folder);
  };

  it('takes the unfinished file with it when it ends by itself', async () => expect(await writeHalf('exit')).toEqual([]));

  it('leaves one when it is killed, and the next save to the folder removes it and nothing else', async () => {
    const left = await writeHalf('kill');
    expect(left).toHaveLength(1);
    const long = new Date(Date.now() - 3_600_000);
    await utimes(path.join(folder, left[0]!), long, long);
    const other = '.0123456789abcdef0123456789abcde.part';
    await writeFile(path.join(folder, other), 'somebody else’s');
    await utimes(path.join(folder, other), long, long);
    await saveWhole([words], place, record);
    expect((await readdir(folder)).sort()).toEqual([other, 'case.pdf']);
    expect(recorded).toEqual(['case.pdf']);
  });
});

/** Only root may, and only where the machine lets it. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;
}
