import type { Page } from '@playwright/test';
import { mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { goToVault, isInside, lock, newestKinds, nextPassphrase, openWith, passphrase } from './support/ways-in';

test('a vault with a second compartment: both open, neither shows the other', async ({ tidemark }) => {
  const { page } = tidemark;
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('button', { name: 'Make a new vault' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  const folded = page.getByRole('button', { name: /^A second compartment/ });
  await folded.click();
  await expect(page.getByRole('heading', { name: 'What it cannot hide' })).toBeVisible();
  await page.getByLabel('Second passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The second passphrase once more').fill(passphrase);
  await expectAxeClean(page, 'making a second compartment');
  // Folded away, what is typed there still counts, and what is amiss with it is shown.
  await folded.click();
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText('The two passphrases must not be the same. Choose another for the second.')).toBeInViewport();
  await page.getByLabel('Second passphrase', { exact: true }).fill(nextPassphrase);
  await folded.click();
  await expect(page.getByLabel('The second passphrase once more')).toBeHidden();
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(folded).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('The two are not the same. Look at both with “Show”.')).toBeInViewport();
  await tidemark.focusWindow();
  await expect(page.getByLabel('The second passphrase once more')).toBeFocused();
  await page.getByLabel('Second passphrase', { exact: true }).fill(nextPassphrase);
  await page.getByLabel('The second passphrase once more').fill(nextPassphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('button', { name: 'Do this later' }).click();
  await isInside(page);
  await mustAsk(page, 'people.add', { name: 'Only in the first', role: 'friend' });
  const first = await vaultPage(page);
  await lock(page);
  await openWith(page, nextPassphrase);
  await isInside(page);
  expect((await mustAsk(page, 'people.list', {})).people).toEqual([]);
  await mustAsk(page, 'people.add', { name: 'Only in the second', role: 'friend' });
  const second = await vaultPage(page);
  expect(second).toEqual(first);
  expect(second.headings).toContain('A second compartment');
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
  expect((await mustAsk(page, 'people.list', {})).people.map(({ name }) => name)).toEqual(['Only in the first']);
});

/** What the vault's page is made of, and the story so far, without what differs between any two vaults. */
async function vaultPage(page: Page): Promise<{ headings: string[]; kinds: string[]; ways: string[] }> {
  await goToVault(page);
  const headings = await page.getByRole('main').getByRole('heading').allInnerTexts();
  const { ways } = await mustAsk(page, 'waysIn.list', {});
  return { headings, kinds: (await newestKinds(page, 20)).filter((kind) => kind !== 'vault-opened').reverse(), ways: ways.map(({ kind }) => kind) };
}
