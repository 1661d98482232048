import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MendableError } from '../mendable-error.mjs';
import { isRoot } from './packages.mjs';

const USER_NAMESPACE_LIMIT = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/** @param {string} file */
const holdsOne = (file) => existsSync(file) && readFileSync(file, 'utf8').trim() === '1';

/** @param {string} dist */
function hasSetuidHelper(dist) {
  const helper = join(dist, 'chrome-sandbox');
  if (!existsSync(helper)) return false;
  const { mode, uid } = statSync(helper);
  return uid === 0 && (mode & 0o4000) !== 0;
}

/**
 * Throws the sentence that says how, when Chromium's sandbox cannot work here. It is never switched off instead.
 * @param {string} dist the unpacked Electron
 */
export function ensureSandbox(dist) {
  if (process.platform !== 'linux' || (!isRoot && hasSetuidHelper(dist))) return;
  if (!isRoot && holdsOne(USER_NAMESPACE_LIMIT)) {
    throw new MendableError("AppArmor forbids Chromium's sandbox here: run `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`.");
  }
  if (spawnSync('unshare', ['--user', '--map-user=65534', '--map-group=65534', '--', 'true']).status === 0) return;
  throw new MendableError(
    isRoot
      ? "This container forbids the user namespaces that Chromium's sandbox needs: start it again with `docker run --security-opt seccomp=unconfined …`."
      : "This system forbids the user namespaces that Chromium's sandbox needs: run `sudo sysctl -w kernel.unprivileged_userns_clone=1`.",
  );
}
