import { expect } from '@playwright/test';
import { askWithSecret, mustAsk } from './ask';
import type { Tidemark } from './launch';
import { place } from './places';

/** Shift three times, as the system would send it to the window that has the keyboard. */
const shiftThrice = ({ app }: Tidemark) =>
  app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!;
    for (let presses = 0; presses < 3; presses += 1) {
      webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Shift', modifiers: ['shift'] });
      webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Shift', modifiers: [] });
    }
  });

/** Leaves by key, sees that the window is away and the vault locked, and comes back in. `from`: what she left, for whoever reads a failure. */
export async function leavesAndComesBackWith(tidemark: Tidemark, passphrase: string, from: string): Promise<void> {
  const { page, app } = tidemark;
  await shiftThrice(tidemark);
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible() && !each.isMinimized())), { message: `${from}: put away` }).toBe(false);
  await expect(page.getByRole('heading', { name: 'Locked' }), from).toBeAttached({ timeout: 12_000 });
  expect(await mustAsk(page, 'program.state', {}), from).toMatchObject({ phase: 'locked' });
  expect(await page.locator('video, audio, canvas, .bubble').count(), from).toBe(0);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())?.restore());
  await expect.poll(async () => (await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).ok, { message: from }).toBe(true);
  await expect(place(page, 'Documents')).toBeVisible();
  await tidemark.focusWindow();
}
