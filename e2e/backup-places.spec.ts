import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { askWithSecret } from './support/ask';
import { expectAxeClean } from './support/axe';
import { addFile, addPlace, backups, backUpNow, makeFolder, record } from './support/copies';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { goToVault, isInside, lock, nextPassphrase as second, openWith, passphrase } from './support/ways-in';

test('a backup is recognised when its place is added again; one that is gone is told, and a new one is made only when she says so', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await addFile(tidemark, folder, 'letter.txt', Buffer.from('Dear Anna'));
  await addFile(tidemark, folder, 'big.bin', randomBytes(900_000));
  const objects = join(tidemark.userData, 'vault', 'objects');
  const big = readdirSync(objects, { recursive: true, encoding: 'utf8' }).map((name) => join(objects, name)).find((path) => statSync(path).isFile() && statSync(path).size > 900_000)!;
  writeFileSync(big, randomBytes(statSync(big).size));
  const stick = makeFolder(folder, 'KINGSTON');
  writeFileSync(join(stick, 'holiday.jpg'), 'x');
  const backup = join(stick, 'Tidemark backup');

  await test.step('nothing is made on the stick before the first backup, which says what it has not', async () => {
    await place(page, 'Vault').click();
    await addPlace(tidemark, stick);
    await expect(backups(page).getByText('“KINGSTON” was added. Nothing is there yet.')).toBeVisible();
    expect(readdirSync(stick)).toEqual(['holiday.jpg']);
    await backUpNow(page);
    await expect(backups(page).getByText('They are not in this backup:')).toBeVisible();
    await expect(backups(page).getByText('big.bin')).toBeVisible();
    await expect(backups(page).getByText('The backup has them from before')).toHaveCount(0);
    expect(readdirSync(stick).sort()).toEqual(['Tidemark backup', 'holiday.jpg']);
  });

  await test.step('forgotten and added again, it is there', async () => {
    await backups(page).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Forget this place' }).click();
    await addPlace(tidemark, stick);
    await expect(backups(page).getByText(/^“KINGSTON” was added\. There is a backup of this vault there, with entries up to .*\d{4}\.$/)).toBeVisible();
    await expect(backups(page).getByText('Last backup today')).toBeVisible();
    await expectAxeClean(page, 'Vault, a backup found');
  });

  await test.step('gone from under its name: told when she looks, and nothing is written when she backs up', async () => {
    renameSync(stick, `${stick}-out`);
    mkdirSync(stick);
    await page.reload();
    await expect(page.getByText('Your last backup is not where it was.')).toBeVisible();
    await place(page, 'Vault').click();
    await expect(backups(page).getByText('It is not plugged in, or was moved.')).toHaveCount(0);
    await expect(backups(page).getByText('The backup that was here is gone. It was made today.')).toBeVisible();
    await expect(backups(page).getByText('Is this the right stick?', { exact: true })).toBeVisible();
    await expect(page.getByText('Gone from “KINGSTON”')).toBeVisible();
    await backups(page).getByRole('button', { name: /^Back up now/ }).click();
    await expect(backups(page).getByText('Nothing was written.')).toBeVisible();
    expect(readdirSync(stick)).toEqual([]);
    await expectAxeClean(page, 'Vault, the backup is gone');
    await backups(page).getByRole('button', { name: 'Not now' }).click();
    await expect(backups(page).getByText('Nothing was written.')).toHaveCount(0);
  });

  await test.step('the right stick is put in: it goes on there', async () => {
    rmSync(stick, { recursive: true });
    renameSync(`${stick}-out`, stick);
    await expect(backups(page).getByText('Last backup today')).toBeVisible({ timeout: 10_000 });
    await backUpNow(page);
    await expect(backups(page).getByText(/^Backed up\. No documents were new\./)).toBeVisible();
  });

  await test.step('deleted: a new one, when she says so', async () => {
    rmSync(backup, { recursive: true });
    await backups(page).getByRole('button', { name: /^Back up now/ }).click();
    await backups(page).getByRole('button', { name: 'Make a new backup here' }).click();
    await expect(backups(page).getByText(/^Backed up\. 1 document was new\./)).toBeVisible({ timeout: 30_000 });
    await expect(backups(page).getByText('Last backup today')).toBeVisible();
    expect(readdirSync(backup).sort()).toEqual(['head.0', 'head.1', 'objects']);
  });
});

test('a backup made in one compartment is recognised in the other', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('button', { name: 'Make a new vault' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  await page.getByRole('button', { name: /^A second compartment/ }).click();
  await expect(page.getByText('known only to the record it was chosen in')).toBeVisible();
  await page.getByLabel('Second passphrase', { exact: true }).fill(second);
  await page.getByLabel('The second passphrase once more').fill(second);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('button', { name: 'Do this later' }).click();
  await isInside(page);
  await record(page, 'The kitchen');
  const stick = makeFolder(folder, 'KINGSTON');
  await goToVault(page);
  await addPlace(tidemark, stick);
  await backUpNow(page);
  await lock(page);
  await openWith(page, second);
  await isInside(page);
  await goToVault(page);
  await expect(page.getByText('None yet')).toBeVisible();
  await addPlace(tidemark, stick);
  await expect(backups(page).getByText(/^“KINGSTON” was added\. There is a backup of this vault there, with entries up to /)).toBeVisible();
  await expect(page.getByText('Today, in “KINGSTON”')).toBeVisible();
  await backUpNow(page);
});

test('a backup is not restored into a folder that holds a vault, or lies inside one', async ({ tidemark, start, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const taken = makeFolder(folder, 'HERS');
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await place(page, 'Vault').click();
  await addPlace(tidemark, taken);
  await backUpNow(page);
  const before = readdirSync(taken, { recursive: true, encoding: 'utf8' }).sort();
  await tidemark.close();
  const inside = join(taken, 'objects');
  const other = await start({ userData: join(folder, 'other-computer') });
  await other.page.getByRole('button', { name: 'I have read this' }).click();
  await other.page.getByRole('button', { name: 'Restore from a backup' }).click();
  const source = makeFolder(folder, 'source');
  for (const name of ['head.0', 'head.1', 'objects']) renameSync(join(taken, name), join(source, name));
  writeFileSync(join(taken, 'head.0'), 'x');
  mkdirSync(inside);
  other.answerDialogs({ folder: source });
  await other.page.getByRole('button', { name: 'Choose its folder: The backup' }).click();
  for (const there of [inside, taken]) {
    other.answerDialogs({ folder: there });
    await other.page.getByRole('button', { name: 'Choose another folder: Where it goes' }).click();
    await other.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await other.page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(other.page.getByText('That folder already holds a vault. It has not been touched.')).toBeVisible({ timeout: 30_000 });
  }
  expect(readdirSync(taken, { recursive: true, encoding: 'utf8' }).sort()).toEqual(['head.0', 'objects']);
  expect(readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
});
