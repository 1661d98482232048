import { existsSync, readFileSync } from 'node:fs';

/** Of each failure as much as a stranger needs to begin with: a machine that checks a change may show the end of the run alone. */
const LINES_OF_ERROR = 14;
const TRIES = ['first', 'second', 'third'];
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * The tests of a runner's JSON report that failed in the end, the journeys that needed more than one try, and what a proof found that does not hold.
 * @param {import('./steps.mjs').Step['kind']} kind
 * @param {string | null} report path of the JSON report
 * @returns {string[]} of each: its name, then the first lines of its error
 */
export function whatFailed(kind, report) {
  if (kind === 'check' || report === null || !existsSync(report)) return [];
  return readers[kind](JSON.parse(readFileSync(report, 'utf8')));
}

const readers = {
  proof: ({ failures }) => failures.slice(0, LINES_OF_ERROR).map((failure) => told(...firstAndRest(failure))),
  vitest: ({ testResults }) =>
    testResults.flatMap(({ name, assertionResults, message }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0 && message) return [told(lastOf(name), message)];
      return failed.map(({ fullName, failureMessages }) => told(`${lastOf(name)}: ${fullName}`, failureMessages[0]));
    }),
  playwright: ({ suites = [], errors = [] }) => [...suites.flatMap(journeysOf), ...errors.map(({ message }) => told('the runner', message))],
};

function journeysOf({ specs = [], suites = [] }) {
  const failed = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .flatMap(({ status, results }) => {
        const errors = results.filter(({ error }) => error).map(({ error }) => error.message);
        const name = `${file}: ${title}`;
        const held = status === 'flaky' ? ` (held at the ${TRIES[results.findLastIndex(({ error }) => error) + 1] ?? 'last'} try)` : '';
        // A later try that fails otherwise than the first tells which of them is the machine's.
        return [told(`${name}${held}`, errors[0]), ...(held === '' ? [...new Set(errors)].slice(1).map((error) => told(`${name} (a later try)`, error)) : [])];
      }),
  );
  return [...failed, ...suites.flatMap(journeysOf)];
}

const firstAndRest = (failure) => [failure.split('\n', 1)[0], failure.split('\n').slice(1).join('\n')];

const lastOf = (path) => path.split(/[\\/]/).at(-1);

const told = (name, error = 'no error was told') => [name, ...error.replace(COLOURS, '').split('\n').filter((line) => line.trim()).slice(0, LINES_OF_ERROR)].join('\n    ');
