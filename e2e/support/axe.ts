import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/**
 * Looks at the page as it stands with every rule of axe, and at its colours once more in the dark where the theme follows the computer; fails
 * with each finding and its place.
 */
export async function expectAxeClean(page: Page, screen: string): Promise<void> {
  // Through the debugger, because the page's own content policy lets nothing in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${source};0`);
  // Without motion, and with what is under way ended, or a colour half-way from light to dark would be measured.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    // What was pressed a moment ago begins to move with the next frame.
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  await expectNothingFound(page, {}, screen);
  if (await page.evaluate(() => !('theme' in document.documentElement.dataset))) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectNothingFound(page, { runOnly: ['color-contrast'] }, `${screen}, in the dark`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** On a machine with much to do an answer may arrive, and be drawn, while axe walks the page: what was half there is looked at again. What stays is told. */
const expectNothingFound = (page: Page, options: { runOnly?: string[] }, screen: string): Promise<void> => expect.poll(() => findings(page, options), { message: screen, timeout: 10_000 }).toEqual([]);

function findings(page: Page, options: { runOnly?: string[] }): Promise<string[]> {
  return page.evaluate(async (given) => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...given });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`));
  }, options);
}
