import { expect, type Page } from '@playwright/test';
import { markPage, untilReplaced } from './locked';
import type { Tidemark } from './launch';

/** A key as the system would send it: Playwright's own keys do not pass through the shell. Resolves with when it was sent, in ms since 1970. */
export const pressKey = ({ app }: Tidemark, keyCode: string, modifiers: ('control' | 'shift')[]): Promise<number> =>
  app.evaluate(({ BrowserWindow }, key) => {
    // Pages to hand over are drawn in windows of their own, unseen.
    const { webContents } = BrowserWindow.getAllWindows().find((each) => each.isVisible())!;
    const at = Date.now();
    webContents.sendInputEvent({ type: 'keyDown', ...key });
    webContents.sendInputEvent({ type: 'keyUp', ...key });
    return at;
  }, { keyCode, modifiers });

export const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};

/** Process ids of the program's processes of one name; the vault's when not said otherwise. */
export const processes = ({ app }: Tidemark, name = 'Tidemark vault'): Promise<number[]> =>
  app.evaluate(({ app: program }, wanted) => program.getAppMetrics().filter((each) => each.serviceName === wanted || each.name === wanted).map((each) => each.pid), name);

/** From the key, in ms: until nothing of the record can be seen, until the process with the keys has ended, until the locked door stands. */
export interface LockTimes { blankMs: number; endedMs: number; doorMs: number }

/** Locks by the key and measures. */
export async function lockByKey(tidemark: Tidemark): Promise<LockTimes> {
  const { page } = tidemark;
  const [vault] = await processes(tidemark);
  await markPage(page);
  const blanked = blankedAt(page);
  await page.evaluate(() => {
    const told = (): void => console.info(`blanked:${Date.now()}:${getComputedStyle(document.body).display}`);
    new MutationObserver(() => requestAnimationFrame(told)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-blank'] });
  });
  const at = await pressKey(tidemark, 'L', ['control', 'shift']);
  const ended = goneAt(vault!);
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 20_000 });
  const doorAt = Date.now();
  await untilReplaced(page);
  await expect.poll(() => isAlive(vault!)).toBe(false);
  return { blankMs: (await blanked) - at, endedMs: (await ended) - at, doorMs: doorAt - at };
}

async function blankedAt(page: Page): Promise<number> {
  const message = await page.waitForEvent('console', { predicate: (said) => said.text().startsWith('blanked:'), timeout: 20_000 });
  const [, at, display] = message.text().split(':');
  expect(display).toBe('none');
  return Number(at);
}

async function goneAt(processId: number): Promise<number> {
  while (isAlive(processId)) await new Promise((resolve) => setTimeout(resolve, 5));
  return Date.now();
}
