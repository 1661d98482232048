import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { emptyIncidentContent } from '../shared/model/incident';
import { ask, askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { place } from './support/places';

/** Checking the vault, and comparing it with a printed seal code, as she does it. */
const passphrase = 'velvet harbour oxide nineteen lantern';

const today = (): string => new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
/** As far as it is known before: a check may begin in one minute and end in the next. */
const over = `on ${today()}.* \\d\\d:\\d\\d`;
const vaultOf = ({ userData }: Tidemark): string => join(userData, 'vault');
const settingsOf = ({ userData }: Tidemark): string => join(userData, 'settings.json');
const section = (page: Page, name: string) => page.getByRole('region', { name });
const checking = (page: Page) => section(page, 'Check my vault');
const goToVault = (page: Page) => place(page, 'Vault').click();

function objectsOf(tidemark: Tidemark): string[] {
  const objects = join(vaultOf(tidemark), 'objects');
  return readdirSync(objects).flatMap((shelf) => readdirSync(join(objects, shelf)).map((name) => join(objects, shelf, name)));
}

/** Adds a file to the vault and says where its sealed object lies. */
async function add(tidemark: Tidemark, folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const before = new Set(objectsOf(tidemark));
  writeFileSync(join(folder, name), bytes);
  tidemark.answerDialogs({ open: [join(folder, name)] });
  const { grants } = await mustAsk(tidemark.page, 'documents.choose', {});
  expect(await askForTask(tidemark.page, 'documents.add', { grant: grants[0]!.grant })).toMatchObject({ state: 'finished' });
  return objectsOf(tidemark).filter((file) => !before.has(file)).sort((a, b) => statSync(b).size - statSync(a).size)[0]!;
}

async function record(page: Page, account: string): Promise<void> {
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, account } });
  await mustAsk(page, 'incidents.record', { id });
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
}

async function lock({ page }: Tidemark): Promise<void> {
  await ask(page, 'vault.lock', {}).catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 15_000 });
}

async function unlock({ page }: Tidemark): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Locked' })).toHaveCount(0, { timeout: 15_000 });
  const understood = page.getByRole('button', { name: 'I have read this' });
  if (await understood.isVisible()) await understood.click();
}

test('everything is checked; a file damaged while the vault is open is named, and so is one that is missing', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await goToVault(page);
  await add(tidemark, folder, 'diary.txt', Buffer.from('What he said on the stairs.'));
  const letter = await add(tidemark, folder, 'letter from the force.bin', Buffer.alloc(700_000, 7));
  const call = await add(tidemark, folder, 'voicemail.bin', Buffer.alloc(90_000, 8));
  await record(page, 'He waited by the car.');
  const { historySequence } = await mustAsk(page, 'vault.facts', {});
  await expectAxeClean(page, 'vault, never checked');
  await checking(page).getByRole('button', { name: 'Check everything' }).click();
  await expect(checking(page).getByText(new RegExp(`^Everything was checked ${over}: 3 documents, ${historySequence} steps of the history\\. Each part was as you recorded it when it was read\\.$`))).toBeVisible();
  await expect(page.getByText(new RegExp(`^Whole when it was checked, ${over}\\.$`))).toBeVisible();

  flip(letter);
  renameSync(call, `${call}-away`);
  await checking(page).getByRole('button', { name: 'Check everything again' }).click();
  await expect(checking(page).getByText('2 documents are not as you recorded them')).toBeVisible();
  const listed = checking(page).getByRole('listitem');
  await expect(listed).toHaveCount(2);
  await expect(listed.nth(0)).toContainText('letter from the force.bin');
  await expect(listed.nth(0)).toContainText('damaged');
  await expect(listed.nth(1)).toContainText('voicemail.bin');
  await expect(listed.nth(1)).toContainText('missing');
  await expect(checking(page).getByText(new RegExp(`^Checked ${over}\\. Everything else was as you recorded it when it was read: 1 document, ${historySequence + 1} steps of the history\\.$`))).toBeVisible();
  await expectAxeClean(page, 'vault, with damage');

  // It is still said after a lock, on the first page too; and one press away is what it concerns.
  await lock(tidemark);
  await unlock(tidemark);
  await expect(page.getByText('The last check of your vault found something that needs you.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Check my vault' }).click();
  await page.getByRole('button', { name: 'What was done with this vault' }).click();
  await expect(page.getByText('2 documents damaged or missing')).toBeVisible();
  await expect(page.getByText(`3 documents, ${historySequence} steps of the history: all as recorded when it was read`)).toBeVisible();
  await expect(page.getByText(new RegExp(`^Read ${over}$`))).toHaveCount(2);
  await checking(page).getByRole('button', { name: 'Show: letter from the force.bin' }).click();
  await expect(page.getByRole('heading', { name: 'letter from the force.bin' })).toBeVisible();

  // The record itself, damaged while it is open, is written anew: the vault opens as if nothing had been.
  await goToVault(page);
  renameSync(`${call}-away`, call);
  flip(letter);
  const documents = new Set([letter, call]);
  for (const file of objectsOf(tidemark)) if (!documents.has(file) && statSync(file).size > 4_200) flip(file);
  rmSync(join(vaultOf(tidemark), 'head.0'));
  rmSync(join(vaultOf(tidemark), 'head.1'));
  await checking(page).getByRole('button', { name: 'Check everything again' }).click();
  await expect(checking(page).getByText('Something was damaged, and has been mended')).toBeVisible();
  await expect(checking(page).getByText('Nothing of your record is lost.')).toBeVisible();
  await lock(tidemark);
  await unlock(tidemark);
  expect(await mustAsk(page, 'program.state', {})).toMatchObject({ phase: 'open', readOnly: false });
});

