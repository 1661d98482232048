import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { addFile } from './support/copies';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { place } from './support/places';
import { begin, confirm, goToVault, isInside, lock, newestKinds, nextPassphrase, openWith, openWithCode, passphrase, writeDownAndCheck } from './support/ways-in';

test('renewing everything: a wrong passphrase changes nothing; done, only the new passphrase and the new code open the vault', async ({ tidemark }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  const old = await begin(tidemark);
  await page.getByRole('button', { name: 'Renew everything' }).click();
  await expectAxeClean(page, 'renewing everything');
  await page.getByLabel('New passphrase', { exact: true }).fill(nextPassphrase);
  await page.getByLabel('The new passphrase once more').fill(nextPassphrase);
  await page.getByLabel('Your passphrase now').fill('not this one at all');
  await page.getByRole('button', { name: 'Renew everything' }).click();
  await expect(page.getByText('That is not the passphrase of this vault. Nothing has changed.')).toBeVisible();
  await confirm(page, 'Renew everything');
  const code = await writeDownAndCheck(page);
  await expect(page.getByText('Everything is renewed.', { exact: false })).toBeVisible();
  expect(await newestKinds(page, 2)).toEqual(['recovery-code-confirmed', 'keys-renewed']);
  expect((await mustAsk(page, 'people.list', {})).people.map(({ name }) => name).sort()).toEqual(['Amal Haddad', 'Daniel Price', 'Sue Brandon']);
  await lock(page);
  await openWith(page, passphrase);
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await openWithCode(page, old);
  await expect(page.getByText('That recovery code did not open the vault. Nothing has changed.')).toBeVisible();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await isInside(page);
  await lock(page);
  await openWith(page, nextPassphrase);
  await isInside(page);
});

const films = 6;
const filmBytes = 50_000_000;

/** A vault with so much in it that renewing takes its time, open at its own page. */
async function beginWithFilms(tidemark: Tidemark, folder: string): Promise<string> {
  const code = await begin(tidemark);
  for (let film = 0; film < films; film += 1) await addFile(tidemark, folder, `film-${film}.bin`, randomBytes(filmBytes));
  return code;
}

const figure = (page: Page) => page.getByRole('main').getByText(/^\d+(\.\d)? of 300 MB$/);
const documents = async (page: Page) => (await mustAsk(page, 'documents.list', { offset: 0, limit: 10 })).documents.map(({ id, sha256 }) => ({ id, sha256 }));

async function startRenewing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Renew everything' }).click();
  await page.getByLabel('New passphrase', { exact: true }).fill(nextPassphrase);
  await page.getByLabel('The new passphrase once more').fill(nextPassphrase);
  await confirm(page, 'Renew everything');
  await expect(figure(page)).toBeVisible();
}

test('renewing everything, stopped in the middle: the old passphrase and code open the vault as before, the new passphrase does not', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const code = await beginWithFilms(tidemark, folder);
  const before = await documents(page);
  expect(before).toHaveLength(films);
  await startRenewing(page);
  await page.getByRole('main').getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Everything is as it was: your passphrase and your other ways in open the vault as before.')).toBeVisible();
  await expectAxeClean(page, 'renewing, stopped');
  await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
  expect(await newestKinds(page, 20)).not.toContain('keys-renewed');
  expect(await documents(page)).toEqual(before);
  await lock(page);
  await openWith(page, nextPassphrase);
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await openWithCode(page, code);
  await isInside(page);
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
  expect(await documents(page)).toEqual(before);
  await goToVault(page);
  await page.getByRole('button', { name: 'Check everything' }).click();
  await expect(page.getByText(/^Everything was checked .*: 6 documents, .* Each part was as you recorded it when it was read\.$/)).toBeVisible({ timeout: 60_000 });
});

test('she goes elsewhere while everything is renewed: how far it is stays in sight, no check begins, and the new code waits for her', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  await beginWithFilms(tidemark, folder);
  const before = await documents(page);
  await startRenewing(page);
  await place(page, 'People').click();
  await expect(figure(page)).toBeVisible();
  await place(page, 'Vault').click();
  await expect(page.getByText('You can go on working. The check and the ways in wait until it is done.')).toBeVisible();
  await expect(page.getByText('Everything is being renewed. Check it afterwards.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renew everything' })).toBeDisabled();
  await expect(page.getByRole('button', { name: /^Change/ })).toHaveCount(0);
  await place(page, 'Documents').click();
  await expect(page.getByText('Everything is renewed. Your new recovery code waits under Vault.')).toBeVisible({ timeout: 60_000 });
  await expectAxeClean(page, 'elsewhere, when everything is renewed');
  await page.getByRole('button', { name: 'See the code' }).click();
  await writeDownAndCheck(page);
  await expect(page.getByText('Everything is renewed. From now on', { exact: false })).toBeVisible();
  expect(await newestKinds(page, 2)).toEqual(['recovery-code-confirmed', 'keys-renewed']);
  await lock(page);
  await openWith(page, passphrase);
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await openWith(page, nextPassphrase);
  await isInside(page);
  expect(await documents(page)).toEqual(before);
});

test('renewing everything, cut short by a lock: the next opening says once that it did not happen, and so does the history', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  await beginWithFilms(tidemark, folder);
  await startRenewing(page);
  await lock(page);
  await openWith(page, nextPassphrase);
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await openWith(page, passphrase);
  await isInside(page);
  const told = 'The renewing was interrupted and did not happen. The passphrase and code from before still hold.';
  await expect(page.getByText(told)).toBeVisible();
  await expectAxeClean(page, 'opening, after a renewal that was cut short');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await goToVault(page);
  await page.getByRole('button', { name: 'What was done with this vault' }).click();
  await expect(page.getByText(told)).toBeVisible();
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
  await expect(page.getByText('You have not yet checked your recovery code.', { exact: false })).toBeVisible();
  await expect(page.getByText(told)).toHaveCount(0);
});
