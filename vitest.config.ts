import react from '@vitejs/plugin-react';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Vitest 5 prints failures with Map.groupBy, which Node 20 (and Electron 33) lack: without this a red test says nothing.
Map.groupBy ??= <K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> => {
  const groups = new Map<K, V[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/**
 * One project per runtime. `vault` runs twice in `npm test`: in Node and in Electron's own Node, whose crypto is BoringSSL.
 * Only `*.test.ts(x)` beside the source; end-to-end journeys are Playwright's (e2e/).
 */
export default defineConfig({
  test: {
    // Vitest would leave one processor idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { name: 'shared', environment: 'node', include: ['shared/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'vault', environment: 'node', include: ['electron/vault/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'shell', environment: 'node', include: ['electron/{main,preload,workers}/**/*.test.ts'], testTimeout: 30_000,
          // So that its import of Electron can be answered by a test: the real package would fetch an Electron here.
          server: { deps: { inline: ['electron-store'] } },
        },
      },
      { test: { name: 'scripts', environment: 'node', include: ['scripts/**/*.test.ts', 'assets/**/*.test.ts', 'e2e/support/*.test.ts', 'docs/format/**/*.test.ts'], testTimeout: 60_000 } },
      {
        plugins: [react()],
        test: { name: 'window', environment: 'happy-dom', include: ['renderer/**/*.test.{ts,tsx}'], testTimeout: 15_000 },
      },
    ],
  },
});
