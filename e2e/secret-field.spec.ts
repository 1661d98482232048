import { askWithSecret } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { lockVault } from './support/locked';

const passphrase = 'four plain words together';

test('a passphrase is told of Caps Lock, can be shown and hidden, and can be pasted', async ({ tidemark }, testInfo) => {
  const { page, app } = tidemark;
  await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  await lockVault(page);
  const field = page.getByLabel('Passphrase', { exact: true });
  const capsLock = page.getByText('Caps Lock is on.');
  await tidemark.focusWindow();
  await field.focus();
  /** A letter as the system would send it, with or without Caps Lock. */
  const type = (letter: string, isCapsLockOn: boolean) => app.evaluate(({ BrowserWindow }, [keyCode, isOn]) => {
    const { webContents } = BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!;
    const modifiers: 'capslock'[] = isOn ? ['capslock'] : [];
    for (const kind of ['keyDown', 'char', 'keyUp'] as const) webContents.sendInputEvent({ type: kind, keyCode, modifiers });
  }, [letter, isCapsLockOn] as const);

  await test.step('Caps Lock', async () => {
    await type('a', false);
    await expect(field).toHaveValue('a');
    await expect(capsLock).toBeHidden();
    await type('B', true);
    await expect(capsLock).toBeVisible();
    await expectAxeClean(page, 'Caps Lock is on');
    await testInfo.attach('caps lock', { body: await page.screenshot(), contentType: 'image/png' });
    await type('c', false);
    await expect(capsLock).toBeHidden();
  });
  await test.step('shown and hidden', async () => {
    await expect(field).toHaveAttribute('type', 'password');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(field).toHaveAttribute('type', 'text');
    await expect(field).toHaveValue('aBc');
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await expect(field).toHaveAttribute('type', 'password');
  });
  await test.step('pasted, over what stood there', async () => {
    await app.evaluate(({ clipboard }, text) => void clipboard.writeText(text), passphrase);
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(field).toHaveValue(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible();
  });
});
