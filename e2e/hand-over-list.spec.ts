import type { Page } from '@playwright/test';
import { emptyIncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { place } from './support/places';

/** The window at another width, in points. */
const widen = (tidemark: Tidemark, width: number): Promise<void> => tidemark.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows().find((each) => each.isVisible())?.setContentSize(to, 800), width);

/** How much of the list is in sight, in steps of 10 points, and at how many of them nothing of it is drawn. */
const inSight = (page: Page): Promise<{ steps: number; empty: number }> => page.locator('.hand-over-column').evaluate((column) => {
  const sight = column.getBoundingClientRect();
  const list = column.querySelector('.entry-inner')!.getBoundingClientRect();
  const rows = [...column.querySelectorAll('.entry-row')].map((row) => row.getBoundingClientRect());
  let [steps, empty] = [0, 0];
  for (let y = Math.max(sight.top, list.top) + 5; y < Math.min(sight.bottom, list.bottom) - 5; y += 10) {
    steps += 1;
    if (!rows.some(({ top, bottom }) => top <= y && y <= bottom)) empty += 1;
  }
  return { steps, empty };
});

/** The names of the entries in sight, from the first to the last. */
const seen = (page: Page): Promise<string[]> => page.locator('.hand-over-column').evaluate((column) => {
  const sight = column.getBoundingClientRect();
  const rows = [...column.querySelectorAll<HTMLElement>('.entry-row')].filter((row) => row.getBoundingClientRect().top >= sight.top && row.getBoundingClientRect().bottom <= sight.bottom);
  return rows.map((row) => row.querySelector('.entry-what')?.textContent ?? '').sort((a, b) => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, '')));
});

/** The list fills what is in sight of it, and that is most of the column. */
async function expectFull(page: Page): Promise<void> {
  await expect.poll(async () => (await inSight(page)).empty).toBe(0);
  expect((await inSight(page)).steps).toBeGreaterThan(30);
}

test('the list of entries is never half empty: not when the window changes, and not when she comes back from the pages', async ({ tidemark }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  await widen(tidemark, 1000);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  for (let number = 1; number <= 60; number += 1) {
    const { id } = await mustAsk(page, 'incidents.begin', {});
    await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: `Entry ${number}`, account: 'He rang.' } });
    await mustAsk(page, 'incidents.record', { id });
  }
  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill('Ellis');
  await expect(page.getByText('60 of 60 entries go in')).toBeVisible();
  const scrollTo = (top: number): Promise<void> => page.locator('.hand-over-column').evaluate((column, to) => { column.scrollTop = to; }, top);

  await test.step('the column grows narrow: all above the list takes other lines, and the list stands elsewhere', async () => {
    await scrollTo(3200);
    await expectFull(page);
    await widen(tidemark, 1280);
    await expectFull(page);
    await widen(tidemark, 1000);
    await expectFull(page);
  });

  await test.step('by keyboard it is one stop: its arrows go from entry to entry, Tab goes past', async () => {
    await page.getByLabel('Short name of the case').focus();
    const make = page.getByRole('button', { name: 'Make the pages', exact: true });
    let presses = 0;
    for (; presses < 40 && !(await make.evaluate((button) => button === document.activeElement)); presses += 1) await page.keyboard.press('Tab');
    expect(presses).toBeLessThan(20);
    await page.keyboard.press('Shift+Tab');
    const first = page.getByRole('checkbox', { name: / goes in$/ }).first();
    await first.focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown');
    const fourth = page.getByRole('checkbox', { name: 'Entry 4 goes in', exact: true });
    await expect(fourth).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByText('59 of 60 entries go in')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(make).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(fourth).toBeFocused();
    await page.keyboard.press('Space');
  });

  await test.step('the pages stand in its place, and she comes back', async () => {
    await page.getByRole('button', { name: 'Make the pages', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 90_000 });
    await expect(page.locator('.hand-over-column')).toBeHidden();
    await page.getByRole('button', { name: 'Change what goes in' }).click();
    await scrollTo(3200);
    await expectFull(page);
    const was = await seen(page);
    await page.getByRole('button', { name: 'Look at the pages' }).click();
    await expect(page.locator('.hand-over-column')).toBeHidden();
    await page.getByRole('button', { name: 'Change what goes in' }).click();
    await expectFull(page);
    expect(await seen(page)).toEqual(was);
  });
});

test('a title in Arabic among those that go is read from the right: what ends it does not stand before it', async ({ tidemark }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const title = 'قال لي: «لن يصدقك أحد»!';
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account: title } });
  await mustAsk(page, 'incidents.record', { id });
  await place(page, 'Hand over').click();
  const [first, last] = await page.locator('.entry-what').getByText(title).evaluate((shown) => {
    const walk = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    const text = walk.nextNode()!;
    return [0, text.textContent!.length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(last).toBeLessThan(first!);
});
