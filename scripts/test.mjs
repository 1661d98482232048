#!/usr/bin/env node
// Everything that must hold, in order; goes on after a failure. The last line is `N passed, N failed`.
//   npm test                    all of it
//   npm test -- types journeys  only the steps whose names contain one of these words
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openDisplays } from './machine/display.mjs';
import { makeReady } from './machine/ready.mjs';
import { MendableError } from './mendable-error.mjs';
import { runInLanes } from './test-run/lanes.mjs';
import { stepsOf } from './test-run/steps.mjs';
import { addUp, tallyOf } from './test-run/tally.mjs';
import { whatFailed } from './test-run/what-failed.mjs';

const root = join(import.meta.dirname, '..');

/** A step that takes longer hangs. */
const STEP_TIMEOUT_MS = 32 * 60_000;

/**
 * Runs a step to its end; one whose figures hang on the machine a second time where it does not hold, which is told.
 * @param {import('./test-run/steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isQuiet
 */
async function takeStep(step, env, isQuiet) {
  const first = await runStep(step, env, isQuiet);
  if (!step.isMeasured || first.tally.failed === 0) return first;
  const second = await runStep(step, env, isQuiet);
  const isHeld = second.tally.failed === 0;
  return { ...second, tookSeconds: first.tookSeconds + second.tookSeconds, whatFailed: [...first.whatFailed.map((failure) => (isHeld ? `(held at the second try) ${failure}` : failure)), ...second.whatFailed] };
}

/**
 * Runs a step to its end. What one of several at once says is kept until it ends, or nobody could read it.
 * @param {import('./test-run/steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isQuiet
 */
async function runStep({ name, kind, command, report, wantsExit = 0, env: more }, env, isQuiet) {
  console.log(`\n=== ${name}${isQuiet ? ' (begins)' : ''}`);
  const startedAt = Date.now();
  const step = spawn(process.execPath, command, { cwd: root, stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', env: { ...env, ...more }, timeout: STEP_TIMEOUT_MS });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [step.stdout, step.stderr]) stream?.on('data', (bytes) => said.push(bytes));
  const [status, signal] = await once(step, 'close');
  if (isQuiet) console.log(`\n=== ${name}\n${Buffer.concat(said).toString('utf8').trimEnd()}`);
  if (signal) console.log(`${name} was ended by ${signal}`);
  const tally = tallyOf(kind, report, status === wantsExit);
  return { name, tally, whatFailed: whatFailed(kind, report), tookSeconds: Math.round((Date.now() - startedAt) / 1000) };
}

function sayOutcome({ name, tally, whatFailed: failures, tookSeconds }) {
  const parts = [`${tally.passed} passed`, `${tally.failed} failed`, ...(tally.skipped ? [`${tally.skipped} skipped`] : [])];
  console.log(`${tally.failed ? 'FAILED' : 'ok    '} ${name}: ${parts.join(', ')} (${tookSeconds} s)`);
  for (const failure of failures) console.log(`  - ${failure}`);
}

async function test() {
  const words = process.argv.slice(2);
  await makeReady({ forTests: true });
  rmSync(join(root, 'test-results'), { recursive: true, force: true });
  mkdirSync(join(root, 'test-results'));
  const displays = await openDisplays(Math.min(2, availableParallelism()));
  try {
    const steps = stepsOf(root).filter(({ name }) => !words.length || words.some((word) => name.includes(word)));
    // A step that runs beside another shows its windows on a screen of its own.
    const outcomes = await runInLanes(steps, displays.each, (step, env) => takeStep(step, step.isBeside ? { ...env, TIDEMARK_DISPLAYS: undefined } : displays.env, Boolean(step.isBeside) && displays.each.length > 1));
    console.log('');
    outcomes.forEach(sayOutcome);
    return addUp(outcomes.map(({ tally }) => tally));
  } finally {
    displays.stop();
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
