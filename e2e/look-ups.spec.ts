import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { sayInstant } from '../shared/layouts/say';
import { emptyLookUp } from '../shared/model/case/look-up';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard, expectSaved } from './support/by-keyboard';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';

test('how did they know, by keyboard: noted, recorded, amended, two drafts read, copied and printed without what must not be in them, erased with its trace', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'look-ups ');
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'velvet harbour oxide nineteen lantern')).toMatchObject({ ok: true });
  const letter = join(folder, 'his letter.txt');
  writeFileSync(letter, 'I know where you live now.');
  tidemark.answerDialogs({ open: [letter] });
  const { grants: [grant] } = await mustAsk(page, 'documents.choose', {});
  await askForTask(page, 'documents.add', { grant: grant!.grant });
  const { documents: [document] } = await mustAsk(page, 'documents.list', { offset: 0, limit: 1 });
  const person = async (name: string, role: 'accused' | 'police', officer: { force: string; rank: string; collarNumber: string; unit: string }): Promise<string> => {
    const { id } = await mustAsk(page, 'people.add', { name, role });
    await mustAsk(page, 'people.amend', { id, officer });
    return id;
  };
  const craig = await person('Craig Dunmore', 'accused', { force: 'Eastshire Police', rank: 'PS', collarNumber: '12', unit: '' });
  await person('PC Holt', 'police', { force: 'Eastshire Police', rank: 'PC', collarNumber: '4471', unit: 'Response B' });
  await tidemark.focusWindow();

  const { tabTo, press, write } = byKeyboard(page, 120);
  const tick = async (name: RegExp): Promise<void> => { await tabTo(page.getByRole('checkbox', { name })); await page.keyboard.press('Space'); };
  const pick = async (label: string, typed: string, name: RegExp): Promise<void> => {
    await tabTo(page.getByRole('combobox', { name: label }));
    await page.keyboard.type(typed);
    await page.locator('.popover').getByRole('option', { name }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };

  await place(page, 'Your case').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'How did they know?' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing noted here' })).toBeVisible();
  await picture('01 nothing yet');

  await test.step('she notes what was known, and where it may have been looked up', async () => {
    await press('Add something they knew');
    await write('What they knew', 'That I live at 9 Quince Road now.');
    await pick('Who knew it', 'Craig', /Craig Dunmore/);
    await write('When it showed', '9 May 2024');
    await write('How it showed', 'He wrote the name of the street in a letter.');
    await write('Since when it could be known', '3 May 2024');
    await expect(page.getByText('It may have been looked up from Friday 3 May 2024 to Thursday 9 May 2024.')).toBeVisible();
    await picture('02 writing');
    await press(/^Police systems/);
    await tick(/^Police National Computer/);
    await tick(/^The force’s own crime/);
    // The box that takes the keyboard stands where it is seen: the window has not scrolled away from under her.
    await expect(place(page, 'Your case')).toBeInViewport();
    await picture('03 where');
    await press(/^Doctors, schools/);
    await tick(/^Doctor, hospital/);
    await expectAxeClean(page, 'noting what was known');
    await pick('Who could have looked or told', 'Holt', /PC Holt/);
    // The others are offered still; going on closes them.
    await page.keyboard.press('Tab');
    await press(/^For a request/);
    await write('What a request may say of it', 'He named the street to which the client had moved six days before.');
    await write('What may have been searched for', 'Mara Ellis\nAB12 CDE');
    await press('Add a document');
    await tabTo(page.getByRole('dialog').getByRole('option', { name: /his letter/ }));
    await page.keyboard.press('Enter');
    await write('What it is called', 'My new address');
    await expectSaved(page);
    await press('This is my record');
    await expect(page.getByText(/^First recorded /).first()).toBeVisible();
    await expect(page.getByText(/How else they could have known is not written yet/)).toBeVisible();
    await expectAxeClean(page, 'what was known, read');
    await picture('04 reading');
  });

  await test.step('how else they could have known is added, with its reason', async () => {
    await press('Amend');
    await write('How else they could have known', 'I can think of none. I told my sister alone.');
    await expectSaved(page);
    await write('Why are you changing it?', 'I had left it open.');
    await press('Add to my record');
    await expect(page.getByRole('region', { name: 'How else they could have known' })).toContainText('I told my sister alone.');
  });

  const keep = async (content: Parameters<typeof mustAsk<'case.begin'>>[2]['content']): Promise<string> => { const { id } = await mustAsk(page, 'case.begin', { content }); await mustAsk(page, 'case.record', { id }); return id; };
  const on = (typed: string, edtf: string) => ({ typed, edtf, timeOfDay: '', timeApproximate: false, basis: null });
  await keep({ ...emptyLookUp, title: 'My car', known: 'Where it was parked.', personId: craig, happened: on('1 July 2024', '2024-07-01'), knowableSince: on('June 2024', '2024-06'), systems: ['anpr'], searchTerms: 'AB12 CDE' });
  await mustAsk(page, 'case.begin', { content: { ...emptyLookUp, title: 'My new address', known: 'A friend of his knew it too.', happened: on('12 May 2024', '2024-05-12') } });

  await test.step('the list puts them together by who knew, and by what was known, each with its window of days', async () => {
    await page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'What matters now' }).press('Enter');
    await page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'How did they know?' }).press('Enter');
    const his = page.getByRole('listbox', { name: 'What Craig Dunmore knew' });
    await expect(his.getByRole('option')).toHaveText([/My new address.*from Friday 3 May 2024 to Thursday 9 May 2024/, /My car.*from Saturday 1 June 2024 to Monday 1 July 2024/]);
    await expect(page.getByRole('listbox', { name: 'What Somebody, not named yet knew' }).getByRole('option')).toHaveText(/My new address.*Draft.*up to Sunday 12 May 2024/);
    await picture('05 by person');
    await press(/Put together by/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox', { name: 'What was known: My new address' }).getByRole('option')).toHaveCount(2);
    await expectAxeClean(page, 'the list of what was known');
    await picture('06 by what');
  });

  const draft = (name: RegExp): Locator => page.getByRole('region', { name });
  await test.step('both drafts are read and copied; they hold nothing but what she wrote for them', async () => {
    await press('Draft requests');
    await expect(page.getByRole('heading', { name: 'Draft requests for your solicitor' })).toBeVisible();
    await expect(page.getByText('A request tells the force, or whoever gets it, what you suspect.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /My new address/ })).toHaveCount(1);
    const audit = draft(/^Draft: request for a targeted audit/);
    for (const said of ['PC Holt, collar number 4471, Response B, Eastshire Police', 'Friday 3 May 2024 to Thursday 9 May 2024', 'Mara Ellis', 'Number-plate cameras (ANPR)', 'He named the street to which the client had moved']) await expect(audit).toContainText(said);
    for (const region of [audit, draft(/^Draft: subject access requests/)]) await expect(region).not.toContainText(/Quince|sister/);
    await expectAxeClean(page, 'the drafts');
    await picture('07 drafts');
    await page.getByRole('checkbox', { name: /My car/ }).press('Space');
    await expect(audit).not.toContainText('ANPR');
    await page.getByRole('button', { name: 'Copy: Draft: request for a targeted audit of accesses' }).press('Enter');
    await expect(page.getByText('Copied. It leaves the clipboard after a minute.')).toBeVisible();
    const copied = await tidemark.app.evaluate(async ({ clipboard }) => await clipboard.readText());
    expect(copied).toContain('Whose accesses\n\n- PS Craig Dunmore, collar number 12, Eastshire Police\n- PC Holt, collar number 4471, Response B, Eastshire Police\n');
    expect(copied).not.toMatch(/Quince|sister/);
    await picture('08 copied');
    await page.getByRole('checkbox', { name: /My car/ }).press('Space');
  });

  const { rows } = await mustAsk(page, 'case.list', { kind: 'look-up' });
  const first = rows.find(({ status, title }) => status === 'recorded' && title === 'My new address')!;
  await test.step('they are printed with their sources', async () => {
    await press('Save these as PDF');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Short name of the case').fill('Re A');
    await dialog.getByRole('button', { name: 'Make the pages' }).press('Enter');
    await expect(dialog.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
    await expectAxeClean(page, 'the pages, looked at');
    const saved = join(keptIn ?? folder, 'look-ups.pdf');
    tidemark.answerDialogs({ save: saved });
    await dialog.getByRole('button', { name: 'Save the PDF' }).press('Enter');
    await expect(page.getByText(/^Saved as look-ups\.pdf/)).toBeVisible();
    await page.keyboard.press('Escape');
    execFileSync('qpdf', ['--check', saved], { stdio: 'pipe' });
    const words = execFileSync('pdftotext', ['-enc', 'UTF-8', saved, '-'], { encoding: 'utf8' }).normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').replace(/ Page \d+ of \d+ /g, ' ');
    for (const said of [
      'Occasion 1: My new address', 'That I live at 9 Quince Road now.', 'I told my sister alone.', 'Craig Dunmore (PS, 12, Eastshire Police)', 'TM1', document!.sha256, sayInstant(first.firstRecordedUtc!), 'Occasion 2: My car', 'Nothing is written about this.',
      'Draft: request for a targeted audit of accesses', '– Occasion 1 [1]: Friday 3 May 2024 to Thursday 9 May 2024.', 'Draft: subject access requests', 'Data Protection Act 2018, section 45', 'UK GDPR, article 15', 'Where the rules come from', 'Suspected look-up: My new',
    ]) expect.soft(words).toContain(said);
    const drafts = words.slice(words.indexOf('Draft: request for a targeted audit of accesses'), words.indexOf('Where the rules come from'));
    expect(drafts.length).toBeGreaterThan(1000);
    expect(drafts).not.toMatch(/Quince|sister/);
    expect((await mustAsk(page, 'exports.list', {})).exports[0]).toMatchObject({ page: 'look-ups', exhibitCount: 1 });
  });

  await test.step('Find finds its words', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('Quince');
    await page.getByRole('menuitem', { name: /My new address/ }).press('Enter');
    await expect(page.getByRole('heading', { name: 'My new address', level: 1 })).toBeVisible();
  });

  if (keptIn !== undefined) {
    const { settings } = await mustAsk(page, 'program.state', {});
    for (const [name, change] of [['09 dark', { theme: 'dark' }], ['10 at 200', { textZoomPercent: 200 }]] as const) {
      await mustAsk(page, 'program.saveSettings', { ...settings, ...change });
      await page.waitForTimeout(400);
      await picture(name);
      await press('Draft requests');
      await page.waitForTimeout(200);
      await picture(`${name} drafts`);
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').fill('Quince');
      await page.getByRole('menuitem', { name: /My new address/ }).press('Enter');
    }
    await mustAsk(page, 'program.saveSettings', settings);
    await page.waitForTimeout(300);
  }

  await test.step('erased, it leaves its trace and nothing else', async () => {
    await press('Erase');
    await page.getByRole('dialog').getByLabel('Why are you erasing it?').fill('It was not so.');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase it' }).press('Enter');
    await expect(page.getByText('It was not so.').first()).toBeVisible();
    const { entries } = await mustAsk(page, 'history.list', { subjectId: first.id, offset: 0, limit: 9 });
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['case-amended', 'case-erased', 'case-recorded']);
    expect(JSON.stringify(entries)).not.toMatch(/Quince|sister/);
  });
});
