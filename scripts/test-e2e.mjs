#!/usr/bin/env node
// Runs the journeys of e2e/ on the built program, on a virtual screen where there is none, and on Linux where there is no
// network. Arguments are passed on to Playwright.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDisplay } from './machine/display.mjs';
import { withoutNetwork } from './machine/no-network.mjs';
import { makeReady } from './machine/ready.mjs';
import { endWith } from './mendable-error.mjs';

const root = join(import.meta.dirname, '..');

async function run() {
  const { dist, launcher } = await makeReady({ forTests: true });
  const display = await openDisplay();
  const [command, ...args] = withoutNetwork([process.execPath, join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)]);
  const playwright = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...display.env, ELECTRON_DIST: dist, ELECTRON_LAUNCHER: launcher } });
  process.on('SIGTERM', () => playwright.kill());
  playwright.on('exit', (code) => {
    display.stop();
    process.exit(code ?? 1);
  });
}

run().catch(endWith);
