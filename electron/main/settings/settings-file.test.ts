import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../shared/model/settings';
import { mostRefusedAttempts } from '../../../shared/model/refused-attempts';
import { sealedMarkBytes, vaultCalls } from '../../../shared/vault-protocol/vault-calls';
import { SettingsFile } from './settings-file';

// Node has no Electron; the file is the real one.
vi.mock('electron', () => ({ default: {}, ipcMain: undefined }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tidemark-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => path.join(folder, 'settings.json');
const mark = (letter: number) => new Uint8Array(sealedMarkBytes).fill(letter);

test('what was saved is there at the next start, for its owner only, and nothing lies beside it', () => {
  const settings = new SettingsFile(folder);
  settings.saveSettings({ ...defaultSettings, theme: 'dark' });
  settings.rememberWindow({ width: 900, height: 700 });
  settings.saveLastVaultFolder('/somewhere/vault');
  settings.saveMark('/somewhere/vault', 1, mark(3));
  expect(settings.readingPaused).toBe(false);
  settings.saveReadingPaused(true);
  const later = new SettingsFile(folder);
  expect([later.settings.theme, later.window, later.lastVaultFolder, later.marks[1], later.readingPaused]).toEqual(['dark', { width: 900, height: 700 }, '/somewhere/vault', mark(3), true]);
  expect(later.marks).toHaveLength(2);
  expect(readdirSync(folder)).toEqual(['settings.json']);
  if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
});
test('how to stand again is taken once, and only soon after', () => {
  const again = { window: 'minimised', joinNext: true } as const;
  new SettingsFile(folder).saveAgain(again);
  const next = new SettingsFile(folder);
  expect([next.takeAgain(), next.takeAgain(), new SettingsFile(folder).takeAgain()]).toEqual([expect.objectContaining(again), null, null]);
  next.saveAgain(again);
  vi.useFakeTimers({ now: Date.now() + 61_000 });
  expect(new SettingsFile(folder).takeAgain()).toBeNull();
  vi.useRealTimers();
});
test.each([['nothing', ''], ['half a file', '{"settings":{"theme":"da'], ['a list', '[1]'], ['nonsense', 'null']])('%s counts as empty', (_what, held) => {
  writeFileSync(file(), held);
  expect(new SettingsFile(folder).settings).toEqual(defaultSettings);
});
test('one part that is wrong does not take the others with it', () => {
  writeFileSync(file(), JSON.stringify({ settings: { ...defaultSettings, theme: 'purple' }, window: { width: 1 }, lastVaultFolder: '/v', known: 7, refused: { here: ['yesterday'] } }));
  const settings = new SettingsFile(folder);
  expect([settings.settings, settings.window, settings.lastVaultFolder]).toEqual([defaultSettings, null, '/v']);
});
test('ids of vaults that an earlier program kept in clear go at once', () => {
  writeFileSync(file(), JSON.stringify({ lastVaultFolder: '/v', seen: [{ vaultId: '1'.repeat(32), place: 'a', mark: { sequence: 3, hash: 'a'.repeat(64) }, toldOf: null }] }));
  expect(new SettingsFile(folder).lastVaultFolder).toBe('/v');
  expect(readFileSync(file(), 'utf8')).not.toContain('1'.repeat(32));
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ lastVaultFolder: '/v', known: [] });
});
test('a write that was broken off leaves the last one, and the next write is whole', () => {
  new SettingsFile(folder).saveLastVaultFolder('/first');
  writeFileSync(`${file()}.tmp-1`, '{"lastVault');
  expect(new SettingsFile(folder).lastVaultFolder).toBe('/first');
  new SettingsFile(folder).saveLastVaultFolder('/second');
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ lastVaultFolder: '/second' });
});
test('a folder that cannot be written keeps the settings for this run', () => {
  const settings = new SettingsFile(path.join(folder, 'not-there'));
  settings.saveSettings({ ...defaultSettings, theme: 'light' });
  expect(settings.settings.theme).toBe('light');
});
test('attempts that were refused outlast the program, each place for itself, until they stand in the history', () => {
  const [first, second] = ['2026-11-19T02:10:00.000Z', '2026-11-19T02:13:00.000Z'];
  new SettingsFile(folder).noteRefused('/vault', first);
  new SettingsFile(folder).noteRefused('/vault', second);
  const later = new SettingsFile(folder);
  expect([later.refusedAt('/vault'), later.refusedAt('/other')]).toEqual([[first, second], []]);
  later.forgetRefused('/vault');
  expect(new SettingsFile(folder).refusedAt('/vault')).toEqual([]);
});
test('a guessing program fills the file no further than the newest hundred', () => {
  const settings = new SettingsFile(path.join(folder, 'not-there'));
  for (let attempt = 0; attempt < 150; attempt++) settings.noteRefused('/vault', new Date(attempt * 1000).toISOString());
  expect([settings.refusedAt('/vault').length, settings.refusedAt('/vault').at(-1)]).toEqual([100, new Date(149_000).toISOString()]);
});
test('a clear file that names more attempts than the vault takes at one opening hands on the newest', () => {
  new SettingsFile(folder).noteRefused('/vault', new Date(0).toISOString());
  const kept = JSON.parse(readFileSync(file(), 'utf8')) as { refused: Record<string, string[]> };
  const [place] = Object.keys(kept.refused);
  for (const count of [101, 1001]) {
    const attempts = Array.from({ length: count }, (_, second) => new Date(second * 1000).toISOString());
    writeFileSync(file(), JSON.stringify({ ...kept, refused: { [place!]: attempts } }));
    const refusedUtc = [...new SettingsFile(folder).refusedAt('/vault')];
    expect(refusedUtc).toEqual(attempts.slice(-mostRefusedAttempts));
    expect(vaultCalls['open.unlock'].input.safeParse({ folder: '/vault', key: new Uint8Array(32), marks: [], refusedUtc }).success).toBe(true);
  }
});
