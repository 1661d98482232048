import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startService, type TestService } from './testing/open-service';

/** A check in one of two compartments: what the other owns is not looked at, whatever became of it. */
const key = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const printed = '11111-11111-11111-11111-11111-11111';

let outer: string;
let folder: string;
let vault: TestService;

beforeEach(async () => {
  outer = await mkdtemp(path.join(tmpdir(), 'tidemark-two-'));
  folder = path.join(outer, 'vault');
  vault = startService();
  const parameters = await vault.askShell('prepare.create', { folder, quickKdf: true });
  const waysIn = (first: number) => ({ passphraseKey: key(first), recoveryKey: key(first + 1), recoveryPrinted: printed });
  await vault.askShell('open.create', { folder, parameters, ...waysIn(1), example: false, second: waysIn(3) });
});
afterEach(async () => {
  await vault.service.handle('open.close', {});
  await rm(outer, { recursive: true, force: true });
});

async function objects(): Promise<string[]> {
  return (await readdir(path.join(folder, 'objects'), { recursive: true })).filter((name) => name.length > 30);
}

async function addFile(name: string, sizeBytes: number): Promise<void> {
  await writeFile(path.join(outer, name), new Uint8Array(sizeBytes).fill(name.length));
  await vault.askShell('documents.seal', { taskId: '7'.repeat(32), path: path.join(outer, name), name, origin: 'added' });
}

it('whole or damaged, the other compartment is never mentioned', async () => {
  await addFile('one.bin', 9000);
  await vault.askShell('open.close', {});
  const ofTheFirst = new Set(await objects());
  await vault.askShell('open.unlock', { folder, key: key(3), marks: [], refusedUtc: [] });
  await addFile('second one.bin', 12_000);
  const bothThere = await objects();
  // Everything that is not the first's now goes to pieces, and one of it away; the second's own root and journal too.
  await vault.askShell('open.close', {});
  for (const [i, at] of bothThere.filter((each) => !ofTheFirst.has(each)).entries()) {
    const file = path.join(folder, 'objects', at);
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) continue;
    if (i === 0) await rm(file);
    else await writeFile(file, bytes.map((byte) => byte ^ 1));
  }
  await vault.askShell('open.unlock', { folder, key: key(1), marks: [], refusedUtc: [] });
  const before = (await vault.ask('vault.facts', {})).historySequence;
  await vault.ask('check.run', {});
  await expect.poll(async () => (await vault.ask('check.state', {})).underWay, { interval: 5, timeout: 20_000 }).toBeNull();
  expect((await vault.ask('check.state', {})).last).toMatchObject({ files: 1, bytes: 9000, entries: before, findings: [] });
});
