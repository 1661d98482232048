#!/usr/bin/env node
// Prints the folder of an Electron that runs here, fetching one when there is none.   node scripts/ensure-electron.mjs
// Order: ELECTRON_OVERRIDE_DIST_PATH; the one in node_modules; a stand-in made earlier; the electron package's own installer;
// the stand-in (Linux x64). ELECTRON_RETRY_DOWNLOAD=1 tries the installer again although a stand-in is cached.
import { join, resolve } from 'node:path';
import { executableIn, holdsElectron } from './electron/executable.mjs';
import { installedElectron, runOwnInstaller } from './electron/own-installer.mjs';
import { cachedStandIn, hasStandIn, isStandIn, makeStandIn } from './electron/stand-in.mjs';
import { isCommand } from './is-command.mjs';
import { endWith, MendableError } from './mendable-error.mjs';

const root = join(import.meta.dirname, '..');
const say = (/** @type {string} */ text) => console.error(`electron: ${text}`);

/**
 * @returns {Promise<{ dist: string, program: string, isStandIn: boolean }>} the unpacked Electron, its program, and whether it
 *   is the stand-in that no person's data may meet
 */
export async function ensureElectron() {
  const dist = await findOrFetch();
  return { dist, program: executableIn(dist), isStandIn: isStandIn(dist) };
}

async function findOrFetch() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (holdsElectron(override)) return resolve(override);
    throw new MendableError('ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: run `unset ELECTRON_OVERRIDE_DIST_PATH`.');
  }
  const present = installedElectron(root);
  if (present) return present;
  // A stand-in made earlier means that the installer could not reach GitHub from here.
  const cached = process.env.ELECTRON_RETRY_DOWNLOAD ? null : cachedStandIn();
  if (cached) return cached;

  say("running the electron package's own installer");
  const installed = runOwnInstaller(root);
  if ('dist' in installed) return installed.dist;
  say(`the installer failed: ${installed.failure}`);
  if (!hasStandIn) throw new MendableError('Electron could not be downloaded from github.com: check the connection, then run `npx install-electron`.');
  const again = cachedStandIn();
  if (again) return again;
  say('using the stand-in Electron for tests and the demo only: it is past its end of life');
  try {
    return await makeStandIn(say);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MendableError(`Electron could not be fetched: ${reason}; check the connection, then run \`node scripts/ensure-electron.mjs\`.`);
  }
}

if (isCommand(import.meta.url)) ensureElectron().then(({ dist }) => console.log(dist), endWith);
