import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { lockedPdf } from './support/locked-pdf';
import { place } from './support/places';

const sample = (name: string) => join(import.meta.dirname, '../assets/sample-case/files', name);
const files = { image: 'IMG_20210913_074112.jpg', pdf: 'disclosure messages.pdf', audio: 'voicemail 0348.wav', video: 'doorbell 2022-11-13 2210.webm', text: 'complaint to professional standards.txt' } as const;

async function open(page: Page, name: string): Promise<void> {
  await place(page, 'Documents').click();
  const back = page.getByRole('button', { name: 'All documents' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('option', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('adds documents, notices duplicates, and shows each in its own way', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  await expectAxeClean(page, 'Documents, empty');

  await test.step('several at once, each with its own end', async () => {
    tidemark.answerDialogs({ open: Object.values(files).map(sample) });
    await page.getByRole('button', { name: 'Add documents' }).click();
    await expect(page.getByText('5 of 5 files done')).toBeVisible();
    await expectAxeClean(page, 'Documents, added');
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    for (const [form, name] of Object.entries(files)) {
      const kept = documents.find((document) => document.originalName === name);
      expect(kept).toMatchObject({ form, sha256: createHash('sha256').update(readFileSync(sample(name))).digest('hex') });
    }
  });

  await test.step('the same file again is noticed and said', async () => {
    tidemark.answerDialogs({ open: [sample(files.text)] });
    await page.getByRole('button', { name: 'Add documents' }).click();
    await expect(page.getByText('You have added this same file before. It was not kept twice.')).toBeVisible();
    expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 1 })).toMatchObject({ total: 5 });
  });

  await test.step('one that is gone stops none of the others', async () => {
    tidemark.answerDialogs({ open: [join(folder, 'gone since.jpg'), sample('complaint to professional standards.txt')] });
    await page.getByRole('button', { name: 'Add documents' }).click();
    await expect(page.getByText('gone since.jpg')).toBeVisible();
    await expect(page.getByText('The file could not be read. It has not been changed.')).toBeVisible();
    await expect(page.getByText('8 of 8 files done; 1 not kept')).toBeVisible();
  });

  await test.step('a picture, blurred until chosen and upright', async () => {
    await open(page, files.image);
    await expect(page.getByRole('img', { name: files.image })).toHaveCount(0);
    await expectAxeClean(page, 'a blurred picture');
    await tidemark.focusWindow();
    await page.getByRole('button', { name: 'Show the picture' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: /^Picture: / })).toBeFocused();
    const image = page.getByRole('img', { name: files.image });
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    const { picture } = documents.find((document) => document.originalName === files.image)!;
    const size = await image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight]);
    const turned = picture!.orientation >= 5;
    expect(size).toEqual(turned ? [picture!.heightPx, picture!.widthPx] : [picture!.widthPx, picture!.heightPx]);
    await expectAxeClean(page, 'a picture');
  });

  await test.step('a PDF with its text, pages by keyboard', async () => {
    await open(page, files.pdf);
    const first = page.locator('.pdf-page[data-page="1"]');
    await expect(first).toContainText('disclosure NM/0202/23');
    await expect.poll(() => first.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, index) => index % 4 === 0 && value < 100 && data[index + 3]! > 200);
    })).toBe(true);
    await tidemark.focusWindow();
    await page.getByRole('group', { name: /^Pages of/ }).focus();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('textbox', { name: 'Page' })).toHaveValue('2');
    await expectAxeClean(page, 'a PDF');
  });

  await test.step('a film that seeks by byte ranges', async () => {
    await open(page, files.video);
    await page.getByRole('button', { name: 'Show the film' }).click();
    const film = page.locator('video');
    await expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(0);
    await tidemark.focusWindow();
    await page.getByRole('group', { name: /^Player for/ }).focus();
    await page.keyboard.press('l');
    await expect.poll(() => film.evaluate((element: HTMLVideoElement) => Math.round(element.currentTime))).toBe(10);
    await expect(page.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuetext', /^0:10 of/);
    await expectAxeClean(page, 'a film');
  });

  await test.step('sound and text', async () => {
    await open(page, files.audio);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expectAxeClean(page, 'sound');
    await open(page, files.text);
    await expect(page.getByText('neighbouring force')).toBeVisible();
    await expectAxeClean(page, 'a text');
  });

  await test.step('a copy of the original for whoever checks the hash', async () => {
    const copy = join(folder, 'the copy.txt');
    tidemark.answerDialogs({});
    await page.getByRole('button', { name: 'Save a copy of the original' }).click();
    await expect(page.getByText('Saving the copy')).toHaveCount(0);
    expect(existsSync(copy)).toBe(false);
    tidemark.answerDialogs({ save: copy });
    await page.getByRole('button', { name: 'Save a copy of the original' }).click();
    await expect(page.getByText('The copy is saved. It is exactly the file you added.')).toBeVisible();
    await expectAxeClean(page, 'a copy saved');
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    const { id, sha256 } = documents.find((document) => document.originalName === files.text)!;
    expect(createHash('sha256').update(readFileSync(copy)).digest('hex')).toBe(sha256);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const { entries } = await mustAsk(page, 'history.list', { subjectId: id, offset: 0, limit: 10 });
    expect(entries[0]).toMatchObject({ kind: 'original-saved' });
    tidemark.answerDialogs({ save: join(folder, 'nowhere', 'copy.txt') });
    await page.getByRole('button', { name: 'Save a copy of the original' }).click();
    await expect(page.getByText(/The folder you chose is no longer there/)).toBeVisible();
  });

  await test.step('what she says is kept, with how the date is known', async () => {
    await page.getByLabel('A name for it').fill('My complaint');
    await page.getByLabel('When is it from?').fill('19 May 2023');
    await page.getByRole('textbox', { name: 'Note' }).focus();
    await expect(page.getByText(/^Saved on this computer, \d\d:\d\d/)).toBeVisible();
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    const said = documents.find((document) => document.originalName === files.text)!;
    expect(said).toMatchObject({ title: 'My complaint', happened: { edtf: '2023-05-19' } });
    // An entry in the history for each field that was left, none for each key.
    const { entries } = await mustAsk(page, 'history.list', { subjectId: said.id, offset: 0, limit: 50 });
    expect(entries.filter(({ kind }) => kind === 'document-amended')).toHaveLength(2);
    // Words typed a moment before leaving the page, or before a lock, are kept.
    await tidemark.focusWindow();
    await page.getByRole('textbox', { name: 'Note' }).pressSequentially('Sent by post');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Documents' })).toBeFocused();
    await expect.poll(async () => (await mustAsk(page, 'documents.get', { id: said.id })).note).toBe('Sent by post');
    await open(page, 'My complaint');
    await page.getByRole('textbox', { name: 'Note' }).fill('Sent by post, recorded');
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, 'four plain words together')).toMatchObject({ ok: true });
    expect((await mustAsk(page, 'documents.get', { id: said.id })).note).toBe('Sent by post, recorded');
    await open(page, 'My complaint');
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Sent by post, recorded');
    await expectAxeClean(page, 'what she says of a document');
  });

  await test.step('erasing asks why and keeps the trace', async () => {
    await page.getByRole('button', { name: 'Erase this document' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Erase this document' }).click();
    await expect(dialog.getByText('Please give a reason in a few words.')).toBeVisible();
    await dialog.getByLabel('Why do you erase it?').fill('Added by mistake');
    await dialog.getByRole('button', { name: 'Erase this document' }).click();
    await expect(page.getByText('The reason you gave: Added by mistake')).toBeVisible();
    await expectAxeClean(page, 'an erased document');
  });
});

