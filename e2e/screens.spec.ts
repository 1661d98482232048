import type { Page } from '@playwright/test';
import { emptyIncidentContent, type IncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { goToChronology } from './support/places';
import type { Tidemark } from './support/launch';
import { dress, ordinaryWindow } from './support/pictures';

/** Every state of the first screens, the chronology, an entry, people and finding: in both themes clean, and at large text nothing cut or covered. */
const passphrase = 'velvet harbour oxide nineteen lantern';
const longName = 'A very long name that goes on about everything that happened that night, '.repeat(5).slice(0, 300);

/** What is wider than its place, or stands under the way out, in words. */
const misfits = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth + 1) found.push('the page scrolls sideways');
  for (const part of document.querySelectorAll<HTMLElement>('main, [role="dialog"], .button, .input')) {
    const box = part.getBoundingClientRect();
    if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) found.push(`${part.className || part.tagName} reaches out of the window`);
  }
  const corner = document.querySelector('.corner')!.getBoundingClientRect();
  for (const part of document.querySelectorAll('[role="dialog"], h1')) {
    const box = part.getBoundingClientRect();
    // What has scrolled out of its own box does not count as covered.
    if (document.elementFromPoint(box.left + 2, box.top + 2)?.closest('.corner') || (part.matches('[role="dialog"]') && box.right > corner.left && box.top < corner.bottom - 1)) found.push(`${part.textContent?.slice(0, 30)} is under the way out`);
  }
  return found;
});

async function expectFit(page: Page, state: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await dress(page, theme, 100);
    await expectAxeClean(page, `${state}, ${theme}`);
  }
  await dress(page, 'light', 200);
  await page.waitForTimeout(100);
  expect(await misfits(page), `${state} at 200%`).toEqual([]);
  await dress(page, 'light', 100);
}

async function write(page: Page, content: Partial<IncidentContent>): Promise<string> {
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, ...content } });
  await mustAsk(page, 'incidents.record', { id });
  return id;
}
const on = (typed: string, edtf: string): IncidentContent['happened'] => ({ ...emptyIncidentContent.happened, typed, edtf });

test('the doors', async ({ tidemark }) => {
  const { page } = tidemark;
  test.setTimeout(120_000);
  await ordinaryWindow(tidemark);
  await expectFit(page, 'before you start');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expectFit(page, 'choices');
  await page.getByRole('button', { name: 'Look at an example first' }).click();
  await expectFit(page, 'example');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Open a vault you already have' }).click();
  await expectFit(page, 'opening another');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Make a new vault' }).click();
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText('Type a passphrase first.')).toBeVisible();
  await expectFit(page, 'no passphrase typed');
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await mustAsk(page, 'vault.lock', {});
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await page.getByLabel('Passphrase').fill('not these words');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await expectFit(page, 'wrong passphrase');
});

