import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { emptyIncidentContent } from '../shared/model/incident';
import { bundleFaults, readBundle } from '../scripts/proofs/bundle-work/read-bundle';
import { addDocuments, dateDocument } from './support/add-documents';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard } from './support/by-keyboard';
import { expect, test } from './support/journey';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';
import { place } from './support/places';
import { readPdf } from './support/read-pdf';

const files = join(import.meta.dirname, '../assets/sample-case/files');

test('a bundle for a family court, by keyboard: its sections, its numbers, a document put where it belongs', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  const picture = pictureTaker(tidemark, 'bundle-');
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  // Under a name that tells nothing, too.
  const scan = join(folder, 'scan 0007.pdf');
  writeFileSync(scan, readFileSync(join(files, 'Letter from Fenwick Prints.pdf')));
  const given = [join(files, 'Non-molestation order 26 July 2023.pdf'), join(files, 'GP record extract.pdf'), join(files, 'gravel.jpg'), scan];
  await addDocuments(tidemark, given);
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
  const idOf = (name: string) => documents.find(({ originalName }) => originalName === name)!.id;
  const { id } = await mustAsk(page, 'incidents.begin', {});
  const happened = { typed: '26 July 2023', edtf: '2023-07-26', timeOfDay: '', timeApproximate: false, basis: 'diary' as const };
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'At the school gate', account: 'He waited in the car and shouted.', privilegedNote: 'for my solicitor alone', happened } });
  await mustAsk(page, 'incidents.record', { id });
  await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: idOf('gravel.jpg') } });
  // Documents in themselves are dated: they stand in the chronology, and go.
  for (const [name, edtf] of [['Non-molestation order 26 July 2023.pdf', '2023-07-26'], ['GP record extract.pdf', '2022-05'], ['scan 0007.pdf', '2021-02-03']] as const) {
    await dateDocument(page, idOf(name), edtf);
  }

  await tidemark.focusWindow();
  const { choose, press, tabTo, write } = byKeyboard(page);
  await place(page, 'Hand over').click();
  await test.step('says what the pages are for', async () => {
    await picture('1-before');
    await choose(/What the pages are for/, 'A family court: children');
    await write('Letter of the bundle', 'b');
    await expect(page.getByLabel('Letter of the bundle')).toHaveValue('B');
    await write('Day of the hearing', 'December 2026');
    await expect(page.getByText('A hearing is on one day')).toBeVisible();
    await page.getByLabel('Short name of the case').fill('Re A');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByText('The day of the hearing is not one day of the calendar.')).toBeVisible();
    await page.getByLabel('Day of the hearing').fill('3 December 2026');
    await expect(page.getByText('The day of the hearing is not one day of the calendar.')).toHaveCount(0);
    await expect(page.getByText('A hearing is on one day')).toHaveCount(0);
    await expect(page.getByText('has not come yet')).toHaveCount(0);
    await write('Short name of the case', 'Re A');
    await press('Where these rules come from');
    await expect(page.getByText(/so that the first section begins at page A1/)).toBeVisible();
    await expectAxeClean(page, 'Hand over, a family bundle');
    await picture('2-form');
    await press('Where these rules come from');
  });

  await test.step('makes it, and finds a document in a section where it does not belong', async () => {
    await press('Make the pages');
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('.pdf-page[data-page="1"]')).toContainText('Court bundle B');
    const list = page.getByRole('region', { name: 'Where each document stands' });
    await expect(list.getByText('Non-molestation order 26 July 2023.pdf', { exact: true })).toBeVisible();
    await expect(list.getByRole('button', { name: /Page B2: show .*Non-molestation order/ })).toBeVisible();
    await expect(list.getByRole('button', { name: /Page C2: show .*scan 0007/ })).toBeVisible();
    // A photograph waits for the order that allows it.
    const out = page.getByRole('region', { name: '1 thing stays out of this bundle' });
    await expect(out.getByText('gravel.jpg', { exact: true })).toBeVisible();
    // Beside the pages she is told what of their entries is not in them; the pages count it and name nothing.
    await expect(page.getByText('1 exhibit of these entries is not in the pages')).toBeVisible();
    await expect(page.getByText(/^gravel\.jpg: a photograph or screenshot, which needs an order or direction \(entry \d\)$/)).toBeVisible();
    await expect(page.locator('.pdf-page[data-page="1"]')).toContainText(/1 more belongs to entries of its chronology and is\s*not in this bundle\./);
    await expectAxeClean(page, 'Hand over, a family bundle that was made');
    await picture('3-made');
    await choose(/Section of .*scan 0007/, 'Statements and affidavits');
    await expect(page.getByText(/scan 0007\.pdf will stand under “Statements and affidavits”/)).toBeVisible();
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toBeVisible();
    await press('Let it in: gravel.jpg');
    await expect(page.getByText('Name the order first')).toBeVisible();
    await write('Order or direction that allows it: gravel.jpg', 'Order of 4 May 2026, paragraph 6');
    await press('Let it in: gravel.jpg');
    await expect(page.getByText('It goes in with the next pages, as allowed by: Order of 4 May 2026, paragraph 6')).toBeVisible();
    await picture('4-moved');
  });

  const saved = join(folder, 'bundle.pdf');
  await test.step('makes it again and saves it', async () => {
    await press('Make the pages again');
    const list = page.getByRole('region', { name: 'Where each document stands' });
    await expect(page.getByRole('region', { name: /out of this bundle/ })).toHaveCount(0, { timeout: 60_000 });
    const toScan = list.getByRole('button', { name: /Page C2: show .*scan 0007/ });
    await expect(toScan).toBeVisible({ timeout: 60_000 });
    await expect(list.getByRole('button', { name: /Page D2: show .*GP record/ })).toBeVisible();
    await tabTo(toScan);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Pages of the chronology' })).toBeFocused();
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as bundle\.pdf/)).toBeVisible();
    expect(existsSync(saved)).toBe(true);
    // What an order let in can be taken back; the saved bundle stays as it is.
    const letIn = page.getByRole('region', { name: '1 thing is let in by an order' });
    await expect(letIn.getByText('Allowed by: Order of 4 May 2026, paragraph 6')).toBeVisible();
    await press(/^Keep it out: TM\d+ gravel\.jpg$/);
    await expect(letIn).toHaveCount(0);
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toBeVisible();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    if (keptIn !== undefined) writeFileSync(join(keptIn, 'bundle.pdf'), readFileSync(saved));
  });

  const added = join(folder, 'addition.pdf');
  await test.step('goes on from it: what came later alone, under the next letter', async () => {
    await addDocuments(tidemark, [join(files, 'PSD outcome 20-11-2023.pdf')], 5);
    const { documents: all } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
    await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: all.find(({ originalName }) => originalName.startsWith('PSD'))!.id } });
    await place(page, 'Hand over').click();
    await choose(/What the pages are for/, 'A family court: children');
    await choose(/A new bundle, or one that was handed over before/, 'bundle.pdf');
    await expect(page.getByLabel('Letter of the bundle')).toHaveValue('B');
    await page.getByRole('radio', { name: /Only what is new/ }).focus();
    await page.keyboard.press('Space');
    await expectAxeClean(page, 'Hand over, a bundle that goes on');
    await picture('5-goes-on');
    await write('Short name of the case', 'Re A');
    await press('Make the pages');
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
    const list = page.getByRole('region', { name: 'Where each document stands' });
    await expect(list.getByText('Documents added later')).toBeVisible();
    await expect(list.getByRole('button', { name: /Page E2: show .*PSD outcome/ })).toBeVisible();
    // The photograph that an order let in before is neither new nor out.
    await expect(page.getByRole('region', { name: /out of this bundle/ })).toHaveCount(0);
    tidemark.answerDialogs({ save: added });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as addition\.pdf/)).toBeVisible();
    const addition = readBundle(added);
    expect(bundleFaults(addition)).toEqual([]);
    expect(addition.pages.map(({ label }) => label).slice(0, 4)).toEqual(['i', 'ii', 'E1', 'E2']);
    expect(readPdf(added).lacks(['Addition to court bundle B', 'Section E: Documents added later'])).toEqual([]);
  });

  await test.step('labels, numbers at the foot, bookmarks and links are one', () => {
    const bundle = readBundle(saved);
    expect(bundleFaults(bundle)).toEqual([]);
    const labels = bundle.pages.map(({ label }) => label);
    expect(labels.slice(0, 4)).toEqual(['i', 'ii', 'A1', 'A2']);
    for (const label of ['B1', 'B2', 'C1', 'C2', 'D1', 'D2']) expect(labels).toContain(label);
    expect(bundle.bookmarks.filter(({ depth }) => depth === 0).map(({ title }) => title)).toEqual(['Index (page ii)', 'Section A: Preliminary documents (page A1)', 'Section B: Applications and orders (page B1)', 'Section C: Statements and affidavits (page C1)', 'Section D: Other documents (page D1)']);
    const { words, lacks } = readPdf(saved);
    expect(lacks(['Court bundle B', 'Re A', 'Thursday 3 December 2026', 'Section C: Statements and affidavits', 'At the school gate', 'Allowed by Order of 4 May 2026, paragraph 6'])).toEqual([]);
    expect(words).not.toMatch(/for my solicitor alone|He waited in the car/);
  });
});

