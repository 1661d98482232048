import { askWithSecret } from './support/ask';
import { expect, test } from './support/journey';
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
  await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.restore());
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await goToChronology(page);
  await expect(page.getByText('Typed a moment before leaving')).toBeVisible();
});
