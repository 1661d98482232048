import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { wholeChronology } from '../shared/model/chronology';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { ordinaryWindow } from './support/pictures';
import { place } from './support/places';
import { makeZip } from './support/source-files';

const picture = (page: Page, name: string): Promise<unknown> => (process.env['TIDEMARK_PICTURES'] ? page.screenshot({ path: join(process.env['TIDEMARK_PICTURES'], `${name}.png`) }) : Promise.resolve());
const keyIn = (page: Page) => page.getByRole('listbox', { name: 'What has come in' });
const names = async (page: Page, state: 'waiting' | 'aside' | 'placed' | 'not-relevant'): Promise<string[]> => (await mustAsk(page, 'inbox.list', { state, offset: 0, limit: 50 })).items.map(({ title }) => title);

async function bringIn(tidemark: Tidemark, folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    tidemark.answerDialogs({ open: [join(folder, name)] });
    const { grants: [grant] } = await mustAsk(tidemark.page, 'documents.choose', {});
    expect((await askForTask(tidemark.page, 'documents.add', { grant: grant!.grant })).state).toBe('finished');
  }
}

async function recorded(page: Page, title: string, edtf: string): Promise<string> {
  const { id, content } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...content, title, happened: { typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null } } });
  await mustAsk(page, 'incidents.record', { id });
  return id;
}

test('goes through what came in by keyboard alone: looks, dates, tags, links, sets aside, and takes each back', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Inbox').click();
  await expect(page.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();
  await place(page, 'Chronology').click();
  const incident = await recorded(page, 'He came to the door', '2021-03-05');
  await mustAsk(page, 'people.add', { name: 'Craig Dawson', role: 'accused' });
  await bringIn(tidemark, folder, {
    'shopping list.txt': 'eggs, milk', 'notes to keep.txt': 'for another day', 'Screenshot_20210304-210433.txt': 'Craig says he will come by on 03/04/2021 and I should be in.',
  });

  // What the files hold is read behind what she does, and the suggestions come from it.
  await expect.poll(async () => (await mustAsk(page, 'search.find', { text: '"come by on"', offset: 0, limit: 1 })).total).toBe(1);
  await place(page, 'Inbox').click();
  await expect(page.getByRole('option')).toHaveCount(3);
  await picture(page, 'inbox-list');
  await keyIn(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Screenshot_20210304-210433.txt' })).toBeVisible();
  // Nothing was done by itself.
  const offers = page.getByRole('region', { name: 'This may fit' });
  await expect(offers.getByRole('button', { name: 'Use 4 March 2021, 9:04pm' })).toBeVisible();
  await expect(offers.getByText('can be read in two ways')).toBeVisible();
  await expect(offers.getByRole('button', { name: 'Link to “He came to the door”' })).toBeVisible();
  await expect(offers.getByRole('button', { name: 'Entries with Craig Dawson' })).toBeVisible();
  expect((await mustAsk(page, 'documents.list', { offset: 0, limit: 10 })).documents.every(({ happened, linkedIncidentIds }) => happened.edtf === '' && linkedIncidentIds.length === 0)).toBe(true);
  await expectAxeClean(page, 'inbox');
  await picture(page, 'inbox-item');

  await offers.getByRole('button', { name: 'Use 4 March 2021, 9:04pm' }).press('Enter');
  await expect(page.getByText('is now dated 4 March 2021, 9:04pm')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('is now dated')).toHaveCount(0);
  const [waiting] = (await mustAsk(page, 'inbox.list', { state: 'waiting', offset: 0, limit: 1 })).items;
  expect(waiting!.about).toMatchObject({ happened: { edtf: '' } });

  // The date stands under her fingers, and Enter saves it.
  await keyIn(page).focus();
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog').getByLabel('Date', { exact: true })).toBeFocused();
  await page.keyboard.type('5 March 2021');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is now dated 5 March 2021')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('is now dated')).toHaveCount(0);

  // A new incident opens to be written; where nothing is, nothing of it is left.
  await keyIn(page).focus();
  await page.keyboard.press('l');
  await page.getByRole('dialog').getByRole('button', { name: 'Write a new incident and link it' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'What happened' })).toBeVisible();
  await expect(page.locator('.links').getByText('Screenshot_20210304-210433.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Back to Inbox' }).click();
  await expect(page.getByText('Nothing was written.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Screenshot_20210304-210433.txt' })).toBeVisible();
  expect(await names(page, 'placed')).toEqual([]);
  expect((await mustAsk(page, 'chronology.rows', { filter: { ...wholeChronology, show: ['incident'] }, offset: 0, limit: 9 })).rows.map(({ title }) => title)).toEqual(['He came to the door']);

  await keyIn(page).focus();
  await page.keyboard.press('t');
  await page.keyboard.type('threats');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Tags' }).getByText('threats')).toBeVisible();

  // L opens the list of incidents; the first is taken; what is linked is dealt with, and the next one is there.
  await expect(keyIn(page)).toBeFocused();
  await page.keyboard.press('l');
  await page.getByRole('dialog').getByRole('option', { name: /He came to the door/ }).press('Enter');
  await expect(page.getByText('is linked, and dealt with')).toBeVisible();
  expect(await names(page, 'placed')).toEqual(['Screenshot_20210304-210433.txt']);
  await expect(page.getByRole('heading', { name: 'notes to keep.txt' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'shopping list.txt' })).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText('Nothing is waiting')).toBeVisible();
  expect([await names(page, 'aside'), await names(page, 'not-relevant')]).toEqual([['notes to keep.txt'], ['shopping list.txt']]);

  // Back, step by step, through all of it.
  for (let step = 0; step < 3; step += 1) { await page.keyboard.press('Control+z'); await page.waitForTimeout(150); }
  await expect.poll(() => names(page, 'waiting')).toEqual(['Screenshot_20210304-210433.txt', 'notes to keep.txt', 'shopping list.txt']);
  expect((await mustAsk(page, 'incidents.get', { id: incident })).links).toEqual([]);
  expect((await mustAsk(page, 'tags.list', {})).tags).toMatchObject([{ name: 'threats', count: 1 }]);
});

