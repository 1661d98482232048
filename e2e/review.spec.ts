import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, degrees } from 'pdf-lib';
import { emptyIncidentContent } from '../shared/model/incident';
import { addDocuments } from './support/add-documents';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard } from './support/by-keyboard';
import { expect, test } from './support/journey';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';
import { place } from './support/places';
import { readPdf, sha256sum } from './support/read-pdf';

const photograph = join(import.meta.dirname, '../assets/sample-case/files/gravel.jpg');

/** Six pages of a scan under a name that tells nothing; the fourth lies on its side. */
async function scan(file: string): Promise<void> {
  const document = await PDFDocument.create();
  for (let number = 1; number <= 6; number += 1) {
    const page = document.addPage([595, 842]);
    page.drawText(`only-on-page-${number}`, number === 4 ? { x: 300, y: 300, size: 24, rotate: degrees(90) } : { x: 100, y: 600, size: 24 });
  }
  await document.attach(new TextEncoder().encode('attached words'), 'notes of the whole.txt');
  writeFileSync(file, await document.save());
}

/** Everything in a file, unpacked. */
const unpacked = (file: string): string => execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1 << 28 }).toString('latin1');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const rotationOf = (file: string, page: number): number => Number(/rot:\s+(\d+)/.exec(execFileSync('pdfinfo', ['-f', String(page), '-l', String(page), file], { encoding: 'utf8' }))?.[1]);

