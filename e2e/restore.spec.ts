import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { filesBelow } from './support/canary';
import { addFile, addPlace, backUpNow, makeFolder, record } from './support/copies';
import { expect, test } from './support/journey';
import { lockVault } from './support/locked';
import { place } from './support/places';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('a passphrase refused where a backup is restored is an attempt, and leaves nothing behind', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await place(page, 'Vault').click();
  const stick = makeFolder(folder, 'stick');
  await addPlace(tidemark, stick);
  await backUpNow(page);
  await lockVault(page);
  await page.getByRole('button', { name: 'Restore from a backup' }).click();
  await page.getByRole('button', { name: 'Choose its folder: The backup' }).click();
  for (const typed of ['not this one at all', passphrase]) {
    await page.getByLabel('Passphrase', { exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    if (typed === passphrase) break;
    await expect(page.getByText('That passphrase did not open')).toBeVisible({ timeout: 20_000 });
    expect(readdirSync(tidemark.userData).filter((name) => name.startsWith('vault'))).toEqual(['vault']);
  }
  await expect(page.getByRole('heading', { name: 'Your record is back' })).toBeVisible({ timeout: 60_000 });
  expect(readdirSync(tidemark.userData).filter((name) => name.startsWith('vault'))).toEqual(['vault', 'vault-2']);
  await lockVault(page);
  expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  const { entries } = await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit: 20 });
  expect(entries.filter(({ kind }) => kind === 'attempt-refused')).toHaveLength(1);
});

test('a damaged vault and an older backup become one: the report says what came from where, and can be read again', async ({ tidemark, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await record(page, 'The kitchen');
  await addFile(tidemark, folder, 'before.bin', randomBytes(700_000));
  await place(page, 'Vault').click();
  const stick = makeFolder(folder, 'stick');
  await addPlace(tidemark, stick);
  await backUpNow(page);
  // Newer than the backup.
  await record(page, 'The car');
  await addFile(tidemark, folder, 'after.bin', randomBytes(1_400_000));
  await addFile(tidemark, folder, 'nowhere.bin', randomBytes(2_500_000));
  await lockVault(page);

  // Both first pages, a file that the backup holds, and one that is newer than the backup.
  const objects = join(tidemark.userData, 'vault', 'objects');
  const files = [...filesBelow(objects)].map((file) => ({ file, size: statSync(file).size }));
  const spoil = (file: string): void => {
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(file, bytes);
  };
  for (const { file, size } of files) if ((size > 700_000 && size < 1_000_000) || size > 2_400_000) spoil(file);
  for (const head of ['head.0', 'head.1']) spoil(join(tidemark.userData, 'vault', head));

  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The first page of this vault is damaged')).toBeVisible({ timeout: 20_000 });
  await expectAxeClean(page, 'Locked door, damaged');
  await page.getByRole('button', { name: 'Join with a backup' }).click();
  await expect(page.getByText('The one last opened on this computer')).toBeVisible();
  tidemark.answerDialogs({ folder: stick });
  await page.getByRole('button', { name: 'Choose its folder: The backup' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await expectAxeClean(page, 'Join, filled in');
  expect((await page.getByRole('heading', { name: 'Join a damaged vault with a backup' }).boundingBox())?.x).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Join them' }).click();
  await expect(page.getByRole('heading', { name: 'What came from where' })).toBeVisible({ timeout: 60_000 });
  await expectAxeClean(page, 'Joined');
  const told = await page.getByRole('main').innerText();
  expect(told).toMatch(/From the backup\s+[^\n]*1 document/);
  expect(told).toMatch(/From the damaged vault\s+[^\n]*1 document/);
  expect(told).toMatch(/Lost: these documents are whole in neither[^]*nowhere\.bin/);
  await page.getByRole('button', { name: 'Go to your record' }).click();
  await place(page, 'Chronology').click();
  await expect(page.getByText('The kitchen').first()).toBeVisible();
  await expect(page.getByText('The car').first()).toBeVisible();

  await place(page, 'Vault').click();
  await page.getByRole('button', { name: /^Joined with a backup/ }).click();
  await expect(page.getByText('Lost: these documents are whole in neither.')).toBeVisible();
  await expect(page.getByText('nowhere.bin')).toBeVisible();
  await expectAxeClean(page, 'Vault, joined');
});
