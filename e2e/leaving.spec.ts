import { askWithSecret } from './support/ask';
import { expect, test } from './support/journey';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('leaves at once from within a dialog, covered first, and keeps the words just typed', async ({ tidemark }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await page.getByRole('button', { name: /Write now/ }).first().click();
  await page.getByLabel('What happened, in your own words').pressSequentially('Typed a moment before leaving');
  await page.getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => {
    const covered = new Promise<boolean>((resolve) => {
      // In the same turn as the press, before anything is asked of another process.
      addEventListener('pointerdown', () => queueMicrotask(() => resolve('covered' in document.documentElement.dataset)), { once: true });
    });
    void covered.then((is) => sessionStorage.setItem('was-covered', String(is)));
  });
  await page.getByRole('button', { name: /Leave now/ }).click({ noWaitAfter: true });
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeAttached({ timeout: 10_000 });
  expect(await page.evaluate(() => sessionStorage.getItem('was-covered'))).toBe('true');
  expect(await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible() && !each.isMinimized()))).toBe(false);
  await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.restore());
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Typed a moment before leaving')).toBeVisible();
});
