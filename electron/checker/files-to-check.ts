import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { BagFiles } from '../../shared/bag/check-bag';
import type { DigestName } from '../../shared/bag/manifest';
import type { FolderFile } from './read-folder';

const hashes = { sha512, sha256, sha1, md5 } as const;
const mostListBytes = 64 * 1024 * 1024;
/** The page stays awake: it draws and hears between two stretches of work. */
const restEveryMs = 50;

export class Stopped extends Error {}

/** A chosen folder as a checker of bags reads it: in pieces, so that a film of two gigabytes fits. WebCrypto would want it whole. */
export class FilesToCheck implements BagFiles {
  readonly #files: ReadonlyMap<string, File>;
  #done = 0;
  #restedAt = performance.now();

  constructor(files: readonly FolderFile[], private readonly isStopped: () => boolean, private readonly onRead: (done: number, total: number) => void) {
    this.#files = new Map(files.map(({ path, file }) => [path, file]));
  }

  get paths(): readonly string[] { return [...this.#files.keys()]; }

  get totalBytes(): number { return [...this.#files.values()].reduce((sum, { size }) => sum + size, 0); }

  sizeOf(path: string): number { return this.#files.get(path)?.size ?? 0; }

  async text(path: string): Promise<string | null> {
    const file = this.#files.get(path);
    if (file === undefined || file.size > mostListBytes) return null;
    return file.text().catch(() => null);
  }

  async digest(path: string, algorithms: readonly DigestName[]): Promise<Partial<Record<DigestName, string>> | null> {
    const file = this.#files.get(path);
    if (file === undefined) return null;
    const running = algorithms.map((name) => [name, hashes[name].create()] as const);
    const reader = file.stream().getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        for (const [, hash] of running) hash.update(value);
        this.#done += value.length;
        await this.#rest();
      }
    } catch (error) {
      if (error instanceof Stopped) throw error;
      return null;
    } finally {
      reader.releaseLock();
    }
    return Object.fromEntries(running.map(([name, hash]) => [name, bytesToHex(hash.digest())]));
  }

  async #rest(): Promise<void> {
    if (this.isStopped()) throw new Stopped();
    if (performance.now() - this.#restedAt < restEveryMs) return;
    this.onRead(this.#done, this.totalBytes);
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#restedAt = performance.now();
  }
}
