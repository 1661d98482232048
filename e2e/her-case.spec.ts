import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { byKeyboard } from './support/by-keyboard';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { readPdf, type ReadPdf, sha256sum } from './support/read-pdf';
import { keptIn, ordinaryWindow, pictureTaker } from './support/pictures';

/** Her case from end to end, on the invented one, by keyboard alone: what she knows of the police and what came of it, as pages that other people's programs read. */
const files = join(import.meta.dirname, '../assets/sample-case/files');

test('her case, from who knew whom to what is missing: looked at, printed, and read by other people’s programs', async ({ tidemark, folder }) => {
  test.setTimeout(480_000);
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  await tidemark.focusWindow();
  const picture = pictureTaker(tidemark);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
  const { tabTo, press } = byKeyboard(page, 120);
  const goTo = async (name: string): Promise<void> => { await tabTo(place(page, name)); await page.keyboard.press('Enter'); };
  /** Opens a line of a list with the arrows. */
  const openRow = async (list: string, row: RegExp): Promise<void> => {
    const rows = page.getByRole('listbox', { name: list });
    await tabTo(rows);
    await page.keyboard.press('Home');
    for (let presses = 0; presses < 60; presses += 1) {
      const active = rows.locator('[role=option][data-active], [role=option]:focus');
      if (row.test((await active.textContent()) ?? '')) { await page.keyboard.press('Enter'); return; }
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`no line ${row} in ${list}`);
  };
  /** Prints the page that stands open: name, look, save; Escape. */
  const print = async (name: string, printButton = button('Save this page as PDF')): Promise<ReadPdf> => {
    const file = join(folder, `${name}.pdf`);
    tidemark.answerDialogs({ save: file });
    await press(printButton);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Short name of the case')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('Ellis (invented)');
    await expectAxeClean(page, `${name}, before it is made`);
    await press(dialog.getByRole('button', { name: 'Make the pages' }));
    await expect(dialog.getByRole('heading', { name: 'The pages as they will be' })).toBeFocused({ timeout: 60_000 });
    await expect(dialog.locator('.pdf-page[data-page="1"] canvas')).toBeVisible();
    await expectAxeClean(page, `${name}, the pages`);
    await press(dialog.getByRole('button', { name: 'Save the PDF' }));
    await expect(dialog.getByText(/^Saved as /)).toBeVisible();
    // The button is gone that had the keyboard.
    await expect(dialog.locator('[data-saved]')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    if (keptIn !== undefined) copyFileSync(file, join(keptIn, `${name}.pdf`));
    const [record] = (await mustAsk(page, 'exports.list', {})).exports;
    const read = readPdf(file);
    expect([record?.sha256, record?.pageCount]).toEqual([sha256sum(file), read.pages]);
    expect(read.info).toMatch(/^Tagged: +yes$/m);
    expect.soft(read.lacks(['EXAMPLE. Everything in this document is invented.', 'Ellis (invented)', record!.sealCode, `Page 1 of ${read.pages}`, 'Sources']), name).toEqual([]);
    await expectSourcesRight(page, name, sourcesOf(read));
    return read;
  };
  const printed = new Map<string, ReadPdf>();

  await test.step('opens the invented case', async () => {
    await press(button('I have read this'));
    await press(button('Look at an example first'));
    await tabTo(page.getByLabel('A passphrase for the example'));
    await page.keyboard.type('four plain words together');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible({ timeout: 120_000 });
  });

  await test.step('who knew whom: two officers, the map, its page', async () => {
    await goTo('People');
    await expectAxeClean(page, 'people');
    await press(page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'Map' }));
    await expect(page.getByRole('row', { name: /Sgt 1180 Pyke supervised Craig Dunmore/ })).toBeVisible();
    await expectAxeClean(page, 'the map');
    await picture('01 map');
    const map = await print('map');
    printed.set('map', map);
    expect.soft(map.lacks(['Sgt 1180 Pyke supervised Craig Dunmore', 'Sgt 1180 Pyke and Craig Dunmore are friends', 'DC 2217 Hale worked with Craig Dunmore', 'Sgt 1180 Pyke supervised, and DC 2217 Hale was in charge of, the same contact', 'Eastmarch Constabulary', '2217', '1180', 'Jo.”'])).toEqual([]);
  });

  await test.step('the first report, from the first call to the diary in a locker', async () => {
    await goTo('Police & agencies');
    await openRow('Contacts with the police and other bodies', /^My statement, and what I gave DC Hale/);
    await expect(page.getByRole('heading', { name: 'My statement, and what I gave DC Hale', level: 1 })).toBeVisible();
    const story = page.getByRole('region', { name: 'Told, and what happened' });
    await expect(story.getByRole('heading', { level: 3 })).toHaveCount(11);
    await expectAxeClean(page, 'told, and what happened');
    await picture('02 told');
    const told = await print('told', story.getByRole('button', { name: 'Save this page as PDF' }));
    printed.set('told', told);
    expect.soft(told.lacks(['My diary, red cover, the only one', 'Slip NM/0628/22: “1 diary, red cover”', '“could not be located”', 'Recorded as a “non-crime” incident', 'No case to answer', 'It was in a locker.', 'My diary back in “a week or so”', 'about 5 July 2022', '8 July 2022', '19 April 2024', sha256sum(join(files, 'NM-0628-22 outcome.pdf'))])).toEqual([]);
  });

  await test.step('the 28 days of the complaint', async () => {
    await goTo('Your case');
    await press(page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'Time limits' }));
    await openRow('Time limits, by their last day', /complaint’s outcome/);
    // 20 November 2023 and 28 days, counted from the day after: 18 December.
    await expect(page.getByRole('region', { name: 'Last day' })).toContainText('18 December 2023');
    await expectAxeClean(page, 'a time limit');
    await picture('03 limit');
  });

  await test.step('their list, and what is missing from it', async () => {
    await goTo('Police & agencies');
    await press(button('Replies and disclosures'));
    await openRow('Replies and disclosures', /^Their list of my property/);
    const held = page.getByRole('region', { name: 'What you gave, held against it' });
    await expect(held.getByRole('region', { name: 'Not on the list: 2' })).toContainText('My diary, red cover, the only one');
    await expectAxeClean(page, 'what is missing');
    await picture('04 missing');
    const missing = await print('missing', held.getByRole('button', { name: 'Save this page as PDF' }));
    printed.set('missing', missing);
    expect.soft(missing.lacks(['Not on the list: 2', 'My diary, red cover, the only one', 'Receipt: Slip NM/0628/22: “1 diary, red cover”', sha256sum(join(files, 'reference slip.jpg')), sha256sum(join(files, 'SAR reply.pdf')), '2: NM/0628/22 · 28/06/2022 · 2 photographs'])).toEqual([]);
  });

  await test.step('what he said, beside her own record of those days', async () => {
    await goTo('Your case');
    await press(page.getByRole('navigation', { name: 'Your case' }).getByRole('button', { name: 'Their version' }));
    await openRow('What was claimed about you', /^Forty messages said to be mine/);
    await expect(page.getByRole('heading', { name: 'Forty messages said to be mine', level: 1 })).toBeVisible();
    await expectAxeClean(page, 'their version');
    await picture('05 their version');
    const beside = await print('side by side', button('Save side by side as PDF'));
    printed.set('side by side', beside);
    // Her entries of those days, though she wrote none of them about the claim: the car, its photograph, the school gate.
    expect.soft(beside.lacks(['Two versions of the same days: Forty messages said to be mine', '“I know where you work”', 'a capital I stands where an l should be', 'The car at the corner', 'Photograph of the car', 'Asia saw him', 'Craig Dunmore', 'NM/0202/23', 'No further action', sha256sum(join(files, 'disclosure messages.pdf')), sha256sum(join(files, 'IMG_20230111_172530.jpg'))])).toEqual([]);
    expect.soft(beside.words.match(/First recorded \d/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
  });

  await test.step('a mark is the same on every page', () => {
    const marks = [...printed].flatMap(([, read]) => sourcesOf(read)).filter(({ sign, sha256 }) => sign.startsWith('TM') && sha256 !== null);
    const [byMark, byFile] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
    for (const { sign, sha256 } of marks) {
      byMark.set(sign, (byMark.get(sign) ?? new Set()).add(sha256!));
      byFile.set(sha256!, (byFile.get(sha256!) ?? new Set()).add(sign));
    }
    expect([...byMark.values(), ...byFile.values()].filter(({ size }) => size !== 1)).toEqual([]);
    // Some stand on more than one page, or nothing was compared.
    expect(marks.length).toBeGreaterThan(byMark.size);
  });

  await test.step('a tie amended for a reason, found by its new word, erased, and found no more', async () => {
    await goTo('People');
    await press(page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'Who knows whom' }));
    await openRow('Ties between people', /Friends$/);
    await press(button('Amend'));
    await tabTo(page.getByLabel('Where it comes from'));
    await page.keyboard.press('End');
    await page.keyboard.insertText(' The invitation said Quincewood.');
    await tabTo(page.getByLabel('Why are you changing it?'));
    await page.keyboard.insertText('I found the invitation.');
    await expect(page.getByText(/^Saved on this computer/)).toBeVisible();
    await press(button('Add to my record'));
    await expect(page.getByText('Quincewood')).toBeVisible();
    await press(button('History of this entry'));
    const history = page.getByRole('list').filter({ hasText: 'Recorded' });
    await expect(history).toContainText('Amended: I found the invitation.');
    await expectAxeClean(page, 'a tie and its history');
    await findWord('Quincewood', 1);
    await goTo('People');
    await press(page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'Who knows whom' }));
    await openRow('Ties between people', /Friends$/);
    await press(button('Erase'));
    await expect(page.getByRole('dialog').getByLabel('Why are you erasing it?')).toBeFocused();
    await page.keyboard.insertText('It was somebody else’s garden.');
    await expectAxeClean(page, 'erasing a tie');
    await press(page.getByRole('dialog').getByRole('button', { name: 'Erase it' }));
    await expect(page.getByRole('heading', { name: 'This entry was erased' })).toBeVisible();
    await press(button('History of this entry'));
    await expect(page.getByRole('list').filter({ hasText: 'Recorded' })).toContainText('Erased');
    await expectAxeClean(page, 'an erased tie');
    await findWord('Quincewood', 0);
    const { ties } = await mustAsk(page, 'people.conflictTies', { steps: null, limit: 99 });
    expect(ties.map(({ kind }) => kind).sort()).toEqual(['contact', 'supervised', 'worked-with']);
  });

  async function findWord(word: string, count: number): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(word);
    if (count === 0) {
      await expect(page.getByText('Nothing found for that.')).toBeVisible();
      await page.keyboard.press('Escape');
      return;
    }
    const all = page.getByRole('menuitem', { name: /See everything/ });
    await expect(all).toBeVisible();
    for (let presses = 0; presses < 20 && (await all.getAttribute('data-focused')) === null; presses += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Find in your whole record' })).toHaveValue(word);
    await expect(page.locator('.hit')).toHaveCount(count);
  }
});

