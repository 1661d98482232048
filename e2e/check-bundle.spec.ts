import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { takePictures } from './support/pictures';

const sumOf = (file: string) => execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64);

/** A bag as anybody's tools make one. */
function makeBag(folder: string): string {
  const bag = join(folder, 'Smith-evidence');
  mkdirSync(join(bag, 'data/exhibits/TM1'), { recursive: true });
  writeFileSync(join(bag, 'data/chronology.pdf'), '%PDF-1.7 made up');
  writeFileSync(join(bag, 'data/exhibits/TM1/door.jpg'), 'a photograph');
  writeFileSync(join(bag, 'data/exhibits/TM1/note.txt'), 'a note');
  writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const list = (of: string, into: string) => execFileSync('sh', ['-c', `find ${of} -type f | sort | xargs sha256sum > ${into}`], { cwd: bag });
  list('data', 'manifest-sha256.txt');
  list('bagit.txt manifest-sha256.txt', 'tagmanifest-sha256.txt');
  return bag;
}

test('whoever received a bundle checks it without a vault, by keyboard', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  const bag = makeBag(folder);
  await tidemark.focusWindow();
  await page.getByRole('button', { name: 'I have read this' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Check a bundle I received' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Check a bundle you received' })).toBeVisible();
  await expectAxeClean(page, 'check a bundle');

  await test.step('a bag that is whole', async () => {
    tidemark.answerDialogs({ folder: bag });
    await page.getByRole('button', { name: 'Choose a folder' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing in this bag has changed since its lists were made.')).toBeVisible();
    await expect(page.getByText(/^5 listed files are there/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Smith-evidence' })).toBeFocused();
    const own = sumOf(join(bag, 'tagmanifest-sha256.txt'));
    await expect(page.getByText(own)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('SHA-256 you were given')).toBeFocused();
    await page.keyboard.insertText(own.toUpperCase().replace(/(.{8})/g, '$1 '));
    await expect(page.getByText('It is the same.')).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(sumOf(join(bag, 'bagit.txt')));
    await expect(page.getByText(/It is not the same/)).toBeVisible();
    await expectAxeClean(page, 'a bag that is whole');
  });

  await test.step('what was changed, taken out, added and renamed is named; of an archive as well', async () => {
    appendFileSync(join(bag, 'data/chronology.pdf'), ' ');
    rmSync(join(bag, 'data/exhibits/TM1/note.txt'));
    writeFileSync(join(bag, 'data/planted.txt'), 'not hers');
    renameSync(join(bag, 'data/exhibits/TM1/door.jpg'), join(bag, 'data/exhibits/TM1/Door.jpg'));
    execFileSync('zip', ['-q', '-r', 'Smith.zip', 'Smith-evidence'], { cwd: folder });
    for (const [what, place] of [['Choose a folder', bag], ['Choose a zip or PDF', join(folder, 'Smith.zip')]] as const) {
      tidemark.answerDialogs({ folder: place, open: [place] });
      await page.getByRole('button', { name: what }).click();
      await expect(page.getByRole('heading', { name: place.slice(folder.length + 1) })).toBeVisible();
      await expect(page.getByRole('alert').getByText('This bag is not as its lists say.')).toBeVisible();
      for (const [title, name] of [['Changed: 1 file', 'data/chronology.pdf'], ['Missing: 1 file', 'data/exhibits/TM1/note.txt'], ['Added: 1 file', 'data/planted.txt'], ['Renamed: 1 file', 'data/exhibits/TM1/door.jpg, now data/exhibits/TM1/Door.jpg']] as const) {
        await expect(page.getByRole('heading', { name: title }).locator('..')).toContainText(name);
      }
    }
    await expect(page.getByText(sumOf(join(folder, 'Smith.zip')))).toBeVisible();
    await expect(page.getByText('it does not stand for the files named above')).toBeVisible();
    await expectAxeClean(page, 'a bag that was changed');
  });

  await test.step('several bags in a folder are told each by itself; leaving the field does not swallow a press', async () => {
    const received = join(folder, 'received');
    mkdirSync(join(received, 'later'), { recursive: true });
    const second = makeBag(join(received, 'later'));
    renameSync(join(folder, 'Smith.zip'), join(received, 'Smith.zip'));
    writeFileSync(join(received, 'letter.txt'), 'Dear');
    tidemark.answerDialogs({ folder: received });
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await expect(page.getByRole('alert').getByText('2 bags are in “received”. Each was checked by itself.')).toBeVisible();
    await expect(page.getByText('1 of them is not as its lists say: it comes first.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['received', 'Smith.zip', 'later/Smith-evidence']);
    const packed = page.getByRole('region', { name: 'Smith.zip' });
    await expect(packed.getByText('This bag is not as its lists say.')).toBeVisible();
    await expect(packed.getByRole('heading', { name: 'Added: 1 file' }).locator('..')).toContainText('data/planted.txt');
    await expect(packed.getByText(sumOf(join(received, 'Smith.zip')))).toBeVisible();
    const whole = page.getByRole('region', { name: 'later/Smith-evidence' });
    await expect(whole.getByText('Nothing in this bag has changed since its lists were made.')).toBeVisible();
    await expect(whole.getByRole('heading', { name: /^Added/ })).toHaveCount(0);
    await page.getByText('In no bag: 1 file').click();
    await expect(page.getByText('letter.txt')).toBeVisible();
    await page.getByLabel('SHA-256 you were given').fill(sumOf(join(second, 'tagmanifest-sha256.txt')));
    await expect(page.getByText('It is the same as the own SHA-256 of “Smith.zip”, “later/Smith-evidence”.')).toBeVisible();
    await takePictures(tidemark, 'several-bags');
    await expectAxeClean(page, 'several bags');

    // What is typed is no whole sum, which is said when the field is left: the button must not move from under the press.
    await page.getByLabel('SHA-256 you were given').fill('abc');
    const guide = join(folder, 'pressed-once.pdf');
    tidemark.answerDialogs({ save: guide });
    const button = page.getByRole('button', { name: 'Save the solicitor’s guide' });
    await button.scrollIntoViewIfNeeded();
    const box = (await button.boundingBox())!;
    await page.mouse.move(box.x + 12, box.y + 6);
    await page.mouse.down();
    await page.waitForTimeout(200);
    await page.mouse.up();
    await expect(page.getByText('The guide is saved.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/That is not a whole SHA-256/)).toBeVisible();
  });

  await test.step('a PDF: its SHA-256; and what is no bag is said to be none', async () => {
    const pdf = join(bag, 'data/chronology.pdf');
    tidemark.answerDialogs({ open: [pdf], folder });
    await page.getByRole('button', { name: 'Choose a zip or PDF' }).click();
    await expect(page.getByText('A PDF has no list of its own to be checked against.')).toBeVisible();
    await page.getByLabel('SHA-256 you were given').fill(`${sumOf(pdf)}  chronology.pdf`);
    await expect(page.getByText('It is the same.')).toBeVisible();
    const empty = join(folder, 'no bag');
    mkdirSync(empty);
    tidemark.answerDialogs({ folder: empty });
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await expect(page.getByText(/is not an evidence bag\.$/)).toBeVisible();
    await expectAxeClean(page, 'no bag');
    const zips = join(folder, 'Bundles.zip');
    execFileSync('zip', ['-q', zips, 'Smith.zip'], { cwd: join(folder, 'received') });
    tidemark.answerDialogs({ open: [zips] });
    await page.getByRole('button', { name: 'Choose a zip or PDF' }).click();
    await expect(page.getByRole('alert').getByText('There is a zip in this zip, and no evidence bag beside it.')).toBeVisible();
    await expect(page.getByText('Unpack this zip, then choose the folder that came of it: every zip that lies in a folder is looked into.')).toBeVisible();
    await expect(page.getByText(sumOf(zips))).toBeVisible();
    await takePictures(tidemark, 'zips-in-zip');
  });

  await test.step('the solicitor’s guide is two A4 pages', async () => {
    const guide = join(folder, 'guide.pdf');
    tidemark.answerDialogs({ save: guide });
    await page.getByRole('button', { name: 'Save the solicitor’s guide' }).click();
    await expect(page.getByText('The guide is saved.')).toBeVisible({ timeout: 30_000 });
    execFileSync('qpdf', ['--check', guide]);
    const facts = execFileSync('pdfinfo', [guide], { encoding: 'utf8' });
    expect(facts).toMatch(/Pages:\s+2\n/);
    expect(facts).toMatch(/595(\.\d+)? x 842|A4/);
    const text = execFileSync('pdftotext', [guide, '-'], { encoding: 'utf8' });
    for (const said of ['What it does not show', 'sha256sum -c manifest-sha256.txt', 'A court bundle (PDF).', 'Papers to edit (Word).', '“Which copy is this?”', 'six words that she tells you by telephone', 'How to ask for more', 'Keep what you were given as it is.']) expect(text.replace(/\s+/g, ' ')).toContain(said);
    expect(text).not.toMatch(/complian|admissib|certif/i);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  await test.step('back, and from the locked door', async () => {
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Make a new vault' })).toBeVisible();
    expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
    await mustAsk(page, 'vault.lock', {});
    await page.getByRole('button', { name: 'Check a bundle I received' }).click();
    await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
  });
});
