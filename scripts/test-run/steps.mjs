import { join } from 'node:path';
import { proofNames } from '../proving/build-proof.mjs';

/**
 * @typedef {{ name: string, kind: 'check' | 'vitest' | 'playwright', command: string[], report: string | null, wantsExit?: number, env?: Record<string, string> }} Step
 *   `command`: arguments to Node; `wantsExit`: the exit code that is right, 0 unless said
 */

/**
 * Everything `npm test` runs, in order.
 * @param {string} root the project's folder
 * @returns {Step[]}
 */
export function stepsOf(root) {
  const results = join(root, 'test-results');
  const check = (/** @type {string} */ name, /** @type {string[]} */ ...command) => ({ name, kind: /** @type {const} */ ('check'), command, report: null });
  const vitest = (/** @type {string} */ name, /** @type {string[]} */ ...command) => {
    const report = join(results, `${name.replaceAll(' ', '-')}.json`);
    return { name, kind: /** @type {const} */ ('vitest'), report, command: [...command, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] };
  };
  const journeys = join(results, 'e2e.json');
  return [
    check('types', 'scripts/check-types.mjs'),
    check('lint', 'scripts/check-lint.mjs'),
    check('architecture', 'scripts/check-architecture.mjs'),
    vitest('unit tests', 'node_modules/vitest/vitest.mjs', 'run'),
    vitest("vault in Electron's Node", 'scripts/test-vault-in-electron.mjs'),
    check('build', 'scripts/build.mjs'),
    { name: 'journeys', kind: 'playwright', command: ['scripts/test-e2e.mjs'], report: journeys, env: { TIDEMARK_E2E_REPORT: journeys } },
    ...proofNames(root).flatMap((proof) => [
      check(`proof ${proof}`, 'scripts/prove.mjs', proof, '--small', '--built'),
      { ...check(`proof ${proof} goes red when broken`, 'scripts/prove.mjs', proof, '--small', '--built', '--break'), wantsExit: 1 },
    ]),
  ];
}
