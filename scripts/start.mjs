#!/usr/bin/env node
// Builds Tidemark and opens it. Arguments are passed on to the program.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDisplay } from './machine/display.mjs';
import { makeReady } from './machine/ready.mjs';
import { endWith } from './mendable-error.mjs';

/** As electron/main/start/start-again.ts ends. */
const startMeAgain = 75;
const root = join(import.meta.dirname, '..');

async function start() {
  const { dist, launcher, isStandIn } = await makeReady();
  if (isStandIn) console.error('This Electron is a stand-in for tests and the demo. Do not keep real evidence with it.');
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  const display = await openDisplay();
  if (display.isVirtual) console.error(`There is no screen here: the window is on the virtual screen ${display.env.DISPLAY}.`);
  const run = () => {
    const program = spawn(launcher, [root, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...display.env, ELECTRON_DIST: dist, TIDEMARK_AT_LOCK: 'exit' } });
    const pass = (/** @type {NodeJS.Signals} */ signal) => void program.kill(signal);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, pass);
    program.on('exit', (code) => {
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.off(signal, pass);
      // Every lock ends the program (docs/decisions/0024).
      if (code === startMeAgain) return run();
      display.stop();
      process.exit(code ?? 1);
    });
  };
  run();
}

start().catch(endWith);
