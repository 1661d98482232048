import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../../../shared/contract/errors';
import { sha256, type RandomSource } from '../crypto/primitives';
import { errorCode, readWhole, type FilePort } from './file-port';

/** Who holds a vault, in the file `lock`. The host is a digest, so that the file names no machine. */
interface Holder {
  host: string;
  pid: number;
  /** When the process began, as the system counts it; empty where the system does not tell. */
  began: string;
  nonce: string;
}

const beatMs = 10_000;
const unreadableWaitMs = 150;
/** A lock of another computer not touched for so long is taken to be left behind. */
const foreignStaleMs = 120_000;

/** Holds of this process that have ended: what still says so on a disk was left there when the disk was taken out before the lock could be. */
const endedHolds = new Set<string>();

export class FolderLock {
  private beat: NodeJS.Timeout | null = null;

  private constructor(
    private readonly files: FilePort,
    private readonly path: string,
    private readonly nonce: string,
    /** The lock that was there before came from another computer: the folder is shared or synced. */
    readonly foundForeign: boolean,
  ) {}

  /** Refuses `already-open` while another process, here or on another computer, has the vault open. */
  static async take(files: FilePort, folder: string, random: RandomSource): Promise<FolderLock> {
    const path = join(folder, 'lock');
    const nonce = Buffer.from(random(16)).toString('hex');
    const me: Holder = { host: hostMark(), pid: process.pid, began: processBegan(process.pid) ?? '', nonce };
    let foundForeign = false;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await placeLock(files, path, me)) {
        const lock = new FolderLock(files, path, nonce, foundForeign);
        for (const name of await files.list(folder)) if (/^lock\.[0-9a-f]{32}$/.test(name)) await files.remove(join(folder, name));
        lock.startBeat();
        return lock;
      }
      let raw = await readWhole(files, path);
      if (raw !== null && parseHolder(raw) === null) {
        // It is being written this moment, or its writer was killed while writing it.
        await setTimeout(unreadableWaitMs);
        raw = await readWhole(files, path);
      }
      if (raw === null) continue;
      const holder = parseHolder(raw);
      foundForeign ||= holder !== null && holder.host !== me.host;
      if (await isLive(files, path, holder, me)) throw new Refusal('already-open');
      await removeStale(files, path, raw, nonce);
    }
    throw new Refusal('already-open');
  }

  /** Refuses `vault-gone` when the folder is not there any more, `already-open` when someone took the lock from us, for instance after this computer slept. */
  async assertHeld(): Promise<void> {
    const raw = await readWhole(this.files, this.path);
    if (raw === null) throw new Refusal('vault-gone');
    if (parseHolder(raw)?.nonce !== this.nonce) throw new Refusal('already-open');
  }

  async release(): Promise<void> {
    this.stopBeat();
    endedHolds.add(this.nonce);
    const raw = await readWhole(this.files, this.path);
    if (raw !== null && parseHolder(raw)?.nonce === this.nonce) await this.files.remove(this.path);
  }

  /** The same hold, for a second store of this process: whoever took the lock releases it. */
  lent(): FolderLock {
    const lent = new FolderLock(this.files, this.path, this.nonce, this.foundForeign);
    lent.release = async () => undefined;
    return lent;
  }

  private startBeat(): void {
    this.beat = setInterval(() => {
      this.files.touch(this.path).catch(() => undefined);
    }, beatMs);
    this.beat.unref();
  }

  stopBeat(): void {
    if (this.beat) clearInterval(this.beat);
    this.beat = null;
  }
}

/** Refuses `already-open` while a process, here or on another computer, has the vault open. Writes nothing: for what is only read. */
export async function assertNobodyHas(files: FilePort, folder: string): Promise<void> {
  const path = join(folder, 'lock');
  const raw = await readWhole(files, path);
  if (raw !== null && (await isLive(files, path, parseHolder(raw), { host: hostMark() }))) throw new Refusal('already-open');
}

async function placeLock(files: FilePort, path: string, me: Holder): Promise<boolean> {
  try {
    const file = await files.create(path);
    try {
      await file.write(Buffer.from(JSON.stringify(me), 'utf8'), 0);
    } catch (error) {
      await files.remove(path).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Renames first: of two that see the same stale lock only one can move it, and a live lock moved by mistake is put back. */
async function removeStale(files: FilePort, path: string, seen: Uint8Array, nonce: string): Promise<void> {
  const aside = `${path}.${nonce}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readWhole(files, aside);
  if (moved !== null && Buffer.compare(moved, seen) !== 0 && !(await files.exists(path))) await files.rename(aside, path);
  else await files.remove(aside);
}

async function isLive(files: FilePort, path: string, holder: Holder | null, me: Pick<Holder, 'host'>): Promise<boolean> {
  if (holder === null || endedHolds.has(holder.nonce)) return false;
  if (holder.host !== me.host) {
    try {
      return Date.now() - (await files.modifiedMs(path)) < foreignStaleMs;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }
  return processLives(holder);
}

function processLives(holder: Holder): boolean {
  // The same process may hold it: two stores in one process are two openers.
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  const began = processBegan(holder.pid);
  // Without /proc nothing more is known than that some process has this number.
  if (began === null) return process.platform !== 'linux' || processBegan(process.pid) === null;
  return holder.began === '' || began === holder.began;
}

/** Linux tells when a process began, which tells a reused number apart. null: no such process, or it has ended (a zombie). */
function processBegan(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? '');
  } catch {
    return null;
  }
}

function hostMark(): string {
  return Buffer.from(sha256(Buffer.from(`tidemark/1/host\0${hostname()}`, 'utf8')).subarray(0, 8)).toString('hex');
}

function parseHolder(raw: Uint8Array): Holder | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(raw).toString('utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { host, pid, began, nonce } = value as Record<string, unknown>;
    if (typeof host !== 'string' || typeof pid !== 'number' || typeof began !== 'string' || typeof nonce !== 'string') return null;
    return { host, pid, began, nonce };
  } catch {
    return null;
  }
}

const syncedMarks = /(^|[\\/])(dropbox|onedrive|google ?drive|googledrive|my drive|icloud ?drive|mobile documents|nextcloud|owncloud|syncthing|pcloud(?: ?drive)?|mega(?:sync)?|box(?: sync)?|tresorit|seafile)( - [^\\/]*)?(?=$|[\\/])/i;

/** Whether a folder's path looks like one that a service copies elsewhere. A hint, never a rule. */
export function looksSynced(folder: string): boolean {
  return syncedMarks.test(folder);
}
