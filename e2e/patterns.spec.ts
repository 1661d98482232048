import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CasePageRequest } from '../shared/model/case/case-page';
import { emptyContact } from '../shared/model/case/contact';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard } from './support/by-keyboard';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';

test('patterns by keyboard: a separation noted, what lies before and after, a period opened, an element looked at, both pages printed', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark);
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await tidemark.focusWindow();
  const { tabTo, press } = byKeyboard(page, 120);
  const part = async (name: string): Promise<void> => { await tabTo(page.getByRole('navigation', { name: 'Patterns' }).getByRole('button', { name, exact: true })); await page.keyboard.press('Enter'); };

  await place(page, 'Your case').press('Enter');
  await page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'Patterns', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible();
  await picture('01 nothing yet');

  const on = (edtf: string) => ({ typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null });
  const incident = async (title: string, edtf: string, kinds: string[], more: object = {}): Promise<string> => {
    const { id, content } = await mustAsk(page, 'incidents.begin', {});
    await mustAsk(page, 'incidents.saveDraft', { id, content: { ...content, title, account: `What happened: ${title}.`, happened: on(edtf), kinds, ...more } });
    await mustAsk(page, 'incidents.record', { id });
    return id;
  };
  const threat = await incident('The threat in the kitchen', '2022-01-05', ['control-threat-kill', 'violent-or-threatening']);
  await incident('My bank card', '2022-02', ['control-money-debt', 'economic']);
  await incident('The rules for the house', '2022', ['control-rules']);
  await incident('About then', '2022-03~', ['psychological']);
  for (const [day, number] of [['2022-08-01', 1], ['2022-08-09', 2], ['2022-09-20', 3]] as const) await incident(`Outside the school ${number}`, day, ['stalking-turning-up', ...(number === 3 ? ['police-locating'] : [])], number === 2 ? { effectOnMe: 'I stopped taking them myself.' } : {});
  await mustAsk(page, 'incidents.begin', {}).then(async ({ id, content }) => mustAsk(page, 'incidents.saveDraft', { id, content: { ...content, title: 'A draft' } }));
  const { id: report } = await mustAsk(page, 'case.begin', { content: { ...emptyContact, form: 'report', title: 'At the front desk', happened: on('2022-08-10') } });
  await mustAsk(page, 'case.record', { id: report });
  const { id: hearing } = await mustAsk(page, 'case.begin', { content: { ...emptyContact, form: 'court', title: 'First hearing', happened: on('2022-10-03') } });
  await mustAsk(page, 'case.record', { id: hearing });
  writeFileSync(join(folder, 'card statement.txt'), 'a statement');
  tidemark.answerDialogs({ open: [join(folder, 'card statement.txt')] });
  const { grants } = await mustAsk(page, 'documents.choose', {});
  await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 1 });
  await mustAsk(page, 'incidents.link', { id: threat, target: { kind: 'document', documentId: documents[0]!.id } });

  await test.step('notes a separation', async () => {
    await part('Turning points');
    await expect(page.getByRole('heading', { name: 'No turning point noted yet' })).toBeVisible();
    await press('Add a turning point');
    await press(/What changed/);
    await page.keyboard.type('We sep');
    await expect(page.locator('.popover').getByRole('option', { name: /^We separated/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page.getByLabel('When it was'));
    await page.keyboard.insertText('1 June 2022');
    await tabTo(page.getByLabel('In your words'));
    await page.keyboard.insertText('I took the children to my sister.');
    await expect(page.getByText(/^Saved on this computer/)).toBeVisible();
    await expectAxeClean(page, 'a turning point being written');
    await press('This is my record');
    await expect(page.getByRole('heading', { name: 'We separated', level: 1 })).toBeVisible();
    await expectAxeClean(page, 'a turning point read');
    await picture('02 turning point');
  });

  await test.step('sees entries over time, drawn and in numbers', async () => {
    await part('Over time');
    await expect(page.getByRole('heading', { name: 'Over time', level: 1 })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: '7 entries counted' })).toHaveText('7 entries counted. Counted by month.');
    await expect(page.getByText('2 entries have a day that is not known well enough')).toBeVisible();
    await expect(page.getByText('Not counted: 1 draft.')).toBeVisible();
    await expect(page.getByText('This counts what you recorded, not everything that happened.')).toBeVisible();
    await expect(page.getByRole('img', { name: /^A drawing of 7 entries over/ })).toBeVisible();
    const numbers = page.getByRole('group', { name: 'The same as a table' });
    await expect(numbers.getByRole('row', { name: /^Open August 2022/ }).getByRole('cell')).toHaveText(['2', '0', '0', '2', '0', '1']);
    await expect(page.getByText('No entry between 1 March 2022 and 31 July 2022: 153 days.')).toBeVisible();
    const marks = page.getByRole('group', { name: 'Reports, hearings and turning points' });
    await expect(marks.getByRole('row', { name: /Report: At the front desk/ }).getByRole('cell').nth(2)).toHaveText('2');
    await expectAxeClean(page, 'patterns over time');
    await picture('03 over time');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture('04 over time dark');
    await page.emulateMedia({ colorScheme: null });
  });

  await test.step('opens a period in the chronology, and comes back', async () => {
    await press('Open August 2022 in the chronology');
    await expect(page.getByRole('listbox', { name: /chronology/i }).getByRole('option')).toHaveCount(3);
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('1 August 2022');
    await picture('05 chronology of a period');
    await place(page, 'Your case').press('Enter');
    await page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'Patterns', exact: true }).press('Enter');
  });

  await test.step('sees what lies before and after', async () => {
    await part('Before and after');
    const table = page.getByRole('group', { name: 'Before and after' });
    await expect(table.getByRole('row', { name: /^Before: We separated/ }).getByRole('cell').first()).toHaveText('151 days');
    await expect(table.getByRole('row', { name: /^Before: We separated/ }).getByRole('cell').nth(1)).toHaveText('2');
    await expect(table.getByRole('row', { name: /^From: We separated/ }).getByRole('cell').nth(1)).toHaveText('3');
    await expectAxeClean(page, 'before and after');
    await picture('06 before and after');
    // The last column is what is known of abuse of the police's position: large text does not push it out of sight.
    const { settings } = await mustAsk(page, 'program.state', {});
    await mustAsk(page, 'program.saveSettings', { ...settings, textZoomPercent: 200 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
    await expect.poll(() => table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
    await expect(table.getByRole('row', { name: /^From: We separated/ }).getByRole('cell').last()).toHaveText('1');
    await picture('06 before and after, large');
    await mustAsk(page, 'program.saveSettings', settings);
  });

  await test.step('looks at what the law asks for, says that an entry supports it and why', async () => {
    await part('Course of conduct');
    await expect(page.getByRole('heading', { name: 'Controlling or coercive behaviour' })).toBeVisible();
    await expectAxeClean(page, 'what the law asks for');
    await picture('07 course of conduct');
    const elements = page.getByRole('listbox', { name: 'Controlling or coercive behaviour' });
    await tabTo(elements);
    await page.keyboard.press('Home');
    for (let down = 0; down < 2; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Serious effect: fear of violence', level: 1 })).toBeVisible();
    await expect(page.getByText('This is told in one entry; the law asks for at least 2 occasions.')).toBeVisible();
    await press('Yes, it supports this: The threat in the kitchen');
    await press('Say why: The threat in the kitchen');
    await expect(page.getByLabel('Why, in your words')).toBeFocused();
    await page.keyboard.insertText('He had the knife in his hand.');
    await press('Keep');
    await expect(page.getByText('He had the knife in his hand.')).toBeVisible();
    await expect(page.getByText('1 thing attached: card statement.txt')).toBeVisible();
    await press('Link an entry');
    await page.getByRole('dialog').getByRole('option', { name: /Outside the school 3/ }).press('Enter');
    await expect(page.getByRole('listitem', { name: 'Outside the school 3' })).toContainText('You chose it');
    await expect(page.getByText('One entry has nothing attached. That is usual.')).toBeVisible();
    await expectAxeClean(page, 'one element');
    await picture('08 an element');
  });

  await test.step('prints both pages, with their numbers and sources', async () => {
    await press('All elements');
    await press('Save this page as PDF');
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Save as PDF: Course of conduct' })).toBeVisible();
    await page.keyboard.press('Escape');
    const printed = async (request: CasePageRequest, name: string): Promise<string> => {
      const built = await askForTask(page, 'casePages.build', { caseName: 'Ellis', request, redactionListId: null });
      if (built.result?.kind !== 'export') throw new Error(`the page was not made: ${built.state}`);
      const { exportId } = built.result.value;
      const file = join(keptIn ?? folder, `${name}.pdf`);
      tidemark.answerDialogs({ save: file });
      expect(await mustAsk(page, 'exports.save', { exportId })).toMatchObject({ saved: true, record: { page: request.page } });
      execFileSync('qpdf', ['--check', file]);
      // As the eye goes along a line, for rows of numbers; and as the words follow each other, for a cell of several lines.
      return [['-layout'], ['-raw']].map((how) => execFileSync('pdftotext', ['-enc', 'UTF-8', ...how, file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')).join('\n');
    };
    const counted = await printed({ page: 'patterns', fromDay: '', toDay: '' }, 'patterns');
    for (const words of ['Patterns over time', 'A count shows what was recorded, not everything that happened', 'Not counted: 1 draft.', 'Controlling you', 'Abuse of police position', 'Day not known well enough', 'August 2022 2 0 0 2 0 1', 'Before: We separated', '151 days', 'Report: At the front desk', 'Court: First hearing', 'No entry between 1 March 2022 and 31 July 2022: 153 days.', 'Turning point', 'Sources']) expect(counted).toContain(words);
    const conduct = await printed({ page: 'course-of-conduct' }, 'course-of-conduct');
    for (const words of ['Check with your solicitor', 'Serious Crime Act 2015, section 76(4)(a)', 'Chosen. He had the knife in his', 'From its kind: Turning up', 'nothing attached', 'TM1', 'card statement.txt', 'SHA-256']) expect(conduct).toContain(words);
    for (const text of [counted, conduct]) expect(text).not.toMatch(/A draft|\bscore of|trend line|will happen/);
  });
});
