import { expect, type Page } from '@playwright/test';
import { ask } from './ask';

/** Marks the page that stands, so that the one which takes its place can be told from it. */
export const markPage = (page: Page): Promise<void> => page.evaluate(() => void ((globalThis as { toBeReplaced?: true }).toBeReplaced = true));

/**
 * Waits until the marked page has gone and the next one stands. On the way the window passes through a page of another site (docs/decisions/0024),
 * which is not marked either: only at the program's own address nothing replaces the page any more.
 */
export async function untilReplaced(page: Page, timeoutMs = 20_000): Promise<void> {
  const isReplaced = () => page.evaluate(() => location.href.startsWith('app://ui/') && document.readyState === 'complete' && !('toBeReplaced' in globalThis)).catch(() => false);
  await expect.poll(isReplaced, { timeout: timeoutMs }).toBe(true);
}

/** Locks the open vault, and waits until the locked door stands. */
export async function lockVault(page: Page): Promise<void> {
  await markPage(page);
  // The page may be gone before it has its answer.
  await ask(page, 'vault.lock', {}).catch(() => undefined);
  await untilReplaced(page);
  await expect.poll(() => ask(page, 'program.state', {}).then((state) => state.ok && state.value.phase)).toBe('locked');
}
