import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { isAlive, pressKey, processes } from './support/lock-key';
import { markPage, untilReplaced } from './support/locked';
import { takePictures } from './support/pictures';

const passphrase = 'four plain words together';

async function openNewVault({ page }: Tidemark) {
  const made = await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  expect(made).toMatchObject({ ok: true });
  await markPage(page);
  return phase(page);
}
/** Waits until the page has been replaced by a fresh one and nothing is open. */
async function becomesLocked({ page }: Tidemark, timeoutMs = 10_000) {
  await untilReplaced(page, timeoutMs);
  expect(await phase(page)).toBe('locked');
}
const phase = async (page: Tidemark['page']) => (await mustAsk(page, 'program.state', {})).phase;

test('makes a vault, locks it, and opens it again with the passphrase', async ({ tidemark }) => {
  expect(await openNewVault(tidemark)).toBe('open');
  const [vault] = await processes(tidemark);
  expect(await processes(tidemark, 'Tidemark key')).toEqual([]);
  await mustAsk(tidemark.page, 'people.add', { name: 'Amal', role: 'witness' });
  await ask(tidemark.page, 'vault.lock', {});
  await becomesLocked(tidemark);
  await expect.poll(() => isAlive(vault!)).toBe(false);
  expect(await ask(tidemark.page, 'people.list', {})).toEqual({ ok: false, error: { code: 'locked' } });
  expect(await askWithSecret(tidemark.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  expect((await mustAsk(tidemark.page, 'people.list', {})).people.map((person) => person.name)).toEqual(['Amal']);
});

/** Changes one byte near the end of the file of the vault that was written last: the journal, after a save. */
function damageLastSave({ userData }: Tidemark) {
  const folder = join(userData, 'vault', 'objects');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const [last] = files.sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  const bytes = readFileSync(last!);
  bytes[bytes.length - 5]! ^= 1;
  writeFileSync(last!, bytes);
}

test('a save that was acknowledged and then damaged is told at every opening, never taken for a torn tail', async ({ tidemark }) => {
  await openNewVault(tidemark);
  await mustAsk(tidemark.page, 'people.add', { name: 'Amal', role: 'witness' });
  // The mark outside the vault follows within three seconds.
  await tidemark.page.waitForTimeout(4000);
  const [vault] = await processes(tidemark);
  process.kill(vault!, 'SIGKILL');
  await becomesLocked(tidemark);
  damageLastSave(tidemark);
  for (const opening of ['first', 'second']) {
    const opened = await askWithSecret(tidemark.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase);
    expect(opened.ok && (opened.value as { notices: string[] }).notices, opening).toEqual(expect.arrayContaining(['tampered-read-only', 'older-than-seen']));
    await markPage(tidemark.page);
    await ask(tidemark.page, 'vault.lock', {});
    await becomesLocked(tidemark);
  }
});

test('no vault is made behind a passphrase that is easy to guess, whatever the window asks', async ({ tidemark }) => {
  expect(await askWithSecret(tidemark.page, 'vault.create', { folder: null }, 'daniel1987')).toEqual({ ok: false, error: { code: 'passphrase-too-weak' } });
  expect(await phase(tidemark.page)).toBe('no-vault');
  expect(await openNewVault(tidemark)).toBe('open');
});

test('a folder that she picked is good until the vault in it has opened', async ({ tidemark, folder }) => {
  const mine = join(folder, 'mine');
  mkdirSync(mine);
  tidemark.answerDialogs({ folder: mine });
  const pick = async () => (await mustAsk(tidemark.page, 'vault.chooseFolder', {})).chosen!.grant;
  expect(await askWithSecret(tidemark.page, 'vault.create', { folder: await pick() }, passphrase)).toMatchObject({ ok: true });
  await markPage(tidemark.page);
  await ask(tidemark.page, 'vault.lock', {});
  await becomesLocked(tidemark);
  const picked = await pick();
  const unlock = (secret: string) => askWithSecret(tidemark.page, 'vault.unlock', { folder: picked, kind: 'passphrase' }, secret);
  expect(await unlock('not these words')).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
  expect(await unlock(passphrase)).toMatchObject({ ok: true });
  expect(await unlock(passphrase)).toEqual({ ok: false, error: { code: 'grant-spent' } });
});

test('a wrong passphrase opens nothing and changes nothing', async ({ tidemark }) => {
  await openNewVault(tidemark);
  await ask(tidemark.page, 'vault.lock', {});
  await becomesLocked(tidemark);
  expect(await askWithSecret(tidemark.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, 'not these words')).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(await phase(tidemark.page)).toBe('locked');
  expect(await askWithSecret(tidemark.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
});

test('the recovery code opens it, however it is typed', async ({ tidemark }) => {
  const made = await askWithSecret(tidemark.page, 'vault.create', { folder: null }, passphrase);
  await markPage(tidemark.page);
  const code = made.ok ? (made.value as { recoveryCode: string }).recoveryCode : '';
  await ask(tidemark.page, 'vault.lock', {});
  await becomesLocked(tidemark);
  const typed = ` ${code.toLowerCase().replaceAll(/[-\s]/g, '')} `;
  expect(await askWithSecret(tidemark.page, 'vault.unlock', { folder: null, kind: 'recovery-code' }, typed)).toMatchObject({ ok: true });
});

test('the lock key locks from anywhere', async ({ tidemark }) => {
  await openNewVault(tidemark);
  await tidemark.focusWindow();
  await pressKey(tidemark, 'L', ['control', 'shift']);
  await becomesLocked(tidemark);
});

test('Shift three times puts the window away and locks', async ({ tidemark }) => {
  await openNewVault(tidemark);
  const [vault] = await processes(tidemark);
  await tidemark.focusWindow();
  for (let press = 0; press < 3; press++) await pressKey(tidemark, 'Shift', ['shift']);
  await expect.poll(() => tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.isMinimized())).toBe(true);
  await expect.poll(() => isAlive(vault!)).toBe(false);
  await becomesLocked(tidemark);
});

test('locks when nobody is there, and not while somebody is', async ({ start }) => {
  const tidemark = await start({ env: { TIDEMARK_IDLE_SECONDS: '3' } });
  await openNewVault(tidemark);
  for (let second = 0; second < 5; second++) {
    await tidemark.page.mouse.move(100 + second * 20, 200);
    await tidemark.page.waitForTimeout(1000);
  }
  expect(await phase(tidemark.page)).toBe('open');
  await becomesLocked(tidemark);
});

test('idle while a conversation comes in: covered and shut at once, locked when it is in, and nothing of it is lost', async ({ start, folder }) => {
  const tidemark = await start({ env: { TIDEMARK_IDLE_SECONDS: '2' } });
  const { page } = tidemark;
  const chat = join(folder, 'WhatsApp Chat with Craig.txt');
  // So many that a fast machine, too, is still at it when the cover comes, after two seconds, and is looked at.
  const lineCount = 300_000;
  test.setTimeout(180_000);
  writeFileSync(chat, Array.from({ length: lineCount }, (_, i) => `13/03/2021, 09:${String(i % 60).padStart(2, '0')} - ${i % 2 ? 'Craig' : 'Mara'}: message number ${i}\n`).join(''));
  await openNewVault(tidemark);
  tidemark.answerDialogs({ open: [chat] });
  const { chosen } = await mustAsk(page, 'messages.choose', {});
  await mustAsk(page, 'messages.import', { grant: chosen!.grant, dateOrder: 'dmy', columns: null, mail: null, locations: false, conversations: [{ key: 'whatsapp:0', title: 'Craig', meName: 'Mara' }] });
  await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden();
  const figures = await page.evaluate(async () => {
    const seen: number[] = [];
    // On a slow machine the first figure comes some time after the cover.
    for (let [look, left] = [0, 20]; look < 200 && left > 0; look++) {
      const figure = document.querySelector('.covered-page')?.textContent?.match(/([\d,]+) messages/)?.[1];
      if (figure !== undefined) seen.push(Number(figure.replaceAll(',', '')));
      if (seen.length > 0) left -= 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return seen;
  });
  expect(figures.length).toBeGreaterThan(0);
  expect(Math.max(...figures)).toBeLessThanOrEqual(lineCount);
  await expectAxeClean(page, 'covered');
  await expect.poll(() => ask(page, 'conversations.list', {})).toEqual({ ok: false, error: { code: 'locked' } });
  // Coming back does not take the cover away.
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 300);
  await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible();
  expect(await phase(page)).toBe('open');
  await becomesLocked(tidemark, 120_000);
  expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toEqual({ ok: true, value: expect.anything() });
  expect((await mustAsk(page, 'conversations.list', {})).conversations).toMatchObject([{ title: 'Craig', messageCount: lineCount }]);
});

test('locks at sleep, screen lock and a change of user, in a new process of the window each time; ends at shutdown', async ({ tidemark }) => {
  const { app, page } = tidemark;
  await openNewVault(tidemark);
  for (const sign of ['suspend', 'lock-screen', 'user-did-resign-active']) {
    const before = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.webContents.getOSProcessId());
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name as 'suspend'), sign);
    await becomesLocked(tidemark);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.webContents.getOSProcessId()), sign).not.toBe(before);
    await expect.poll(() => isAlive(before), { message: sign }).toBe(false);
    expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
    await markPage(page);
  }
  const [vault] = await processes(tidemark);
  const ended = new Promise((done) => app.process().once('exit', done));
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown' as 'suspend')).catch(() => undefined);
  expect(await ended).toBe(0);
  await expect.poll(() => isAlive(vault!)).toBe(false);
});

