import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { wholeChronology } from '../shared/model/chronology';
import { emptyIncidentContent } from '../shared/model/incident';
import type { HandedCopy } from '../shared/model/copy';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { dress, keptIn, ordinaryWindow, pictureTaker } from './support/pictures';
import { place } from './support/places';
import { readPdf } from './support/read-pdf';

const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const account = Array.from({ length: 28 }, (_, number) => `He came to the gate again at ${1 + (number % 12)} and stood there under the lamp, and I wrote down the time and the colour of the car before I drew the curtain and waited for him to go away.`).join(' ');

test('saves a numbered copy for each recipient, by keyboard, and tells later whose a file, a page or a scan is', async ({ tidemark, folder }) => {
  test.setTimeout(420_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'recipients ');
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  for (const title of ['The gate', 'The lamp']) {
    const { id } = await mustAsk(page, 'incidents.begin', {});
    await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account } });
    await mustAsk(page, 'incidents.record', { id });
  }
  // On her list before the pages are made: pages that were not looked through for it could not be saved at all.
  await mustAsk(page, 'protectedFacts.add', { kind: 'refuge', text: 'Juniper House', alsoWritten: [] });
  const at = (name: string) => join(folder, name);
  const copies = async (): Promise<HandedCopy[]> => (await mustAsk(page, 'copies.list', {})).copies;
  const copyOf = async (name: string): Promise<HandedCopy> => {
    const found = (await copies()).find(({ to }) => to.name === name);
    if (found === undefined) throw new Error('no such copy');
    return found;
  };
  await tidemark.focusWindow();
  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill('Ellis');
  await page.getByRole('button', { name: 'Make the pages' }).focus();
  await page.keyboard.press('Enter');
  const who = page.getByRole('region', { name: 'Who is it for?' });
  await expect(who).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('button', { name: 'Save the PDF' })).toBeVisible();

  const choose = async (option: string): Promise<void> => {
    await who.getByRole('button', { name: /Who is it for\?/ }).focus();
    await page.keyboard.press('Enter');
    const wanted = page.getByRole('option', { name: option });
    await wanted.focus();
    await page.keyboard.press('Enter');
  };

  await test.step('a copy for her solicitor, locked', async () => {
    await choose('Somebody else');
    // While somebody is written down nothing can be saved without them.
    await expect(page.getByText('until then nothing is saved')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save the PDF' })).toHaveCount(0);
    const form = who.getByRole('form', { name: 'Somebody who receives a copy' });
    await expect(form.getByLabel('Name')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(form.getByText('Give them a name first.')).toBeVisible();
    // A name whose letters the foot of a page lacks: she is told before anything is made.
    await page.keyboard.insertText('王律师');
    await expect(form.getByText(/Write it in English letters as well, such as “王律师 \(Wang\)”/)).toBeVisible();
    await picture('00 letters not at the foot');
    await form.getByLabel('Name').fill('');
    await page.keyboard.type('Harriet Lowe');
    await form.getByLabel('Firm, force or office').fill('Lowe & Finch');
    await form.getByLabel('Their reference').fill('HL/221');
    await expectAxeClean(page, 'a recipient');
    await picture('01 somebody else');
    await form.getByRole('button', { name: 'Add' }).focus();
    await page.keyboard.press('Enter');
    await expect(who.getByText('This will be their copy number 1.')).toBeVisible();
    await expect(who.getByRole('button', { name: /Who is it for\?/ })).toBeFocused();
    await expect(who.getByRole('radio', { name: 'Locked with a passphrase' })).toBeChecked();
    await expectAxeClean(page, 'who it is for');
    await picture('02 who it is for');
    // However much is asked before it, the press that lets them out is in sight.
    await page.locator('.pages-head').evaluate((head) => (head.scrollTop = 0));
    await expect(page.getByRole('button', { name: 'Save this copy' })).toBeInViewport({ ratio: 1 });
    await dress(page, 'dark', 200);
    await picture('02 dark 200');
    await dress(page, 'light', 100);
    tidemark.answerDialogs({ save: at('locked.pdf') });
    await page.getByRole('button', { name: 'Save this copy' }).focus();
    await page.keyboard.press('Enter');
    const shown = page.getByRole('region', { name: 'The passphrase' });
    await expect(shown).toBeVisible({ timeout: 60_000 });
    await expectAxeClean(page, 'the passphrase');
    await picture('03 the passphrase');
    const words = (await shown.locator('.passphrase-words').innerText()).trim();
    expect(words.split(' ')).toHaveLength(6);
    expect(execFileSync('qpdf', ['--show-encryption', `--password=${words}`, at('locked.pdf')], { encoding: 'utf8' })).toMatch(/^R = 6$/m);
    expect(() => execFileSync('qpdf', ['--check', at('locked.pdf')], { stdio: 'pipe' })).toThrow();
    const harriet = await copyOf('Harriet Lowe');
    expect(execFileSync('pdftotext', ['-upw', words, at('locked.pdf'), '-'], { encoding: 'utf8' })).toContain(`Copy 1 for Harriet Lowe, Lowe & Finch · ${harriet.code}`);
    expect(harriet).toMatchObject({ protection: 'pdf', hasPassphrase: false });
    execFileSync('qpdf', ['--decrypt', `--password=${words}`, at('locked.pdf'), at('unlocked.pdf')]);
    expect(harriet.files[0]).toMatchObject({ name: 'locked.pdf', sha256: sumOf(at('locked.pdf')), inside: false });
    await shown.getByRole('button', { name: 'I have it: hide the words' }).click();
    await expect(page.getByText(words)).toHaveCount(0);
  });

  await test.step('the receipt: one page, with what anyone can check', async () => {
    tidemark.answerDialogs({ save: at('receipt.pdf') });
    await page.getByRole('button', { name: 'Save the receipt of Copy 1 for Harriet Lowe, Lowe & Finch' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('The receipt is saved.')).toBeVisible({ timeout: 30_000 });
    const receipt = readPdf(at('receipt.pdf'));
    expect(receipt.pages).toBe(1);
    const { code, sealCode } = await copyOf('Harriet Lowe');
    expect(receipt.lacks(['Copy 1 for Harriet Lowe, Lowe & Finch', 'HL/221', code, sealCode, sumOf(at('locked.pdf')), 'Locked PDF (AES-256)', 'Signature', '2 incidents'])).toEqual([]);
  });

  await test.step('another copy of the same pages, for a force, not locked', async () => {
    await page.getByRole('button', { name: 'Save another copy' }).click();
    await choose('Somebody else');
    await page.keyboard.type('Northmoor Police');
    await who.getByRole('button', { name: /Who they are/ }).click();
    await page.getByRole('option', { name: 'Police force', exact: true }).click();
    await who.getByRole('button', { name: 'Add' }).click();
    await who.getByRole('radio', { name: 'Not locked' }).focus();
    await page.keyboard.press('Space');
    tidemark.answerDialogs({ save: at('police.pdf') });
    await page.getByRole('button', { name: 'Save this copy' }).click();
    await expect(page.getByText('Copy 1 for Northmoor Police is saved as police.pdf.')).toBeVisible({ timeout: 60_000 });
    const force = await copyOf('Northmoor Police');
    const read = readPdf(at('police.pdf'));
    for (let number = 1; number <= read.pages; number++) expect(execFileSync('pdftotext', ['-f', String(number), '-l', String(number), at('police.pdf'), '-'], { encoding: 'utf8' })).toContain(`Copy 1 for Northmoor Police · ${force.code}`);
  });

  await test.step('a name on the list of what must never leave is printed on no page', async () => {
    await page.getByRole('button', { name: 'Save another copy' }).click();
    await choose('Somebody else');
    await page.keyboard.type('Juniper House');
    await who.getByRole('button', { name: 'Add' }).click();
    tidemark.answerDialogs({ save: at('refuge.pdf') });
    await page.getByRole('button', { name: 'Save this copy' }).click();
    await expect(page.getByText(/holds something on your list of what must never be handed over/)).toBeVisible({ timeout: 60_000 });
    expect(existsSync(at('refuge.pdf'))).toBe(false);
    expect((await copies()).map(({ to }) => to.name).sort()).toEqual(['Harriet Lowe', 'Northmoor Police']);
  });

  await test.step('which copy is this? the file, the file written anew, one page of it, and a scan of a page', async () => {
    const open = page.getByRole('button', { name: 'Change what goes in' });
    if (await open.isVisible()) await open.click();
    await page.getByRole('button', { name: 'Copies', exact: true }).focus();
    await page.keyboard.press('Enter');
    const tell = page.getByRole('region', { name: 'Which copy is this?' });
    await expect(tell).toBeVisible();
    // One within it that is folded looks folded.
    await expect(tell.locator('.folded-arrow')).toHaveCSS('rotate', 'none');
    await expectAxeClean(page, 'copies');
    await picture('04 copies');
    await dress(page, 'dark', 200);
    await picture('04 dark 200');
    await dress(page, 'light', 100);
    const force = 'Copy 1 for Northmoor Police';
    const askOf = async (file: string): Promise<void> => {
      tidemark.answerDialogs({ open: [file] });
      await tell.getByRole('button', { name: /Choose a PDF or a picture|Ask about another/ }).focus();
      await page.keyboard.press('Enter');
      // The answer names the file it is about: the last one's stands until the work begins.
      await expect(tell.getByRole('status').getByText(basename(file), { exact: true })).toBeVisible({ timeout: 90_000 });
    };
    await askOf(at('police.pdf'));
    await expect(tell.getByText(force)).toBeVisible();
    await expect(tell.getByText('It is this file, byte for byte.')).toBeVisible();

    execFileSync('qpdf', ['--object-streams=disable', '--stream-data=uncompress', at('police.pdf'), at('anew.pdf')]);
    await askOf(at('anew.pdf'));
    await expect(tell.getByText(/The file itself says so/)).toBeVisible();
    await expect(tell.getByText(/The spacing of the lines is that of this copy/)).toBeVisible();
    await expect(tell.getByText(force)).toBeVisible();

    await askOf(at('unlocked.pdf'));
    await expect(tell.getByText('Copy 1 for Harriet Lowe, Lowe & Finch')).toBeVisible();
    await expect(tell.getByText(force)).toHaveCount(0);

    execFileSync('pdftoppm', ['-r', '300', '-gray', '-png', '-f', '4', '-l', '4', '-singlefile', at('police.pdf'), at('scan')]);
    await askOf(at('scan.png'));
    await expect(tell.getByText(force)).toBeVisible();
    // The code is made by chance, and the machine misreads a letter now and then: it is the same copy then, said less surely.
    await expect(tell.getByText(/The code was read off the picture of the page\.|A code was read off the picture that is nearly this one/)).toBeVisible();
    await expectAxeClean(page, 'whose copy it is');
    await picture('05 whose copy');

    await askOf(join(import.meta.dirname, '../assets/sample-case/files/PSD outcome 20-11-2023.pdf'));
    await expect(tell.getByText('No mark of any of your copies was found.')).toBeVisible();
    await expect(tell.getByText(/Copy 1 for/)).toHaveCount(0);
  });

  await test.step('what police were given is one list', async () => {
    await page.getByRole('button', { name: 'What was given to the police' }).focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('list', { name: 'What was given to the police' });
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(list).toContainText('To Northmoor Police');
    await expect(list).toContainText(sumOf(at('police.pdf')));
    await picture('06 given to police');
    if (keptIn !== undefined) for (const name of ['receipt.pdf', 'police.pdf']) copyFileSync(at(name), join(keptIn, name));
  });

  await test.step('the case is empty now: which copy a page is can still be asked, and what left is still told', async () => {
    const { rows } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 10 });
    for (const { id } of rows) await mustAsk(page, 'incidents.erase', { id, reason: 'Not mine to keep.' });
    await place(page, 'Chronology').click();
    await place(page, 'Hand over').click();
    await expect(page.getByRole('heading', { name: 'Nothing to hand over now', level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Handed over before/ })).toBeVisible();
    await page.getByRole('button', { name: 'Copies', exact: true }).focus();
    await page.keyboard.press('Enter');
    const tell = page.getByRole('region', { name: 'Which copy is this?' });
    tidemark.answerDialogs({ open: [at('police.pdf')] });
    await tell.getByRole('button', { name: 'Choose a PDF or a picture' }).focus();
    await page.keyboard.press('Enter');
    await expect(tell.getByText('Copy 1 for Northmoor Police')).toBeVisible({ timeout: 90_000 });
    await expectAxeClean(page, 'an empty case of which copies have left');
    await picture('07 empty');
    await dress(page, 'dark', 200);
    await picture('07 dark 200');
  });
});
