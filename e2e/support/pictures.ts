import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { mustAsk } from './ask';
import type { Tidemark } from './launch';

/** Where pictures and printed pages are kept for somebody's eyes; nowhere unless asked for. */
export const keptIn = process.env['TIDEMARK_PICTURES'];

/** The window as an ordinary screen shows it: 1280 × 800 points. */
export async function ordinaryWindow(tidemark: Tidemark): Promise<void> {
  await tidemark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())?.setContentSize(1280, 800));
}

/**
 * Takes a picture of the window under a name, where they are kept; none otherwise. Of what the window shows:
 * Playwright's own picture is cut where the text is larger than usual.
 */
export function pictureTaker(tidemark: Tidemark, of = ''): (name: string) => Promise<void> {
  if (keptIn !== undefined) mkdirSync(keptIn, { recursive: true });
  return async (name) => {
    if (keptIn === undefined) return;
    const png = await tidemark.app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows().find((each) => each.isVisible())?.webContents.capturePage())?.toPNG().toString('base64') ?? '');
    writeFileSync(join(keptIn, `${of}${name}.png`), Buffer.from(png, 'base64'));
  };
}

/** Theme and size of text, as her settings say them. Painted, where pictures are kept: the window shows the old theme for a moment after the page has the new one. */
export async function dress(page: Page, theme: 'light' | 'dark', textZoomPercent: 100 | 150 | 200): Promise<void> {
  const { settings } = await mustAsk(page, 'program.state', {});
  await mustAsk(page, 'program.saveSettings', { ...settings, theme, textZoomPercent });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  if (keptIn !== undefined) await page.waitForTimeout(paintMs);
}

const paintMs = 400;

/** Takes pictures of what the window shows in both themes, at 100 % and at 200 % of text (or `zooms`), where they are kept; then it is as it was. `show` brings into sight what is to be seen. */
export async function takePictures(tidemark: Tidemark, name: string, show: () => Promise<void> = async () => undefined, zooms: readonly (100 | 150 | 200)[] = [100, 200]): Promise<void> {
  if (keptIn === undefined) return;
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, `${name} `);
  const { settings } = await mustAsk(page, 'program.state', {});
  for (const theme of ['light', 'dark'] as const) {
    for (const textZoomPercent of zooms) {
      await dress(page, theme, textZoomPercent);
      await show();
      await picture(`${theme} ${textZoomPercent}`);
    }
  }
  await mustAsk(page, 'program.saveSettings', settings);
}
