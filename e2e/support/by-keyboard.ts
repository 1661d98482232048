import { expect, type Locator, type Page } from '@playwright/test';

/** The way of the Tab key through a page: longer than this, nobody goes it. */
const LONGEST_WAY = 90;

export interface ByKeyboard {
  /** Presses Tab until that control has the keyboard; throws when the way to it is longer than `most` presses. */
  tabTo(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Goes to the first button of that name, or to that control, and presses Enter. */
  press(target: string | RegExp | Locator): Promise<void>;
  /** Goes to the field with exactly that label, and writes. */
  write(label: string, text: string): Promise<void>;
  /** Opens a list that drops down, types the first letters of an option, and takes it. */
  choose(list: RegExp, option: string): Promise<void>;
}

/** What a hand at the keyboard does on that page. `most`: presses of Tab on the way to one control. */
export function byKeyboard(page: Page, most = LONGEST_WAY): ByKeyboard {
  const tabTo: ByKeyboard['tabTo'] = async (target, key = 'Tab') => {
    const first = target.first();
    await expect(first).toBeVisible();
    for (let presses = 0; presses < most; presses += 1) {
      if (await first.evaluate((wanted) => wanted === document.activeElement || wanted.contains(document.activeElement))) return;
      await page.keyboard.press(key);
    }
    throw new Error(`Tab does not reach ${target.toString()}`);
  };
  const press: ByKeyboard['press'] = async (target) => {
    await tabTo(typeof target === 'string' || target instanceof RegExp ? page.getByRole('button', { name: target }) : target);
    await page.keyboard.press('Enter');
  };
  return {
    tabTo,
    press,
    write: async (label, text) => {
      await tabTo(page.getByLabel(label, { exact: true }));
      await page.keyboard.insertText(text);
    },
    choose: async (list, option) => {
      await press(list);
      const offered = page.locator('.popover').getByRole('option', { name: new RegExp(`^${option}`) });
      await expect(offered).toBeVisible();
      await page.keyboard.type(option.slice(0, 12));
      await expect(offered).toBeFocused();
      await page.keyboard.press('Enter');
    },
  };
}

/** An entry that is being written lies on the disk. */
export const expectSaved = (page: Page): Promise<void> => expect(page.getByText(/^Saved on this computer/)).toBeVisible();