test('an exchange of e-mails is one item: read beside, an e-mail chosen and linked by keyboard, and taken back', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const incident = await recorded(page, 'He was outside', '2019-03-13');
  const mail = (id: string, day: number, more: string, text: string): string => `From x@example.org Tue Mar 12 09:00:00 2019\nMessage-ID: <${id}@x>\n${more}From: Dan Hale <dan@example.org>\nTo: mara@example.org\nSubject: The flat\nDate: ${day} Mar 2019 09:00:00 +0000\n\n${text}\n\n`;
  const file = join(folder, 'all.mbox');
  writeFileSync(file, mail('one', 12, '', 'I know where you live now.') + mail('two', 13, 'In-Reply-To: <one@x>\n', 'I am outside.'));
  await place(page, 'E-mail').click();
  await page.getByRole('button', { name: 'Bring in e-mail' }).click();
  tidemark.answerDialogs({ open: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('1 exchange')).toBeVisible();

  await place(page, 'Inbox').click();
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option', { name: /The flat – Dan Hale/ })).toContainText('2 e-mails');
  await keyIn(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const reading = page.getByRole('region', { name: 'E-mail', exact: true });
  await expect(reading.getByText('I know where you live now.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'This may fit' }).getByRole('button', { name: 'Link to “He was outside”' })).toBeVisible();
  await reading.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(reading.getByText('I am outside.')).toBeVisible();
  await expect(reading.getByText('E-mail 2 of 2')).toBeVisible();
  await expectAxeClean(page, 'an exchange in the inbox');
  await picture(page, 'inbox-mail');
  await page.keyboard.press('l');
  await page.getByRole('dialog').getByRole('option', { name: /He was outside/ }).press('Enter');
  await expect(page.getByText('is linked, and dealt with')).toBeVisible();
  const { threads: [thread] } = await mustAsk(page, 'mail.threads', { filter: { text: '', who: '', fromDay: '', untilDay: '', hasAttachment: false, looksTracked: false }, offset: 0, limit: 1 });
  const { mails } = await mustAsk(page, 'mail.thread', { id: thread!.id });
  expect((await mustAsk(page, 'incidents.get', { id: incident })).links.map(({ target }) => target)).toEqual([{ kind: 'mail', mailId: mails[1]!.id }]);
  expect(await names(page, 'placed')).toEqual(['The flat']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => names(page, 'waiting')).toEqual(['The flat']);
  expect((await mustAsk(page, 'incidents.get', { id: incident })).links).toEqual([]);
});

test('what gives way when the text grows leaves the keyboard on what stays', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await bringIn(tidemark, folder, { 'one.txt': 'on 12 March 2019', 'two.txt': 'two' });
  await place(page, 'Inbox').click();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('heading', { name: 'two.txt' })).toBeVisible();
  await expect(page.getByRole('listbox')).toBeFocused();
  await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible())?.webContents.setZoomFactor(2));
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'two.txt' })).toBeFocused();
  await page.keyboard.press('l');
  await expect(page.getByRole('dialog').getByLabel('Find an incident', { exact: true })).toBeFocused();
});