test('a check is paused, goes on after a lock where it was, reads again what was changed since, and says over which time it read', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  const files: string[] = [];
  for (let i = 0; i < 14; i += 1) {
    const bytes = Buffer.alloc(30_000_000);
    bytes[0] = i;
    files.push(await add(tidemark, folder, `recording ${i}.bin`, bytes));
    rmSync(join(folder, `recording ${i}.bin`));
  }
  await goToVault(page);
  await checking(page).getByRole('button', { name: 'Check everything' }).click();
  const done = async () => (await mustAsk(page, 'check.state', {})).underWay?.filesDone ?? -1;
  await expect.poll(done, { intervals: [20] }).toBeGreaterThan(1);
  await checking(page).getByRole('button', { name: 'Pause' }).click();
  await expect(checking(page).getByText('You can go on from here at any time, also after a lock.')).toBeVisible();
  const paused = (await mustAsk(page, 'check.state', {})).underWay!;
  expect(paused.filesDone).toBeGreaterThan(1);
  expect(paused.filesDone).toBeLessThan(14);
  await expect(checking(page).getByText(`${paused.filesDone} of 14 documents`)).toBeVisible();

  // A lock while it runs comes at once, and keeps what was verified.
  await checking(page).getByRole('button', { name: 'Go on' }).click();
  await expect.poll(done, { intervals: [20] }).toBeGreaterThan(paused.filesDone);
  const startedAt = Date.now();
  await lock(tidemark);
  expect(Date.now() - startedAt).toBeLessThan(5_000);
  await unlock(tidemark);
  await goToVault(page);
  const after = (await mustAsk(page, 'check.state', {})).underWay!;
  expect(after).toMatchObject({ isRunning: false, filesTotal: 14 });
  expect(after.filesDone).toBeGreaterThan(paused.filesDone);
  await expect(checking(page).getByText(`${after.filesDone} of 14 documents`)).toBeVisible();
  await checking(page).getByRole('button', { name: 'Go on' }).click();
  await expect(checking(page).getByText(/^Everything was checked .*: 14 documents, .* Each part was as you recorded it when it was read\.$/)).toBeVisible({ timeout: 60_000 });
  // Over the minutes from its beginning, before the lock, to its end.
  const { last } = await mustAsk(page, 'check.state', {});
  expect(last?.beganUtc).toBe(paused.beganUtc);

  // Read whole before the lock, damaged after it.
  await checking(page).getByRole('button', { name: 'Check everything again' }).click();
  await expect.poll(done, { intervals: [20] }).toBeGreaterThan(1);
  await lock(tidemark);
  flip(files[0]!);
  await unlock(tidemark);
  await goToVault(page);
  await checking(page).getByRole('button', { name: 'Go on' }).click();
  await expect(checking(page).getByText('One document is not as you recorded it')).toBeVisible({ timeout: 60_000 });
  await expect(checking(page).getByRole('listitem')).toContainText('recording 0.bin');
});

