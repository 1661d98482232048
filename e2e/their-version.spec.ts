import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayInstant } from '../shared/layouts/say';
import { emptyContact } from '../shared/model/case/contact';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard, expectSaved } from './support/by-keyboard';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';

const on = (typed: string, edtf: string) => ({ typed, edtf, timeOfDay: '', timeApproximate: false, basis: 'diary' as const });

test('what was claimed, by keyboard: written, recorded, amended, printed beside her record of those days, and erased with its trace', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'their ');
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'velvet harbour oxide nineteen lantern')).toMatchObject({ ok: true });
  const photo = join(folder, 'bruise.txt');
  writeFileSync(photo, 'a picture of my arm');
  tidemark.answerDialogs({ open: [photo] });
  const { grants: [grant] } = await mustAsk(page, 'documents.choose', {});
  await askForTask(page, 'documents.add', { grant: grant!.grant });
  const { documents: [document] } = await mustAsk(page, 'documents.list', { offset: 0, limit: 1 });
  const { id: incidentId, content } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id: incidentId, content: { ...content, title: 'He pushed me', account: 'He pushed me into the kitchen door. I said nothing.', happened: on('4 May 2022', '2022-05-04'), privilegedNote: 'For Ms Rahman alone.' } });
  await mustAsk(page, 'incidents.record', { id: incidentId });
  await mustAsk(page, 'incidents.link', { id: incidentId, target: { kind: 'document', documentId: document!.id } });
  const { id: contactId } = await mustAsk(page, 'case.begin', { content: { ...emptyContact, form: 'call', title: 'I rang 101', told: 'Somebody will ring you.', happened: on('4 May 2022', '2022-05-04') } });
  await mustAsk(page, 'case.record', { id: contactId });
  await tidemark.focusWindow();

  const { tabTo, press, write, choose } = byKeyboard(page, 120);

  await place(page, 'Your case').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'Their version' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing noted here' })).toBeVisible();
  await picture('01 nothing yet');

  await test.step('she writes what was claimed, with what came of it', async () => {
    await press('Add what was claimed');
    await write('What it is called', 'His report of May');
    await write('What they say', 'She attacked me with a pan. I only held her arms.');
    await write('When they say it happened', '4 May 2022');
    await write('To whom', 'Eastshire Police');
    await write('When it was reported or claimed', '6 May 2022');
    await write('When you learned of it', '1 June 2022');
    await write('Reference', '47/2290/22');
    await write('What you say to it', 'I held no pan. He pushed me into the door.');
    await press(/^What came of it/);
    await press('Add an outcome');
    await choose(/Which kind/, 'What came of the crime');
    await choose(/What you were told/, 'No further action');
    await expectSaved(page);
    await expectAxeClean(page, 'writing what was claimed');
    await picture('02 writing');
    await press('This is my record');
    await expect(page.getByText(/^First recorded /).first()).toBeVisible();
  });

  const beside = page.getByRole('region', { name: 'Your record of the same days' });
  await test.step('her record of the same days stands beside it', async () => {
    await expect(page.getByRole('region', { name: 'What came of it' })).toContainText('What came of the crime: No further action, and no reason named');
    await expect(beside.getByRole('listitem')).toHaveCount(2);
    await expect(beside.getByRole('listitem').filter({ hasText: 'He pushed me' })).toContainText(/Incident · 4 May 2022.*First recorded/);
    await expect(beside.getByRole('listitem').filter({ hasText: 'I rang 101' })).toContainText('Police & agencies');
    await expectAxeClean(page, 'what was claimed, read');
    await picture('03 reading');
    await beside.scrollIntoViewIfNeeded();
    await picture('04 beside');
  });

  await test.step('a change is kept with its reason', async () => {
    await press('Amend');
    await tabTo(page.getByLabel('Reference', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('47/2291/22');
    await expectSaved(page);
    await write('Why are you changing it?', 'The letter has another number.');
    await press('Add to my record');
    await expect(page.getByText('The letter has another number.').first()).toBeVisible();
  });

  await test.step('the page says both versions, every first recorded time and every mark', async () => {
    await press('Save side by side as PDF');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Short name of the case').fill('Re A');
    await dialog.getByRole('button', { name: 'Make the pages' }).press('Enter');
    await expect(dialog.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
    await expectAxeClean(page, 'the pages, looked at');
    await picture('05 pages');
    const saved = join(keptIn ?? folder, 'side-by-side.pdf');
    tidemark.answerDialogs({ save: saved });
    await dialog.getByRole('button', { name: 'Save the PDF' }).press('Enter');
    await expect(page.getByText(/^Saved as side-by-side\.pdf/)).toBeVisible();
    await page.keyboard.press('Escape');
    execFileSync('qpdf', ['--check', saved], { stdio: 'pipe' });
    expect(execFileSync('pdfinfo', [saved], { encoding: 'utf8' })).toMatch(/^Title: +Two versions of the same days: His report of May: Re A$/m);
    const words = execFileSync('pdftotext', ['-enc', 'UTF-8', saved, '-'], { encoding: 'utf8' }).normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').replace(/ Page \d+ of \d+ /g, ' ');
    const { firstRecordedUtc } = await mustAsk(page, 'incidents.get', { id: incidentId });
    const contact = await mustAsk(page, 'case.get', { id: contactId });
    for (const said of [
      'She attacked me with a pan.', 'Eastshire Police', '47/2291/22', 'Wednesday 4 May 2022', 'Wednesday 1 June 2022', 'I held no pan.', 'No further action, and no reason named', 'He pushed me into the kitchen door.', 'Date known from: a diary or notes.',
      `First recorded ${sayInstant(firstRecordedUtc!)}:`, `First recorded ${sayInstant(contact.firstRecordedUtc!)}:`, 'Linked to it: TM1', 'Incident, “He pushed me” [2]', 'Contact with police or others, “I rang 101” [3]', 'Sources', document!.sha256,
    ]) expect.soft(words).toContain(said);
    expect(words).not.toMatch(/Rahman|47\/2290/);
    expect((await mustAsk(page, 'exports.list', {})).exports[0]).toMatchObject({ page: 'side-by-side', incidentCount: 1, exhibitCount: 1 });
  });

  const { rows: [row] } = await mustAsk(page, 'case.list', { kind: 'counter-allegation' });
  await test.step('Find finds its words', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('attacked pan');
    await page.getByRole('menuitem', { name: /His report of May/ }).press('Enter');
    await expect(page.getByRole('heading', { name: 'His report of May', level: 1 })).toBeVisible();
  });

  if (keptIn !== undefined) {
    const { settings } = await mustAsk(page, 'program.state', {});
    await mustAsk(page, 'program.saveSettings', { ...settings, theme: 'dark' });
    await page.waitForTimeout(300);
    await picture('06 dark');
    await mustAsk(page, 'program.saveSettings', { ...settings, textZoomPercent: 200 });
    await page.waitForTimeout(300);
    await picture('07 at 200');
    await beside.scrollIntoViewIfNeeded();
    await picture('08 beside at 200');
    await mustAsk(page, 'program.saveSettings', settings);
  }

  await test.step('erased, it leaves its trace and nothing else', async () => {
    await press('Erase');
    await page.getByRole('dialog').getByLabel('Why are you erasing it?').fill('It was withdrawn.');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase it' }).press('Enter');
    await expect(page.getByText('It was withdrawn.').first()).toBeVisible();
    const { entries } = await mustAsk(page, 'history.list', { subjectId: row!.id, offset: 0, limit: 9 });
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['case-amended', 'case-erased', 'case-recorded']);
    expect(JSON.stringify(entries)).not.toMatch(/attacked|pan\b/);
  });
});
