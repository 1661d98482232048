import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whatFailed } from './what-failed.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-what-failed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a unit test that failed is named with its file and the first lines of its error', () => {
  const held = { fullName: 'holds', status: 'passed', failureMessages: [] };
  const failed = { fullName: 'does not', status: 'failed', failureMessages: [['expected 1', '', ...Array.from({ length: 20 }, (_, line) => line)].join('\n')] };
  const file = report({ testResults: [{ name: '/any/where/a.test.ts', message: '', assertionResults: [held, failed] }] });
  expect(whatFailed('vitest', file)).toEqual([['a.test.ts: does not', 'expected 1', ...Array.from({ length: 13 }, (_, line) => line)].join('\n    ')]);
});

test('a file that does not load is named', () => {
  const file = report({ testResults: [{ name: '/any/where/a.test.ts', message: 'no such module', assertionResults: [] }] });
  expect(whatFailed('vitest', file)).toEqual(['a.test.ts\n    no such module']);
});

test('a journey that failed is named without colours, wherever it stands; one that needed a second try is told as such', () => {
  const error = { message: '\u001B[31mno button\u001B[39m' };
  const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', tests: [{ status, results: [{ error }, {}] }] });
  const atThird = { title: 'four', file: 'a.spec.ts', tests: [{ status: 'flaky', results: [{ error }, { error }, {}] }] };
  const file = report({ suites: [{ specs: [spec('one', 'unexpected'), spec('two', 'expected')], suites: [{ specs: [spec('three', 'flaky'), atThird] }] }] });
  expect(whatFailed('playwright', file)).toEqual(['a.spec.ts: one\n    no button', 'a.spec.ts: three (held at the second try)\n    no button', 'a.spec.ts: four (held at the third try)\n    no button']);
});

test('of a journey that failed twice, each otherwise, both errors are told', () => {
  const results = [{ error: { message: 'a colour' } }, { error: { message: 'no button' } }];
  const file = report({ suites: [{ specs: [{ title: 'one', file: 'a.spec.ts', tests: [{ status: 'unexpected', results }] }] }] });
  expect(whatFailed('playwright', file)).toEqual(['a.spec.ts: one\n    a colour', 'a.spec.ts: one (a later try)\n    no button']);
  const alike = { title: 'one', file: 'a.spec.ts', tests: [{ status: 'unexpected', results: [results[0], results[0]] }] };
  expect(whatFailed('playwright', report({ suites: [{ specs: [alike] }] }))).toEqual(['a.spec.ts: one\n    a colour']);
});

test('a check has nothing to name, and neither has a runner that left no report', () => {
  expect(whatFailed('check', null)).toEqual([]);
  expect(whatFailed('playwright', join(folder, 'none.json'))).toEqual([]);
});

test('what a proof found is told, of a long find its beginning', () => {
  const file = report({ failures: ['the view map takes 1200 ms', 'whole: no\n\nfirst\nsecond'] });
  expect(whatFailed('proof', file)).toEqual(['the view map takes 1200 ms', 'whole: no\n    first\n    second']);
});
