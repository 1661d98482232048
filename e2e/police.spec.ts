import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard, expectSaved } from './support/by-keyboard';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('a report, what was given, an outcome four years on, and a reply with one thing missing, by keyboard', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark);
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  const photo = join(folder, 'IMG_2034.txt');
  writeFileSync(photo, 'a picture of the door');
  tidemark.answerDialogs({ open: [photo] });
  const { grants } = await mustAsk(page, 'documents.choose', {});
  await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
  await tidemark.focusWindow();

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const { tabTo, press, write, choose } = byKeyboard(page);
  const record = async (): Promise<void> => { await expectSaved(page); await press('This is my record'); await expect(page.getByText(/^First recorded /).first()).toBeVisible(); };

  await place(page, 'Police & agencies').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No contacts noted yet' })).toBeVisible();
  await picture('01 nothing yet');

  await test.step('the report, with a photo given', async () => {
    await press('Add a contact');
    await choose(/What it was/, 'I reported something');
    await write('When', '14 July 2019');
    await write('Reference', '47/1881/19');
    await write('What you said', 'He broke the door.');
    await write('What you were told', 'Somebody will ring you this week.');
    await press(/^What was promised/);
    await press('Add a promise');
    await page.keyboard.insertText('A call this week');
    await choose(/Was it kept/, 'Not kept');
    await press(/^What you gave them/);
    await press('Add something you gave');
    await page.keyboard.insertText('the photo of the door');
    await press('Add a document');
    await tabTo(page.getByRole('dialog').getByRole('option', { name: /IMG_2034/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('IMG_2034.txt')).toBeVisible();
    await press('Add something you gave');
    await page.keyboard.insertText('my diary of 2019');
    await write('A short name for it', 'The first report');
    await expectSaved(page);
    await picture('02 writing');
    await expectAxeClean(page, 'writing a contact');
    await record();
    await expect(page.getByRole('heading', { name: 'The first report', level: 1 })).toBeVisible();
  });

  await test.step('two that follow, the last with an outcome', async () => {
    for (const [when, told] of [['2 August 2019', 'Nobody is in charge of it yet.'], ['14 March 2024', 'It is closed.']] as const) {
      await press('Add a contact');
      await choose(/What it was/, 'A letter, e-mail or message');
      await write('When', when);
      await write('What you were told', told);
      if (when.endsWith('2024')) {
        await press(/^What came of it/);
        await press('Add an outcome');
        await choose(/Which kind/, 'What came of the crime');
        await choose(/What you were told/, 'No further action');
        await write('When you were told', when);
      }
      await press(/^Which report it belongs to/);
      await tabTo(page.getByRole('combobox', { name: 'Find the contact it follows' }));
      await page.keyboard.type('first');
      await page.locator('.popover').getByRole('option', { name: /The first report/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await record();
    }
    const story = page.getByRole('region', { name: 'Told, and what happened' });
    await expect(story.getByRole('heading', { level: 3 })).toHaveText([/14 July 2019: The first report/, /2 August 2019/, /14 March 2024/]);
    await expect(story).toContainText('4 years and 8 months (1,705 days) after the first contact.');
    await expect(story).toContainText(/SHA-256 [0-9a-f]{64}/);
    await expectAxeClean(page, 'told, and what happened');
    await story.scrollIntoViewIfNeeded();
    await picture('03 told and happened');
  });

  await test.step('the list says what is settled, and is narrowed', async () => {
    await expect(page.getByRole('option', { name: /The first report/ })).toContainText('47/1881/19');
    await expect(page.getByRole('option', { name: /14 March 2024/ })).toContainText('Outcome noted');
    await tabTo(button(/^Show fewer/), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('checkbox', { name: /Only reports without an outcome/ }));
    await page.keyboard.press('Space');
    const none = page.getByText('Nothing matches.');
    await expect(none).toBeVisible();
    // It begins where the words above it begin, not on the line that parts the list from the rail.
    const lettersBegin = (words: Locator) => words.evaluate((element) => { const range = document.createRange(); range.selectNodeContents(element); return Math.round(range.getBoundingClientRect().left); });
    expect(await lettersBegin(none)).toBe(await lettersBegin(page.getByRole('heading', { name: 'Contacts', level: 1 })));
    await expectAxeClean(page, 'narrowed');
    await picture('04 narrowed');
  });

  await test.step('a reply, with one thing missing', async () => {
    await tabTo(button('Replies and disclosures'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await press('Add a reply or a list');
    await write('When it came', '1 June 2024');
    await write('Type or paste lines', '1. IMG_2034.TXT handed in\n2. Call log,\ntwo pages\n3. A statement');
    await press('Add 3 lines');
    const held = page.getByRole('region', { name: 'What you gave, held against it' });
    await expect(held.getByRole('heading', { name: 'Not on the list: 2' })).toBeVisible();
    await expect(held.getByText('the file’s name “IMG_2034.txt” stands there')).toBeVisible();
    await picture('05 held against');
    await press('the photo of the door: it is line 1');
    await expect(held.getByRole('heading', { name: 'Not on the list: 1' })).toBeVisible();
    await expectAxeClean(page, 'a list being written');
    await record();
    await expect(held.getByRole('region', { name: 'Not on the list: 1' })).toContainText('my diary of 2019');
    await expect(held.getByRole('region', { name: 'Not on the list: 1' })).not.toContainText('the photo of the door');
    await expect(held.getByRole('button', { name: 'On the list, and not from you: 2' })).toBeVisible();
    await expectAxeClean(page, 'a list as it is kept');
    await picture('06 missing');
  });

  if (keptIn !== undefined) {
    const { settings } = await mustAsk(page, 'program.state', {});
    await mustAsk(page, 'program.saveSettings', { ...settings, theme: 'dark', textZoomPercent: 200 });
    await page.waitForTimeout(300);
    await picture('07 missing dark 200');
    await page.getByText('my diary of 2019').first().scrollIntoViewIfNeeded();
    await picture('08 missing dark 200');
  }
});
