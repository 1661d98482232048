import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VaultHost } from './hosts/vault-host';
import { SettingsFile } from './settings/settings-file';
import { VaultSession } from './vault-session';

// Node has no Electron and no vault process; folders and the settings file are real.
vi.mock('electron', () => ({ default: {}, ipcMain: undefined }));
vi.mock('./flows/open-vault', () => ({
  createVault: (_vault: unknown, folder: string, { example }: { example: boolean }) =>
    Promise.resolve({ recoveryCode: 'code', opened: { folder, vaultId: '1', notices: [], readOnly: false, example } }),
}));

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'tidemark-session-'));
});
afterEach(() => rmSync(base, { recursive: true }));

const secret = new Uint8Array([1]);

function sessionWithExample() {
  const settings = new SettingsFile(base);
  const vault = { ask: () => Promise.reject(new Error('no process')), close: () => Promise.resolve() } as unknown as VaultHost;
  const session = new VaultSession({ vault, settings, ownFolder: base, quickKdf: true, known: false });
  const closed: string[] = [];
  const close = (): Promise<void> => {
    closed.push(session.phase);
    session.forget();
    return Promise.resolve();
  };
  return { session, settings, close, closed };
}

test('an example that was stopped is closed and gone, and what was known before is known again', async () => {
  const { session, settings, close, closed } = sessionWithExample();
  await session.create(null, secret, true);
  await session.abandonExample(close);
  expect(closed).toEqual(['open']);
  expect([session.phase, settings.lastVaultFolder, existsSync(path.join(base, 'example'))]).toEqual(['no-vault', null, false]);
});
test('an example whose stopping comes after a lock does not close the vault that she opened since', async () => {
  const { session, settings, close, closed } = sessionWithExample();
  await session.create(null, secret, true);
  session.forget();
  await session.create(null, secret, false);
  await session.abandonExample(close);
  expect(closed).toEqual([]);
  expect([session.phase, settings.lastVaultFolder, existsSync(path.join(base, 'example'))]).toEqual(['open', path.join(base, 'vault'), false]);
});
test('a vault that is made while the example is put away waits for it, and stays the last one', async () => {
  const { session, settings, close } = sessionWithExample();
  await session.create(null, secret, true);
  const [, made] = await Promise.all([session.abandonExample(close), session.create(null, secret, false)]);
  expect(made.recoveryCode).toBe('code');
  expect([session.phase, settings.lastVaultFolder]).toEqual(['open', path.join(base, 'vault')]);
});

test('an example whose making was killed is gone at the next start, and nothing else is; one that is whole stays, and is the last vault', async () => {
  await sessionWithExample().session.create(null, secret, true);
  writeFileSync(path.join(base, 'example', 'head.0'), 'half of it');
  for (const name of ['vault', 'example-2', 'letters']) {
    mkdirSync(path.join(base, name));
    writeFileSync(path.join(base, name, 'head.0'), 'whole');
  }
  for (const name of ['vault.part', 'letters.part']) writeFileSync(path.join(base, name), '');
  expect(readdirSync(base)).toContain('example.part');
  expect(new SettingsFile(base).lastVaultFolder).toBe(null);

  const { session, settings } = sessionWithExample();
  await session.settled();
  expect(readdirSync(base).filter((name) => !name.startsWith('settings')).sort()).toEqual(['example-2', 'letters', 'letters.part', 'vault', 'vault.part']);
  await session.create(null, secret, true);
  await session.exampleIsWhole();
  expect([session.phase, settings.lastVaultFolder]).toEqual(['open', path.join(base, 'example')]);
  await sessionWithExample().session.settled();
  expect(existsSync(path.join(base, 'example'))).toBe(true);
});
