#!/usr/bin/env node
// Drives the real program through the main job on the invented case, with no one at the screen, and leaves the pictures and the PDF
// in demo-output/.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { endWith } from './mendable-error.mjs';

const root = join(import.meta.dirname, '..');
const output = join(root, 'demo-output');

async function demo() {
  await buildAll();
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  const journey = spawn(process.execPath, [join(import.meta.dirname, 'test-e2e.mjs'), 'demo.spec.ts', '--reporter=list'], { cwd: root, stdio: 'inherit', env: { ...process.env, TIDEMARK_DEMO_OUTPUT: output } });
  const code = await new Promise((resolve) => journey.on('exit', resolve));
  if (code !== 0) process.exit(code ?? 1);
  console.log(`In demo-output/:\n${readdirSync(output).map((name) => `  ${name}`).join('\n')}`);
}

demo().catch(endWith);
