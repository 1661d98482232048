import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until that control has the keyboard; fails when the way to it is longer than a page. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((wanted) => wanted === document.activeElement || wanted.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}
