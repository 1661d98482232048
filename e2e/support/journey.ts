import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type LaunchOptions, type Tidemark, launchTidemark } from './launch';

export { expect } from '@playwright/test';

interface Journey {
  /** An empty folder for the journey's vaults and files, removed afterwards. */
  folder: string;
  /** Starts the program; what the journey does not close is closed for it. Settings are kept from one start to the next. */
  start: (options?: LaunchOptions) => Promise<Tidemark>;
  /** The program, started once with fresh settings. */
  tidemark: Tidemark;
}

/** Playwright's `test`, with the program. On failure a picture of every window is attached to the report. */
export const test = base.extend<Journey>({
  // Playwright wants the first argument to be a pattern, even an empty one.
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tidemark-journey-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, use, testInfo) => {
    const started: { app: Tidemark['app']; process: ReturnType<Tidemark['app']['process']> }[] = [];
    await use(async (options = {}) => {
      const tidemark = await launchTidemark({ userData: join(folder, 'settings'), ...options });
      // The process is asked for now: Playwright forgets it once the program has been closed.
      started.push({ app: tidemark.app, process: tidemark.app.process() });
      return tidemark;
    });
    for (const { app, process } of started) {
      if (process.exitCode !== null || process.signalCode !== null) continue;
      if (testInfo.status !== testInfo.expectedStatus) {
        for (const [index, page] of app.windows().entries()) {
          const picture = await page.screenshot({ timeout: 5_000 }).catch(() => null);
          if (picture) await testInfo.attach(`window-${index}`, { body: picture, contentType: 'image/png' });
        }
      }
      await Promise.race([app.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 10_000))]);
      if (process.exitCode === null && process.signalCode === null) process.kill('SIGKILL');
    }
  },
  tidemark: async ({ start }, use) => {
    await use(await start());
  },
});
