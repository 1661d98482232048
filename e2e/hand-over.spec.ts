import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyContact } from '../shared/model/case/contact';
import { emptyIncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';

const letter = join(import.meta.dirname, '../assets/sample-case/files/PSD outcome 20-11-2023.pdf');

test('makes the pages, looks at them, saves them, and remembers it; finds words and people', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });

  await test.step('says what it is for while there is nothing', async () => {
    await place(page, 'Hand over').click();
    await expect(page.getByRole('heading', { name: 'Nothing to hand over yet' })).toBeVisible();
    await expectAxeClean(page, 'Hand over, empty');
  });

  await test.step('people are added and amended', async () => {
    await place(page, 'People').click();
    await expectAxeClean(page, 'People, empty');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Write a name, or a few words that say who it is.')).toBeVisible();
    await page.getByLabel('Name', { exact: true }).fill('PS Hart');
    await page.getByRole('button', { name: /Who they are to you/ }).click();
    await page.getByRole('option', { name: /^Police/ }).click();
    await page.getByLabel('Names and numbers they use').fill('Sgt H\n+44 7700 900123');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'PS Hart' })).toBeVisible();
    expect((await mustAsk(page, 'people.list', {})).people).toMatchObject([{ name: 'PS Hart', role: 'police', handles: ['Sgt H', '+44 7700 900123'] }]);
    await expectAxeClean(page, 'a person');
  });

  const write = async (title: string, account: string, isRecorded: boolean) => {
    const { id } = await mustAsk(page, 'incidents.begin', {});
    const happened = { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: 'diary' as const };
    await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account, happened } });
    if (isRecorded) await mustAsk(page, 'incidents.record', { id });
    return id;
  };
  await write('At the school gate', 'He waited in the car. The sergeant said it was nothing. لا تخبري أحدا 😀', true);
  await write('Not finished', 'A draft.', false);
  const linked = await write('The letter', 'The letter came.', true);
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ open: [letter] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('1 of 1 file done')).toBeVisible();
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 1 });
  await mustAsk(page, 'incidents.link', { id: linked, target: { kind: 'document', documentId: documents[0]!.id } });

  await test.step('finds words everywhere and goes to their place', async () => {
    await tidemark.focusWindow();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sergeant');
    await page.getByText(/See everything that mentions/).click();
    await expect(page.getByRole('heading', { name: 'Incidents (1)' })).toBeVisible();
    await expect(page.locator('.hit mark')).toHaveText('sergeant');
    await expectAxeClean(page, 'Find');
    await page.getByRole('button', { name: /At the school gate/ }).click();
    await expect(page.getByText('He waited in the car.').first()).toBeVisible();
  });

  await test.step('chooses: everything recorded goes, drafts do not', async () => {
    await place(page, 'Hand over').click();
    await expect(page.getByRole('checkbox', { name: 'At the school gate goes in' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Not finished goes in' })).toHaveCount(0);
    await expect(page.getByText('1 draft is left out')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Include my notes to my solicitor' })).not.toBeChecked();
    // What she left out stays out when she has looked something up; what lets her notes go does not stay said.
    const letterRow = page.getByRole('table', { name: 'Entries' }).getByText('The letter', { exact: true });
    await letterRow.click();
    await page.getByText('Include my notes to my solicitor').first().click();
    await expect(page.getByRole('checkbox', { name: 'Include my notes to my solicitor' })).toBeChecked();
    await place(page, 'People').click();
    await place(page, 'Hand over').click();
    await expect(page.getByRole('checkbox', { name: 'The letter goes in', exact: true })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Include my notes to my solicitor' })).not.toBeChecked();
    await letterRow.click();
    await expectAxeClean(page, 'Hand over');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByText('Give the case a short name first. Your initials will do.')).toBeVisible();
    await expect(page.getByLabel('Short name of the case')).toBeFocused();
  });

  const saved = join(folder, 'Re A.pdf');
  await test.step('looks at the pages, then saves them', async () => {
    await page.getByLabel('Short name of the case').fill('Re A');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('.pdf-page[data-page="1"]')).toContainText('Re A');
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeFocused();
    await expectAxeClean(page, 'the pages');
    // Beside the pages stands what goes in; each entry leads to its page.
    const entry = page.getByRole('button', { name: /^Page \d+: show The letter in the pages$/ });
    const number = Number(/\d+/.exec(await entry.innerText())?.[0]);
    await entry.click();
    await expect(page.getByRole('textbox', { name: 'Page', exact: true })).toHaveValue(String(number));
    await expect(page.locator(`.pdf-page[data-page="${number}"]`)).toContainText('The letter came.');
    await expect(page.getByRole('group', { name: 'Pages of the chronology' })).toBeFocused();
    // Pages that no longer fit what is chosen cannot be saved by mistake.
    await page.getByRole('table', { name: 'Entries' }).getByText('The letter', { exact: true }).click();
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save the PDF' })).toHaveCount(0);
    await expectAxeClean(page, 'the pages, outdated');
    await page.getByRole('table', { name: 'Entries' }).getByText('The letter', { exact: true }).click();
    tidemark.answerDialogs({});
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText('It was not saved. The pages are still here.')).toBeVisible();
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as Re A\.pdf/)).toBeVisible();
    expect(existsSync(saved)).toBe(true);
  });

  await test.step('remembers what was handed over', async () => {
    const { exports } = await mustAsk(page, 'exports.list', {});
    expect(exports).toMatchObject([{ fileName: 'Re A.pdf', sha256: createHash('sha256').update(readFileSync(saved)).digest('hex'), incidentCount: 2 }]);
    await expect(page.getByRole('button', { name: 'Save the PDF' })).toHaveCount(0);
    await page.getByRole('button', { name: /^Handed over before/ }).click();
    await expect(page.getByText(exports[0]!.sha256)).toBeVisible();
    await expectAxeClean(page, 'Hand over, after');
  });

  await test.step('prints a page of the case: looked at, saved, its sources right, read by other people’s programs', async () => {
    const officer = await mustAsk(page, 'people.add', { name: 'PC <b>O’Neill</b> & "Sons"', role: 'police' });
    const { id } = await mustAsk(page, 'case.begin', { content: {
      ...emptyContact, form: 'report', title: 'At the front desk', happened: { typed: '4 March 2022', edtf: '2022-03-04', timeOfDay: '', timeApproximate: false, basis: null }, people: [{ personId: officer.id, part: 'spoke-to' }], reference: '42/118', cameBack: 'The phone, in a bag.\nلا شيء آخر',
      given: [
        { id: '1'.repeat(32), what: 'My old phone', target: null, manner: 'original', receipt: 'PR 22/118' },
        { id: '2'.repeat(32), what: '', target: { kind: 'document', documentId: documents[0]!.id }, manner: 'copy', receipt: '' },
      ],
    } });
    await mustAsk(page, 'case.record', { id });
    await page.getByRole('button', { name: 'What was given to the police' }).click();
    await page.getByRole('button', { name: 'Save “What was given” as PDF' }).click();
    await expect(page.getByLabel('Short name of the case').last()).toHaveValue('Re A');
    await expectAxeClean(page, 'asking for a page of the case');
    await page.getByRole('dialog').getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('.pdf-page[data-page="1"]').last()).toContainText('At the front desk');
    await expectAxeClean(page, 'the pages of a page of the case');
    const printed = join(folder, 'given.pdf');
    tidemark.answerDialogs({ save: printed });
    await page.getByRole('dialog').getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as given\.pdf/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('The page “What was given”, which refers to 0 incidents and 1 exhibit')).toBeVisible();

    execFileSync('qpdf', ['--check', printed], { stdio: 'pipe' });
    const info = execFileSync('pdfinfo', [printed], { encoding: 'utf8' });
    expect(info).toMatch(/^Title: +What was given, to whom and when: Re A$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: +84[12](\.\d+)? x 59[45](\.\d+)? pts \(A4\)/m);
    const words = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', printed, '-'], { encoding: 'utf8' }).normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
    const [made] = (await mustAsk(page, 'exports.list', {})).exports;
    // The letter went as TM1 with the chronology before: it is TM1 here.
    for (const said of ['PC <b>O’Neill</b> & "Sons" (spoke to)', 'My old phone', 'The original', 'PR 22/118', 'TM1', documents[0]!.sha256, 'The phone, in a bag.', 'Sources', 'Contact with police or others: At the front desk', made!.sealCode, `Page 1 of ${made!.pageCount}`]) expect.soft(words).toContain(said);
    // Each source is led to from where it is cited, and back.
    const inside = execFileSync('qpdf', ['--qdf', '--object-streams=disable', printed, '-'], { encoding: 'latin1', maxBuffer: 1 << 26 });
    expect(inside).not.toContain('bundle.invalid');
    // The entry and the letter are each cited once; their lines lead back, as do title, two headings and two closing ones.
    const led = (says: string): number => inside.split(`/Contents <feff${Buffer.from(says, 'utf16le').swap16().toString('hex')}`).length - 1;
    expect([led('Go to page '), led('Back to page ')]).toEqual([2, 7]);
  });
});

