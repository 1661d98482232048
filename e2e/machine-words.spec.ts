import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';

const picture = (name: string) => join(import.meta.dirname, '../scripts/proofs/ocr-work/pictures', name);

test('words are read off a picture, said to be a machine’s, put right beside it, found, and marked on it', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const name = 'Screenshot of 9 August.png';
  copyFileSync(picture('chat-dark-small.png'), join(folder, name));
  const dayName = 'Screenshot_20240303-221004.png';
  writeFileSync(join(folder, dayName), await drawChat(page, [['middle', 'Yesterday 21:04'], ['left', 'I know where you parked the car'], ['left', 'You said you were working today'], ['right', 'Please stop writing to me']]));
  tidemark.answerDialogs({ open: [join(folder, name), join(folder, dayName)] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('2 of 2 files done')).toBeVisible();
  await page.getByRole('option', { name }).click();
  const words = page.getByRole('region', { name: 'Words in the picture' });
  await expect(words.getByText('Nobody is going to believe you. I write')).toBeVisible({ timeout: 60_000 });
  await expect(words.getByText(/^Read by a machine on .* the picture is what counts\.$/)).toBeVisible();
  await expectAxeClean(page, 'machine-read words');

  await test.step('she puts them right by keyboard; the machine’s stay beside', async () => {
    await tidemark.focusWindow();
    await words.getByRole('button', { name: 'Put these words right' }).focus();
    await page.keyboard.press('Enter');
    const field = words.getByRole('textbox', { name: 'Words as they stand in the picture' });
    await expect(field).toBeFocused();
    await field.fill((await field.inputValue()).replace('write', 'wrote'));
    await expectAxeClean(page, 'putting machine-read words right');
    await words.getByRole('button', { name: 'Keep these words' }).click();
    await expect(words.getByText(/^Put right by you on /)).toBeVisible();
    await expect(words.getByText('I wrote')).toBeVisible();
    const { id } = (await mustAsk(page, 'documents.list', { offset: 0, limit: 2 })).documents.find(({ originalName }) => originalName === name)!;
    const [kept] = (await mustAsk(page, 'documents.pages', { id, fromPage: 1, limit: 1 })).pages;
    expect([kept?.text.includes('wrote'), kept?.machineText?.includes('wrote'), kept?.origin, kept?.language]).toEqual([true, false, 'ocr', 'eng+cym']);
    expect((await mustAsk(page, 'search.find', { text: '"still missing from the account"', offset: 0, limit: 5 })).hits).toMatchObject([{ subject: 'page', id }]);
  });

  await test.step('what she types is there after a lock a moment later', async () => {
    await words.getByRole('button', { name: 'Put these words right' }).click();
    const field = words.getByRole('textbox', { name: 'Words as they stand in the picture' });
    await field.fill((await field.inputValue()).replace('I wrote', 'I then wrote'));
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, 'four plain words together')).toMatchObject({ ok: true });
    await place(page, 'Documents').click();
    await page.getByRole('option', { name }).click();
    await expect(words.getByText('I then wrote')).toBeVisible();
    await expect(words.getByText(/^Put right by you on /)).toBeVisible();
  });

  await test.step('“Yesterday” on a screen: the day that follows is offered, marked in the picture, and taken by one press', async () => {
    await page.getByRole('option', { name: dayName }).or(page.getByRole('button', { name: 'All documents' })).first().click();
    if (!(await page.getByRole('heading', { name: dayName, level: 1 }).isVisible())) await page.getByRole('option', { name: dayName }).click();
    const question = page.getByText('The picture says “Yesterday 21:04”. If it was taken on 3 March 2024, that was 2 March 2024.');
    await expect(question).toBeVisible({ timeout: 60_000 });
    // What he wrote is speech, and no heading of the screen.
    await expect(page.getByText(/The picture says “.*today/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Show the picture' }).click();
    await expect(page.locator('.word-marks span')).toHaveCount(2);
    await expectAxeClean(page, 'a day on a screen');
    const { id } = (await mustAsk(page, 'documents.list', { offset: 0, limit: 2 })).documents.find(({ originalName }) => originalName === dayName)!;
    expect((await mustAsk(page, 'documents.get', { id })).happened.edtf).toBe('');
    await page.getByRole('button', { name: 'Use 2 March 2024, 9:04pm' }).focus();
    await page.keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await expect.poll(async () => (await mustAsk(page, 'documents.get', { id })).happened).toMatchObject({ edtf: '2024-03-02', timeOfDay: '21:04', basis: 'other' });
  });
});