test('when the vault process is killed, everything shown is put away and nothing acknowledged is lost', async ({ tidemark }) => {
  await openNewVault(tidemark);
  await mustAsk(tidemark.page, 'people.add', { name: 'Amal', role: 'witness' });
  const [vault] = await processes(tidemark);
  process.kill(vault!, 'SIGKILL');
  await becomesLocked(tidemark);
  expect(await askWithSecret(tidemark.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  expect((await mustAsk(tidemark.page, 'people.list', {})).people).toHaveLength(1);
});

test('a second start brings the first window back and says so', async ({ tidemark }) => {
  await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.minimize());
  const second = spawn(process.env['ELECTRON_LAUNCHER']!, [resolve(process.env['TIDEMARK_APP'] ?? process.cwd())], {
    env: { ...process.env, TIDEMARK_TEST: '1', TIDEMARK_USER_DATA: tidemark.userData },
  });
  let said = '';
  second.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((done) => second.on('exit', done));
  expect(code).toBe(0);
  expect(said).toContain('Tidemark is already open');
  await expect.poll(() => tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.isMinimized())).toBe(false);
  expect(await phase(tidemark.page)).toBe('no-vault');
});

test('what she copied does not outlive the lock', async ({ tidemark }) => {
  await openNewVault(tidemark);
  await mustAsk(tidemark.page, 'program.copyText', { text: 'seal code 1234' });
  const held = () => tidemark.app.evaluate(async ({ clipboard }) => await clipboard.readText());
  expect(await held()).toBe('seal code 1234');
  await ask(tidemark.page, 'vault.lock', {});
  await expect.poll(held).toBe('');
});

