import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, askWithSecret, mustAsk } from './support/ask';
import { launchTidemark, type Tidemark } from './support/launch';
import { isAlive, pressKey } from './support/lock-key';

const passphrase = 'four plain words together';
/** As electron/main/start/start-again.ts ends. */
const startMeAgain = 75;

async function openVault(tidemark: Tidemark, call: 'vault.create' | 'vault.unlock'): Promise<void> {
  expect(await askWithSecret(tidemark.page, call, call === 'vault.create' ? { folder: null } : { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
}
const windowOf = ({ app }: Tidemark) => app.evaluate(({ BrowserWindow }) => {
  const window = BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized());
  return { isMinimised: window?.isMinimized() ?? false, isVisible: window?.isVisible() ?? false };
});
/** Does what locks, and resolves with the code with which the program ended, and after how long. */
async function untilEnded({ app }: Tidemark, act: () => Promise<unknown>): Promise<{ code: number | null; ms: number }> {
  const started = Date.now();
  const ended = new Promise<number | null>((resolve) => void app.process().once('exit', resolve));
  await act().catch(() => undefined);
  return { code: await ended, ms: Date.now() - started };
}

test('a lock ends every process of the program within two seconds, and it stands again at the door as she left its window', async () => {
  const first = await launchTidemark({ env: { TIDEMARK_AT_LOCK: 'exit' } });
  const again = () => launchTidemark({ env: { TIDEMARK_AT_LOCK: 'exit' }, userData: first.userData });
  await openVault(first, 'vault.create');
  const pids = await first.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const locked = await untilEnded(first, () => pressKey(first, 'L', ['control', 'shift']));
  console.log(`lock: ${locked.ms} ms until the program has ended`);
  expect(locked).toEqual({ code: startMeAgain, ms: expect.any(Number) });
  expect(locked.ms).toBeLessThan(3000);
  await expect.poll(() => pids.filter(isAlive)).toEqual([]);

  const second = await again();
  await expect(second.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect.poll(() => windowOf(second)).toEqual({ isMinimised: false, isVisible: true });
  await openVault(second, 'vault.unlock');
  // Out of sight stays out of sight.
  expect((await untilEnded(second, () => ask(second.page, 'program.quickExit', {}))).code).toBe(startMeAgain);
  const third = await again();
  await expect.poll(async () => (await windowOf(third)).isMinimised).toBe(true);
  expect(await mustAsk(third.page, 'program.state', {})).toMatchObject({ phase: 'locked', joinNext: false });
  await openVault(third, 'vault.unlock');
  expect((await untilEnded(third, () => ask(third.page, 'vault.lock', { toJoin: true }))).code).toBe(startMeAgain);
  const fourth = await again();
  expect(await mustAsk(fourth.page, 'program.state', {})).toMatchObject({ phase: 'locked', joinNext: true });

  // Where nothing was open there is nothing to end.
  await ask(fourth.page, 'vault.lock', {}).catch(() => undefined);
  await expect(fourth.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(fourth.app.process().exitCode).toBeNull();
  await fourth.close();
});

test('left to itself the program starts itself again', async () => {
  // Playwright's own switches would stand in the way of the second start: a module in the shell makes the vault, locks it, and writes down what each page finds.
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-e2e-again-'));
  const [module, seenFile, userData] = ['drive.cjs', 'seen', 'settings'].map((name) => join(folder, name)) as [string, string, string];
  mkdirSync(userData);
  writeFileSync(module, `const { app } = require('electron');
const { appendFileSync } = require('node:fs');
app.on('browser-window-created', (_event, window) => window.webContents.once('did-finish-load', async () => {
  const phase = await window.webContents.executeJavaScript('(' + (async (words) => {
    const { phase } = (await tidemark.calls['program.state']({})).value;
    if (phase === 'no-vault') await tidemark.calls['vault.create']({ folder: null, passphrase: new TextEncoder().encode(words) });
    return phase;
  }) + ')(${JSON.stringify(passphrase)})');
  appendFileSync(${JSON.stringify(seenFile)}, JSON.stringify({ shell: process.pid, phase }) + '\\n');
  if (phase === 'no-vault') void window.webContents.executeJavaScript("tidemark.calls['vault.lock']({})");
}));`);
  const program = spawn(process.env['ELECTRON_LAUNCHER']!, ['-r', module, resolve(process.env['TIDEMARK_APP'] ?? process.cwd())], {
    env: { ...process.env, TIDEMARK_TEST: '1', TIDEMARK_QUICK_KDF: '1', TIDEMARK_USER_DATA: userData }, stdio: 'ignore',
  });
  const ended = new Promise((done) => program.on('exit', done));
  const seen = (): { shell: number; phase: string }[] => (existsSync(seenFile) ? readFileSync(seenFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as ReturnType<typeof seen>[number]) : []);
  await expect.poll(() => seen().map(({ phase }) => phase), { timeout: 30_000 }).toEqual(['no-vault', 'locked']);
  const [before, after] = seen();
  expect(await ended).toBe(0);
  expect([isAlive(before!.shell), isAlive(after!.shell)]).toEqual([false, true]);
  const settings = JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')) as { again: unknown };
  expect(settings.again).toBeNull();
  process.kill(after!.shell, 'SIGTERM');
  await expect.poll(() => isAlive(after!.shell), { timeout: 20_000 }).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});
