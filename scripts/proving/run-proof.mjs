import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDisplay } from '../machine/display.mjs';
import { makeReady } from '../machine/ready.mjs';
import { MendableError } from '../mendable-error.mjs';
import { buildProofs, proofNames } from './build-proof.mjs';

/** TIDEMARK_APP: a folder that `build.mjs --into` filled, or one that only gets the proofs. */
const appFolderOf = (/** @type {string} */ root) => process.env.TIDEMARK_APP ?? root;

/**
 * Bundles every proof: those that run side by side must not write what another reads.
 * @param {string} root the project's folder
 */
export const bundleProofs = (root) => buildProofs(root, proofNames(root), appFolderOf(root));

/**
 * Bundles and loads one proof.
 * @param {string} root the project's folder
 * @param {string} name
 * @param {boolean} [isBundled] trust what `bundleProofs` made
 * @returns {Promise<{ proof: import('./proof').Proof, folder: string }>}
 */
export async function loadProof(root, name, isBundled = false) {
  if (!proofNames(root).includes(name)) throw new MendableError(`There is no proof "${name}": run \`npm run prove -- --list\`.`);
  const folder = isBundled ? join(appFolderOf(root), 'out/proofs') : await buildProofs(root, [name], appFolderOf(root));
  const { proof } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  return { proof, folder };
}

/**
 * Runs one proof from an empty folder.
 * @param {string} root the project's folder
 * @param {string} name
 * @param {{ small?: boolean, breaking?: boolean, built?: boolean, bundled?: boolean, keep?: boolean }} options `built`: trust out/ as it is; `bundled`: and the proofs in it
 * @returns {Promise<import('./proof').ProofResult>}
 */
export async function runProof(root, name, { small = false, breaking = false, built = false, bundled = false, keep = false }) {
  const appFolder = appFolderOf(root);
  const { proof, folder } = await loadProof(root, name, bundled);
  if (proof.drivesProgram && !process.env.TIDEMARK_APP && !(built && existsSync(join(root, 'out/main/index.js')))) {
    const { buildAll } = await import('../build.mjs');
    await buildAll();
  }
  const scratch = mkdtempSync(join(tmpdir(), `tidemark-${name}-`));
  /** @type {ReturnType<typeof openDisplay> | undefined} */
  let opened;
  const display = () => (opened ??= openDisplay());
  try {
    return await proof.run({
      isSmall: small,
      isBroken: breaking,
      endsAtFirstFailure: small && breaking,
      say: (progress) => console.log(`${name}: ${progress}`),
      scratch,
      root,
      appFolder,
      partFile: (part) => join(folder, `${name}.${part}.js`),
      ready: () => makeReady({ forTests: true }),
      display,
    });
  } finally {
    (await opened)?.stop();
    if (keep) console.log(`${name}: kept ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true });
  }
}
