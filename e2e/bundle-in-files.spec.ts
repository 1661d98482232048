import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName } from 'pdf-lib';
import { BlobReader, Uint8ArrayWriter, ZipReader, configure } from '@zip.js/zip.js';
import type { Page } from '@playwright/test';
import { bundleFaults, readBundle } from '../scripts/proofs/bundle-work/read-bundle';
import { addDocuments, dateDocument } from './support/add-documents';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard } from './support/by-keyboard';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';
import { place } from './support/places';
import { readPdf } from './support/read-pdf';

/** A scan as it comes from a solicitor's copier: pages that are pictures, and cannot be packed any smaller. */
async function scan(bytes: number, words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const dots = new Uint8Array(bytes);
  let state = bytes;
  for (let index = 0; index < bytes; index++) dots[index] = (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24;
  page.node.setXObject(PDFName.of('P0'), document.context.register(document.context.stream(dots, { Type: 'XObject', Subtype: 'Image', Width: 1000, Height: bytes / 1000, BitsPerComponent: 8, ColorSpace: 'DeviceGray' })));
  page.drawText(words, { x: 60, y: 760 });
  page.node.normalize();
  page.node.addContentStream(document.context.register(document.context.stream('q 400 0 0 400 90 200 cm /P0 Do Q')));
  return document.save();
}

const wanted: [name: string, bytes: number, edtf: string][] = [['Witness statement.pdf', 200_000, '2021-02-03'], ['Court order.pdf', 100_000, '2022-05-01'], ['Scan of the diary.pdf', 1_400_000, '2022-06-01'], ['Letter from school.pdf', 200_000, '2023-01-09']];

const partNames = [1, 2, 3].map((part) => `Lowe-v-Example-bundle-part-${part}-of-3.pdf`);

/** Her record with four files that are dated, at the place for handing over. */
async function withFiles(tidemark: Tidemark, folder: string): Promise<void> {
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const given = await Promise.all(wanted.map(async ([name, bytes]) => {
    writeFileSync(join(folder, name), await scan(bytes, `words of ${name}`));
    return join(folder, name);
  }));
  await addDocuments(tidemark, given);
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
  for (const [name, , edtf] of wanted) await dateDocument(page, documents.find(({ originalName }) => originalName === name)!.id, edtf);
  await place(page, 'Hand over').click();
}

/** Three parts as they were saved: their sums, every file whole, one run of page numbers behind what stands in each (its first two pages), each document in one of them. */
function readParts(saved: string, names: readonly string[]) {
  execFileSync('sha256sum', ['-c', 'sha256sums.txt'], { cwd: saved });
  if (keptIn !== undefined) for (const name of names) writeFileSync(join(keptIn, name), readFileSync(join(saved, name)));
  const read = names.map((name) => readBundle(join(saved, name)));
  const own = read.map(({ pages }, index) => pages.slice(index === 0 ? 0 : 2).map(({ label }) => Number(label)));
  expect(own.flat()).toEqual(Array.from({ length: own.flat().length }, (_, index) => index + 1));
  const texts = names.map((name) => execFileSync('pdftotext', ['-layout', join(saved, name), '-'], { encoding: 'utf8' }));
  expect(wanted.map(([name]) => texts.map((text) => text.includes(`words of ${name}`)))).toEqual([[true, false, false], [true, false, false], [false, true, false], [false, false, true]]);
  for (const [index, text] of texts.entries()) expect(text).toContain(`Part ${index + 1} of 3`);
  for (const name of names) expect(execFileSync('qpdf', ['--check', join(saved, name)], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors');
  return { read, texts };
}

test('a bundle that is too large for an e-mail is saved as several files, cut between documents', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'files-');
  await withFiles(tidemark, folder);
  await tidemark.focusWindow();
  const { choose, press, write } = byKeyboard(page);
  await choose(/What the pages are for/, 'A civil or other court');
  await write('Largest size of one file, in MB', 'small');
  await expect(page.getByText('Write a whole number, such as 18, or nothing.')).toBeVisible();
  await page.getByLabel('Largest size of one file, in MB').fill('1');
  await write('Short name of the case', 'Lowe v Example');
  await press('Make the pages');
  await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('It will be saved as 3 files, because it is larger than 1 MB')).toBeVisible();
  await expect(page.getByText('1 document is larger than 1 MB')).toBeVisible();
  await expectAxeClean(page, 'Hand over, a bundle in several files');
  await picture('1-made');

  const into = join(folder, 'saved');
  await test.step('saves them in a folder of their own, with the list of their sums', async () => {
    mkdirSync(into);
    tidemark.answerDialogs({ folder: into });
    await page.getByRole('button', { name: 'Save 3 files' }).click();
    await expect(page.getByText('Saved as 3 files, in the folder Lowe-v-Example-bundle. The files you saved can be read by anyone who has them.')).toBeVisible({ timeout: 30_000 });
    const saved = join(into, 'Lowe-v-Example-bundle');
    const names = partNames;
    expect(readdirSync(saved).toSorted()).toEqual([...names, 'sha256sums.txt']);
    const { read, texts } = readParts(saved, names);
    const { exports } = await mustAsk(page, 'exports.list', {});
    expect(exports[0]).toMatchObject({ fileName: 'Lowe-v-Example-bundle', sha256: createHash('sha256').update(readFileSync(join(saved, 'sha256sums.txt'))).digest('hex') });
    expect(exports[0]?.made?.parts?.map(({ name }) => name)).toEqual(names);

    expect(read.flatMap(bundleFaults)).toEqual([]);
    // Cover and index stand in each.
    expect(read.map(({ pages }) => pages.slice(0, 2).map(({ label }) => label))).toEqual([['1', '2'], ['1', '2'], ['1', '2']]);
    // The scan is larger by itself: it stands alone, whole.
    const sizes = names.map((name) => readFileSync(join(saved, name)).length);
    expect([sizes[0]! < 1_000_000, sizes[1]! > 1_400_000, sizes[2]! < 1_000_000]).toEqual([true, true, true]);
    for (const text of texts) expect(text).toMatch(/Scan of the diary\.pdf\s+1 June 2022\s+2\s+\d+/);
  });
});

