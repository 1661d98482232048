import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { filesBelow, findCanaries } from './support/canary';
import { addFile, addPlace, backups, backUpNow, makeFolder, record, settingsOf, wholeRecord } from './support/copies';
import { expect, test } from './support/journey';
import { lockVault } from './support/locked';
import { place } from './support/places';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('a backup on a stick, a second that finds nothing new, a check; and from it the same record on another computer, opened with the recovery code', async ({ tidemark, start, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  const made = await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  if (!made.ok) throw new Error(made.error.code);
  await record(page, 'The kitchen');
  await addFile(tidemark, folder, 'letter.txt', Buffer.from('Dear Anna'));
  await addFile(tidemark, folder, 'film.bin', randomBytes(3_000_000));
  const before = await wholeRecord(page);
  expect(before.documents).toHaveLength(2);
  const stick = makeFolder(folder, 'KINGSTON');
  writeFileSync(join(stick, 'holiday.jpg'), 'x');

  await test.step('the vault’s own folder, and a folder on another computer, are no places for it', async () => {
    await place(page, 'Vault').click();
    await backups(page).getByRole('button', { name: 'Where a backup is safe' }).click();
    await expect(backups(page).getByText('On a memory stick with a friend, or with your solicitor.')).toBeVisible();
    await addPlace(tidemark, join(tidemark.userData, 'vault', 'objects'));
    await expect(backups(page).getByText('That folder is part of the vault itself.')).toBeVisible();
    await addPlace(tidemark, '//police-server/share');
    await expect(backups(page).getByText('That folder is on another computer')).toBeVisible();
    await expect(backups(page).getByRole('listitem').filter({ hasText: 'No backup yet' })).toHaveCount(0);
  });

  await test.step('a place is chosen, and backed up to', async () => {
    await addPlace(tidemark, stick);
    await expect(backups(page).getByText('KINGSTON', { exact: true })).toBeVisible();
    await expect(backups(page).getByText('No backup yet')).toBeVisible();
    await backUpNow(page);
    await expect(backups(page).getByText(/^Backed up\. 2 documents were new\. All that was written \(\d\.\d+ MB\) was read back and compared\.$/)).toBeVisible();
    await expect(backups(page).getByText('Last backup today')).toBeVisible();
    await expectAxeClean(page, 'Vault, backed up');
  });

  await test.step('again: nothing is new', async () => {
    await backUpNow(page);
    await expect(backups(page).getByText(/^Backed up\. No documents were new\./)).toBeVisible();
  });

  await test.step('it is checked', async () => {
    await backups(page).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Check this backup' }).click();
    await expect(backups(page).getByText(/^This backup is whole: your record and 2 documents/)).toBeVisible({ timeout: 30_000 });
    await expect(backups(page).getByText('Last backup today · Checked today')).toBeVisible();
  });

  await test.step('the stick is taken out and put back', async () => {
    renameSync(stick, `${stick}-away`);
    await page.reload();
    await place(page, 'Vault').click();
    await expect(backups(page).getByText('It is not plugged in, or was moved.')).toBeVisible();
    await expect(backups(page).getByRole('button', { name: /^Back up now/ })).toBeDisabled();
    renameSync(`${stick}-away`, stick);
    await expect(backups(page).getByText('It is not plugged in, or was moved.')).toHaveCount(0, { timeout: 10_000 });
    await expect(backups(page).getByRole('button', { name: /^Back up now/ })).toBeEnabled();
  });

  // Only the vault knows where backups lie, and nothing on the stick says what it is about.
  expect(settingsOf(tidemark)).not.toContain('KINGSTON');
  expect(findCanaries(filesBelow(stick), ['kitchen', 'letter.txt', 'Dear Anna'])).toEqual([]);
  await tidemark.close();

  const other = await start({ userData: join(folder, 'other-computer') });
  await test.step('on another computer', async () => {
    other.answerDialogs({ folder: stick });
    await other.focusWindow();
    await other.page.getByRole('button', { name: 'I have read this' }).press('Enter');
    await other.page.getByRole('button', { name: 'Restore from a backup' }).press('Enter');
    await expect(other.page.getByRole('heading', { name: 'Restore from a backup' })).toBeVisible();
    await expectAxeClean(other.page, 'Restore, before a folder is chosen');
    await other.page.getByRole('button', { name: 'Choose its folder: The backup' }).press('Enter');
    await expect(other.page.getByText('The folder “KINGSTON”')).toBeVisible();
    await other.page.getByRole('button', { name: 'Open in another way' }).press('Enter');
    await other.page.getByRole('button', { name: 'With the recovery code' }).press('Enter');
    await expectAxeClean(other.page, 'Restore, with a code');
    await other.page.getByLabel('Passphrase').waitFor({ state: 'detached' });

    await other.page.getByRole('textbox', { name: 'Recovery code' }).fill(made.value.recoveryCode.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    await other.page.keyboard.press('Enter');
    await expect(other.page.getByText('That recovery code has a slip in it.')).toBeVisible({ timeout: 20_000 });
    expect(existsSync(join(other.userData, 'vault'))).toBe(false);

    await other.page.getByRole('textbox', { name: 'Recovery code' }).fill(made.value.recoveryCode);
    await other.page.keyboard.press('Enter');
    await expect(other.page.getByRole('heading', { name: 'Your record is back' })).toBeVisible({ timeout: 60_000 });
    await expect(other.page.getByText(/^Your record and 2 documents were copied \(\d(\.\d+)? MB\)\. All of it was read back and compared\.$/)).toBeVisible();
    await expectAxeClean(other.page, 'Restored');
    await other.page.keyboard.press('Enter');
    await expect(other.page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible();
  });
  expect(await wholeRecord(other.page)).toEqual(before);
  expect(settingsOf(other)).not.toContain('KINGSTON');
  expect(JSON.parse(settingsOf(other))).toMatchObject({ lastVaultFolder: join(other.userData, 'vault') });
  const { entries } = await mustAsk(other.page, 'history.list', { subjectId: null, offset: 0, limit: 5 });
  expect(entries.map(({ kind }) => kind)).toContain('vault-restored');
  // It is a vault like any other: locked, opened with the passphrase, written to.
  await lockVault(other.page);
  expect(await askWithSecret(other.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  await record(other.page, 'The car');
});

test('a lock in the middle of a backup ends it within two seconds; nothing is half there, and the next one goes on', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  for (let file = 0; file < 4; file++) await addFile(tidemark, folder, `film-${file}.bin`, randomBytes(60_000_000));
  await place(page, 'Vault').click();
  const stick = makeFolder(folder, 'stick');
  await addPlace(tidemark, stick);
  await backups(page).getByRole('button', { name: /^Back up now/ }).click();
  await expect(backups(page).getByText(/\d+(\.\d)? of \d+(\.\d)? MB/)).toBeVisible();
  const began = Date.now();
  await lockVault(page);
  expect(Date.now() - began).toBeLessThan(4000);
  expect(readdirSync(stick).filter((name) => name.startsWith('head'))).toEqual([]);

  expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  await page.reload();
  await place(page, 'Vault').click();
  await expect(backups(page).getByText('No backup yet')).toBeVisible();
  await backUpNow(page);
  await backups(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Check this backup' }).click();
  await expect(backups(page).getByText(/^This backup is whole: your record and 4 documents/)).toBeVisible({ timeout: 60_000 });
});

test('the stick is taken out in the middle: it is said, nothing is lost, and it goes on', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  for (let file = 0; file < 3; file++) await addFile(tidemark, folder, `film-${file}.bin`, randomBytes(60_000_000));
  await place(page, 'Vault').click();
  const stick = makeFolder(folder, 'stick');
  await addPlace(tidemark, stick);
  // Watched from here and from before the click, because a page that is busy would say it when it is over.
  const takenOut = (async () => {
    while (!existsSync(join(stick, 'objects'))) await new Promise((resolve) => setTimeout(resolve, 5));
    renameSync(stick, `${stick}-out`);
  })();
  await backups(page).getByRole('button', { name: /^Back up now/ }).click();
  await takenOut;
  await expect(backups(page).getByText('The stick was taken out, or it did not answer. Nothing of your vault is lost.')).toBeVisible({ timeout: 30_000 });
  expect(existsSync(stick)).toBe(false);
  renameSync(`${stick}-out`, stick);
  await expect(backups(page).getByRole('button', { name: /^Back up now/ })).toBeEnabled({ timeout: 10_000 });
  await backUpNow(page);
});
