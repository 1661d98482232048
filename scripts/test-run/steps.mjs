import { join } from 'node:path';
import { proofNames } from '../proving/build-proof.mjs';

/**
 * @typedef {{ name: string, kind: 'check' | 'vitest' | 'playwright' | 'proof', command: string[], report: string | null, wantsExit?: number, env?: Record<string, string>, isBeside?: boolean, isMeasured?: boolean }} Step
 *   `command`: arguments to Node; `wantsExit`: the exit code that is right, 0 unless said; `isBeside`: measures no time and keeps one processor busy, so that another such
 *   step may run at its side; `isMeasured`: its figures hang on what else the machine does in that minute, so that it is taken again where it does not hold
 */

/** Proofs that measure time or memory, whose figures hang on both processors, or that look through what other programs share too (residue: /dev/shm): each has the machine to itself. */
const aloneProofs = new Set(['bench', 'case', 'compartments', 'import-speed', 'kill', 'mailbox', 'memory', 'ocr', 'residue', 'search-speed']);

/**
 * Everything `npm test` runs, in order; neighbours that may run side by side stand together.
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
  const journeys = (/** @type {string} */ name, /** @type {string} */ project) => {
    const report = join(results, `e2e-${project}.json`);
    const env = { TIDEMARK_E2E_REPORT: report, TIDEMARK_E2E_PICTURES: join(results, `e2e-${project}`) };
    return { name, kind: /** @type {const} */ ('playwright'), command: ['scripts/test-e2e.mjs', `--project=${project}`], report, env };
  };
  const proves = (/** @type {string} */ name, /** @type {string[]} */ ...trusting) => {
    const report = join(results, `proof-${name}.json`);
    return { name: `proof ${name}`, kind: /** @type {const} */ ('proof'), report, isMeasured: aloneProofs.has(name), command: ['scripts/prove.mjs', name, '--small', '--built', '--report', report, ...trusting] };
  };
  const proof = (/** @type {string} */ name, /** @type {string[]} */ ...trusting) => [
    proves(name, ...trusting),
    { ...check(`proof ${name} goes red when broken`, 'scripts/prove.mjs', name, '--small', '--built', ...trusting, '--break'), wantsExit: 1 },
  ];
  const proofs = proofNames(root);
  return [
    ...[
      check('types', 'scripts/check-types.mjs'),
      check('lint', 'scripts/check-lint.mjs'),
      check('architecture', 'scripts/check-architecture.mjs'),
      check('build', 'scripts/build.mjs'),
    ].map(beside),
    vitest('unit tests', 'node_modules/vitest/vitest.mjs', 'run'),
    vitest("vault in Electron's Node", 'scripts/test-vault-in-electron.mjs'),
    journeys('journeys', 'side-by-side'),
    journeys('journeys alone', 'alone'),
    check('bundle of the proofs', 'scripts/prove.mjs', '--bundle'),
    ...proofs.filter((name) => !aloneProofs.has(name)).flatMap((name) => proof(name, '--bundled')).map(beside),
    ...proofs.filter((name) => aloneProofs.has(name)).flatMap((name) => proof(name)),
  ];
}

/**
 * @param {Step} step
 * @returns {Step}
 */
const beside = (step) => ({ ...step, isBeside: true });