test('a solicitor’s pack that is too large for an e-mail leaves as several files too: each begins with the list of exhibits and their parts', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'pack-files-');
  await withFiles(tidemark, folder);
  await page.getByRole('button', { name: 'How large one file may be' }).click();
  await page.getByLabel('Largest size of one file, in MB').fill('1');
  await page.getByLabel('Short name of the case').fill('Lowe');
  await page.getByRole('button', { name: 'Make the pages' }).click();
  await expect(page.getByText('It will be saved as 3 files, because it is larger than 1 MB')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('1 document is larger than 1 MB')).toBeVisible();
  await expectAxeClean(page, 'Hand over, a solicitor’s pack in several files');
  await picture('1-made');
  const into = join(folder, 'saved');
  mkdirSync(into);
  tidemark.answerDialogs({ folder: into });
  await page.getByRole('button', { name: 'Save 3 files' }).click();
  await expect(page.getByText(/^Saved as /)).toBeVisible({ timeout: 30_000 });
  const [folderName = ''] = readdirSync(into);
  const saved = join(into, folderName);
  const names = readdirSync(saved).filter((name) => name.endsWith('.pdf')).toSorted();
  expect(names).toHaveLength(3);
  const { read, texts } = readParts(saved, names);
  // At its foot stands which page of how many; entries have numbers of their own.
  expect(read.flatMap(bundleFaults).filter((fault) => !/at its foot stands 17$|^page 4: \d is printed/.test(fault))).toEqual([]);
  for (const [index, text] of texts.entries()) {
    for (const { label } of read[index]?.pages ?? []) expect(text).toMatch(new RegExp(`Page ${label} of 17\\b`));
    expect(text).toMatch(/Scan of the diary\.pdf\s+2\s+\d+/);
    // Where how it was made is said, whichever of the files is read.
    expect(text.replace(/\s+/g, ' ')).toContain('How it was made, and how to check it, is said at the end of part 3.');
  }
  expect(texts[2]).toContain('How this record was made');
});