test('fits in a small window and at 200 %', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await bringIn(tidemark, folder, { 'one.txt': 'on 12 March 2019', 'two.txt': 'two' });
  await place(page, 'Inbox').click();
  await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible())?.webContents.setZoomFactor(2));
  await page.getByRole('option').first().click();
  // In so little room the thing takes the list's place, and with it the keyboard.
  await expect(page.getByRole('heading', { name: 'two.txt' })).toBeFocused();
  await picture(page, 'inbox-200');
  // Text and buttons of the dialogs come into sight, also in so little room.
  for (const [key, label, button] of [['l', 'Find an incident', 'Write a new incident and link it'], ['d', 'Date', 'Use this date']] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog').getByLabel(label, { exact: true })).toBeInViewport({ ratio: 1 });
    await picture(page, `inbox-200-${key}`);
    if (key === 'd') { await page.keyboard.type('3/4/2019'); await expect(page.getByRole('dialog').getByRole('radio').last()).toBeAttached(); }
    for (const part of [page.getByRole('dialog').getByRole('button', { name: button }), page.getByRole('dialog').getByRole('button', { name: 'Cancel' })]) { await part.focus(); await expect(part).toBeInViewport({ ratio: 1 }); }
    await picture(page, `inbox-200-${key}-end`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // Faster than any hand: the next key comes once the keyboard is back.
    await expect(page.getByRole('heading', { name: 'two.txt' })).toBeFocused();
  }
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { name: 'one.txt' })).toBeVisible();
  expect(await names(page, 'not-relevant')).toEqual(['two.txt']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(1);
});

test('takes a whole folder with an archive in it, says what is left out, and leads to the inbox', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const photos = join(folder, 'From his phone');
  mkdirSync(join(photos, '2021'), { recursive: true });
  writeFileSync(join(photos, '2021', 'IMG_20210304_210433.txt'), 'a picture');
  writeFileSync(join(photos, 'the same again.txt'), 'a picture');
  writeFileSync(join(photos, 'empty.txt'), '');
  writeFileSync(join(photos, 'photo3.jpg'), 'not there for long');
  writeFileSync(join(photos, 'backup.zip'), makeZip([{ name: 'letters/council.txt', bytes: Buffer.from('Dear Mara, 12 May 2020') }, { name: '../out.txt', bytes: Buffer.from('no') }]));
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ folder: photos });
  await page.getByRole('button', { name: 'Add a folder' }).click();
  await expect(page.getByText('5 files,')).toBeVisible();
  await page.getByRole('button', { name: '2 files are left out' }).click();
  await expect(page.getByText('its name points outside')).toBeVisible();
  await expectAxeClean(page, 'a folder');
  await picture(page, 'folder-found');
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 1 })).toMatchObject({ total: 0 });
  rmSync(join(photos, 'photo3.jpg'));
  await page.getByRole('button', { name: 'Keep 5 files' }).click();
  await expect(page.getByText('3 files are now in your vault. 1 file was there already')).toBeVisible();
  await expect(page.getByText('photo3.jpg: it was no longer there')).toBeVisible();
  await picture(page, 'folder-kept');
  await page.getByRole('button', { name: 'Look at them in the inbox' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.getByRole('option', { name: /council/ }).click();
  await expect(page.getByText('From letters/council.txt')).toBeVisible();
  // Erasing what lies in a kept archive says that the archive still holds it; the list narrows to a tag.
  const { items } = await mustAsk(page, 'inbox.list', { state: 'waiting', offset: 0, limit: 9 });
  await mustAsk(page, 'tags.put', { kind: 'document', id: items.find(({ title }) => title.includes('council'))!.id, name: 'letters' });
  await page.getByRole('button', { name: 'Open it in its place' }).click();
  await page.getByRole('button', { name: 'Erase this document' }).click();
  await expect(page.getByRole('dialog').getByText('It came in inside “backup.zip”, which is kept whole and still holds it.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'All documents' }).click();
  const list = page.getByRole('listbox', { name: 'Documents' });
  await expect(list.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: /Any tag/ }).click();
  await page.getByRole('option', { name: 'letters' }).click();
  await expect(list.getByRole('option')).toHaveCount(1);
});

test('a film of 4 GB comes in with its progress, is stopped on the way, and leaves nothing', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const films = join(folder, 'Films');
  mkdirSync(films);
  writeFileSync(join(films, 'film.mp4'), '\0\0\0\x18ftypmp42');
  truncateSync(join(films, 'film.mp4'), 4 * 2 ** 30);
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ folder: films });
  await page.getByRole('button', { name: 'Add a folder' }).click();
  await page.getByRole('button', { name: 'Keep 1 file' }).click();
  await expect(page.getByText(/^(?:0\.\d|[1-9])[\d.]* of 4\.\d+ GB$/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing of it was kept.')).toBeVisible();
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 1 })).toMatchObject({ total: 0 });
  expect(await mustAsk(page, 'inbox.counts', {})).toMatchObject({ waiting: 0 });
});