test('a seal code: unchanged, mistyped, and a whole vault that was put back', async ({ tidemark, folder, start }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await record(page, 'The first.');
  const { sealCode: early, historySequence: earlySequence } = await mustAsk(page, 'vault.facts', {});
  await lock(tidemark);
  const older = join(folder, 'older');
  cpSync(vaultOf(tidemark), older, { recursive: true });
  const marksThen = readFileSync(settingsOf(tidemark));
  await unlock(tidemark);
  await record(page, 'The second, which somebody would like to be gone.');
  const { sealCode: late, historySequence: lateSequence } = await mustAsk(page, 'vault.facts', {});

  await goToVault(page);
  const comparing = section(page, 'Seal code');
  await comparing.getByRole('button', { name: 'Compare with a printed code' }).click();
  const field = comparing.getByLabel('Seal code on paper');
  const compare = async (typed: string): Promise<void> => {
    await field.fill(typed);
    await comparing.getByRole('button', { name: 'Compare', exact: true }).click();
  };
  await comparing.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(comparing.getByText('Type the code as it is printed, with the number in front.')).toBeVisible();
  await compare(early.toLowerCase().replaceAll('-', ' '));
  await expect(comparing.getByText(`Unchanged up to step ${earlySequence}`)).toBeVisible();
  await expect(comparing.getByText(`${lateSequence - earlySequence} steps came after it.`)).toBeVisible();
  await expectAxeClean(page, 'seal code that fits');
  const last = early.at(-1)!;
  await compare(`${early.slice(0, -1)}${last === '7' ? '8' : '7'}`);
  await expect(comparing.getByText('This is not a seal code as it is printed.')).toBeVisible();
  await compare(early.replace(/^\d+/, String(earlySequence - 1)));
  await expect(comparing.getByText(`they belong to number ${earlySequence}`)).toBeVisible();
  await expectAxeClean(page, 'seal code mistyped');

  // The whole vault of before, with every mark this computer had.
  await lock(tidemark);
  await tidemark.close();
  rmSync(vaultOf(tidemark), { recursive: true });
  cpSync(older, vaultOf(tidemark), { recursive: true });
  writeFileSync(settingsOf(tidemark), marksThen);
  const again = await start({ userData: tidemark.userData });
  await unlock(again);
  await goToVault(again.page);
  const there = section(again.page, 'Seal code');
  await there.getByRole('button', { name: 'Compare with a printed code' }).click();
  await there.getByLabel('Seal code on paper').fill(late);
  await there.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(there.getByText('This vault is older than that code')).toBeVisible();
  const { historySequence: nowSequence } = await mustAsk(again.page, 'vault.facts', {});
  await expect(there.getByText(`at least ${lateSequence} steps`)).toBeVisible();
  await expect(there.getByText(`${lateSequence - nowSequence} steps are missing`)).toBeVisible();
  await expectAxeClean(again.page, 'seal code of a vault that was put back');
  await there.getByLabel('Seal code on paper').fill(early);
  await there.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(there.getByText(`Unchanged up to step ${earlySequence}`)).toBeVisible();
  // Written on until it is as long as it was: then the code does not fit.
  for (let i = 0; i < 4; i += 1) await record(again.page, `Something else ${i}.`);
  await there.getByLabel('Seal code on paper').fill(late);
  await there.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(there.getByText('The code does not fit this record')).toBeVisible();
});

test('what Find looks through is made anew, and finds what it found', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await goToVault(page);
  await add(tidemark, folder, 'diary.txt', Buffer.from('What he said on the stairs.'));
  await record(page, 'On the stairs he waited.');
  // What a file holds is read behind what she does.
  await expect.poll(async () => (await mustAsk(page, 'search.find', { text: 'stairs', offset: 0, limit: 10 })).total).toBe(2);
  const before = await mustAsk(page, 'search.find', { text: 'stairs', offset: 0, limit: 10 });
  await page.getByRole('button', { name: 'Make it anew' }).click();
  await expect(page.getByText('Done. Find now looks through 2 things you recorded and the words of 1 page of documents.')).toBeVisible();
  await expectAxeClean(page, 'search made anew');
  expect(await mustAsk(page, 'search.find', { text: 'stairs', offset: 0, limit: 10 })).toEqual(before);
});
