import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * One project per runtime. `vault` runs twice in `npm test`: in Node and in Electron's own Node, whose crypto is BoringSSL.
 * Only `*.test.ts(x)` beside the source; end-to-end journeys are Playwright's (e2e/).
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'shared', environment: 'node', include: ['shared/**/*.test.ts'] } },
      { test: { name: 'vault', environment: 'node', include: ['electron/vault/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'shell', environment: 'node', include: ['electron/{main,preload,workers}/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'scripts', environment: 'node', include: ['scripts/**/*.test.ts', 'assets/**/*.test.ts', 'e2e/support/*.test.ts'], testTimeout: 60_000 } },
      {
        plugins: [react()],
        test: { name: 'window', environment: 'happy-dom', include: ['renderer/**/*.test.{ts,tsx}'], testTimeout: 15_000 },
      },
    ],
  },
});
