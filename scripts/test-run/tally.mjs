import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * What a test runner's JSON report counts. A runner that ended badly has failed at least once, whatever its report says or
 * lacks: a file that does not load fails no test.
 * @param {import('./steps.mjs').Step['kind']} kind `check` and `proof`: one thing that holds or does not
 * @param {string | null} report path of the JSON report
 * @param {boolean} endedWell the runner's exit code was 0
 * @returns {Tally}
 */
export function tallyOf(kind, report, endedWell) {
  if (kind === 'check' || kind === 'proof' || report === null) return { passed: Number(endedWell), failed: Number(!endedWell), skipped: 0 };
  const { passed, failed, skipped } = existsSync(report) ? readers[kind](JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  // A runner that ran nothing shows nothing.
  const isHollow = passed + failed === 0;
  return { passed, skipped, failed: endedWell && !isHollow ? failed : Math.max(failed, 1) };
}

const readers = {
  vitest: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + (report.numTodoTests ?? 0) }),
  // A journey is taken again on CI alone (playwright.config.ts); the runner's own list says which.
  playwright: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
};

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const addUp = (tallies) =>
  tallies.reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed, skipped: sum.skipped + each.skipped }), { passed: 0, failed: 0, skipped: 0 });
