#!/usr/bin/env node
// Everything that must hold, in order; goes on after a failure. The last line is `N passed, N failed`.
//   npm test                    all of it
//   npm test -- types journeys  only the steps whose names contain one of these words
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDisplay } from './machine/display.mjs';
import { makeReady } from './machine/ready.mjs';
import { MendableError } from './mendable-error.mjs';
import { stepsOf } from './test-run/steps.mjs';
import { addUp, tallyOf } from './test-run/tally.mjs';

const root = join(import.meta.dirname, '..');

/** A step that takes longer hangs. */
const STEP_TIMEOUT_MS = 32 * 60_000;

/**
 * @param {import('./test-run/steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 */
function runStep({ name, kind, command, report, wantsExit = 0, env: more }, env) {
  console.log(`\n=== ${name}`);
  const startedAt = Date.now();
  const { status, signal } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: { ...env, ...more }, timeout: STEP_TIMEOUT_MS });
  if (signal) console.log(`${name} was ended by ${signal}`);
  const tally = tallyOf(kind, report, status === wantsExit);
  return { name, tally, tookSeconds: Math.round((Date.now() - startedAt) / 1000) };
}

function sayOutcome({ name, tally, tookSeconds }) {
  const parts = [`${tally.passed} passed`, `${tally.failed} failed`, ...(tally.skipped ? [`${tally.skipped} skipped`] : [])];
  console.log(`${tally.failed ? 'FAILED' : 'ok    '} ${name}: ${parts.join(', ')} (${tookSeconds} s)`);
}

async function test() {
  const words = process.argv.slice(2);
  await makeReady({ forTests: true });
  rmSync(join(root, 'test-results'), { recursive: true, force: true });
  mkdirSync(join(root, 'test-results'));
  const display = await openDisplay();
  try {
    const steps = stepsOf(root).filter(({ name }) => !words.length || words.some((word) => name.includes(word)));
    const outcomes = steps.map((step) => runStep(step, display.env));
    console.log('');
    outcomes.forEach(sayOutcome);
    return addUp(outcomes.map(({ tally }) => tally));
  } finally {
    display.stop();
  }
}

test().then(
  ({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed || !passed ? 1 : 0);
  },
  (error) => {
    console.error(error instanceof MendableError ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