test('a bundle longer than the court takes cannot be saved before its permission is named; the way there is beside it', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  const picture = pictureTaker(tidemark, 'bundle-over-');
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const long = join(folder, 'Disclosure.pdf');
  const document = await PDFDocument.create();
  for (let number = 1; number <= 351; number += 1) document.addPage([595, 842]);
  writeFileSync(long, await document.save());
  await addDocuments(tidemark, [long]);
  const { documents: [added] } = await mustAsk(page, 'documents.list', { offset: 0, limit: 1 });
  await dateDocument(page, added!.id, '2023-07-26');
  await place(page, 'Hand over').click();
  await tidemark.focusWindow();
  const { choose, press } = byKeyboard(page);
  await choose(/What the pages are for/, 'A family court: children');
  await page.getByLabel('Short name of the case').fill('Re A');
  await press('Make the pages');
  await expect(page.getByText(/^35\d pages; this court takes no more than 350 without its permission$/)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('button', { name: 'Save the PDF' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Who is it for?' })).toHaveCount(0);
  await expectAxeClean(page, 'a bundle longer than the court takes');
  await picture('1-kept');
  await press('Name the permission');
  await expect(page.getByLabel('Permission for more pages')).toBeFocused();
  await page.keyboard.insertText('Order of 4 May 2026, paragraph 9');
  await press('Make the pages again');
  await expect(page.getByRole('button', { name: 'Save the PDF' })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/this court takes no more than 350/)).toHaveCount(0);
  const saved = join(folder, 'long.pdf');
  tidemark.answerDialogs({ save: saved });
  await press('Save the PDF');
  await expect(page.getByText(/^Saved as long\.pdf/)).toBeVisible({ timeout: 60_000 });
  expect(readPdf(saved).lacks(['Order of 4 May 2026, paragraph 9'])).toEqual([]);
});
