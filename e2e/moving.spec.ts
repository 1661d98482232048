import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { askWithSecret } from './support/ask';
import { expectAxeClean } from './support/axe';
import { addFile, makeFolder, record, settingsOf, wholeRecord } from './support/copies';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { place } from './support/places';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('the vault is moved: whole at the new place, gone from the old one; stopped or killed in the middle, it is where it was', async ({ tidemark, start, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await record(page, 'The kitchen');
  for (let file = 0; file < 3; file++) await addFile(tidemark, folder, `film-${file}.bin`, randomBytes(60_000_000));
  const before = await wholeRecord(page);
  const drive = makeFolder(folder, 'DRIVE');
  const where = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Move the vault' }) });
  const begin = async (there: Page, program: Tidemark): Promise<void> => {
    await place(there, 'Vault').click();
    program.answerDialogs({ folder: drive });
    await there.getByRole('button', { name: 'Choose where to' }).click();
    await expect(there.getByText('Move the vault to “DRIVE”?')).toBeVisible();
    await there.getByRole('button', { name: 'Move it now' }).click();
  };

  await begin(page, tidemark);
  await expect(where.getByText(/\d+(\.\d)? of \d+(\.\d)? MB/)).toBeVisible();
  await where.getByRole('button', { name: 'Stop' }).click();
  await expect(where.getByText('Stopped. The vault is where it was.')).toBeVisible({ timeout: 5000 });
  expect(readdirSync(drive)).toEqual([]);
  expect(await wholeRecord(page)).toEqual(before);

  await begin(page, tidemark);
  await expect(where.getByText(/\d+(\.\d)? of \d+(\.\d)? MB/)).toBeVisible();
  tidemark.app.process().kill('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const second = await start();
  expect(await askWithSecret(second.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  expect(await wholeRecord(second.page)).toEqual(before);

  await second.page.reload();
  rmSync(drive, { recursive: true });
  makeFolder(drive);
  await begin(second.page, second);
  await expect(second.page.getByText(/^The vault now lies in “DRIVE”\./)).toBeVisible({ timeout: 60_000 });
  await expectAxeClean(second.page, 'Vault, moved');
  expect(await wholeRecord(second.page)).toEqual(before);
  expect(existsSync(join(second.userData, 'vault', 'head.0'))).toBe(false);
  expect(existsSync(join(drive, 'head.0'))).toBe(true);
  await record(second.page, 'After the move');
  const after = await wholeRecord(second.page);
  expect(JSON.parse(settingsOf(second))).toMatchObject({ lastVaultFolder: drive });
  await second.close();
  const third = await start();
  await third.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await third.page.keyboard.press('Enter');
  await expect(third.page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible({ timeout: 20_000 });
  expect(await wholeRecord(third.page)).toEqual(after);
});
