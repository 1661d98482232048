import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUp, tallyOf } from './tally.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-tally-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a check is one thing that holds or does not', () => {
  expect(tallyOf('check', null, true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(tallyOf('check', null, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("counts a runner's tests", () => {
  expect(tallyOf('vitest', report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 2 }), true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  expect(tallyOf('playwright', report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 } }), false)).toEqual({ passed: 4, failed: 1, skipped: 4 });
});

test('a runner that ended badly has failed, even when no test did', () => {
  expect(tallyOf('vitest', report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0 }), false)).toMatchObject({ passed: 5, failed: 1 });
});

test('a runner without a report, or without a test, has failed', () => {
  expect(tallyOf('vitest', join(folder, 'none.json'), true)).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyOf('playwright', report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 3 } }), true)).toMatchObject({ failed: 1 });
});

test('adds up', () => {
  expect(addUp([{ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 }])).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
