import type { Page } from '@playwright/test';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { goToChronology, place } from './support/places';

const passphrase = 'velvet harbour oxide nineteen lantern';
const account = 'He took my phone at the kitchen table.\nقال لي إن أحداً لن يصدقني. 😔';

async function openVault(page: Page): Promise<void> {
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await goToChronology(page);
}
async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await goToChronology(page);
}
const writing = (page: Page) => page.getByLabel('What happened, in your own words');

test('writes, dates, records, amends and erases an incident', async ({ tidemark }) => {
  const { page } = tidemark;
  await openVault(page);
  await tidemark.focusWindow();
  await page.keyboard.press('Control+n');
  await expect(writing(page)).toBeFocused();
  await page.keyboard.insertText(account);
  await expect(page.getByText(/^Saved on this computer, \d\d:\d\d$/)).toBeVisible();

  await page.getByLabel('When it happened').fill('3/4/2019 about 9pm');
  await expect(page.getByText('This can be read in two ways. Which did you mean?')).toBeVisible();
  await page.getByText('Wednesday 3 April 2019, about 9pm').click();
  const person = page.getByRole('combobox', { name: 'Add a person' });
  await person.click();
  await person.pressSequentially('Daniel');
  await page.getByRole('option', { name: /Add “Daniel”/ }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Take out Daniel' })).toBeVisible();
  await page.getByRole('button', { name: /^Controlling you/ }).click();
  await page.getByRole('checkbox').first().click({ force: true });
  await page.getByLabel('Notes to your solicitor').fill('Ask about his shifts.');
  await expectAxeClean(page, 'draft');

  await page.getByRole('button', { name: 'This is my record' }).click();
  await expect(page.getByText(/^First recorded /)).toBeVisible();
  await expect(page.getByText('Wednesday 3 April 2019, about 9pm')).toBeVisible();
  await expectAxeClean(page, 'record');

  await page.getByRole('button', { name: 'Amend' }).click();
  await writing(page).fill(`${account}\nLeah was on the stairs.`);
  await page.getByRole('button', { name: 'Add to my record' }).click();
  await expect(page.getByText('Please give a reason in a few words.')).toBeVisible();
  await page.getByLabel('Why are you changing it?').fill('I remembered where Leah was.');
  await expectAxeClean(page, 'amendment');
  await page.getByRole('button', { name: 'Add to my record' }).click();
  await page.getByRole('button', { name: 'Read it beside the original' }).click();
  const [original, now] = [page.getByRole('region', { name: 'As first recorded' }), page.getByRole('region', { name: 'As it stands now' })];
  await expect(original.getByText(/He took my phone/)).not.toContainText('Leah');
  await expect(now.getByText(/He took my phone/)).toContainText('Leah was on the stairs.');
  await expect(now.getByText('I remembered where Leah was.')).toBeVisible();
  await expectAxeClean(page, 'beside the original');

  await page.getByRole('button', { name: 'Erase' }).click();
  await page.getByLabel('Why are you erasing it?').fill('Recorded in the wrong vault.');
  await expectAxeClean(page, 'erasing');
  await page.getByRole('button', { name: 'Erase it' }).click();
  await expect(page.getByRole('heading', { name: 'This entry was erased' })).toBeVisible();
  await expect(page.getByText('Recorded in the wrong vault.')).toBeVisible();
  await expect(page.getByText(/He took my phone/)).toHaveCount(0);
});

test('a half-finished draft survives a lock and a kill', async ({ start }) => {
  const first = await start();
  await openVault(first.page);
  await first.page.getByRole('button', { name: /Write now/ }).first().click();
  await writing(first.page).pressSequentially('The last words before the lock');
  // At once: the words are younger than the 400 ms that saving waits for.
  await first.page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(first.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await unlock(first.page);
  await expect(first.page.getByText('The last words before the lock')).toBeVisible();
  await expect(first.page.getByRole('article')).toHaveCount(0);

  await first.page.getByRole('listbox', { name: 'Chronology' }).focus();
  await first.page.keyboard.press('Home');
  await first.page.keyboard.press('Enter');
  await writing(first.page).fill('The last words before the kill');
  await expect(first.page.getByText(/^Saved on this computer/)).toBeVisible();
  first.app.process().kill('SIGKILL');

  const second = await start();
  await unlock(second.page);
  await expect(second.page.getByText('The last words before the kill')).toBeVisible();
});

test('the chronology: by arrows, narrowed, found, and one thing at a time at 200% text', async ({ tidemark }) => {
  const { page } = tidemark;
  await openVault(page);
  const write = async (words: string, date: string): Promise<void> => {
    await page.keyboard.press('Control+n');
    await expect(writing(page)).toBeFocused();
    await page.keyboard.insertText(words);
    await page.getByLabel('When it happened').fill(date);
    await page.getByRole('button', { name: 'This is my record' }).click();
    await expect(page.getByText(/^First recorded /)).toBeVisible();
  };
  await tidemark.focusWindow();
  await write('The grey car stood outside.', '12 March 2019 about 9pm');
  await write('He shouted all summer.', 'summer 2018');
  await write('He rang from a hidden number.', 'some time in 2020');
  await page.keyboard.press('Escape');
  const rows = page.getByRole('listbox', { name: 'Chronology' }).getByRole('option');
  await expect(rows).toHaveText([/summer 2018/, /12 March 2019, about 9pm/, /2020/]);
  await page.getByRole('listbox', { name: 'Chronology' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText('The grey car stood outside.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toHaveCount(0);

  await page.getByLabel('Find words').fill('hidden');
  await expect(rows).toHaveCount(1);
  await expect(rows.locator('mark')).toHaveText('hidden');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByRole('button', { name: 'Narrow down' }).click();
  await page.getByLabel('To', { exact: true }).fill('2018');
  await expect(rows).toHaveText([/summer 2018/]);
  await expectAxeClean(page, 'narrowed');
  await page.getByRole('button', { name: 'Show everything' }).click();

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('grey car');
  await page.getByRole('menuitem', { name: /grey car/ }).first().waitFor();
  await expectAxeClean(page, 'palette');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText('The grey car stood outside.')).toBeVisible();

  const { settings } = await mustAsk(page, 'program.state', {});
  await mustAsk(page, 'program.saveSettings', { ...settings, textZoomPercent: 200 });
  await expect(page.getByRole('listbox', { name: 'Chronology' })).toBeHidden();
  await expect(page.getByRole('article').getByText('The grey car stood outside.')).toBeVisible();
  await expectAxeClean(page, 'open entry at 200%');
  await page.getByRole('main').getByRole('button', { name: 'Chronology' }).click();
  await expect(page.getByRole('listbox', { name: 'Chronology' })).toBeVisible();
  // Where there is room for one thing, opening takes the list away: the keyboard goes along, and back to the row it left.
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '2020' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Chronology' })).toBeFocused();
  await expect(rows.last()).toBeInViewport();
  const isCutOff = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('main, .corner')].some((part) => part.getBoundingClientRect().right > innerWidth + 1));
  expect(isCutOff).toBe(false);
  await expectAxeClean(page, 'chronology at 200%');
});

test('somebody known is saved when she leaves the field, and leads to the entries they are in', async ({ tidemark }) => {
  const { page } = tidemark;
  await openVault(page);
  await tidemark.focusWindow();
  await place(page, 'People').click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Craig');
  // Half typed, and gone to look something up.
  await place(page, 'Documents').click();
  await place(page, 'People').click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Craig');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(/Choose who they are to you\./)).toBeVisible();
  await expectAxeClean(page, 'a new person, who they are not said');
  await page.getByRole('button', { name: /Who they are to you/ }).click();
  await page.getByRole('option', { name: /The accused/ }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Craig', level: 1 })).toBeVisible();
  await page.getByLabel('Note').fill('Works nights.');
  await page.getByLabel('Names and numbers they use').focus();
  await expect(page.getByText(/^Saved on this computer, \d\d:\d\d$/)).toBeVisible();
  // Without leaving the field: the lock saves it.
  await page.getByLabel('Note').fill('Works nights at the station.');
  await tidemark.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows().find((each) => each.isVisible())!;
    webContents.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control', 'shift'] });
    webContents.sendInputEvent({ type: 'keyUp', keyCode: 'L', modifiers: ['control', 'shift'] });
  });
  await unlock(page);
  const { people } = await mustAsk(page, 'people.list', {});
  expect(people).toMatchObject([{ name: 'Craig', role: 'accused', note: 'Works nights at the station.' }]);

  for (const [account, personIds] of [['He waited outside.', [people[0]!.id]], ['The letter came.', []]] as const) {
    const { id, content } = await mustAsk(page, 'incidents.begin', {});
    await mustAsk(page, 'incidents.saveDraft', { id, content: { ...content, account, people: personIds.map((personId) => ({ personId, part: 'did-it' as const })) } });
    await mustAsk(page, 'incidents.record', { id });
  }
  await place(page, 'People').click();
  await page.getByRole('option', { name: /Craig/ }).click();
  await expectAxeClean(page, 'somebody known');
  await page.getByRole('button', { name: 'In 1 entry of your chronology' }).click();
  const rows = page.getByRole('listbox', { name: 'Chronology' }).getByRole('option');
  await expect(rows).toHaveText([/He waited outside/]);
  await expect(page.getByRole('button', { name: /Craig.*Person|Person.*Craig/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back to People' }).click();
  await expect(page.getByRole('heading', { name: 'Craig', level: 1 })).toBeVisible();
});
