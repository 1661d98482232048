import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import yazl from 'yazl';
import { BagIndex } from '../shared/bag/bag-index';
import { emptyIncidentContent } from '../shared/model/incident';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';

const photograph = join(import.meta.dirname, '../assets/sample-case/files/IMG_20210913_074112.jpg');
const letter = join(import.meta.dirname, '../assets/sample-case/files/PSD outcome 20-11-2023.pdf');
const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('makes an evidence bag, by keyboard: copies unless she says otherwise, originals once she has read what they tell and decided what was found in them', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'The door', account: 'It was broken.' } });
  await mustAsk(page, 'incidents.record', { id });
  const report = await PDFDocument.create();
  report.addPage([595, 842]).drawText('The report.', { x: 60, y: 700 });
  report.setAuthor('M Quill, 14 Harbour Road');
  const planted = [join(folder, 'report.pdf'), join(folder, 'minutes.docx')] as const;
  writeFileSync(planted[0], await report.save());
  writeFileSync(planted[1], await wordFile('The meeting was at ten.', 'She now lives at 14 Harbour Rd, EM4 7QT'));
  for (const file of [photograph, letter, ...planted]) {
    tidemark.answerDialogs({ open: [file] });
    const { grants } = await mustAsk(page, 'documents.choose', {});
    const { result } = await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
    if (result?.kind !== 'document') throw new Error('not added');
    await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: result.value.document.id } });
  }
  await mustAsk(page, 'protectedFacts.add', { kind: 'address', text: '14 Harbour Road, EM4 7QT', alsoWritten: [] });
  await tidemark.focusWindow();
  await place(page, 'Hand over').click();
  await page.getByRole('radio', { name: /^Chronology\b/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Evidence bag' })).toBeChecked();
  await page.getByLabel('Short name of the case').fill('Ellis');
  await page.getByRole('button', { name: 'Make the pages' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'The evidence bag' });
  await expect(panel.getByRole('button', { name: 'Save the evidence bag' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Save the PDF' })).toHaveCount(0);
  await expect(panel.getByRole('radio', { name: 'Copies, without what the files say of themselves' })).toBeChecked();
  await expectAxeClean(page, 'the evidence bag');

  const places = ['copies', 'originals'].map((name) => join(folder, name));
  for (const place of places) mkdirSync(place);
  const [copies, originals] = places as [string, string];
  const listed = () => panel.getByRole('region', { name: 'Address: 14 Harbour Road, EM4 7QT' });
  const bagIn = (place: string) => join(place, 'Ellis-evidence');
  const fileOf = (place: string, mark: string) => BagIndex.parse(JSON.parse(readFileSync(join(bagIn(place), 'data/index.json'), 'utf8'))).exhibits.find((exhibit) => exhibit.mark === mark)?.files[0];

  await test.step('copies: the picture drawn afresh, the letter by its SHA-256', async () => {
    tidemark.answerDialogs({ folder: copies });
    await panel.getByRole('button', { name: 'Save the evidence bag' }).focus();
    await page.keyboard.press('Enter');
    await expect(panel.getByText('Saved as Ellis-evidence.')).toBeVisible({ timeout: 90_000 });
    await expect(panel.getByText(sumOf(join(bagIn(copies), 'tagmanifest-sha256.txt')))).toBeVisible();
    execFileSync('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: bagIn(copies) });
    expect(fileOf(copies, 'TM1')).toMatchObject({ original: { sha256: sumOf(photograph) }, inBag: { as: 'copy' }, claims: [] });
    expect(fileOf(copies, 'TM2')).toMatchObject({ original: { sha256: sumOf(letter) }, inBag: { as: 'not', why: 'not-chosen' } });
    const copy = fileOf(copies, 'TM1')?.inBag;
    // The place, the phone and the author are in the original, and in no copy.
    for (const told of ['Exif', 'GPS', 'ns.adobe', 'Photoshop']) expect(readFileSync(join(bagIn(copies), copy?.as === 'copy' ? copy.path : '')).includes(told), told).toBe(false);
    expect(readFileSync(photograph).includes('Exif')).toBe(true);
    await expectAxeClean(page, 'the evidence bag, saved');
  });

  await test.step('originals: only once she has read what they say of themselves', async () => {
    await panel.getByRole('button', { name: 'Save another' }).click();
    await panel.getByRole('radio', { name: 'The originals, byte for byte' }).check({ force: true });
    tidemark.answerDialogs({ folder: originals });
    await panel.getByRole('button', { name: 'Save the evidence bag' }).click();
    await expect(panel.getByText('Tick this first, or choose copies.')).toBeVisible();
    await expect(panel.getByRole('checkbox', { name: 'I have read this. Send the originals with all they say.' })).toBeFocused();
    expect(readdirSync(originals)).toEqual([]);
    await expectAxeClean(page, 'the evidence bag, originals');
    await page.keyboard.press('Space');
    await panel.getByRole('button', { name: 'Save the evidence bag' }).click();
    await expect(panel.getByText(/finds in the files to decide before you can save the bag$/)).toBeVisible({ timeout: 90_000 });
    await expect(panel.getByRole('button', { name: 'Save the evidence bag' })).toHaveCount(0);
    expect(readdirSync(originals)).toEqual([]);
    await expect(listed().getByText(/^What the document says of itself.*minutes\.docx/)).toBeVisible();
    await expect(listed().getByText(/^What the PDF says of itself .*report\.pdf$/).first()).toBeVisible();
    await expect(panel.getByRole('region', { name: 'Where something was made' }).getByText(/^Data of the photograph .*IMG_20210913_074112\.jpg$/)).toBeVisible();
    await expectAxeClean(page, 'what was found in the files of the bag');
    await takePicture(page, 'bag-found');
    expect((await mustAsk(page, 'exports.list', {})).exports).toHaveLength(1);
  });

  await test.step('each find is decided: a file left out, the rest let stand with a reason', async () => {
    await listed().getByRole('button', { name: 'Leave out “minutes.docx”' }).first().click();
    await expect(panel.getByText(/^You left out 1 file\./)).toBeVisible({ timeout: 60_000 });
    await expect(listed().getByText(/minutes\.docx/)).toHaveCount(0);
    for (;;) {
      const next = panel.getByRole('button', { name: /^Let all \d+ stand$|^Let it stand: / }).first();
      if (await next.count() === 0) break;
      await next.click();
      await page.getByLabel('Why may it stand?').fill('The solicitor asked for the files as they are.');
      await page.getByRole('dialog').getByRole('button', { name: 'Let it stand' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(panel.getByText('Everything that was found in the files is decided')).toBeVisible();
    await takePicture(page, 'bag-decided');
    await panel.getByRole('button', { name: 'Save the evidence bag' }).click();
    await expect(panel.getByText('Saved as Ellis-evidence.')).toBeVisible({ timeout: 60_000 });
    const file = fileOf(originals, 'TM1');
    expect(file).toMatchObject({ inBag: { as: 'original' } });
    expect(file?.claims.length).toBeGreaterThan(0);
    expect(fileOf(originals, 'TM4')).toMatchObject({ originalName: '', original: { sha256: sumOf(planted[1]) }, inBag: { as: 'not', why: 'left-out' } });
    expect(readdirSync(join(bagIn(originals), 'data/exhibits')).sort()).toEqual(['TM1', 'TM2', 'TM3']);
    expect(sumOf(join(bagIn(originals), file?.inBag.as === 'original' ? file.inBag.path : ''))).toBe(sumOf(photograph));
  });

  await test.step('the record has both, with the bag’s own SHA-256', async () => {
    const { exports: made } = await mustAsk(page, 'exports.list', {});
    expect(new Map(made.map(({ bag, sha256 }) => [bag?.originals, bag?.bagSha256 === sha256]))).toEqual(new Map([[false, true], [true, true]]));
    const { entries } = await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit: 500 });
    const withOriginals = made.find(({ bag }) => bag?.originals)!;
    expect(withOriginals.bag?.leftOut).toHaveLength(1);
    expect(new Set(withOriginals.released.map(({ what }) => what))).toEqual(new Set(['fact', 'coordinates', 'device', 'author']));
    expect(JSON.stringify(withOriginals)).not.toMatch(/Harbour|Quill/);
    const noted = entries.filter(({ kind }) => kind === 'exported').map(({ payload }) => (JSON.parse(payload ?? '{}') as { bag?: { bagSha256: string } }).bag?.bagSha256);
    expect(new Set(noted)).toEqual(new Set(made.map(({ sha256 }) => sha256)));
  });

  await test.step('one that is closed or stopped leaves nothing', async () => {
    await panel.getByRole('button', { name: 'Save another' }).click();
    tidemark.answerDialogs({});
    await panel.getByRole('button', { name: 'Save the evidence bag' }).click();
    await expect(panel.getByText('It was not saved. The pages are still here.')).toBeVisible();
    expect(existsSync(join(folder, 'Ellis-evidence'))).toBe(false);
  });
});

/** A Word file with a comment on it, as little as makes one. */
/** What it says of itself is on no page. */
async function wordFile(words: string, description: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': `<w:document ${space}><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${description}</dc:description></cp:coreProperties>`,
  };
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Only where somebody wants to look. */
async function takePicture(page: Page, name: string): Promise<void> {
  const into = process.env['PICTURES'];
  if (into) await page.screenshot({ path: join(into, `${name}.png`) });
}
