import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';

const pictures = (name: string): string => join(import.meta.dirname, '../electron/workers/read-document/pictures/samples', name);
const recordings = (name: string): string => join(import.meta.dirname, '../electron/workers/read-document/recordings/samples', name);

async function add(page: Page, files: readonly string[], answer: (dialogs: { open: string[] }) => void): Promise<void> {
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  answer({ open: [...files] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText(`${files.length} of ${files.length} files done`)).toBeVisible();
}

async function open(page: Page, name: string): Promise<void> {
  const back = page.getByRole('button', { name: 'All documents' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('option', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** The colours that the picture on the screen has at the middle of its left and of its right half: what she sees. */
async function coloursOf(page: Page): Promise<{ size: number[]; left: string; right: string }> {
  const image = page.locator('.picture-place img');
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => (element.complete ? element.naturalWidth : 0))).toBeGreaterThan(0);
  return image.evaluate((element: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [element.naturalWidth, element.naturalHeight];
    const context = canvas.getContext('2d')!;
    context.drawImage(element, 0, 0);
    const at = (x: number, y: number): string => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(Math.floor(canvas.width * x), Math.floor(canvas.height * y), 1, 1).data;
      const [most, name] = [[red, 'red'], [green, 'green'], [blue, 'blue']].toSorted((a, b) => Number(b[0]) - Number(a[0]))[0] as [number, string];
      return most > 180 && red + green + blue - most < 120 ? name : `${red},${green},${blue}`;
    };
    return { size: [canvas.width, canvas.height], left: at(0.25, 0.25), right: at(0.75, 0.75) };
  });
}

test('pictures that no window shows are drawn: HEIC, and a scan page by page', async ({ tidemark }) => {
  const { page } = tidemark;
  await add(page, ['halves.heic', 'colours-three-pages.tif', 'turned.tif', 'fax-three-pages.tif'].map(pictures), (dialogs) => tidemark.answerDialogs(dialogs));

  await test.step('HEIC', async () => {
    await open(page, 'halves.heic');
    await page.getByRole('button', { name: 'Show the picture' }).click();
    expect(await coloursOf(page)).toEqual({ size: [64, 48], left: 'red', right: 'blue' });
    await expect(page.getByText('Drawn from a HEIC file, which is kept as it is.')).toBeVisible();
    await expectAxeClean(page, 'a HEIC');
  });

  await test.step('a scan, by its pages', async () => {
    await open(page, 'colours-three-pages.tif');
    await page.getByRole('button', { name: 'Show the picture' }).click();
    await expect(page.getByText('Page 1 of 3')).toBeVisible();
    expect((await coloursOf(page)).left).toBe('red');
    await tidemark.focusWindow();
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Page 2 of 3')).toBeVisible();
    await expect.poll(async () => (await coloursOf(page)).left).toBe('green');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await coloursOf(page)).left).toBe('blue');
    await expectAxeClean(page, 'a scan');
  });

  await test.step('one that lies on its side is turned', async () => {
    await open(page, 'turned.tif');
    await page.getByRole('button', { name: 'Show the picture' }).click();
    expect(await coloursOf(page)).toMatchObject({ size: [48, 64], left: 'red', right: 'blue' });
  });

  await test.step('a fax', async () => {
    await open(page, 'fax-three-pages.tif');
    await page.getByRole('button', { name: 'Show the picture' }).click();
    expect((await coloursOf(page)).size).toEqual([48, 32]);
  });

  await test.step('one that is asked for beyond its end is refused', async () => {
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    const { id } = documents.find(({ originalName }) => originalName === 'turned.tif')!;
    await expect(mustAsk(page, 'pictures.drawPage', { id, page: 2 })).rejects.toThrow('not-understood');
  });

  await test.step('all pages of a scan are printed, and the HEIC', async () => {
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    const idOf = (name: string): string => documents.find(({ originalName }) => originalName === name)!.id;
    const pagesWith = async (names: readonly string[]): Promise<number> => {
      const built = await askForTask(page, 'exports.build', { caseName: 'Ellis (invented)', incidentIds: [], caseIds: [], documentIds: names.map(idOf), excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] });
      if (built.state !== 'finished' || built.result?.kind !== 'export') throw new Error(`not built: ${JSON.stringify(built)}`);
      const { exportId, pageCount, couldNotInclude } = built.result.value;
      expect(couldNotInclude).toEqual([]);
      await mustAsk(page, 'exports.discard', { exportId });
      return pageCount;
    };
    const one = await pagesWith(['halves.heic']);
    expect(await pagesWith(['colours-three-pages.tif'])).toBe(one + 2);
  });
});

