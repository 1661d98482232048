import { defineConfig } from '@playwright/test';

/** A worker's programs have a screen of their own, and with it focus and clipboard (scripts/machine/display.mjs). */
const displays = process.env['TIDEMARK_DISPLAYS']?.split(' ');
const display = displays?.[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (display !== undefined) process.env['DISPLAY'] = display;

/** Journeys with a bound on time, or that do something in the middle of something else: a neighbour would be measured too. */
const alone = ['backup', 'check', 'documents-adding', 'evidence', 'export-stop', 'first-pages', 'hand-over', 'leaving*', 'lock*', 'moving', 'renewing', 'two-programs'].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'side-by-side', testMatch: '**/*.spec.ts', testIgnore: alone },
    { name: 'alone', testMatch: alone },
  ],
  // scripts/test-e2e.mjs asks for more where there are screens for them.
  workers: 1,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  // In the whole run, an hour on a busy machine, a driver's connection drops now and then, or a key goes to no window: about one journey in thirty. It is tried twice more, and told at which try it held. A journey run by itself has one try.
  retries: process.env['TIDEMARK_E2E_REPORT'] === undefined ? 0 : 2,
  outputDir: process.env['TIDEMARK_E2E_PICTURES'] ?? 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: process.env['TIDEMARK_E2E_REPORT'] ?? 'test-results/e2e.json' }]],
});
