import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import { emptyIncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { takePictures } from './support/pictures';
import { place } from './support/places';

const photograph = join(import.meta.dirname, '../assets/sample-case/files/IMG_20210913_074112.jpg');
const secret = '12 Rose Lane';

async function writeFiles(folder: string): Promise<string[]> {
  mkdirSync(folder);
  const letter = await PDFDocument.create();
  const font = await letter.embedFont(StandardFonts.Helvetica);
  const say = (words: string, y: number, at = letter.getPages().at(-1)!) => at.drawText(words, { x: 60, y, size: 14, font });
  letter.addPage([595, 842]);
  say('Dear Sir, I live at 12 Rose', 700);
  say('Lane, near the mill pond.', 680);
  letter.addPage([595, 842]);
  say('Her school is Oakfield.', 421);
  letter.setTitle(secret);
  const covered = await PDFDocument.create();
  const coveredFont = await covered.embedFont(StandardFonts.Helvetica);
  const page = covered.addPage([595, 842]);
  page.drawText('The informant is Quillfeather.', { x: 60, y: 700, size: 14, font: coveredFont });
  page.drawRectangle({ x: 160, y: 694, width: 120, height: 20, color: rgb(0, 0, 0) });
  const names = [`${secret}.pdf`, 'from the force.pdf', 'note.txt', 'house.jpg'].map((name) => join(folder, name));
  writeFileSync(names[0]!, await letter.save());
  writeFileSync(names[1]!, await covered.save());
  writeFileSync(names[2]!, 'He wrote down 12 ROSE  LANE, and milk.');
  writeFileSync(names[3]!, readFileSync(photograph));
  return names;
}


test('takes words and parts of pages out of a copy, by keyboard; stops what was only covered; the copy has no trace, the vault has all', async ({ tidemark, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const { id: incident } = await mustAsk(page, 'incidents.begin', {});
  const happened = { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: 'diary' as const };
  await mustAsk(page, 'incidents.saveDraft', { id: incident, content: { ...emptyIncidentContent, title: `At ${secret}`, account: 'He stood before 12 rose\nlane. The milk was gone.', where: '12, Rose-Lane', happened } });
  await mustAsk(page, 'incidents.record', { id: incident });
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ open: await writeFiles(join(folder, 'in')) });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('4 of 4 files done')).toBeVisible();
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 9 });
  for (const { id } of documents) await mustAsk(page, 'incidents.link', { id: incident, target: { kind: 'document', documentId: id } });

  await test.step('a list is made and words are put on it, where the copy is made', async () => {
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Ellis');
    await page.getByRole('button', { name: /^What is taken out of this copy/ }).click();
    await page.getByRole('button', { name: /^Nothing is taken out Redaction list|Redaction list/ }).first().click();
    await page.getByRole('option', { name: 'Make a new list' }).click();
    await page.getByLabel('Name of the new list').fill('For the force');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Words to take out' }).fill(secret);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: `“${secret}” · An address` })).toBeVisible();
    await expectAxeClean(page, 'Hand over, with a redaction list');
    await takePicture(page, 'hand-over');
    // Typed and not added, it would be in the pages: none are made before that is said.
    const waiting = page.getByRole('textbox', { name: 'Words to take out' });
    await waiting.fill('Elm Street');
    await page.getByRole('button', { name: /^What is taken out of this copy/ }).click();
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByText('These words are not on the list yet')).toBeVisible();
    await expect(waiting).toBeFocused();
    await page.getByRole('button', { name: 'Clear the field' }).click();
    await expect(waiting).toHaveValue('');
    await expect(page.getByText('These words are not on the list yet')).toHaveCount(0);
  });

  await test.step('part of a page is blacked out by keyboard, undone and set again', async () => {
    await place(page, 'Documents').click();
    await page.getByRole('option', { name: /12 Rose Lane\.pdf/ }).click();
    await page.getByRole('button', { name: 'Redact for handing over' }).click();
    await expect(page.getByText('The original stays as it is in your vault.')).toBeVisible();
    await page.getByRole('button', { name: /An address Why|Why/ }).first().click();
    await page.getByRole('option', { name: 'School or work' }).click();
    const second = page.getByRole('application', { name: /^Page 2: nothing blacked out/ });
    await tidemark.focusWindow();
    await second.focus();
    await page.keyboard.press('Enter');
    // However little of the page is seen, what she places is.
    await expect(page.locator('.black-out-box')).toBeInViewport({ ratio: 1 });
    for (const key of [...Array.from({ length: 30 }, () => 'ArrowLeft'), ...Array.from({ length: 20 }, () => 'Shift+ArrowRight'), 'Enter']) await page.keyboard.press(key);
    await expect(page.getByRole('application', { name: /^Page 2: 1 part blacked out/ })).toBeVisible();
    await page.getByRole('button', { name: /^On the list/ }).click();
    await page.getByRole('button', { name: /^Take off the list: Part of page 2/ }).click();
    await expect(page.getByRole('application', { name: /^Page 2: nothing blacked out/ })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('application', { name: /^Page 2: 1 part blacked out/ })).toBeVisible();
    await expectAxeClean(page, 'a document, redacted for handing over');
    await takePicture(page, 'document');
    // Typed and not added, nothing of it would be taken out: it is not done before that is said.
    const waiting = page.getByRole('textbox', { name: 'Words to take out' });
    await waiting.fill('Elm Street');
    await page.getByRole('button', { name: /^On the list/ }).click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByText('These words are not on the list yet')).toBeVisible();
    await expect(waiting).toBeFocused();
    await takePictures(tidemark, 'redact words waiting');
    await expectAxeClean(page, 'words that are not on the list yet');
    await page.getByRole('button', { name: 'Clear the field' }).click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(waiting).toHaveCount(0);
  });

  await test.step('and part of a picture by mouse', async () => {
    await page.getByRole('button', { name: 'All documents' }).click();
    await page.getByRole('option', { name: /house\.jpg/ }).click();
    await page.getByRole('button', { name: 'Redact for handing over' }).click();
    const reveal = page.getByRole('button', { name: /^Show/ });
    if (await reveal.count() > 0) await reveal.first().click();
    const layer = page.getByRole('application', { name: /^Page 1/ });
    const box = (await layer.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75, { steps: 5 });
    await page.mouse.up();
    await expect(page.getByRole('application', { name: /^Page 1: 1 part blacked out/ })).toBeVisible();
    await takePicture(page, 'picture');
    await page.getByRole('button', { name: 'Done', exact: true }).click();
  });

  const saved = join(folder, 'Ellis.pdf');
  await test.step('the document that was only covered waits for her word', async () => {
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Ellis');
    await page.getByRole('button', { name: /^What is taken out of this copy/ }).click();
    await page.getByRole('button', { name: /Redaction list/ }).first().click();
    await page.getByRole('option', { name: /^For the force/ }).click();
    await page.getByRole('button', { name: 'Make the pages', exact: true }).click();
    await expect(page.getByText('1 document has words that were covered, not taken out')).toBeVisible({ timeout: 120_000 });
    await expectAxeClean(page, 'pages with a document that waits');
    await takePicture(page, 'found');
    await page.getByRole('button', { name: /^Black them out for good/ }).click();
    await page.getByRole('button', { name: 'Make the pages again' }).first().click();
    await expect(page.getByText('1 document has words that were covered')).toBeHidden();
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click({ timeout: 120_000 });
    await expect(page.getByText('Saved as Ellis.pdf')).toBeVisible();
    await takePicture(page, 'pages');
  });

  await test.step('no trace is in the copy, by other people’s programs', () => {
    execFileSync('qpdf', ['--check', saved], { stdio: 'pipe' });
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', saved, '-'], { encoding: 'utf8' });
    const streams = execFileSync('qpdf', ['--qdf', '--object-streams=disable', saved, '-'], { maxBuffer: 1 << 28 }).toString('latin1').toLowerCase();
    for (const word of ['rose', 'oakfield', 'quillfeather']) {
      const wide = Buffer.from(word, 'utf16le').swap16();
      expect.soft(text.toLowerCase(), word).not.toContain(word);
      for (const form of [word, wide.toString('latin1'), wide.toString('hex'), Buffer.from(word).toString('hex')]) expect.soft(streams.includes(form), `${word} as ${form}`).toBe(false);
    }
    for (const kept of ['milk', 'mill', 'pond.', 'informant', '[redacted: address]', '[redacted: school or work]']) expect.soft(text, kept).toContain(kept);
    if (process.env['PICTURES']) writeFileSync(join(process.env['PICTURES'], 'Ellis.pdf'), readFileSync(saved));
    execFileSync('pdfimages', ['-all', saved, join(folder, 'image')]);
    const images = readdirSync(folder).filter((name) => name.startsWith('image'));
    expect(images.length).toBeGreaterThan(2);
    for (const name of images) expect.soft(readFileSync(join(folder, name)).toString('latin1')).not.toMatch(/Exif|http:\/\/ns\.adobe/);
  });

  await test.step('the vault has all of it still', async () => {
    expect((await mustAsk(page, 'incidents.get', { id: incident })).content.where).toBe('12, Rose-Lane');
    expect((await mustAsk(page, 'documents.list', { offset: 0, limit: 9 })).documents.map(({ originalName, sha256 }) => [originalName, sha256])).toEqual(documents.map(({ originalName, sha256 }) => [originalName, sha256]));
    expect((await mustAsk(page, 'exports.list', {})).exports).toHaveLength(1);
  });
});

/** Only where somebody wants to look. */
async function takePicture(page: Page, name: string): Promise<void> {
  const into = process.env['PICTURES'];
  if (into) await page.screenshot({ path: join(into, `${name}.png`) });
}
