#!/usr/bin/env node
// Packages Tidemark for people, into dist/. Arguments are passed on to electron-builder: `npm run package -- --linux tar.gz`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureElectron } from './ensure-electron.mjs';
import { endWith, MendableError } from './mendable-error.mjs';

const root = join(import.meta.dirname, '..');

async function packageProgram() {
  const { dist, isStandIn } = await ensureElectron();
  const wanted = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version;
  const found = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  // The stand-in by its place, and any other Electron by its number: ELECTRON_OVERRIDE_DIST_PATH could name either.
  if (isStandIn || found !== wanted) {
    throw new MendableError(`This Electron is ${found} and only ${wanted} may reach people: run \`npx install-electron\` where github.com can be reached.`);
  }
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  const { status } = spawnSync(process.execPath, [builder, `-c.electronDist=${dist}`, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}

packageProgram().catch(endWith);
