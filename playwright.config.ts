import { defineConfig } from '@playwright/test';

/** One program at a time: it holds the machine's focus and, in places, its clipboard. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A slow machine of others drops a driver's connection now and then; at home every failure counts.
  retries: process.env['CI'] ? 1 : 0,
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: process.env['TIDEMARK_E2E_REPORT'] ?? 'test-results/e2e.json' }]],
});
