import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { emptyCaseContent, type CaseContent } from '../shared/model/case/case-entry';
import type { Dated } from '../shared/model/dated';
import { emptyIncidentContent } from '../shared/model/incident';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { dress, keptIn, ordinaryWindow, pictureTaker } from './support/pictures';

const on = (typed: string, edtf: string): Dated => ({ typed, edtf, timeOfDay: '', timeApproximate: false, basis: 'letter' });

async function kept(page: Page, content: CaseContent): Promise<string> {
  const { id } = await mustAsk(page, 'case.begin', { content });
  await mustAsk(page, 'case.record', { id });
  return id;
}

/** An incident, what she told the police of it, what was claimed against her, and something that somebody knew; two of them with a file. */
async function writeCase(page: Page, folder: string, answer: (paths: string[]) => void): Promise<void> {
  const documents: string[] = [];
  for (const [name, text] of [['letter from the desk.txt', 'Your report has been filed.'], ['duty log.txt', 'He was on duty at 21:00.']] as const) {
    writeFileSync(join(folder, name), text);
    answer([join(folder, name)]);
    const { grants } = await mustAsk(page, 'documents.choose', {});
    const event = await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
    if (event.result?.kind !== 'document') throw new Error('the file was not added');
    documents.push(event.result.value.document.id);
  }
  const { id: force } = await mustAsk(page, 'people.add', { name: 'Northmoor Police', role: 'organisation' });
  const { id: craig } = await mustAsk(page, 'people.add', { name: 'Craig Ellis', role: 'accused' });
  const incident = async (title: string, account: string, happened: Dated): Promise<string> => {
    const { id } = await mustAsk(page, 'incidents.begin', {});
    await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account, happened, kinds: ['physical'] } });
    await mustAsk(page, 'incidents.record', { id });
    return id;
  };
  const stairs = await incident('The stairs', 'He pushed me down the last four stairs and stood over me.', on('12 March 2022', '2022-03-12'));
  await incident('The car outside', 'The grey car again, for an hour.', on('summer 2022', '2022-22'));
  await kept(page, {
    ...emptyCaseContent.contact, form: 'report', happened: on('14 March 2022', '2022-03-14'), bodyId: force, reference: 'NP/4471/22', said: 'I told the desk everything.', told: 'They said that nothing could be done without a witness.',
    promised: [{ id: 'a'.repeat(32), what: 'An officer would ring within a week.', by: on('21 March 2022', '2022-03-21'), kept: 'no' }],
    outcomes: [{ id: 'b'.repeat(32), list: 'recording', value: '', told: on('1 April 2022', '2022-04-01'), note: 'Not recorded as a crime.' }],
    incidentIds: [stairs], evidence: [{ kind: 'document', documentId: documents[0]! }],
  });
  await kept(page, {
    ...emptyCaseContent['counter-allegation'], title: 'That I went for him', made: on('2 April 2022', '2022-04-02'), learned: on('May 2022', '2022-05'), madeById: craig, madeTo: 'his sergeant',
    theirVersion: 'She went for me on the stairs.', herAnswer: 'I was at the bottom of them.', incidentIds: [stairs], evidence: [{ kind: 'document', documentId: documents[1]! }],
  });
  await kept(page, { ...emptyCaseContent['look-up'], title: 'The new street', happened: on('about June 2022', '2022-06~'), known: 'He knew the name of the street.', personId: craig, otherWays: 'My sister may have said it.' });
  await mustAsk(page, 'case.begin', { content: { ...emptyCaseContent.contact, title: 'Half a call', told: 'half a sentence' } });
}