interface Source {
  sign: string;
  sha256: string | null;
  says: string;
}

/** The list of sources that ends a page: a mark or a number, what it is, when it was first recorded, and of a file its SHA-256. */
function sourcesOf({ words }: ReadPdf): Source[] {
  const list = words.slice(words.indexOf('Everything this page refers to'), words.indexOf('What this page is, and is not'));
  return list.split(/ (?=(?:TM\d+|\[\d+\]) (?:Incident|Document|Marked messages|Entry|Contact|Tie|Allegation|Suspected|Reply|Time limit|Narrative)\b)/).slice(1)
    .map((says) => ({ says, sign: says.slice(0, says.indexOf(' ')), sha256: /SHA-256 ([0-9a-f]{64})/.exec(says)?.[1] ?? null }));
}

/** As a clock in the United Kingdom has it. */
function sayInUk(utc: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(utc)).replace(' at ', ', ');
}

/** Every file of a list has its SHA-256 as sha256sum gives it of the file that went in, the mark that the record issued, and the time at which it was first recorded. */
async function expectSourcesRight(page: Page, name: string, sources: readonly Source[]): Promise<void> {
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 500 });
  const { things } = await mustAsk(page, 'case.evidence', { targets: documents.map(({ id }) => ({ kind: 'document' as const, documentId: id })) });
  expect(sources.length, name).toBeGreaterThan(2);
  const withFile = sources.filter(({ sign, says }) => sign.startsWith('TM') && says.includes(' Document: '));
  expect(withFile.length, name).toBeGreaterThan(0);
  for (const { sign, says, sha256 } of withFile) {
    const document = documents.find((one) => one.sha256 === sha256);
    expect.soft(document && sha256sum(join(files, document.originalName)), `${name}: ${says}`).toBe(sha256);
    expect.soft(things.find(({ target }) => target.kind === 'document' && target.documentId === document?.id)?.mark, `${name}: ${says}`).toBe(sign);
    expect.soft(says, name).toContain(sayInUk(document?.addedUtc ?? ''));
  }
}