/** A phone's conversation as a PNG, in dark mode. */
async function drawChat(page: Page, lines: readonly (readonly ['left' | 'middle' | 'right', string])[]): Promise<Buffer> {
  const address = await page.evaluate((drawn) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [720, 160 + drawn.length * 110];
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#0b141a';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.font = '30px Arial, sans-serif';
    for (const [index, [side, words]] of drawn.entries()) {
      const width = context.measureText(words).width;
      const left = side === 'middle' ? (720 - width) / 2 : side === 'left' ? 50 : 670 - width;
      context.fillStyle = side === 'right' ? '#005c4b' : '#202c33';
      context.fillRect(left - 24, 60 + index * 110, width + 48, 72);
      context.fillStyle = '#e9edef';
      context.fillText(words, left, 60 + index * 110 + 46);
    }
    return canvas.toDataURL('image/png');
  }, lines);
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

test('a PDF of pictures is read page by page, and a picture without words says so', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const pdf = await PDFDocument.create();
  for (const name of ['letter-fax-100dpi.jpg', 'welsh-letter.jpg']) {
    const jpeg = await pdf.embedJpg(readFileSync(picture(name)));
    pdf.addPage([595, 842]).drawImage(jpeg, { x: 0, y: 0, width: 595, height: 842 });
  }
  pdf.addPage([595, 842]).drawText('Reference NM/0628/22: we have closed the wardrobe enquiry.', { x: 50, y: 420, size: 12 });
  writeFileSync(join(folder, 'scanned letters.pdf'), await pdf.save());
  copyFileSync(join(import.meta.dirname, '../assets/sample-case/files/gravel.jpg'), join(folder, 'gravel.jpg'));
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ open: [join(folder, 'scanned letters.pdf'), join(folder, 'gravel.jpg')] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('2 of 2 files done')).toBeVisible();
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 2 });
  const [scan, gravel] = ['scanned letters.pdf', 'gravel.jpg'].map((name) => documents.find(({ originalName }) => originalName === name)!.id) as [string, string];
  const ocrOf = async (id: string) => (await mustAsk(page, 'documents.contents', { id })).readings.find(({ step }) => step === 'ocr')?.state;
  await test.step('how far it is; paused, only what she asks for is read', async () => {
    await expect(page.getByText(/^Reading the words in pictures: \d of [12]$/)).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.getByText(/^Paused: the words of \d files? are still to be read\./)).toBeVisible();
    await expectAxeClean(page, 'reading paused');
    await mustAsk(page, 'readings.readNow', { id: scan, step: 'ocr' });
    await expect.poll(() => ocrOf(scan), { timeout: 90_000 }).toBe('done');
    expect(await mustAsk(page, 'readings.state', {})).toMatchObject({ isPaused: true });
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(page.getByText(/^Paused/)).toHaveCount(0);
    await expect.poll(() => ocrOf(gravel), { timeout: 60_000 }).toBe('done');
    expect((await mustAsk(page, 'documents.pages', { id: gravel, fromPage: 1, limit: 1 })).pages).toEqual([]);
  });
  await page.getByRole('option', { name: 'scanned letters.pdf' }).click();
  const words = page.getByRole('region', { name: 'Words on pages that are pictures' });
  await expect(words.getByText('Professional Standards Department')).toBeVisible();
  await expect(words.getByText('Gwasanaeth Cymorth i Ferched')).toBeVisible();
  await expect(words.getByRole('heading', { level: 3 })).toHaveText(['Page 1', 'Page 2']);
  await expectAxeClean(page, 'machine-read pages');

  const openFound = async (text: string): Promise<void> => {
    await tidemark.focusWindow();
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(text);
    await page.getByRole('menuitem', { name: /See everything/ }).click();
    await page.locator('.hit').first().click();
    await expect(page.getByRole('heading', { name: 'scanned letters.pdf', level: 1 })).toBeVisible();
  };
  await test.step('words looked for are marked on the page that is a picture, and brought into sight', async () => {
    await openFound('Gwasanaeth');
    await expect(page.locator('.pdf-page[data-page="2"] .word-marks span').first()).toBeInViewport();
    await expect(page.locator('.pdf-page[data-page="1"] .word-marks span')).toHaveCount(0);
  });
  await test.step('and in the words of a page that has its own', async () => {
    // The reader of papers yields to everything else on the machine.
    await expect.poll(async () => (await mustAsk(page, 'documents.contents', { id: scan })).readings.find(({ step }) => step === 'words')?.state, { timeout: 90_000 }).toBe('done');
    await openFound('wardrobe');
    await expect(page.locator('.pdf-page[data-page="3"] mark')).toHaveText(['wardrobe']);
    await expect(page.locator('.pdf-page[data-page="3"] mark')).toBeInViewport();
    await expectAxeClean(page, 'words marked on a page');
  });
});