test('contacts, claims and look-ups stand in the chronology by their day, and go out with their exhibits', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark);
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'velvet harbour oxide nineteen lantern')).toMatchObject({ ok: true });
  await writeCase(page, folder, (open) => tidemark.answerDialogs({ open }));
  await tidemark.focusWindow();
  const rows = page.getByRole('listbox', { name: 'Chronology' }).getByRole('option');
  const list = page.getByRole('listbox', { name: 'Chronology' });

  await test.step('by the same order of days, each with what it is in words; a draft is not among them', async () => {
    await place(page, 'Chronology').focus();
    await page.keyboard.press('Enter');
    await expect(rows).toHaveText([/12 March 2022.*The stairs/, /14 March 2022.*Police & agencies.*Northmoor Police · NP\/4471\/22.*nothing could be done/, /2 April 2022, when it was claimed.*Their version.*That I went for him/, /summer 2022.*The car outside/, /about June 2022.*How did they know\?.*The new street/]);
    await expect(page.getByRole('status').filter({ hasText: '5 entries' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^2022: 3 entries with an exact date, 2 entries with a rough date/ })).toBeVisible();
    await picture('01 chronology');
    await expectAxeClean(page, 'the chronology with her case');
    await dress(page, 'dark', 100);
    await picture('02 chronology dark');
    await dress(page, 'light', 200);
    await expectAxeClean(page, 'the chronology with her case at 200%');
    await picture('03 chronology 200');
    await dress(page, 'light', 100);
  });

  await test.step('Enter opens it in its own place; going back leads to where she was', async () => {
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').getByText('They said that nothing could be done without a witness.').first()).toBeVisible();
    await expect(place(page, 'Police & agencies')).toHaveAttribute('aria-current', 'page');
    await picture('04 opened from the chronology');
    await page.getByRole('button', { name: 'Back to Chronology' }).focus();
    await page.keyboard.press('Enter');
    await expect(list).toBeFocused();
    await expect(list).toHaveAttribute('aria-activedescendant', (await rows.nth(1).getAttribute('id'))!);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').getByText('I was at the bottom of them.').first()).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(list).toBeVisible();
  });

  await test.step('narrowed by what it is', async () => {
    await page.getByRole('button', { name: 'Narrow down' }).click();
    const show = async (what: string): Promise<void> => { await page.getByRole('button', { name: / Show$/ }).click(); await page.locator('.popover').getByRole('option', { name: what, exact: true }).click(); };
    await show('Police & agencies');
    await expect(rows).toHaveText([/14 March 2022/]);
    await picture('05 narrowed');
    await expectAxeClean(page, 'narrowed by kind');
    await show('Their version');
    await expect(rows).toHaveText([/2 April 2022/]);
    await show('Incidents');
    await expect(rows).toHaveText([/The stairs/, /The car outside/]);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect(rows).toHaveCount(5);
  });

  const saved = join(folder, 'case.pdf');
  await test.step('handed over: by kind and by time, drafts left out and said', async () => {
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Re E');
    await expect(page.getByText('5 of 5 entries go in')).toBeVisible();
    await page.getByRole('button', { name: '1 draft is left out' }).click();
    await expect(page.getByRole('button', { name: 'Open Half a call' })).toBeVisible();
    await page.getByRole('button', { name: 'Choose by kind or by time' }).click();
    await picture('06 hand over');
    await expectAxeClean(page, 'choosing by kind');
    const kind = (name: RegExp): Locator => page.getByRole('checkbox', { name });
    await kind(/^How did they know\? \(1\)/).press('Space');
    await expect(page.getByText('4 of 5 entries go in')).toBeVisible();
    await page.getByLabel('To', { exact: true }).fill('April 2022');
    await page.getByRole('button', { name: 'Only this time' }).click();
    await expect(page.getByText('3 of 5 entries go in')).toBeVisible();
    await expect(kind(/^Incidents \(2\)/)).toHaveJSProperty('indeterminate', true);
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByText(/pages, .* Look through them/)).toBeVisible({ timeout: 60_000 });
    await picture('07 pages');
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as case\.pdf/)).toBeVisible();
    const { exports } = await mustAsk(page, 'exports.list', {});
    expect(exports[0]).toMatchObject({ incidentCount: 1, caseEntryCount: 2, exhibitCount: 2 });
    await page.getByRole('button', { name: /^Handed over before/ }).click();
    await expect(page.getByText('1 incident, 2 other entries, 2 exhibits')).toBeVisible();
  });

  await test.step('the PDF says all of it, and its marks and numbers lead where they say', () => {
    if (keptIn !== undefined) copyFileSync(saved, join(keptIn, 'case.pdf'));
    execFileSync('qpdf', ['--check', saved], { stdio: 'pipe' });
    const pages = execFileSync('pdftotext', ['-layout', saved, '-'], { encoding: 'utf8' }).split('\f').map((text) => text.replace(/\s+/g, ' '));
    const text = pages.join(' ');
    for (const words of ['14 March 2022 Report, Northmoor Police', 'Contact with police or others · NP/4471/22', 'I told the desk everything.', 'They said that nothing could be done without a witness.', 'An officer would ring within a week.', 'by 21 March 2022; not kept', 'Not recorded as a crime.', 'told on 1 April 2022',
      'Entry 3 · Allegation made against', '2 April 2022, when it was reported or claimed', 'She went for me on the stairs.', 'I was at the bottom of them.', 'his sergeant', 'May 2022']) expect.soft(text, words).toContain(words);
    for (const words of ['The new street', 'The car outside', 'Half a call']) expect.soft(text, words).not.toContain(words);
    const pageWith = (words: RegExp): number => pages.findIndex((one) => words.test(one)) + 1;
    const [first, second] = [pageWith(/Exhibit TM1 .*letter from the desk\.txt/), pageWith(/Exhibit TM2 .*duty log\.txt/)];
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    // Read by somebody else's program: every link with its words and the page it leads to.
    const links = [...execFileSync('pdftohtml', ['-xml', '-i', '-stdout', saved], { encoding: 'utf8' }).matchAll(/<a href="[^"#]*#(\d+)">(?:<[a-z]>)*([^<]+)/g)].map((match) => [match[2]!.trim(), Number(match[1])] as const);
    const leadsTo = (words: string): Set<number> => new Set(links.filter(([said]) => said === words).map(([, to]) => to));
    expect([leadsTo('TM1'), leadsTo('TM2')]).toEqual([new Set([first]), new Set([second])]);
    const stairs = pageWith(/Entry 1 .*The stairs 12 March 2022/);
    // The contact and the claim each refer to the incident; its own heading leads back to the table.
    expect(leadsTo('Entry 1')).toEqual(new Set([pageWith(/Table of entries by date Sorted/), stairs]));
  });
});
