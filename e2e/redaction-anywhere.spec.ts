import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { emptyIncidentContent } from '../shared/model/incident';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { readPdf } from './support/read-pdf';

const chat = '04/03/2019, 08:00 - Anna: I am at the mill pond\n04/03/2019, 08:05 - Mark: I know about Quillfeather House\n25/03/2019, 09:00 - Anna: Please stop\n';

test('redacts where she is: in an entry, in a message, and where the sweep found it; leaves out one exhibit; renames and ends a list', async ({ tidemark, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const { id: incident } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id: incident, content: { ...emptyIncidentContent, title: 'At the gate', account: 'He stood at the gate with Barnabas. The milk was gone.', happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: 'diary' as const } } });
  await mustAsk(page, 'incidents.record', { id: incident });
  const letter = await PDFDocument.create();
  const font = await letter.embedFont(StandardFonts.Helvetica);
  letter.addPage([595, 842]).drawText('Dear Madam,', { x: 60, y: 700, size: 14, font });
  letter.addPage([595, 842]).drawText('You now live at 14 Harbour Road, near the mill.', { x: 60, y: 700, size: 14, font });
  const files = ['letter.pdf', 'note.txt', 'other.txt'].map((name) => join(folder, name));
  writeFileSync(files[0]!, await letter.save());
  writeFileSync(files[1]!, 'He wrote: bring the blue box to 14 Harbour Road.');
  writeFileSync(files[2]!, 'A note about the weather.');
  for (const file of files) {
    tidemark.answerDialogs({ open: [file] });
    const { grants } = await mustAsk(page, 'documents.choose', {});
    const { result } = await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
    if (result?.kind !== 'document') throw new Error('not added');
    await mustAsk(page, 'incidents.link', { id: incident, target: { kind: 'document', documentId: result.value.document.id } });
  }
  await mustAsk(page, 'redactions.makeList', { name: 'For the force' });
  const onTheList = async () => (await mustAsk(page, 'redactions.lists', {})).lists[0]!.words.map(({ words }) => words);
  const dialog = page.getByRole('dialog');

  await test.step('in an entry: what is selected is offered, and she is at the entry again', async () => {
    await place(page, 'Chronology').click();
    await page.getByRole('option', { name: /At the gate/ }).click();
    const account = page.getByRole('article', { name: 'At the gate' }).getByText('He stood at the gate with Barnabas.');
    await account.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
      const from = text.textContent!.indexOf('Barnabas');
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 'Barnabas'.length);
      window.getSelection()!.removeAllRanges();
      window.getSelection()!.addRange(range);
    });
    await tidemark.focusWindow();
    const redact = page.getByRole('button', { name: 'Redact for handing over' });
    await redact.focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Words to take out' })).toHaveValue('Barnabas');
    await expectAxeClean(page, 'words to take out, over an entry');
    await takePicture(page, 'entry');
    await dialog.getByRole('button', { name: 'Add to the list' }).click();
    await expect(dialog.getByText(/^On the list: “Barnabas”/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(redact).toBeFocused();
    expect(await onTheList()).toEqual(['Barnabas']);
  });

  await test.step('in a message: its words are offered', async () => {
    const path = join(folder, 'WhatsApp Chat with Mark.txt');
    writeFileSync(path, chat);
    await place(page, 'Messages').click();
    tidemark.answerDialogs({ open: [path] });
    await page.getByRole('button', { name: 'Add messages' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('radiogroup', { name: 'Which of these is you?' }).getByText('Anna', { exact: true }).click();
    await page.getByRole('button', { name: 'Keep these messages' }).click();
    await page.getByRole('row').filter({ hasText: 'Quillfeather' }).locator('.bubble').click();
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'About this message' }).click();
    await page.getByRole('button', { name: 'Redact for handing over' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Words to take out' })).toHaveValue('I know about Quillfeather House');
    await dialog.getByRole('textbox', { name: 'Words to take out' }).fill('Quillfeather House');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/^On the list: “Quillfeather House”/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('button', { name: 'Redact for handing over' })).toBeFocused();
    expect(await onTheList()).toEqual(['Barnabas', 'Quillfeather House']);
  });

  await mustAsk(page, 'protectedFacts.add', { kind: 'address', text: '14 Harbour Road, EM4 7QT', alsoWritten: [] });
  const found = page.getByRole('region', { name: 'Address: 14 Harbour Road, EM4 7QT' });
  const rebuild = async () => {
    await page.getByRole('button', { name: 'Make the pages again' }).first().click();
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toHaveCount(0);
  };

  await test.step('from a find of the sweep: the document opens at that very page, and she is with her pages again', async () => {
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Ellis');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(found.getByRole('button', { name: /^Redact this: / }).first()).toBeVisible({ timeout: 90_000 });
    await found.locator('li').filter({ hasText: 'You now live at' }).getByRole('button', { name: /^Redact this: Page/ }).first().click();
    await expect(dialog.getByRole('application', { name: /^Page 2: nothing blacked out/ })).toBeInViewport();
    await expect(dialog.getByRole('textbox', { name: 'Words to take out' })).toHaveValue('14 Harbour Road');
    await expectAxeClean(page, 'a find, redacted where it stands');
    await takePicture(page, 'find');
    await dialog.getByRole('button', { name: 'Add to the list' }).click();
    await expect(dialog.getByText(/^On the list: “14 Harbour Road”/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toHaveCount(0);
    // The list goes with this copy now, and the pages are as they were before.
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^What is taken out of this copy/ })).toContainText('For the force');
    await rebuild();
    await expect(page.getByText('Looked through for 1 thing that must never be in it. Nothing was found.')).toBeVisible({ timeout: 90_000 });
  });

  await test.step('one exhibit is left out, the others of its entry go', async () => {
    // A second thing that must never be in it, in one of the three exhibits.
    await mustAsk(page, 'protectedFacts.add', { kind: 'other', text: 'blue box', alsoWritten: [] });
    await page.getByRole('button', { name: /^Page \d+: show At the gate/ }).first().waitFor();
    await page.getByRole('checkbox', { name: 'Include my notes to my solicitor' }).check({ force: true });
    await rebuild();
    const box = page.getByRole('region', { name: 'Something else: blue box' });
    await box.getByRole('button', { name: /^Leave out “TM\d+ note\.txt”/ }).first().click({ timeout: 90_000 });
    await expect(page.getByText('1 exhibit stays out')).toBeVisible();
    await rebuild();
    await expect(page.getByText('Looked through for 2 things that must never be in it. Nothing was found.')).toBeVisible({ timeout: 90_000 });
    const saved = join(folder, 'Ellis.pdf');
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as Ellis\.pdf/)).toBeVisible();
    const { words } = readPdf(saved);
    for (const kept of ['letter.pdf', 'other.txt', 'A note about the weather.', 'near the mill']) expect(words).toContain(kept);
    for (const gone of ['blue box', 'Harbour', 'Barnabas']) expect(words).not.toContain(gone);
    await page.getByRole('button', { name: /^Exhibits in these pages/ }).click();
    await expect(page.getByRole('button', { name: /^Leave out: TM\d+ / })).toHaveCount(2);
    await expectAxeClean(page, 'the exhibits of the pages');
    await takePicture(page, 'exhibits');
    await page.getByRole('button', { name: /^Leave out: TM\d+ other\.txt/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 exhibits stay out')).toBeVisible();
    await page.getByRole('button', { name: /^Put back: TM\d+ other\.txt/ }).click();
    await page.getByRole('button', { name: /^Put back: TM\d+ note\.txt/ }).click();
    await expect(page.getByText('1 exhibit stays out')).toHaveCount(0);
  });

  await test.step('a page of the case is printed with a list', async () => {
    await place(page, 'Your case').click();
    await page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'Patterns', exact: true }).click();
    await page.getByRole('button', { name: 'Save this page as PDF' }).first().click();
    await dialog.getByRole('button', { name: /Redaction list/ }).click();
    await page.getByRole('option', { name: /^For the force/ }).click();
    await takePicture(page, 'print');
    await dialog.getByRole('button', { name: 'Make the pages' }).click();
    const saved = join(folder, 'page.pdf');
    tidemark.answerDialogs({ save: saved });
    await dialog.getByRole('button', { name: 'Save the PDF' }).click({ timeout: 90_000 });
    await expect(dialog.getByText(/^Saved as page\.pdf/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('the list is renamed and ended; the record of what was saved keeps its name', async () => {
    await place(page, 'Hand over').click();
    await page.getByRole('button', { name: /^What is taken out of this copy/ }).click();
    await page.getByRole('button', { name: /Redaction list/ }).first().click();
    await page.getByRole('option', { name: /^For the force/ }).click();
    await page.getByRole('button', { name: 'Rename the list' }).click();
    await page.getByLabel('New name of the list').fill('For the neighbouring force');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^What is taken out of this copy/ })).toContainText('For the neighbouring force');
    await expectAxeClean(page, 'a list, with its name and end');
    await takePicture(page, 'list');
    await page.getByRole('button', { name: 'End the list' }).click();
    await dialog.getByRole('button', { name: 'End the list' }).click();
    await expect(page.getByRole('button', { name: /^What is taken out of this copy/ })).toContainText('Nothing is taken out');
    expect((await mustAsk(page, 'redactions.lists', {})).lists).toEqual([]);
    expect((await mustAsk(page, 'exports.list', {})).exports.map(({ redactionList }) => redactionList)).toEqual(['For the force', 'For the force']);
  });
});

/** Only where somebody wants to look. */
async function takePicture(page: Page, name: string): Promise<void> {
  const into = process.env['PICTURES'];
  if (into) await page.screenshot({ path: join(into, `${name}.png`) });
}
