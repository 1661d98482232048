#!/usr/bin/env node
// Runs the vault's tests in Electron's own Node, whose crypto is BoringSSL. Arguments are passed on to vitest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { makeReady } from './machine/ready.mjs';
import { endWith } from './mendable-error.mjs';

const root = join(import.meta.dirname, '..');

async function run() {
  const { program } = await makeReady();
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(program, [vitest, 'run', '--project', 'vault', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  process.exit(status ?? 1);
}

run().catch(endWith);