test('an exhibit in the copy as she says, by keyboard: its title, its pages, their turn; kept with what was handed over, and used again', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  const picture = pictureTaker(tidemark, 'review-');
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const scanned = join(folder, 'scan0031.pdf');
  await scan(scanned);
  await addDocuments(tidemark, [scanned, photograph]);
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
  const idOf = (name: string) => documents.find(({ originalName }) => originalName === name)!.id;
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'The letter', account: 'It came from the school.' } });
  await mustAsk(page, 'incidents.record', { id });
  for (const name of ['scan0031.pdf', 'gravel.jpg']) await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: idOf(name) } });

  await tidemark.focusWindow();
  const { choose, press, write } = byKeyboard(page);
  const handOver = () => place(page, 'Hand over').click();
  const made = async () => { await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 90_000 }); };
  await handOver();
  await write('Short name of the case', 'Ellis');
  await press('Make the pages');
  await made();
  await press(/^Exhibits in these pages/);
  const form = page.getByRole('group', { name: /^How TM1 .*stands in this copy$/ });

  await test.step('opens the exhibit with the hand in its title; says what cannot be read; Escape goes back to where she was', async () => {
    await press(/^Change in this copy: TM1 scan0031\.pdf/);
    await expect(page.getByLabel('Title in this copy')).toBeFocused();
    await expect(form.getByText(/^Write pages as the file counts them, from 1 to 6\. Page 1 of the file is on page \d+ here\.$/)).toBeVisible();
    await expectAxeClean(page, 'an exhibit in this copy');
    await picture('1-form');
    await write('Pages that go', '3 to 9');
    await press('Use in this copy');
    await expect(form.getByText('Write pages from 1 to 6, such as “3 to 7, 12”.')).toBeVisible();
    await expect(page.getByLabel('Pages that go')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Change in this copy: TM1/ })).toBeFocused();
  });

  await test.step('another title, three of six pages, one of them turned; the photograph turned too', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.type('Letter of the school');
    await write('Pages that go', '3 to 4, 6');
    await write('A quarter to the right', '4');
    await press('Use in this copy');
    await expect(page.getByText('Kept for this copy: TM1. Make the pages again to see it.')).toBeVisible();
    await expect(page.getByText('Called “Letter of the school”. Of its 6 pages only pages 3, 4 and 6. Turned: page 4, a quarter to the right.')).toBeVisible();
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toBeVisible();
    await press(/^Change in this copy: TM2 gravel\.jpg/);
    await expect(page.getByLabel('Pages that go')).toHaveCount(0);
    await choose(/Turn it/, 'Upside down');
    await press('Use in this copy');
    await expect(page.getByText('Turned: upside down.')).toBeVisible();
    // Nothing that is not seen makes the window longer than it is.
    expect(await page.evaluate(() => Math.max(document.documentElement.scrollTop, document.body.scrollTop, document.getElementById('root')?.scrollTop ?? 0))).toBe(0);
    await expectAxeClean(page, 'exhibits in these pages, changed');
    await picture('2-changed');
  });

  await test.step('a page is turned where it is seen, and back', async () => {
    const bar = page.getByRole('group', { name: /^The page you are looking at: / });
    // Pages that we set cannot be turned: nothing is offered there, and nothing moves when it is.
    await expect(bar).toHaveCount(0);
    const place = page.getByRole('group', { name: 'Pages of the chronology' });
    const before = await place.boundingBox();
    await press(/: show TM1 scan0031\.pdf/);
    await expect(page.getByRole('group', { name: 'Pages of the chronology' })).toBeFocused();
    // Its sheet; the file's own pages follow.
    await expect(page.locator('.pdf-goto-input')).toHaveValue('6');
    await page.keyboard.press('PageDown');
    await expect(bar.getByText('TM1, page 1 of the file')).toBeVisible();
    expect(await place.boundingBox()).toEqual(before);
    await press('Turn left');
    await expect(bar.getByText('A quarter to the left')).toBeVisible();
    await expect(page.getByText(/Turned: page 1, a quarter to the left; page 4, a quarter to the right|Turned: page 4, a quarter to the right; page 1, a quarter to the left/)).toBeVisible();
    await picture('2-turned-where-seen');
    await press('Turn right');
    await expect(bar.getByText('As it is')).toBeVisible();
    await expect(page.getByText('Turned: page 4, a quarter to the right.')).toBeVisible();
  });

  const saved = join(folder, 'ellis.pdf');
  await test.step('the pages are made so: nothing of the other pages is in the file', async () => {
    await press('Make the pages again');
    await made();
    await press(/^Exhibits in these pages/);
    await expect(page.getByRole('button', { name: /^Change in this copy: TM1 Letter of the school \(extract: pages 3, 4 and 6 of 6\)/ })).toBeVisible();
    await picture('3-made');
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as ellis\.pdf/)).toBeVisible({ timeout: 60_000 });
    if (keptIn !== undefined) writeFileSync(join(keptIn, 'review.pdf'), readFileSync(saved));
    const { lacks, words, pages } = readPdf(saved);
    expect(lacks(['Letter of the school (extract: pages 3, 4 and 6 of 6)', 'scan0031.pdf', sha256sum(scanned), 'Pages 3, 4 and 6 of 6. The other pages are not in this document.', 'page 4 by a quarter to the right', 'the picture upside down', 'only-on-page-3', 'only-on-page-4', 'only-on-page-6'])).toEqual([]);
    const inside = unpacked(saved);
    for (const number of [1, 2, 5]) {
      expect(words).not.toContain(`only-on-page-${number}`);
      expect(inside).not.toContain(`only-on-page-${number}`);
      expect(inside.toLowerCase()).not.toContain(hex(`only-on-page-${number}`));
    }
    expect(words).not.toContain('notes of the whole');
    const turned = Array.from({ length: pages }, (_, index) => rotationOf(saved, index + 1)).filter((turn) => turn !== 0);
    expect(turned).toEqual([90]);
    // The text that ends the document is a page and two lines long: the last of it takes the lines before along.
    const lastPage = execFileSync('pdftotext', ['-layout', '-f', String(pages), '-l', String(pages), saved, '-'], { encoding: 'utf8' }).split('\n').filter((line) => line.trim() !== '');
    expect(lastPage.slice(-4).join(' ')).toContain('This document was prepared');
    expect(lastPage.length).toBeGreaterThan(5);
  });

  await test.step('the evidence is what it was; the history has no title', async () => {
    expect(await mustAsk(page, 'documents.get', { id: idOf('scan0031.pdf') })).toMatchObject({ title: '', originalName: 'scan0031.pdf', sha256: sha256sum(scanned) });
    const { exports: past } = await mustAsk(page, 'exports.list', {});
    expect(past[0]?.made?.said?.map(({ inCopy }) => inCopy)).toEqual([
      { title: 'Letter of the school', extract: { ranges: [{ from: 3, to: 4 }, { from: 6, to: 6 }], of: 6 }, turns: [{ page: 4, quarters: 1 }] }, { title: '', extract: null, turns: [{ page: 1, quarters: 2 }] },
    ]);
    const { entries } = await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit: 500 });
    expect(JSON.stringify(entries)).not.toContain('Letter of the school');
  });

  await test.step('another time the same again, from what was handed over before', async () => {
    await place(page, 'Documents').click();
    await handOver();
    await press(/^Handed over before/);
    await press('Use the same titles, pages and turns again as in ellis.pdf');
    await expect(page.getByText('Taken over for 2 exhibits. Make the pages to see them.')).toBeVisible();
    await picture('4-again');
    await write('Short name of the case', 'Ellis');
    await press('Make the pages');
    await made();
    await press(/^Exhibits in these pages/);
    await expect(page.getByText('Called “Letter of the school”. Of its 6 pages only pages 3, 4 and 6. Turned: page 4, a quarter to the right.')).toBeVisible();
    // And back to how it is kept.
    await press(/^Change in this copy: TM1/);
    await press('As in the record');
    await expect(page.getByText('Called “Letter of the school”')).toHaveCount(0);
    await press('Make the pages again');
    await made();
    await press(/^Exhibits in these pages/);
    await expect(page.getByRole('button', { name: /^Change in this copy: TM1 scan0031\.pdf$/ })).toBeVisible();
  });
});