test('the record', async ({ tidemark }: { tidemark: Tidemark }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await expectFit(page, 'just opened');
  await goToChronology(page);
  await expect(page.getByRole('heading', { name: 'Nothing is written down yet' })).toBeVisible();
  await expectFit(page, 'nothing yet');
  const place = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  await place('People');
  await expectFit(page, 'nobody yet');

  const people: string[] = [];
  for (let number = 1; number <= 40; number++) people.push((await mustAsk(page, 'people.add', { name: number === 2 ? 'محمد عبد الرحمن' : `Person number ${number} of the Public Protection Unit`, role: 'other' })).id);
  await write(page, { title: longName, account: 'Short.', happened: on('summer 2018', '2018-22') });
  await write(page, { title: 'Everyone', account: 'قال لي إن أحداً لن يصدقني. 😔', happened: on('June 2019 to September 2021', '2019-06/2021-09'), people: people.map((personId) => ({ personId, part: 'involved' })) });
  const amended = await write(page, { title: 'The kitchen', account: 'He took my phone.', happened: on('5 January 2020', '2020-01-05') });
  for (const reason of ['I remembered the street.', 'I found the photo.']) await mustAsk(page, 'incidents.amend', { id: amended, reason, content: { ...emptyIncidentContent, title: 'The kitchen', account: `He took my phone. ${reason}`, happened: on('5 January 2020', '2020-01-05') } });

  await place('Chronology');
  const rows = page.getByRole('listbox', { name: 'Chronology' }).getByRole('option');
  await expect(rows).toHaveCount(3);
  await expectFit(page, 'chronology');
  // A name takes two lines of the list and no more; all of it is in the entry.
  expect(await rows.first().locator('.entry-title').evaluate((title) => Math.round(title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight)))).toBeLessThanOrEqual(2);
  // Summer is drawn over its months, not over the year.
  const band = await page.getByRole('button', { name: /^2018:/ }).locator('.years-vague').evaluateAll((months) => months.map((month) => (month.getBoundingClientRect().height > 0 ? 1 : 0)).join(''));
  expect(band).toMatch(/^0{4,5}1{2,4}0{3,4}$/);

  await rows.filter({ hasText: 'Everyone' }).click();
  await expect(page.getByRole('article').getByText('Person number 40')).toBeVisible();
  await expectFit(page, 'forty people');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('photo');
  await page.getByRole('menuitem', { name: /The kitchen/ }).waitFor();
  await expectFit(page, 'palette');
  await page.getByRole('menuitem', { name: /The kitchen/ }).click();
  // Found from afar: the list stands where the entry does.
  await expect(rows.filter({ hasText: 'The kitchen' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Amended because:')).toBeVisible();
  await page.getByRole('button', { name: 'History of this entry' }).click();
  await expect(page.getByText('Amended: I remembered the street.')).toBeVisible();
  await expectFit(page, 'amended');
  await page.getByRole('button', { name: 'Read it beside the original' }).click();
  await expect(page.getByRole('region', { name: 'As it stands now' })).toContainText('I found the photo.');
  await expectFit(page, 'beside the original');

  await page.getByRole('button', { name: 'Amend', exact: true }).click();
  await page.getByLabel('What happened, in your own words').fill('Changed.');
  await expectFit(page, 'amending');
  await page.getByRole('button', { name: 'Set this amendment aside' }).click();
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeFocused();
  await expectFit(page, 'set aside');
  await page.getByRole('button', { name: 'Link a document' }).click();
  await expectFit(page, 'nothing to link');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Erase' }).click();
  await expectFit(page, 'asked why');
  await page.getByLabel('Why are you erasing it?').fill('The wrong vault.');
  await page.getByRole('button', { name: 'Erase it' }).click();
  await expect(page.getByRole('heading', { name: 'This entry was erased' })).toBeVisible();
  await expectFit(page, 'erased');

  await page.getByLabel('Find words').fill('nothing like this');
  await expect(page.getByRole('heading', { name: 'Nothing fits' })).toBeVisible();
  await expectFit(page, 'nothing fits');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('phone or short');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('Short');
  await page.getByRole('menuitem', { name: /See everything that mentions/ }).click();
  await expect(page.locator('.hit')).toHaveCount(1);
  await page.getByLabel('Find in your whole record').press('ArrowDown');
  await expect(page.locator('.hit')).toBeFocused();
  await expectFit(page, 'found');
  await place('People');
  await page.getByLabel('Find by name, number or force').fill('محمد');
  await page.getByRole('option', { name: /محمد/ }).click();
  await page.getByLabel('Find by name, number or force').fill('');
  await expectFit(page, 'forty people listed');

  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('What happened, in your own words')).toBeFocused();
  await expectFit(page, 'a blank page');
  await page.getByRole('button', { name: 'This is my record' }).click();
  await expect(page.getByText('Write something first, even one line.')).toBeVisible();
  await page.getByLabel('When it happened').fill('3/4/2019');
  await page.getByLabel('When you learned of it, if later').fill('31 February 2019');
  await page.getByRole('button', { name: /^Controlling you/ }).click();
  await page.getByRole('combobox', { name: 'Add a person' }).fill('Nobody yet');
  await page.getByRole('option', { name: /Add “Nobody yet”/ }).click();
  await expectFit(page, 'a page half written');
});