test('says plainly which pages cannot be shown: locked with a password, damaged', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const locked = join(folder, 'bank letter.pdf');
  writeFileSync(locked, lockedPdf);
  tidemark.answerDialogs({ open: [locked, sample('statement download.pdf')] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('2 of 2 files done')).toBeVisible();
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
  expect(new Set(documents.map(({ sizeBytes }) => sizeBytes))).toEqual(new Set([lockedPdf.length, statSync(sample('statement download.pdf')).size]));
  await open(page, 'bank letter.pdf');
  await expect(page.getByText('This PDF is locked with a password of its own. It is kept whole. Its pages are shown when you give the password.')).toBeVisible();
  await expectAxeClean(page, 'a locked PDF');
  const password = page.getByLabel('Password of this PDF');
  await password.fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That password did not open the file. Nothing has changed.')).toBeVisible();
  await password.fill('open');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /^Pages of/ })).toBeVisible();
  // Its words are read with the same password: it has none.
  await expect(page.getByText('No words were found in it.')).toBeVisible();
  await expectAxeClean(page, 'a locked PDF');
  await open(page, 'statement download.pdf');
  await expect(page.getByText('These pages could not be shown. Save a copy of the original: it is checked as it is saved, and you are told if it is not whole.')).toBeVisible();
  await expectAxeClean(page, 'a damaged PDF');
});
