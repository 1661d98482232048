#!/usr/bin/env node
// Runs one proof (docs/PROOFS.md).   npm run prove -- <name> [--small] [--break] [--built] [--keep] [--record]   |   --list   |   --bundle
// `--bundle` bundles all of them, and `--bundled` trusts that: what `npm test` does, where two run at once.
// `--report FILE` leaves there what does not hold, for the list at the end of `npm test`.
// The last line is {"proof","ok","figures"}; exit 0 when it holds, 1 when it does not, 2 when the proof itself failed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MendableError } from './mendable-error.mjs';
import { proofNames } from './proving/build-proof.mjs';
import { recordFigures } from './proving/record.mjs';
import { bundleProofs, loadProof, runProof } from './proving/run-proof.mjs';

const root = join(import.meta.dirname, '..');
/** @type {{ type: 'boolean' }} */
const flag = { type: 'boolean' };

async function list() {
  for (const name of proofNames(root)) {
    const { proof } = await loadProof(root, name);
    console.log(`${name.padEnd(10)} ${proof.catches}\n${' '.repeat(10)} --break: ${proof.breaks}`);
  }
}

async function prove() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { list: flag, bundle: flag, bundled: flag, small: flag, break: flag, built: flag, keep: flag, record: flag, report: { type: 'string' } },
  });
  if (values.list) return list();
  if (values.bundle) return void (await bundleProofs(root));
  const [name] = positionals;
  if (!name || positionals.length > 1) throw new MendableError('Name one proof: `npm run prove -- --list` lists them.');
  const startedAt = Date.now();
  const report = (/** @type {readonly string[]} */ failures) => values.report && writeFileSync(values.report, JSON.stringify({ failures }));
  const { ok, figures, failures = [] } = await runProof(root, name, { small: values.small, breaking: values.break, built: values.built, bundled: values.bundled, keep: values.keep }).catch((error) => {
    report([String(error)]);
    throw error;
  });
  report(failures);
  for (const failure of failures) console.log(`${name}: does not hold: ${failure}`);
  if (values.record && ok && !values.small && !values.break) {
    const { proof } = await loadProof(root, name);
    recordFigures(root, name, proof.catches, figures);
  }
  console.log(JSON.stringify({ proof: name, ok, figures: { ...figures, tookSeconds: Math.round((Date.now() - startedAt) / 1000) } }));
  process.exit(ok ? 0 : 1);
}

prove().catch((error) => {
  console.error(error instanceof MendableError ? error.message : error);
  process.exit(2);
});
