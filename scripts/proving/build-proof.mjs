import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { copyDataFiles } from '../build/data-files.mjs';

/**
 * Names of all proofs: scripts/proofs/<name>.ts. Files with a second dot are parts of one (`kill.writer.ts`).
 * @param {string} root the project's folder
 */
export const proofNames = (root) =>
  readdirSync(join(root, 'scripts/proofs'))
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => file.replace('.ts', ''))
    .sort();

/**
 * Bundles proofs and their parts for Node, as the programs are bundled, into out/proofs beside the data files that the
 * programs read. Returns that folder.
 * @param {string} root the project's folder
 * @param {readonly string[]} names
 * @param {string} target the folder that has, or gets, out/
 */
export async function buildProofs(root, names, target) {
  const isOfProof = (/** @type {string} */ file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && names.includes(file.slice(0, file.indexOf('.')));
  const files = readdirSync(join(root, 'scripts/proofs')).filter(isOfProof);
  const outDir = join(target, 'out/proofs');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [file.replace('.ts', ''), join(root, 'scripts/proofs', file)])),
        external: [/^electron(\/|$)/, /^node:/, /^@?playwright/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  copyDataFiles(root, target);
  return outDir;
}
