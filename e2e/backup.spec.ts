import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { wholeChronology } from '../shared/model/chronology';
import { emptyIncidentContent } from '../shared/model/incident';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { filesBelow, findCanaries } from './support/canary';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { place } from './support/places';

const passphrase = 'velvet harbour oxide nineteen lantern';
const backups = (page: Page) => page.getByRole('region', { name: 'Backups' });

async function record(page: Page, title: string): Promise<void> {
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account: `${title}: what happened.`, happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: null } } });
  await mustAsk(page, 'incidents.record', { id });
}
async function addFile(tidemark: Tidemark, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  tidemark.answerDialogs({ open: [join(folder, name)] });
  const { grants } = await mustAsk(tidemark.page, 'documents.choose', {});
  expect(await askForTask(tidemark.page, 'documents.add', { grant: grants[0]!.grant })).toMatchObject({ state: 'finished' });
}
/** Everything that the record holds, as it can be asked for. */
async function wholeRecord(page: Page) {
  const { rows } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 100 });
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 100 });
  return { rows, documents: documents.map(({ id, originalName, sha256, sizeBytes }) => ({ id, originalName, sha256, sizeBytes })) };
}
const makeFolder = (...parts: string[]): string => {
  const made = join(...parts);
  mkdirSync(made, { recursive: true, mode: 0o777 });
  return made;
};
async function addPlace(tidemark: Tidemark, stick: string): Promise<void> {
  tidemark.answerDialogs({ folder: stick });
  await backups(tidemark.page).getByRole('button', { name: /^(Choose|Add) a place$/ }).click();
}
async function backUpNow(page: Page): Promise<void> {
  await backups(page).getByRole('button', { name: /^Back up now/ }).click();
  await expect(backups(page).getByText(/^Backed up\./)).toBeVisible({ timeout: 60_000 });
}
async function lock(page: Page): Promise<void> {
  await page.evaluate(() => void ((globalThis as { beforeLock?: true }).beforeLock = true));
  await mustAsk(page, 'vault.lock', {});
  await expect.poll(() => page.evaluate(() => !('beforeLock' in globalThis) && document.readyState === 'complete').catch(() => false), { timeout: 10_000 }).toBe(true);
}
const settingsOf = ({ userData }: Tidemark): string => readFileSync(join(userData, 'settings.json'), 'utf8');

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
    await expect(backups(page).getByText(/^Backed up\. 2 documents were new\. All that was written \(3\.\d+ MB\) was read back and compared\.$/)).toBeVisible();
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
    await expect(other.page.getByText(/^Your record and 2 documents were copied \(3(\.\d+)? MB\)\. All of it was read back and compared\.$/)).toBeVisible();
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
  await lock(other.page);
  expect(await askWithSecret(other.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  await record(other.page, 'The car');
});

test('a passphrase refused where a backup is restored is an attempt, and leaves nothing behind', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await place(page, 'Vault').click();
  const stick = makeFolder(folder, 'stick');
  await addPlace(tidemark, stick);
  await backUpNow(page);
  await lock(page);
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
  await lock(page);
  expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  const { entries } = await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit: 20 });
  expect(entries.filter(({ kind }) => kind === 'attempt-refused')).toHaveLength(1);
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
  await lock(page);
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
  await backups(page).getByRole('button', { name: /^Back up now/ }).click();
  // Looked at from here, because a page that is busy would say it when it is over.
  while (!existsSync(join(stick, 'objects'))) await new Promise((resolve) => setTimeout(resolve, 5));
  renameSync(stick, `${stick}-out`);
  await expect(backups(page).getByText('The stick was taken out, or it did not answer. Nothing of your vault is lost.')).toBeVisible({ timeout: 30_000 });
  expect(existsSync(stick)).toBe(false);
  renameSync(`${stick}-out`, stick);
  await expect(backups(page).getByRole('button', { name: /^Back up now/ })).toBeEnabled({ timeout: 10_000 });
  await backUpNow(page);
});

test('the vault is moved: whole at the new place, gone from the old one; stopped or killed in the middle, it is where it was', async ({ tidemark, start, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await record(page, 'The kitchen');
  for (let file = 0; file < 3; file++) await addFile(tidemark, folder, `film-${file}.bin`, randomBytes(60_000_000));
  const before = await wholeRecord(page);
  const drive = makeFolder(folder, 'DRIVE');
  const where = page.getByRole('region', { name: 'Where it lies' });
  const begin = async (there: Page, program: Tidemark): Promise<void> => {
    await place(there, 'Vault').click();
    program.answerDialogs({ folder: drive });
    await there.getByRole('button', { name: 'Move the vault' }).click();
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
  await lock(page);

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
