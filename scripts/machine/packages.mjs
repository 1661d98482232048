import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { MendableError } from '../mendable-error.mjs';

export const isRoot = process.getuid?.() === 0;
const isDebianLike = process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** @param {string} program @param {string[]} args */
const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** @param {string} program */
const isOnPath = (program) => succeeds(process.platform === 'win32' ? 'where' : 'which', [program]);

/**
 * The packages of those programs that are not on the path.
 * @param {Record<string, string>} packageOf program → Debian package
 */
export const missingPackages = (packageOf) =>
  Object.entries(packageOf)
    .filter(([program]) => !isOnPath(program))
    .map(([, name]) => name);

/**
 * Installs Debian packages when we are root on Debian or one of its kin; otherwise throws the sentence that names them all.
 * @param {readonly string[]} packages Debian 12 names
 */
export function installPackages(packages) {
  if (!packages.length) return;
  const names = packages.join(' ');
  if (!isDebianLike) throw new MendableError(`This system lacks what Debian calls ${packages.join(', ')}: install these with its package manager.`);
  if (!isRoot) throw new MendableError(`This system lacks some packages: run \`sudo apt-get install --yes ${names}\`.`);
  console.error(`installing ${names}`);
  const apt = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' });
  const install = () => apt('install', '--yes', '--no-install-recommends', ...packages.map(nameHere));
  // A fresh container has no package lists and an old one has stale ones: both want the update first.
  if (install().status === 0) return;
  apt('update');
  const { status, stderr } = install();
  if (status === 0) return;
  console.error(stderr);
  throw new MendableError(`Packages are missing and apt-get could not install them: run \`apt-get update && apt-get install --yes ${names}\`.`);
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time: libasound2 is libasound2t64 there.
 * @param {string} name
 */
function nameHere(name) {
  const renamed = `${name}t64`;
  return name.startsWith('lib') && succeeds('apt-cache', ['show', renamed]) ? renamed : name;
}
