#!/usr/bin/env node
// Builds the programs into out/.   node scripts/build.mjs [process …] [--into folder] [--allow-missing]
//   process           main, vault, workers, preload, renderer; default all of them
//   --into folder     puts package.json and out/ there, so that several builds can live side by side
//   --allow-missing   skips entries that do not exist yet
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { buildCheckingPage } from './build/checking-page.mjs';
import { copyDataFiles } from './build/data-files.mjs';
import { emojiFaceOfPackage, makeEmojiFace } from './build/emoji-face.mjs';
import { nodePrograms, pages } from './build/entries.mjs';

const root = join(import.meta.dirname, '..');

/** @type {import('vite').InlineConfig} */
const common = { root, configFile: false, publicDir: false, logLevel: 'warn', clearScreen: false };

/** @param {string[]} entries */
const byName = (entries) => Object.fromEntries(entries.map((entry) => [basename(entry).replace(/\.(ts|html)$/, ''), join(root, entry)]));

/** electron-store brings a compiler of JSON schemas for those who give it one. Tidemark gives none, and it cost a tenth of the start. */
const leftOut = ['ajv/dist/2020.js', 'ajv-formats'].map((find) => ({ find, replacement: join(root, 'scripts/build/no-schemas.mjs') }));

/**
 * @param {{ process: string, entries: string[], format: string, target: string }} program
 * @param {string} out
 */
function nodeProgram({ process, entries, format, target }, out) {
  const isModule = format === 'es';
  return build({
    ...common,
    ssr: { noExternal: true },
    resolve: { alias: leftOut },
    // CommonJS packages in a module bundle (sql.js) ask for these.
    define: isModule ? { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } : {},
    build: {
      ssr: true,
      outDir: join(out, process),
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: {
        input: byName(entries),
        external: [/^electron(\/|$)/, /^node:/],
        output: { format: isModule ? 'es' : 'cjs', entryFileNames: isModule ? '[name].js' : '[name].cjs', chunkFileNames: '[name]-[hash].js', codeSplitting: isModule },
      },
    },
  });
}

/**
 * @param {string[]} entries
 * @param {string} out
 * @param {string} emojiFace
 */
function windowProgram(entries, out, emojiFace) {
  return build({
    ...common,
    resolve: { alias: [{ find: emojiFaceOfPackage, replacement: emojiFace }] },
    root: join(root, 'renderer'),
    base: '/',
    plugins: [react()],
    build: {
      outDir: join(out, 'renderer'),
      emptyOutDir: false,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      // Everything is a file of our own origin: the content security policy knows no data: scripts or fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: byName(entries) },
    },
  });
}

/**
 * Builds into `<into>/out`.
 * @param {{ processes?: string[], into?: string, allowMissing?: boolean }} [options]
 *   `processes`: only these; `allowMissing`: skip entries that do not exist (a half-written tree), naming them
 */
export async function buildAll({ processes = [], into = root, allowMissing = false } = {}) {
  const out = join(into, 'out');
  const everything = [...nodePrograms, { process: 'renderer', entries: pages }];
  const wanted = everything.filter(({ process }) => !processes.length || processes.includes(process));
  const unknown = processes.filter((name) => !everything.some(({ process }) => process === name));
  if (unknown.length) throw new Error(`No such process: ${unknown.join(', ')}.`);

  const jobs = wanted.map((program) => {
    const missing = program.entries.filter((entry) => !existsSync(join(root, entry)));
    if (missing.length && !allowMissing) throw new Error(`Cannot build: ${missing.join(', ')} does not exist.`);
    for (const entry of missing) console.error(`skipped: ${entry} does not exist yet`);
    return { ...program, entries: program.entries.filter((entry) => !missing.includes(entry)) };
  });
  for (const { process } of jobs) rmSync(join(out, process), { recursive: true, force: true });
  const emojiFace = makeEmojiFace(root, into);
  await Promise.all(
    jobs.filter(({ entries }) => entries.length).map((job) => ('format' in job ? nodeProgram(job, out) : windowProgram(job.entries, out, emojiFace))),
  );
  copyDataFiles(root, into);
  await buildCheckingPage(root, join(out, 'assets/check-this-bag.html'));
  if (resolve(into) !== root) copyFileSync(join(root, 'package.json'), join(into, 'package.json'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { into: { type: 'string' }, 'allow-missing': { type: 'boolean' } } });
  const startedAt = Date.now();
  const into = resolve(values.into ?? root);
  mkdirSync(into, { recursive: true });
  try {
    await buildAll({ processes: positionals, into, allowMissing: values['allow-missing'] ?? false });
    console.error(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
