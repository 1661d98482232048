import { emptyIncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { ordinaryWindow } from './support/pictures';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('an opening ends on a page with nothing of the record on it, and from there leads on by pointer and by key', async ({ tidemark }) => {
  const { page } = tidemark;
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'The kitchen', account: 'He took my handbag.' } });
  await mustAsk(page, 'incidents.record', { id });
  await mustAsk(page, 'people.add', { name: 'Daniel', role: 'accused' });
  await mustAsk(page, 'vault.lock', {});
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();

  // Whatever is ever drawn while it opens, for a frame or for good.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenWords: seen });
    new MutationObserver(() => void seen.push(document.body.innerText)).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { name: 'Your vault is open', level: 1 });
  await expect(title).toBeVisible();
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(() => (globalThis as unknown as { seenWords: string[] }).seenWords.join('\n'));
  expect(seen).toContain('Your vault is open');
  expect(seen).not.toMatch(/kitchen|handbag|Daniel/);
  // No number that would tell how much there is.
  expect(await page.getByRole('main').innerText()).not.toMatch(/\d/);

  const { settings } = await mustAsk(page, 'program.state', {});
  for (const [theme, textZoomPercent] of [['light', 100], ['dark', 100], ['light', 200], ['dark', 200]] as const) {
    await mustAsk(page, 'program.saveSettings', { ...settings, theme, textZoomPercent });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAxeClean(page, `start, ${theme}, ${textZoomPercent}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(1);
    await page.screenshot({ path: test.info().outputPath(`start-${theme}-${textZoomPercent}.png`) });
  }
  await mustAsk(page, 'program.saveSettings', settings);

  // The heading has the keyboard: a reader says where she is, and the first Tab is the first thing to do.
  await tidemark.focusWindow();
  await expect(title).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('button', { name: 'Write now' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Chronology' }).getByText('The kitchen')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title).toBeVisible();
  const doors = page.getByRole('navigation', { name: 'Where to go' });
  for (const [door, to] of [['Add or read messages', 'Messages'], ['Add or look at documents', 'Documents'], ['Hand over', 'Hand over'], ['Look after the vault', 'Vault']] as const) {
    await doors.getByRole('button', { name: door }).click();
    await expect(place(page, to)).toHaveAttribute('aria-current', 'page');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(title).toBeVisible();
  }
  await doors.getByRole('button', { name: 'Find something' }).click();
  await expect(page.getByLabel('Find in your whole record')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('main').getByRole('button', { name: 'Write now' }).click();
  await expect(page.getByLabel('What happened, in your own words')).toBeFocused();
});
