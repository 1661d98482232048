#!/usr/bin/env node
// Builds Tidemark and opens it. Arguments are passed on to the program.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDisplay } from './machine/display.mjs';
import { makeReady } from './machine/ready.mjs';
import { endWith } from './mendable-error.mjs';

const root = join(import.meta.dirname, '..');

async function start() {
  const { dist, launcher, isStandIn } = await makeReady();
  if (isStandIn) console.error('This Electron is a stand-in for tests and the demo. Do not keep real evidence with it.');
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  const display = await openDisplay();
  if (display.isVirtual) console.error(`There is no screen here: the window is on the virtual screen ${display.env.DISPLAY}.`);
  const program = spawn(launcher, [root, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...display.env, ELECTRON_DIST: dist } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => program.kill(signal));
  program.on('exit', (code) => {
    display.stop();
    process.exit(code ?? 1);
  });
}

start().catch(endWith);
