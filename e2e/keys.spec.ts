import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { takePictures } from './support/pictures';
import { begin, confirm, goToVault, isInside, lock, newestKinds, nextPassphrase, openWith, openWithCode, passphrase, way, writeDownAndCheck } from './support/ways-in';

test('a key file is saved where she says and opens the vault; ended, it opens nothing', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  await begin(tidemark);
  await expect(tidemark.page.getByRole('list', { name: 'Each of these opens the vault by itself' }).getByRole('heading')).toHaveText(['Passphrase', 'Recovery code', 'Key file']);
  await expect(tidemark.page.getByRole('list', { name: 'These open it only together' }).getByRole('heading')).toHaveText(['Recovery shares']);
  await takePictures(tidemark, 'ways in', () => tidemark.page.getByRole('heading', { name: 'Ways in' }).evaluate((heading) => heading.scrollIntoView({ block: 'start' })));
  await way(page, 'Key file').getByRole('button', { name: 'Make a key file' }).click();
  await expectAxeClean(page, 'making a key file');
  await confirm(page, 'Choose where to save it');
  await expect(page.getByText('No key file was made. Nothing has changed.')).toBeVisible();
  const file = join(folder, 'recipes.bin');
  tidemark.answerDialogs({ save: file });
  await page.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('The key file is made. It opens the vault by itself.')).toBeVisible();
  expect(existsSync(file)).toBe(true);
  expect(await newestKinds(page, 1)).toEqual(['key-file-made']);

  const openByFile = async (): Promise<void> => {
    await lock(page);
    await page.getByRole('button', { name: 'Open in another way' }).click();
    await page.getByRole('button', { name: 'With a key file' }).click();
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await expect(page.getByText('The file “recipes.bin”')).toBeVisible();
    await page.getByRole('button', { name: 'Unlock' }).click();
  };
  tidemark.answerDialogs({ open: [file] });
  await openByFile();
  await isInside(page);
  await goToVault(page);
  await page.getByRole('button', { name: 'End the key file' }).click();
  await confirm(page, 'End the key file');
  await expect(page.getByText('The key file no longer opens this vault.')).toBeVisible();
  await expect(way(page, 'Key file')).toContainText('None');
  await openByFile();
  await expect(page.getByText(/^That file did not open the vault\./)).toBeVisible();
  await expectAxeClean(page, 'a key file refused');
});

test('a changed passphrase: the old one is refused, the new one opens; forgotten, the code stands for it', async ({ tidemark }) => {
  const { page } = tidemark;
  const code = await begin(tidemark);
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await expectAxeClean(page, 'changing the passphrase');
  await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The new passphrase once more').fill(passphrase);
  await confirm(page, 'Change it');
  await expect(page.getByText('That opens this vault already. Choose another.')).toBeVisible();
  await page.getByLabel('New passphrase', { exact: true }).fill(nextPassphrase);
  await page.getByLabel('The new passphrase once more').fill(nextPassphrase);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('Your passphrase is changed. The old one no longer opens this vault.')).toBeVisible();
  expect(await newestKinds(page, 1)).toEqual(['passphrase-changed']);
  await lock(page);
  await openWith(page, passphrase);
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await openWith(page, nextPassphrase);
  await isInside(page);

  await goToVault(page);
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await page.getByRole('button', { name: 'I have forgotten it' }).click();
  await expectAxeClean(page, 'a forgotten passphrase');
  await page.getByLabel('Recovery code').fill(code);
  await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The new passphrase once more').fill(passphrase);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('Your passphrase is changed.', { exact: false })).toBeVisible();
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
});

test('a new recovery code takes the place of the old one', async ({ tidemark }) => {
  const { page } = tidemark;
  const old = await begin(tidemark);
  await way(page, 'Recovery code').getByRole('button', { name: 'New code' }).click();
  await confirm(page, 'Make a new code');
  const code = await writeDownAndCheck(page);
  await expect(page.getByText('Your new recovery code is made and checked.', { exact: false })).toBeVisible();
  await expect(way(page, 'Recovery code')).toContainText('checked against your paper');
  expect(await newestKinds(page, 2)).toEqual(['recovery-code-confirmed', 'recovery-code-made']);
  await lock(page);
  await openWithCode(page, old);
  await expect(page.getByText('That recovery code did not open the vault. Nothing has changed.')).toBeVisible();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await isInside(page);
});
