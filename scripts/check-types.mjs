#!/usr/bin/env node
// Type-checks every process with only its own runtime's types; two at a time. Arguments name single projects (`shared`).
// TypeScript 7 checks in a tenth of the time of 6; 6 stays for dependency-cruiser, which needs its JavaScript interface.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const projects = {
  shared: 'shared',
  vault: 'electron/vault',
  main: 'electron/main',
  preload: 'electron/preload',
  workers: 'electron/workers',
  renderer: 'renderer',
  checker: 'electron/checker',
  scripts: 'scripts',
  e2e: 'e2e',
  tools: 'tsconfig.json',
  tests: 'tsconfig.tests.json',
};

/** @param {string} path */
function check(path) {
  return new Promise((resolve) => {
    const name = path.replaceAll('/', '-');
    const cache = join(root, 'node_modules/.cache/types', `${name}.7.tsbuildinfo`);
    const tsc = spawn(process.execPath, [join(root, 'node_modules/typescript-7/bin/tsc'), '-p', path, '--incremental', '--tsBuildInfoFile', cache, '--pretty', 'false'], { cwd: root });
    let said = '';
    tsc.stdout.on('data', (text) => (said += text));
    tsc.stderr.on('data', (text) => (said += text));
    // TS18003: a project without files yet is not wrong.
    tsc.on('close', (code) => resolve({ ok: code === 0 || said.includes('TS18003'), said }));
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in projects));
if (unknown.length) {
  console.error(`No such project: ${unknown.join(', ')}. There are: ${Object.keys(projects).join(', ')}.`);
  process.exit(2);
}
const queue = Object.entries(projects).filter(([name]) => !wanted.length || wanted.includes(name));
let failed = 0;
async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { ok, said } = await check(next[1]);
    if (ok) continue;
    failed++;
    console.error(`types of ${next[0]}:\n${said}`);
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (failed) process.exit(1);
console.error('types: every process holds');
