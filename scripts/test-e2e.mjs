#!/usr/bin/env node
// Runs the journeys of e2e/ on the built program, on a virtual screen where there is none, and on Linux where there is no
// network. Arguments are passed on to Playwright.
//   --project=side-by-side   journeys that measure no time: two at once, each on a screen of its own (playwright.config.ts)
//   --project=alone          the others, one after the other
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openDisplays } from './machine/display.mjs';
import { withoutNetwork } from './machine/no-network.mjs';
import { makeReady } from './machine/ready.mjs';
import { endWith } from './mendable-error.mjs';

const root = join(import.meta.dirname, '..');

async function run() {
  const { dist, launcher } = await makeReady({ forTests: true });
  const given = process.argv.slice(2);
  const displays = await openDisplays(given.includes('--project=side-by-side') ? Math.min(2, availableParallelism()) : 1);
  const [command, ...args] = withoutNetwork([process.execPath, join(root, 'node_modules/@playwright/test/cli.js'), 'test', `--workers=${displays.each.length}`, ...given]);
  const playwright = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...displays.env, ELECTRON_DIST: dist, ELECTRON_LAUNCHER: launcher } });
  process.on('SIGTERM', () => playwright.kill());
  playwright.on('exit', (code) => {
    displays.stop();
    process.exit(code ?? 1);
  });
}

run().catch(endWith);