test('what a photograph says of itself: dates to take over, a place only when asked', async ({ tidemark }) => {
  const { page } = tidemark;
  await add(page, [pictures('phone.heic'), pictures('phone-screenshot.png'), recordings('live.mov')], (dialogs) => tidemark.answerDialogs(dialogs));
  await open(page, 'phone.heic');
  const claims = page.getByRole('region', { name: 'What the file says of itself' });

  await test.step('the place is told of, and shown when she asks', async () => {
    await expect(claims.getByText('The file says where it was made')).toBeVisible();
    await claims.getByRole('button', { name: 'Everything in the file’s own data' }).click();
    await expect(claims.getByText('GPSLatitude', { exact: true })).toHaveCount(0);
    await expect(page.getByText('51.50')).toHaveCount(0);
    await expectAxeClean(page, 'a photograph’s own data');
    await tidemark.focusWindow();
    await claims.getByRole('button', { name: 'Show the place' }).focus();
    await page.keyboard.press('Enter');
    await expect(claims.getByText('51.507351° N')).toBeVisible();
    await expect(claims.getByText('0.127758° W')).toBeVisible();
    await expect(claims.getByText('GPSLatitude', { exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('51.507351° N')).toHaveCount(0);
  });

  await test.step('a date is offered, and taken over with one press', async () => {
    await expect(page.getByText('The file’s own data says it was taken 12 March 2019, 9:05pm.')).toBeVisible();
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    const { id, happened } = documents.find(({ originalName }) => originalName === 'phone.heic')!;
    expect(happened.edtf).toBe('');
    await page.getByRole('button', { name: 'Use that date' }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('The file’s own data says it was taken')).toHaveCount(0);
    await expect.poll(async () => (await mustAsk(page, 'documents.get', { id })).happened).toMatchObject({ edtf: '2019-03-12', timeOfDay: '21:05', basis: 'photo-data' });
  });

  await test.step('a picture of a screen says that it is one, and without a word for a day asks nothing', async () => {
    await open(page, 'phone-screenshot.png');
    await expect(claims.getByText(/^a picture of a screen: /)).toBeVisible();
    await expect(page.getByText('Which day does the screen mean?')).toHaveCount(0);
    await expectAxeClean(page, 'a picture of a screen');
  });

  await test.step('a film: length, what is in it, device', async () => {
    await open(page, 'live.mov');
    await expect(claims.getByText('moving pictures in H.264, 64 by 48; sound in AAC, one channel')).toBeVisible();
    await expect(claims.getByText('Apple iPhone 8')).toBeVisible();
    await expect(claims.getByText('0:02')).toBeVisible();
  });

  await test.step('before it is handed over she is told which originals say where they were made, the film too', async () => {
    await expect(page.getByText('This file says where it was made. Whoever gets the copy gets that place.')).toBeVisible();
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 50 });
    for (const { id } of documents) await mustAsk(page, 'aside.put', { kind: 'document', id });
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Re A');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByText('2 originals say where they were made')).toBeVisible({ timeout: 60_000 });
    for (const name of ['phone.heic', 'live.mov']) await expect(page.getByRole('button', { name: `Open the document ${name}` })).toBeVisible();
    await expectAxeClean(page, 'originals that say where they were made');
  });
});

test('recordings: an outline, and what cannot be played is kept and said', async ({ tidemark }) => {
  const { page } = tidemark;
  await add(page, ['film.wmv', 'film.mp4', 'voice-note.ogg', 'hevc.mov'].map(recordings), (dialogs) => tidemark.answerDialogs(dialogs));
  await open(page, 'film.wmv');
  await expect(page.getByText('This recording cannot be played here: it is in Windows Media, which Tidemark does not play. It is kept whole.', { exact: false })).toBeVisible();
  await open(page, 'film.mp4');
  await page.getByRole('button', { name: 'Show the film' }).click();
  await expect.poll(() => page.locator('video').evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(64);
  await open(page, 'voice-note.ogg');
  await expect(page.locator('.waveform rect')).toHaveCount(240);
  await expectAxeClean(page, 'a voice note');
  await open(page, 'hevc.mov');
  await expect(page.getByText(/cannot be played here: it is in H\.265 \(HEVC\)|Only its sound can be played here|Show the film/).first()).toBeVisible();
});
