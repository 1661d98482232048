import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import { place } from './support/places';

const sample = (name: string) => join(import.meta.dirname, '../assets/sample-case/files', name);
const files = { audio: 'voicemail 0348.wav', text: 'complaint to professional standards.txt' } as const;

test('opens one dialog for a double click, and another when that is over', async ({ tidemark }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const add = page.getByRole('button', { name: 'Add documents' });
  const pressTwice = (): Promise<void> => add.evaluate((button: HTMLButtonElement) => { button.click(); button.click(); });
  tidemark.answerDialogs({ open: [sample(files.text)] });
  await pressTwice();
  await expect(page.getByText('1 of 1 file done')).toBeVisible();
  tidemark.answerDialogs({ open: [sample(files.audio)] });
  await pressTwice();
  await expect(page.getByText('2 of 2 files done')).toBeVisible();
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 1 })).toMatchObject({ total: 2 });
});

test('says of each file by itself what went wrong', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const empty = join(folder, 'empty.jpg');
  writeFileSync(empty, '');
  tidemark.answerDialogs({ open: [empty, sample(files.text)] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('2 of 2 files done')).toBeVisible();
  await expect(page.getByText(/The file is empty, so there is nothing to keep/)).toBeVisible();
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 1 })).toMatchObject({ total: 1 });
});

test('takes files that are dropped, and tells in which place', async ({ tidemark }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const { x, y } = await page.getByRole('heading', { name: 'No documents yet' }).boundingBox().then((box) => box!);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [sample(files.text), sample(files.audio)], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, x, y, data });
  await expect(page.locator('.documents')).toHaveAttribute('data-over', 'true');
  await session.send('Input.dispatchDragEvent', { type: 'drop', x, y, data });
  await expect(page.getByText('2 of 2 files done')).toBeVisible();
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
  expect(documents.map(({ originalName }) => originalName).sort()).toEqual([files.text, files.audio].sort());
  await expect(page.locator('.documents')).not.toHaveAttribute('data-over', 'true');
});

test('stops adding a large file and leaves nothing of it behind', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const bytesBelow = (place: string): number => readdirSync(place, { withFileTypes: true, recursive: true }).reduce((sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0), 0);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const film = join(folder, 'film.mp4');
  writeFileSync(film, '');
  truncateSync(film, 300_000_000);
  const before = { list: await mustAsk(page, 'documents.list', { offset: 0, limit: 10 }), bytes: bytesBelow(tidemark.userData) };
  tidemark.answerDialogs({ open: [film] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  const progress = page.getByRole('progressbar', { name: 'film.mp4' });
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow')), { intervals: [20] }).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing of it was kept.')).toBeVisible();
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 10 })).toEqual(before.list);
  expect(bytesBelow(tidemark.userData) - before.bytes).toBeLessThan(20_000_000);
  rmSync(film);
});
