#!/usr/bin/env node
// Runs a command with everything that a window needs: a screen, ELECTRON_DIST and ELECTRON_LAUNCHER.
//   node scripts/with-display.mjs npx playwright test e2e/unlock.spec.ts
import { spawn } from 'node:child_process';
import { openDisplay } from './machine/display.mjs';
import { makeReady } from './machine/ready.mjs';
import { endWith } from './mendable-error.mjs';

async function run() {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new Error('usage: node scripts/with-display.mjs command [argument …]');
  const { dist, launcher } = await makeReady();
  const display = await openDisplay();
  const child = spawn(command, args, { stdio: 'inherit', env: { ...display.env, ELECTRON_DIST: dist, ELECTRON_LAUNCHER: launcher } });
  child.on('exit', (code) => {
    display.stop();
    process.exit(code ?? 1);
  });
}

run().catch(endWith);
