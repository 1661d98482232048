import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import type { VaultHost } from '../hosts/vault-host';
import type { RunningTask } from '../work/tasks';
import { moveVault } from './move-vault';

let base: string;
let from: string;
let picked: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'tidemark-move-'));
  [from, picked] = ['vault', 'drive'].map((name) => path.join(base, name)) as [string, string];
  for (const folder of [from, picked]) mkdirSync(folder);
  writeFileSync(path.join(from, 'head.0'), 'x');
  writeFileSync(path.join(picked, 'holiday.jpg'), 'x');
});
afterEach(() => rmSync(base, { recursive: true }));

const task = { id: '0'.repeat(32), signal: new AbortController().signal } as RunningTask;

/** The program, killed or going on: what is asked of the vault's process and what the settings are told, in order. */
function moving({ refuse, to = picked }: { refuse?: 'open.move' | 'open.finishMove'; to?: string }) {
  const steps: string[] = [];
  const vault = {
    ask: async (name: string, input: { to?: string }) => {
      steps.push(name);
      if (input.to !== undefined) mkdirSync(path.join(input.to, 'objects'));
      if (name === refuse) throw new Refusal('disk-full');
      if (input.to !== undefined) writeFileSync(path.join(input.to, 'head.0'), 'x');
      return {};
    },
  } as unknown as VaultHost;
  const nowAt = async (folder: string): Promise<void> => void steps.push(`settings: ${path.relative(base, folder)}`);
  return { steps, done: moveVault({ vault }, task, { from, picked: to, ownFolder: base, nowAt }) };
}

test('the settings follow when a whole vault answers from the new folder, and before the old one is emptied', async () => {
  const { steps, done } = moving({});
  await done;
  expect(steps).toEqual(['open.move', 'settings: drive/vault', 'open.finishMove']);
});
test('a move that is refused tells nobody, and leaves nothing', async () => {
  const { steps, done } = moving({ refuse: 'open.move' });
  await expect(done).rejects.toMatchObject({ code: 'disk-full' });
  expect(steps).toEqual(['open.move']);
  expect(readdirSync(picked)).toEqual(['holiday.jpg']);
});
test('what cannot be emptied at once is no refusal: the vault has moved', async () => {
  const { steps, done } = moving({ refuse: 'open.finishMove' });
  await done;
  expect(steps.at(-1)).toBe('open.finishMove');
  expect(existsSync(path.join(picked, 'vault', 'head.0'))).toBe(true);
});
test('never into itself, whatever the folder is called', async () => {
  for (const to of [from, path.join(from, 'objects')]) {
    mkdirSync(to, { recursive: true });
    const { steps, done } = moving({ to });
    await expect(done).rejects.toMatchObject({ code: 'same-folder' });
    expect(steps).toEqual([]);
  }
});
