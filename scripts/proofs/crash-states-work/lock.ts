import { hostname } from 'node:os';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';

export const vaultFolder = '/home/vault';

/** Lock and spare room are no part of the vault: their bytes make no state another one. (What a torn lock does, folder-lock.test.ts shows.) */
export const isBeside = (path: string): boolean => /\/(spare|lock(\.[0-9a-f]{32})?)$/.test(path);

/** As docs/FORMAT.md, "Lock": of this computer, held by a process that is gone. No process has so high a number. */
const host = createHash('sha256').update(`tidemark/1/host\0${hostname()}`).digest('hex').slice(0, 16);
const deadLock = Buffer.from(JSON.stringify({ host, pid: 2 ** 30, began: '', nonce: '0'.repeat(32) }));

/** A process that dies takes its hold with it; here all are one process. */
export function looseLock(disk: MemoryDisk): void {
  const path = join(vaultFolder, 'lock');
  if (disk.peek(path) !== null) disk.rewrite(path, deadLock);
}
