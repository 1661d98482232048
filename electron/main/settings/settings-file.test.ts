import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/model/settings';
import { SettingsFile } from './settings-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tidemark-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => path.join(folder, 'settings.json');
const mark = (sequence: number) => ({ sequence, hash: 'a'.repeat(64) });

test('what was saved is there at the next start, for its owner only, and nothing lies beside it', () => {
  const settings = new SettingsFile(folder);
  settings.saveSettings({ ...defaultSettings, theme: 'dark' });
  settings.rememberWindow({ width: 900, height: 700 });
  settings.saveLastVaultFolder('/somewhere/vault');
  settings.saveMark('/somewhere/vault', mark(3));
  const later = new SettingsFile(folder);
  expect([later.settings.theme, later.window, later.lastVaultFolder, later.markOf('/somewhere/vault')]).toEqual(['dark', { width: 900, height: 700 }, '/somewhere/vault', mark(3)]);
  expect(later.markOf('/elsewhere')).toBeNull();
  expect(readdirSync(folder)).toEqual(['settings.json']);
  if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
});
test.each([['nothing', ''], ['half a file', '{"settings":{"theme":"da'], ['a list', '[1]'], ['nonsense', 'null']])('%s counts as empty', (_what, held) => {
  writeFileSync(file(), held);
  expect(new SettingsFile(folder).settings).toEqual(defaultSettings);
});
test('one part that is wrong does not take the others with it', () => {
  writeFileSync(file(), JSON.stringify({ settings: { ...defaultSettings, theme: 'purple' }, window: { width: 1 }, lastVaultFolder: '/v', marks: {} }));
  const settings = new SettingsFile(folder);
  expect([settings.settings, settings.window, settings.lastVaultFolder]).toEqual([defaultSettings, null, '/v']);
});
test('a write that was broken off leaves the last one, and the next write is whole', () => {
  new SettingsFile(folder).saveLastVaultFolder('/first');
  writeFileSync(`${file()}.part`, '{"lastVault');
  expect(new SettingsFile(folder).lastVaultFolder).toBe('/first');
  new SettingsFile(folder).saveLastVaultFolder('/second');
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ lastVaultFolder: '/second' });
});
test('a folder that cannot be written keeps the settings for this run', () => {
  const settings = new SettingsFile(path.join(folder, 'not-there'));
  settings.saveSettings({ ...defaultSettings, theme: 'light' });
  expect(settings.settings.theme).toBe('light');
});
test('the oldest of many vaults is forgotten, never the one in use', () => {
  const settings = new SettingsFile(folder);
  for (let vault = 0; vault < 12; vault++) settings.saveMark(`/vault-${vault}`, mark(vault));
  expect([settings.markOf('/vault-3'), settings.markOf('/vault-4'), settings.markOf('/vault-11')]).toEqual([null, mark(4), mark(11)]);
});