test('a copy of it for somebody is locked file by file, or as one archive; each file is known again by itself', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'locked-files-');
  await withFiles(tidemark, folder);
  await mustAsk(page, 'recipients.add', { name: 'Harriet Lowe', role: 'solicitor', organisation: 'Lowe & Finch', reference: '' });
  await tidemark.focusWindow();
  const { press, choose, write } = byKeyboard(page, 140);
  await choose(/What the pages are for/, 'A civil or other court');
  await write('Largest size of one file, in MB', '1');
  await write('Short name of the case', 'Lowe v Example');
  await press('Make the pages');
  await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
  const into = join(folder, 'saved');
  mkdirSync(into);
  const saved = join(into, 'Lowe-v-Example-bundle');
  const copies = async () => (await mustAsk(page, 'copies.list', {})).copies;
  let words = '';

  await test.step('each file is locked with the same words, and marked on every page', async () => {
    await choose(/Who is it for\?/, 'Harriet Lowe');
    await expect(page.getByRole('radio', { name: 'Locked with a passphrase' })).toBeChecked();
    tidemark.answerDialogs({ folder: into });
    await press('Save this copy as 3 files');
    const shown = page.getByRole('region', { name: 'The passphrase' });
    await expect(shown).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Copy 1 for Harriet Lowe, Lowe & Finch is saved as 3 files, in a folder of their own.')).toBeVisible();
    await expect(page.getByText('The same passphrase opens each of them.')).toBeVisible();
    await expectAxeClean(page, 'a copy saved as several files');
    await picture('1-saved');
    words = (await shown.locator('.passphrase-words').innerText()).trim();
    expect(readdirSync(saved).toSorted()).toEqual([...partNames, 'sha256sums.txt']);
    execFileSync('sha256sum', ['-c', 'sha256sums.txt'], { cwd: saved });
    const [copy] = await copies();
    for (const name of partNames) {
      const file = join(saved, name);
      expect(() => execFileSync('pdftotext', [file, '-'], { stdio: 'pipe' })).toThrow();
      expect(execFileSync('qpdf', ['--show-encryption', `--password=${words}`, file], { encoding: 'utf8' })).toMatch(/^R = 6$/m);
      const pages = execFileSync('pdftotext', ['-upw', words, file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(2);
      for (const text of pages) expect(text).toContain(`Copy 1 for Harriet Lowe, Lowe & Finch · ${copy?.code}`);
    }
    expect(copy).toMatchObject({ protection: 'pdf', files: [...partNames.map((name) => ({ name, inside: false, sha256: sumOf(join(saved, name)) })), ...partNames.map((name) => ({ name, inside: true }))] });
  });

  await test.step('the receipt names each file; one of them, opened and written anew, is known', async () => {
    const receipt = join(folder, 'receipt.pdf');
    tidemark.answerDialogs({ save: receipt });
    await press('Save the receipt of Copy 1 for Harriet Lowe, Lowe & Finch');
    await expect(page.getByText('The receipt is saved.')).toBeVisible({ timeout: 30_000 });
    expect(readPdf(receipt).pages).toBe(1);
    expect(readPdf(receipt).lacks([...partNames, 'sha256sums.txt'].flatMap((name) => [name, sumOf(join(saved, name))]))).toEqual([]);
    const anew = join(folder, 'anew.pdf');
    execFileSync('qpdf', ['--decrypt', `--password=${words}`, '--object-streams=disable', join(saved, partNames[1]!), anew]);
    expect(await tellOf(page, tidemark, anew)).toContain((await copies())[0]?.id);
    expect(await tellOf(page, tidemark, join(saved, partNames[2]!))).toEqual([(await copies())[0]?.id]);
    await press('I have it: hide the words');
    await expect(page.getByText(words)).toHaveCount(0);
  });

  await test.step('as one archive: shut, and its files are whole within', async () => {
    const { recipients: [harriet] } = await mustAsk(page, 'recipients.list', {});
    // The screen locks pages as PDF; the call shuts them in an archive too.
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
    const made = await askForTask(page, 'exports.build', { caseName: 'Lowe v Example', incidentIds: [], caseIds: [], documentIds: documents.map(({ id }) => id), excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], making: { wanted: { output: 'chronology' }, format: 'pdf' }, bundle: { profile: 'civil', letter: '', hearingDay: '', placed: [], allowed: [], permission: '' }, fileMB: 1 });
    if (made.result?.kind !== 'export') throw new Error(`not made: ${made.state}`);
    const { exportId } = made.result.value;
    const zip = join(folder, 'bundle.zip');
    tidemark.answerDialogs({ save: zip });
    const done = await askForTask(page, 'copies.handOver', { exportId, handing: { recipientId: harriet?.id, protection: 'zip', keepPassphrase: false, privilegedReason: '' } });
    if (done.result?.kind !== 'handed-over') throw new Error(`not saved: ${done.state}`);
    const { passphrase, copy } = done.result.value;
    configure({ useWebWorkers: false });
    const within = await opened(readFileSync(zip), passphrase ?? '');
    expect(within.map(({ name }) => name)).toEqual(['Lowe-v-Example-bundle.zip']);
    const files = await opened(within[0]!.bytes);
    const place = join(folder, 'unpacked');
    mkdirSync(place);
    for (const { name, bytes } of files) writeFileSync(join(place, name.split('/').at(-1)!), bytes);
    expect(readdirSync(place).toSorted()).toEqual([...partNames, 'sha256sums.txt']);
    execFileSync('sha256sum', ['-c', 'sha256sums.txt'], { cwd: place });
    for (const name of partNames) {
      expect(execFileSync('qpdf', ['--check', join(place, name)], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors');
      expect(execFileSync('pdftotext', [join(place, name), '-'], { encoding: 'utf8' })).toContain(`Copy 2 for Harriet Lowe, Lowe & Finch · ${copy?.code}`);
    }
    expect(copy).toMatchObject({ number: 2, protection: 'zip', files: [{ name: 'bundle.zip', inside: false, sha256: sumOf(zip) }, ...partNames.map((name) => ({ name, inside: true, sha256: sumOf(join(place, name)) }))] });
  });
});

const sumOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Of which copies a file is told to be. */
async function tellOf(page: Page, tidemark: Tidemark, file: string): Promise<string[]> {
  tidemark.answerDialogs({ open: [file] });
  const { chosen } = await mustAsk(page, 'copies.chooseToTell', {});
  const told = await askForTask(page, 'copies.tell', { grant: chosen?.grant });
  if (told.result?.kind !== 'copy-told') throw new Error(`not told: ${told.state}`);
  return [...new Set(told.result.value.signs.map(({ copyId }) => copyId))];
}

/** What lies in an archive. */
async function opened(bytes: Uint8Array, password?: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const entries = await new ZipReader(new BlobReader(new Blob([Uint8Array.from(bytes)]))).getEntries();
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const entry of entries) if (!entry.directory) files.push({ name: entry.filename, bytes: await entry.getData(new Uint8ArrayWriter(), password === undefined ? {} : { password }) });
  return files;
}