test('stops making the pages, and leads from what could not go in to its document', async ({ tidemark }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  const sample = (name: string) => join(import.meta.dirname, '../assets/sample-case/files', name);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const names = ['statement download.pdf', 'disclosure messages.pdf', 'IMG_20210913_074112.jpg', 'diary page April 2022.jpg', 'PSD outcome 20-11-2023.pdf'];
  tidemark.answerDialogs({ open: names.map(sample) });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('5 of 5 files done')).toBeVisible();
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, account: 'They all came at once.', happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: null } } });
  for (const document of documents) await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: document.id } });
  await mustAsk(page, 'incidents.record', { id });
  const draft = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id: draft.id, content: { ...emptyIncidentContent, account: 'Half a thought.' } });

  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill('Re A');
  await page.getByRole('button', { name: 'Make the pages' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Make the pages' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toHaveCount(0);
  expect(await mustAsk(page, 'exports.list', {})).toEqual({ exports: [] });

  await page.getByRole('button', { name: 'Make the pages' }).click();
  await expect(page.getByText('1 exhibit could not be put in')).toBeVisible({ timeout: 60_000 });
  await expectAxeClean(page, 'the pages, with one left out');
  await page.getByRole('button', { name: 'Show in the pages: statement download.pdf' }).click();
  await expect(page.locator('.pdf-page').filter({ hasText: 'Exhibit TM' }).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Page', exact: true })).not.toHaveValue('1');
  await page.getByRole('button', { name: 'Open the document statement download.pdf' }).click();
  await expect(page.getByRole('heading', { name: 'statement download.pdf', level: 1 })).toBeVisible();

  await place(page, 'Hand over').click();
  await page.getByRole('button', { name: '1 draft is left out' }).click();
  await page.getByRole('button', { name: 'Open Half a thought.' }).click();
  await expect(page.getByLabel('What happened, in your own words')).toHaveValue('Half a thought.');
});
