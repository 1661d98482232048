import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { filesBelow } from './support/canary';
import { openExample } from './support/example';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { goToChronology } from './support/places';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('leaves at once from within a dialog, blanked first, and keeps the words just typed', async ({ tidemark }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await page.getByRole('button', { name: /Write now/ }).first().click();
  await page.getByLabel('What happened, in your own words').pressSequentially('Typed a moment before leaving');
  await page.getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // Told in the task after the press: before any answer from another process could have come.
  const told = page.waitForEvent('console', (message) => message.text().startsWith('blank:'));
  await page.evaluate(() => addEventListener('pointerdown', () => setTimeout(() => console.info(`blank:${'blank' in document.documentElement.dataset}`)), { capture: true, once: true }));
  await page.getByRole('button', { name: /Leave now/ }).click({ noWaitAfter: true });
  expect((await told).text()).toBe('blank:true');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeAttached({ timeout: 10_000 });
  expect(await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible() && !each.isMinimized()))).toBe(false);
  await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())?.restore());
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await goToChronology(page);
  await expect(page.getByText('Typed a moment before leaving')).toBeVisible();
});

/** What the clipboard holds once the program has done all it does at its end: written down by the program's own process, because on X11 it is lost with it. */
const noteClipboardAtEnd = ({ app }: Tidemark, file: string): Promise<void> =>
  app.evaluate(({ app: program, clipboard }, path) => {
    let isNoted = false;
    program.on('before-quit', (event) => {
      // The program holds its first quitting up until it has locked, and then asks again.
      if (event.defaultPrevented || isNoted) return;
      event.preventDefault();
      isNoted = true;
      void Promise.resolve(clipboard.readText()).then((text) => {
        process.getBuiltinModule('node:fs').writeFileSync(path, `held:${text}`);
        program.quit();
      });
    });
  }, file);

for (const [whose, laterCopied, left] of [['hers, while it is still there', null, ''], ['not what was copied elsewhere since', 'from another program', 'from another program']] as const) {
  test(`the clipboard is cleared when the program ends: ${whose}`, async ({ tidemark, folder }) => {
    const { page, app } = tidemark;
    const file = join(folder, 'clipboard');
    await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
    await mustAsk(page, 'program.copyText', { text: 'copied out of the record' });
    expect(await app.evaluate(async ({ clipboard }) => await clipboard.readText())).toBe('copied out of the record');
    if (laterCopied !== null) await app.evaluate(({ clipboard }, text) => void clipboard.writeText(text), laterCopied);
    await noteClipboardAtEnd(tidemark, file);
    await tidemark.close();
    expect(readFileSync(file, 'utf8')).toBe(`held:${left}`);
  });
}

test('an example whose making is killed is gone at the next start', async ({ start, folder }) => {
  const killed = await start();
  const settings = join(folder, 'settings');
  void askWithSecret(killed.page, 'vault.createExample', {}, passphrase).catch(() => undefined);
  await expect.poll(() => existsSync(join(settings, 'example', 'head.1'))).toBe(true);
  const ended = new Promise<void>((resolve) => killed.app.on('close', () => resolve()));
  killed.app.process().kill('SIGKILL');
  await ended;
  expect(readdirSync(settings)).toEqual(expect.arrayContaining(['example', 'example.part']));

  const next = await start();
  await expect(next.page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await mustAsk(next.page, 'program.state', {})).toMatchObject({ phase: 'no-vault' });
  await expect.poll(() => readdirSync(settings).filter((name) => name.startsWith('example'))).toEqual([]);
  await openExample(next.page, passphrase);
  expect(readdirSync(settings).filter((name) => name.startsWith('example'))).toEqual(['example']);
});

test('what was on its way in when the program was killed is named at the next opening, and nothing of it lies in the vault', async ({ start, folder }) => {
  const killed = await start();
  await askWithSecret(killed.page, 'vault.create', { folder: null }, passphrase);
  const names = ['doorbell all night.mp4', 'letter.txt'];
  for (const name of names) writeFileSync(join(folder, name), name);
  truncateSync(join(folder, names[0]!), 2 * 1024 ** 3);
  killed.answerDialogs({ open: names.map((name) => join(folder, name)) });
  const vaultBytes = () => [...filesBelow(join(folder, 'settings', 'vault'))].reduce((sum, file) => sum + statSync(file).size, 0);
  const before = vaultBytes();
  const { grants } = await mustAsk(killed.page, 'documents.choose', {});
  await mustAsk(killed.page, 'documents.add', { grant: grants[0]!.grant });
  await expect.poll(vaultBytes, { intervals: [50] }).toBeGreaterThan(before + 100 * 1024 ** 2);
  const ended = new Promise<void>((resolve) => killed.app.on('close', () => resolve()));
  killed.app.process().kill('SIGKILL');
  await ended;

  const { page } = await start();
  await expect.poll(async () => (await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)) as unknown, { timeout: 20_000 }).toMatchObject({ ok: true, value: { notKept: names } });
  expect(await mustAsk(page, 'vault.facts', {})).toMatchObject({ documentCount: 0 });
  expect(vaultBytes()).toBeLessThan(before + 5 * 1024 ** 2);
});