test('text is twice as large when she asks for it, and stays so after a lock', async ({ tidemark }) => {
  const { settings } = await mustAsk(tidemark.page, 'program.state', {});
  await mustAsk(tidemark.page, 'program.saveSettings', { ...settings, textZoomPercent: 200, theme: 'dark' });
  const zoom = () => tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.webContents.getZoomFactor());
  await expect.poll(zoom).toBe(2);
  expect(await tidemark.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
  await openNewVault(tidemark);
  await ask(tidemark.page, 'vault.lock', {});
  await becomesLocked(tidemark);
  await expect.poll(zoom).toBe(2);
});

test('the locked door keeps still when something is said, and nothing of it lies under “Leave now”, at any size of text', async ({ tidemark }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  await openNewVault(tidemark);
  await ask(page, 'vault.lock', {});
  await becomesLocked(tidemark);
  const field = page.getByLabel('Passphrase');
  const title = page.getByRole('heading', { level: 1 });
  const leave = page.getByRole('button', { name: /^Leave now/ });
  const { settings } = await mustAsk(page, 'program.state', {});
  for (const [width, height] of [[1280, 800], [1024, 600]] as const) {
    for (const textZoomPercent of [100, 150, 200] as const) {
      await mustAsk(page, 'program.saveSettings', { ...settings, textZoomPercent });
      await tidemark.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.setContentSize(...size), [width, height] as [number, number]);
      await expect.poll(async () => Math.abs(await page.evaluate(() => window.innerWidth * window.devicePixelRatio) - width)).toBeLessThan(40);
      const corner = (await leave.boundingBox())!;
      for (const control of await page.locator('main').getByRole('button').or(field).all()) {
        await control.focus();
        const box = (await control.boundingBox())!;
        const isUnder = box.x < corner.x + corner.width && box.x + box.width > corner.x && box.y < corner.y + corner.height && box.y + box.height > corner.y;
        expect(isUnder, `${await control.textContent()} has the keyboard under the corner, at ${width} × ${height}, ${textZoomPercent} %`).toBe(false);
      }
      // However it is scrolled, in the corner's line there is nothing else that could be pressed.
      const pressed = await page.evaluate(({ y, height: high }) => {
        const main = document.querySelector('main')!;
        const found = new Set<string>();
        for (let at = 0; at <= main.scrollHeight - main.clientHeight; at += 10) {
          main.scrollTop = at;
          for (let across = 5; across < window.innerWidth; across += 20) {
            const there = document.elementFromPoint(across, y + high / 2)?.closest('main button, main input');
            if (there) found.add(`${there.textContent} at ${at}`);
          }
        }
        return [...found];
      }, corner);
      expect(pressed, `at ${width} × ${height}, ${textZoomPercent} %`).toEqual([]);
      await expect(leave).toBeInViewport({ ratio: 1 });
      await leave.click({ trial: true });
      const top = async () => { await page.evaluate(() => (document.querySelector('main')!.scrollTop = 0)); return (await title.boundingBox())!.y; };
      const before = await top();
      await field.fill('not what opens it');
      await page.keyboard.press('Enter');
      await expect(page.getByText('did not open the vault')).toBeVisible();
      expect(Math.round(await top())).toBe(Math.round(before));
      await takePictures(tidemark, `door ${width} ${textZoomPercent}`, undefined, [textZoomPercent]);
      await field.fill('');
    }
  }
});
