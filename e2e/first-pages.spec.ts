import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { wholeChronology } from '../shared/model/chronology';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { ordinaryWindow } from './support/pictures';
import { goToChronology } from './support/places';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('makes a vault from the first page and checks the recovery code', async ({ tidemark: { page } }) => {
  await expect(page.getByRole('button', { name: /Leave now/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
  await expect(page.getByText(/press 55/)).toBeVisible();
  await expectAxeClean(page, 'safety');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expectAxeClean(page, 'choices');
  await page.getByRole('button', { name: 'Make a new vault' }).click();

  const first = page.getByLabel('Passphrase', { exact: true });
  await expect(first).toBeFocused();
  await first.fill('daniel1987');
  await expect(page.getByText('Too easy to guess.')).toBeVisible();
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText(/Add another word or two\./)).toBeVisible();
  await first.fill(passphrase);
  await expect(page.getByText('Strong.')).toBeVisible();
  await page.getByLabel('The same passphrase once more').fill('something else');
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText(/The two are not the same/)).toBeVisible();
  await expectAxeClean(page, 'passphrase');
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();

  await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible();
  const code = (await page.getByRole('group', { name: 'Recovery code' }).innerText()).trim().split(/[\s-]+/);
  // It is said beside it not to keep it on this computer: no button puts it on the clipboard.
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Print', 'I have written it down']);
  await expectAxeClean(page, 'recovery code');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  const fields = page.getByLabel(/^Group \d+ of \d+$/);
  await expect(fields.first()).toBeVisible();
  await fields.first().fill('0000');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText(/does not agree with the code/)).toBeVisible();
  await expectAxeClean(page, 'checking the code');
  for (const field of await fields.all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await field.fill(code[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Check', exact: true }).click();

  await goToChronology(page);
  await expect(page.getByRole('heading', { name: 'Nothing is written down yet' })).toBeVisible();
  await expectAxeClean(page, 'empty chronology');
  await page.getByRole('button', { name: 'Vault', exact: true }).click();
  await expect(page.getByText(/^Made on .*, checked against your paper$/)).toBeVisible();
  await expectAxeClean(page, 'vault');
  await page.getByRole('button', { name: 'Settings', exact: true }).first().click();
  await expectAxeClean(page, 'settings');
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAxeClean(page, 'settings, dark');
});

test('a door that is longer than the window is scrolled by hand', async ({ tidemark }) => {
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  const { settings } = await mustAsk(page, 'program.state', {});
  await mustAsk(page, 'program.saveSettings', { ...settings, textZoomPercent: 200 });
  const last = page.getByRole('button', { name: 'I have read this' });
  await expect(last).toBeVisible();
  await expect(last).not.toBeInViewport();
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 5000);
  await expect(last).toBeInViewport({ ratio: 1 });
});

test('says in its own words why a vault does not open, and loses nothing', async ({ tidemark: { page, ...tidemark } }) => {
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('button', { name: 'Make a new vault' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  await expect(page.getByText('Strong.')).toBeVisible();
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('button', { name: 'Do this later' }).click();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expectAxeClean(page, 'locked');
  await page.getByLabel('Passphrase').fill('not these words at all');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await expectAxeClean(page, 'refused');
  await page.getByRole('button', { name: 'Open in another way' }).click();
  await expectAxeClean(page, 'other ways in');
  await page.getByRole('button', { name: 'With the recovery code' }).click();
  await page.getByLabel('Recovery code').fill('ABCD');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/slip in it|did not open the vault/)).toBeVisible();
  await page.getByRole('button', { name: 'Open in another way' }).click();
  await page.getByRole('button', { name: 'With the passphrase' }).click();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/not yet checked your recovery code/)).toBeVisible();
  await tidemark.focusWindow();
});

test('shows the code again to one who left before she wrote it down, until it is checked', async ({ tidemark: { page, ...tidemark } }) => {
  const made = await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  const printed = made.ok ? (made.value as { recoveryCode: string }).recoveryCode : '';
  // As after a window closed on the code's page: she has only her passphrase.
  await mustAsk(page, 'vault.lock', {});
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Check it now' }).click();
  await page.getByRole('button', { name: 'See the code' }).click();
  await expect(page.getByRole('group', { name: 'Recovery code' })).toHaveText(printed);
  await expectAxeClean(page, 'the code on the page of the vault');
  // On paper, the code alone.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('group', { name: 'Recovery code' })).toBeVisible();
  await expect(page.getByText('Seal code', { exact: true })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole('button', { name: 'I have written it down' }).click();
  const groups = printed.split('-');
  const fields = page.getByLabel(/^Group \d+ of \d+$/);
  await expect(fields.first()).toBeVisible();
  for (const field of await fields.all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await field.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText(/^It agrees\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'See the code' })).toHaveCount(0);
  expect(await mustAsk(page, 'vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: null });
  await tidemark.focusWindow();
});

test('shows the example being made until all of it is there, and lets her stop', async ({ tidemark: { page } }) => {
  test.setTimeout(120_000);
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('button', { name: 'Look at an example first' }).click();
  await page.getByLabel('A passphrase for the example').fill('abc');
  await page.getByRole('button', { name: 'Make the example' }).click();
  await expect(page.getByRole('progressbar', { name: 'Making the example' })).toBeVisible();
  await expect(page.getByText(/^[\d,]+ of [\d,]+ items$/)).toBeVisible();
  await expectAxeClean(page, 'the example being made');
  // The same after the page was loaded afresh, when nobody here began it.
  await page.reload();
  await expect(page.getByRole('progressbar', { name: 'Making the example' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible({ timeout: 90_000 });
  await goToChronology(page);
  const { total } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 1 });
  await expect(page.getByText(`${total} entries`)).toBeVisible();
  expect(total).toBeGreaterThan(50);
});

test('stops making the example when she says so, and leaves nothing of it', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const own = join(folder, 'settings');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('button', { name: 'Look at an example first' }).click();
  await page.getByLabel('A passphrase for the example').fill('abc');
  await page.getByRole('button', { name: 'Make the example' }).click();
  await expect(page.getByText(/^[\d,]+ of [\d,]+ items$/)).toBeVisible();
  expect(existsSync(join(own, 'example'))).toBe(true);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible();
  await expectAxeClean(page, 'the example, stopped');
  expect(await mustAsk(page, 'program.state', {})).toMatchObject({ phase: 'no-vault', example: false });
  expect(existsSync(join(own, 'example'))).toBe(false);
  // She can begin again at once; leaving in the middle of it leaves nothing either.
  await page.getByLabel('A passphrase for the example').fill('abc');
  await page.getByRole('button', { name: 'Make the example' }).click();
  await expect(page.getByText(/^[\d,]+ of [\d,]+ items$/)).toBeVisible();
  await mustAsk(page, 'vault.lock', {});
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
  expect(existsSync(join(own, 'example'))).toBe(false);
  expect(await mustAsk(page, 'program.state', {})).toMatchObject({ phase: 'no-vault' });
});
