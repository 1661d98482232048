import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { askForTask, mustAsk } from './support/ask';
import { expect, test } from './support/journey';

const passphrase = 'velvet harbour oxide nineteen lantern';

/** The control that has the keyboard: one there is, in sight, and marked as such. */
async function expectFocusSeen(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(150);
  const focus = await page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return { what: 'nothing', isSeen: false, isMarked: false };
    const owner = at.getAttribute('aria-activedescendant');
    const shown = (owner ? document.getElementById(owner) : null) ?? at;
    const box = shown.getBoundingClientRect();
    const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    // A checkbox and a palette's field show it on the part around them; the writing page by a bar at its side.
    const marked = [shown, at, ...[1, 2, 3].reduce<Element[]>((all) => [...all, ...(all[all.length - 1]?.parentElement ? [all[all.length - 1]!.parentElement!] : [])], [at]), ...at.parentElement?.parentElement?.querySelectorAll('.choice-box') ?? []];
    const isMarked = marked.some((part) => { const style = getComputedStyle(part); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' || style.textDecorationLine === 'underline'; });
    return { what: `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.slice(0, 40) ?? ''}`, isSeen, isMarked };
  });
  expect(focus, where).toMatchObject({ isSeen: true, isMarked: true });
}

/** Presses Tab until that control has the keyboard; fails when the way to it is longer than the page. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if ((await target.count()) > 0 && await target.first().evaluate((wanted) => wanted === document.activeElement || wanted.contains(document.activeElement), undefined, { timeout: 1000 }).catch(() => false)) { await expectFocusSeen(page, `at ${target.toString()}`); return; }
    await page.keyboard.press(key);
    await page.waitForTimeout(15);
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

test('everything from the first page to the lock with the keyboard alone', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const press = async (name: string | RegExp): Promise<void> => { await tabTo(page, button(name)); await page.keyboard.press('Enter'); };
  await tidemark.focusWindow();

  await test.step('a vault', async () => {
    await press('I have read this');
    await expectFocusSeen(page, 'after the first page');
    await press('Make a new vault');
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await page.keyboard.insertText(passphrase);
    await expect(page.getByText('Strong.')).toBeVisible();
    await tabTo(page, page.getByLabel('The same passphrase once more'));
    await page.keyboard.insertText(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible({ timeout: 30_000 });
    await expectFocusSeen(page, 'the recovery code');
    await press('I have written it down');
    await expect(page.getByLabel(/^Group \d+ of \d+$/).first()).toBeFocused();
    await press('Do this later');
    await expect(page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible();
    await expectFocusSeen(page, 'inside');
    await press(/^Read the chronology/);
    await expect(page.getByRole('heading', { name: 'Nothing is written down yet' })).toBeVisible();
    await expectFocusSeen(page, 'the empty chronology');
  });

  await test.step('an incident', async () => {
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel('What happened, in your own words')).toBeFocused();
    await page.keyboard.type('He took my phone at the kitchen table.');
    await tabTo(page, page.getByLabel('When it happened'));
    await page.keyboard.type('3/4/2019 about 9pm');
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await expect(page.getByRole('radio', { name: 'Wednesday 3 April 2019, about 9pm' })).toBeChecked();
    await tabTo(page, page.getByRole('combobox', { name: 'Add a person' }));
    await page.keyboard.type('Daniel');
    await page.getByRole('option', { name: /Add “Daniel”/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectFocusSeen(page, 'who the new person is');
    await press('Add');
    await expect(button('Take out Daniel')).toBeVisible();
    await expectFocusSeen(page, 'after a person was added');
    await tabTo(page, button('Take out Daniel'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(button('Undo')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(button('Take out Daniel')).toBeVisible();
    await expectFocusSeen(page, 'after undoing');
    await press(/^Controlling you/);
    await tabTo(page, page.getByRole('checkbox').first());
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox').first()).toBeChecked();
    await press('This is my record');
    await expect(page.getByText(/^First recorded /)).toBeVisible();
    await expectFocusSeen(page, 'after recording');
  });

  await test.step('a document is linked and unlinked', async () => {
    const file = join(folder, 'note.txt');
    writeFileSync(file, 'A note about the kitchen.');
    tidemark.answerDialogs({ open: [file] });
    const { grants } = await mustAsk(page, 'documents.choose', {});
    await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
    await press('Link a document');
    await expect(page.getByRole('dialog').getByLabel('Find by name')).toBeFocused();
    await tabTo(page, page.getByRole('dialog').getByRole('option', { name: /note\.txt/ }));
    // Coming by is not choosing.
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(button('Unlink note.txt')).toBeVisible();
    await expectFocusSeen(page, 'after linking');
    await tabTo(page, button('Unlink note.txt'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(button('Undo')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button('Unlink note.txt')).toBeVisible();
    await expectFocusSeen(page, 'after linking again');
    await press('Open note.txt');
    await expect(button('Back to Chronology')).toBeVisible();
    await expectFocusSeen(page, 'in the document');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByText(/^First recorded /)).toBeVisible();
    await expectFocusSeen(page, 'back at the entry');
  });

  await test.step('an amendment, set aside and brought back', async () => {
    await press('Amend');
    await expect(page.getByLabel('What happened, in your own words')).toBeFocused();
    await page.keyboard.type(' Leah was on the stairs.');
    await press('Set this amendment aside');
    await expect(button('Bring it back')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('What happened, in your own words')).toHaveValue(/on the stairs/);
    await tabTo(page, page.getByLabel('Why are you changing it?'));
    await page.keyboard.type('I remembered it.');
    await press('Add to my record');
    await expect(page.getByText(/^Amended because:/)).toBeVisible();
    await expectFocusSeen(page, 'after the amendment');
    await press('Read it beside the original');
    await expect(page.getByRole('region', { name: 'As first recorded' })).toBeVisible();
  });

  await test.step('back by Escape, found by Ctrl K, erased by Delete', async () => {
    // Also in the moment in which what had the keyboard is gone.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Chronology' })).toBeFocused();
    await expectFocusSeen(page, 'in the list');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('stairs');
    await page.getByRole('menuitem', { name: /kitchen/ }).first().waitFor();
    await expectFocusSeen(page, 'in the palette');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').getByText(/on the stairs/).first()).toBeVisible();
    await expectFocusSeen(page, 'at what was found');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocusSeen(page, 'after the palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('chron');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('listbox', { name: 'Chronology' }));
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await expect(page.getByLabel('Why are you erasing it?')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Chronology' })).toBeFocused();
    await page.keyboard.press('Delete');
    await page.keyboard.type('Recorded in the wrong vault.');
    await press('Erase it');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocusSeen(page, 'after erasing');
  });

  await test.step('locked', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('lock');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await tidemark.focusWindow();
    await expect(page.getByLabel('Passphrase')).toBeFocused();
  });
});
