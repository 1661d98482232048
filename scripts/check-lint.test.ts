import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A forbidden thing of each kind: the file it is planted in, its text, the rule that must refuse it. */
const plants: readonly [file: string, text: string, rule: string][] = [
  ['shared/now.ts', 'export const at = Date.now();', 'no-restricted-properties'],
  ['shared/random.ts', 'export const id = Math.random();', 'no-restricted-properties'],
  ['shared/runtime.ts', 'export const name = process.title;', 'no-restricted-globals'],
  ['shared/electron.ts', "export * from 'electron';", 'no-restricted-imports'],
  ['electron/main/console.ts', "console.log('her words');", 'no-console'],
  ['electron/main/network.ts', "export { request } from 'node:https';", 'no-restricted-imports'],
  ['electron/main/chromium-network.ts', "import { net } from 'electron'; export const use = net;", 'no-restricted-imports'],
  ['electron/main/ipc.ts', "import { ipcRenderer } from 'electron'; export const use = ipcRenderer;", 'no-restricted-imports'],
  ['electron/main/process.ts', "export { spawn } from 'node:child_process';", 'no-restricted-imports'],
  ['electron/main/floating.ts', 'async function save() {}\nexport function act() { save(); }', 'no-floating-promises'],
  ['electron/main/misused.ts', 'async function isOpen() { return true; }\nexport const act = () => { if (isOpen()) return 1; return 2; };', 'no-misused-promises'],
  ['electron/vault/random.ts', 'export const key = Math.random();', 'no-restricted-properties'],
  ['electron/vault/electron.ts', "export { app } from 'electron';", 'no-restricted-imports'],
  ['electron/workers/fetch.ts', "export const page = () => fetch('https://example.org');", 'no-restricted-globals'],
  ['electron/preload/node.ts', "export { readFileSync } from 'node:fs';", 'no-restricted-imports'],
  ['electron/preload/process.ts', 'export const home = process.env;', 'no-restricted-globals'],
  ['renderer/fetch.ts', "export const page = () => fetch('/x');", 'no-restricted-globals'],
  ['renderer/window-fetch.ts', "export const page = () => window.fetch('/x');", 'no-restricted-properties'],
  ['renderer/socket.ts', "export const socket = new WebSocket('wss://example.org');", 'no-restricted-globals'],
  ['renderer/request.ts', 'export const request = new XMLHttpRequest();', 'no-restricted-globals'],
  ['renderer/storage.ts', "localStorage.setItem('title', 'x');", 'no-restricted-globals'],
  ['renderer/beacon.ts', "navigator.sendBeacon('/x');", 'no-restricted-properties'],
  ['renderer/html.tsx', "export const Page = () => <p dangerouslySetInnerHTML={{ __html: '<b>' }} />;", 'no-danger'],
  ['renderer/electron.ts', "export { ipcRenderer } from 'electron';", 'no-restricted-imports'],
  ['renderer/console.ts', 'console.error(1);', 'no-console'],
  ['renderer/ui-viewer/socket.ts', "export const socket = new WebSocket('wss://example.org');", 'no-restricted-globals'],
];

const project = join(import.meta.dirname, '..');
let copy: string;
let said: string[];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tidemark-lint-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json']) copyFileSync(join(project, file), join(copy, file));
  for (const folder of ['shared', 'electron/main', 'electron/vault', 'electron/preload', 'electron/workers', 'renderer']) {
    mkdirSync(join(copy, folder), { recursive: true });
    cpSync(join(project, folder, 'tsconfig.json'), join(copy, folder, 'tsconfig.json'));
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [file, text] of plants) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${text}\n`);
  }
  const oxlint = join(project, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--type-aware', '--format=unix'], { cwd: copy, encoding: 'utf8' });
  said = stdout.replaceAll('\\', '/').split('\n');
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each(plants)('%s is refused: %s', (file, _text, rule) => {
  expect(said.filter((line) => line.startsWith(`${file}:`)).join('\n')).toContain(`(${rule})`);
});
