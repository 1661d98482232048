import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { MendableError } from '../mendable-error.mjs';

export const isRoot = process.getuid?.() === 0;
const isDebianLike = process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** @param {string} program @param {string[]} args */
const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** @param {string} program */
export const isOnPath = (program) => succeeds(process.platform === 'win32' ? 'where' : 'which', [program]);

/**
 * Installs Debian packages when we are root on Debian or one of its kin; otherwise throws the sentence that names them.
 * @param {string[]} packages Debian 12 names
 * @param {string} purpose completes "… needs": "The window"
 */
export function installPackages(packages, purpose) {
  if (!isDebianLike) throw new MendableError(`${purpose} needs what Debian calls ${packages.join(', ')}: install these with this system's package manager.`);
  if (!isRoot) throw new MendableError(`${purpose} needs packages that are not installed: run \`sudo apt-get install --yes ${packages.join(' ')}\`.`);
  console.error(`installing ${packages.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ args) => spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
  const install = () => apt(['install', '--yes', '--no-install-recommends', ...packages.map(nameHere)]);
  // A fresh container has no package lists, an old one has stale ones: both want the update first.
  if (install().status === 0) return;
  apt(['update']);
  const second = install();
  if (second.status !== 0) {
    console.error(second.stderr);
    throw new MendableError(`${purpose} needs packages that apt-get could not install: run \`apt-get update && apt-get install --yes ${packages.join(' ')}\`.`);
  }
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time: libasound2 is libasound2t64 there.
 * @param {string} name
 */
function nameHere(name) {
  const renamed = `${name}t64`;
  return name.startsWith('lib') && succeeds('apt-cache', ['show', renamed]) ? renamed : name;
}
